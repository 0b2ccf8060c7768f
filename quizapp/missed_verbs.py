"""Verbs that the tagger takes for something else, where a sentence has no other."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def with_missed_verb(
    words: Sequence[str], tags: Sequence[str], finite: Collection[str]
) -> list[str]:
    """The tags of a sentence's words, with a verb in -s that was taken for a plural mended.

    It stands after a noun, where no noun can follow. Words that are hardly ever nouns are mended
    wherever they stand so, others only in a sentence without a finite verb (a tag of ``finite``).
    """
    tags = list(tags)
    lacking = not any(tag in finite for tag in tags)
    for i in range(1, len(tags) - 1):
        after_noun = tags[i - 1] in _NOUNS
        if tags[i] != "NN2" or not after_noun or tags[i + 1] not in _AFTER_VERB:
            continue
        if lacking or words[i].lower() in _VERBS:
            tags[i] = "VVZ"
            lacking = False
    at = _bare_verb(words, tags) if lacking else None
    if at is not None:
        tags[at] = "VVB"
    return tags


def _bare_verb(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """Where a sentence without a finite verb has one right after its plural subject.

    ``Owls hunt at night`` and ``Japanese saws cut on the pull stroke``: the tagger takes them for
    an infinitive and a participle, of which nothing comes before.
    """
    for i, tag in enumerate(tags[:-1]):
        if i and tags[i - 1] == "NN2":
            done_to = tags[i + 1] not in _AFTER_VERB or words[i + 1] in _BEHIND_PARTICIPLE
            if tag == "VVI" or (tag == "VVN" and words[i] in _ALIKE and not done_to):
                return i
        if tag not in _OF_SUBJECT:
            return None
    return None


_NOUNS = frozenset("NN0 NN1 NN2 NP0 UNC".split())
_OF_SUBJECT = frozenset("AT0 DT0 DPS AJ0 AJC AJS NN0 NN1 NN2 NP0 POS CRD".split())
_ALIKE = frozenset(
    "beat become bet burst cast come cost cut fit hit hurt knit let put quit run set shed shut "
    "split spread".split()
)
"""Verbs whose participle is their bare form."""
_BEHIND_PARTICIPLE = frozenset("by to from in into".split())
"""``Prices set by monks``, ``letters put to music``."""
_AFTER_VERB = frozenset("AT0 DT0 DPS PNP AV0 AJ0 AJC NN1 NN2 NP0 PRP AVP TO0 CJT CRD CJS".split())
_VERBS = frozenset(
    "allows appears argues becomes begins believes brings chooses contains describes eats enables "
    "exists explains expects gets gives goes grows happens helps holds improves includes keeps "
    "knows learns lets lies lives makes means needs occurs produces proves provides puts reads "
    "remains says seems sees serves shows speaks stands starts stays suggests takes teaches tells "
    "tends thinks tries turns understands uses wants works writes".split()
)
