"""How much a topic tells of what an episode is about: by its rarity, its share and the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizapp import language
from quizapp.material.topics import Compound, Topic
from quizapp.sentences.phrasing import capitalised

_COMMON = 4.7
"""A more common word (Zipf) tells no field, however often it stands in the pages."""
_MOST, MANY, _SOME = 0.35, 0.25, 0.15
"""Share of the sections that name a thing of which all of them tell; of one that the title has, and
of a name in it."""
_MOST_OF_RARE, _RARER = 0.29, 4.1
"""The same of a word rarer than that (Zipf): ``dementia``."""
_HALF, _RATHER_RARE, _IN_TITLE = 0.5, 4.4, 0.2
"""Beside the first topic others name a section's subject: such as weigh half as much, and are rarer
than that (Zipf), where the title has them a little less rare."""
_OF_A_FIELD, _ABOUT = 3.8, 0.8
"""A topic rarer than that tells its field by itself, as does one of nearly the first's weight."""
_NEARLY, _FAR_RARER = 0.88, 0.8
"""Share of the first topic's weight from which on a topic so much rarer (Zipf) comes first."""
_HALF_TOLD, _OFTEN = 4.0, 0.4
"""A word of the title, as common as that (Zipf), tells its field alone where so many of the
sections name it."""
_BESIDE, _LEAST_BESIDE = 0.55, 0.35
"""Share of its weight, and the weight, from which on a topic is named beside another."""
UNITS = frozenset(
    "gram kilogram metre meter kilometr mile litr percent cent degre dollar pound euro hour minut "
    "ton tonn foot feet inch acr hectar year month week day decad centuri night morn "
    "januari februari march april june juli august septemb octob novemb decemb".split()
)
_EVERYDAY, _USUAL, _EVERYWHERE = 4.3, 4.6, 0.45
"""From that on (Zipf) a single word that the title has not is no label; the same of one that so
many of the sections have."""
_LEAST_SHARE, _LEAST_WEIGHT = 0.25, 0.5
"""What the title has not is no label below either."""
_PLAINEST = 5.0
"""What is more common than this (Zipf) is no label, whatever sections have it."""


def rarest(topics: Sequence[Topic]) -> str:
    """The heaviest topic, or a far rarer one of nearly its weight: ``phonics``, not ``letters``."""
    if not topics:
        return ""
    first = topics[0]
    bar = language.zipf(first.text.lower()) - _FAR_RARER
    near = [t for t in topics if t.weight >= _NEARLY * first.weight and not t.is_name]
    return next((t.term for t in near if language.zipf(t.text.lower()) < bar), first.term)


def named_throughout(topics: Sequence[Topic], titled: Collection[str], first: str) -> list[Topic]:
    """Two names that about half of the sections have, where the first topic is none of the title's.

    ``Hubble`` and ``Webb``, not the ``mirrors`` of both.
    """
    label = next((t for t in topics if t.term == first), None)
    if label is None or label.is_name or label.stem in titled:
        return []
    names = [t for t in topics if t.is_name and t.share >= _THROUGHOUT and t.weight >= label.weight]
    return names[:2] if len(names) > 1 else []


_THROUGHOUT = 0.45


def is_name(label: str, topics: Sequence[Topic]) -> bool:
    """Whether a label is the name of somebody or something."""
    return any(t.is_name and t.text == label for t in topics)


def headed(label: str) -> str:
    """A label as it stands before a prompt: ``the Hanseatic League`` without its article."""
    return capitalised(label.removeprefix("the "))


def is_of_all(topic: Topic, titled: Collection[str]) -> bool:
    """Whether the sections that do not name a topic are about it too."""
    if topic.stem not in titled:
        rare = not topic.is_name and language.zipf(topic.text.lower()) < _RARER
        return topic.share >= (_MOST_OF_RARE if rare else _MOST)
    return topic.share >= (_SOME if topic.is_name else MANY)


def dominates(topic: Topic, topics: Sequence[Topic]) -> bool:
    """Whether nothing else that an episode speaks of comes near a rare word: ``octopuses``."""
    if topic.is_name or topic.share < _NOT_FEW or language.zipf(topic.text.lower()) >= _RARER:
        return False
    others = (t.weight for t in topics if t.stem != topic.stem)
    return topic.weight >= _TWICE * max(others, default=0.0)


_NOT_FEW, _TWICE = 0.25, 2.0


def is_label(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a topic beside the first can say what a section is about: one of the title's own."""
    return (
        topic.stem in titled
        and topic.weight >= _HALF * first.weight
        and (topic.is_name or _tells(topic, titled))
    )


def stands_out(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic can be the subject: it tells its field, or most of the sections name it."""
    if topic.stem not in titled and (
        topic.is_name or (topic.share < _LEAST_SHARE and topic.weight < _LEAST_WEIGHT)
    ):
        return False  # "Kahneman": one of whom much is told; what few sections speak of
    plain = topic.stem in titled or language.zipf(topic.text.lower()) < _PLAINEST
    plain = plain and topic.share >= _MOST
    return plain or _tells(topic, titled) or _weighs(topic, topic)


def is_plain(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic is one word of every day, beside the title: ``cells`` of a hundred kinds."""
    alone = topic.term == topic.text and topic.stem not in titled
    bar = _EVERYDAY if topic.share < _EVERYWHERE else _USUAL
    return alone and language.zipf(topic.text.lower()) >= bar


def _weighs(topic: Topic, first: Topic) -> bool:
    """Whether a topic weighs so much that a rather common word of it tells the field."""
    return topic.weight >= _HALF * first.weight and language.zipf(topic.text.lower()) < _COMMON


def _tells(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic tells its field: by being rather rare, or less so where the title has it."""
    bar = _RATHER_RARE + _IN_TITLE * (topic.stem in titled)
    return topic.stem not in UNITS and language.zipf(topic.text.lower()) < bar


def is_of_a_field(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a word of a topic, by itself, tells what field a prompt is of: ``cortisol``."""
    bar = _OF_A_FIELD + _IN_TITLE * (topic.stem in titled)
    return topic.stem not in UNITS and language.zipf(topic.text.lower()) < bar


def _tells_alone(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a prompt that has a word of a topic needs no label before it."""
    return is_of_a_field(topic, titled) or is_second(topic, first, titled)


def is_second(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a topic weighs about as much as the first: ``networks`` where it is learning.

    Of those that the title names beside it, half as much will do.
    """
    bar = _HALF if topic.stem in titled else _ABOUT
    return topic.weight >= bar * first.weight and language.zipf(topic.text.lower()) < _COMMON


def is_half_told(topic: Topic) -> bool:
    """Whether a word of the title tells its field only beside another: ``beans``, ``clock``."""
    plain = topic.text == topic.term and not topic.is_name
    return plain and topic.share < _OFTEN and language.zipf(topic.text.lower()) >= _HALF_TOLD


def pair_of(topic: Topic, others: Sequence[Topic]) -> str:
    """A topic and the heaviest of others, the more frequent one first; alone where none is."""
    bar = max(_BESIDE * topic.weight, _LEAST_BESIDE)
    found = (
        t
        for t in others
        if t.stem not in UNITS | {topic.stem}
        and not t.is_name
        and t.weight >= bar
        and language.zipf(t.text.lower()) < _PLAINEST
    )
    second = next(found, None)
    if topic.is_name or language.zipf(topic.text.lower()) >= _PLAINEST:
        return ""
    if second is None:
        return topic.term
    both = sorted((topic, second), key=lambda t: -t.share)
    return f"{both[0].term} and {both[1].term}"


def told_by_title(
    first: Topic, topics: Sequence[Topic], titled: Collection[str], title: str, label: str = ""
) -> list[Topic]:
    """The topics of a title, in its order, that weigh about as much as one that it has not.

    Beside a ``label`` of one word that the title has, those that weigh about as much as it.
    """
    if label:
        first = next((t for t in topics if t.text == label and not t.is_name), first)
    if (first.text != label) if label else (first.stem in titled):
        return []
    bar = _AS_MUCH * first.weight
    common = language.zipf(first.text.lower()) + _SOMEWHAT
    joined = _joined_with(first, title)
    named = [
        t
        for t in topics
        if t.stem in titled
        and (
            (t.weight >= bar and language.zipf(t.text.lower()) <= common)
            or (t.stem in joined and t.weight >= _HALF * first.weight)
        )
    ]
    stems = language.content_stems(title)
    return sorted(named, key=lambda t: stems.index(t.stem) if t.stem in stems else len(stems))


def _joined_with(topic: Topic, title: str) -> set[str]:
    """The stems of what a title joins to a topic by ``and``: ``Sleep and Dreams After Seventy``."""
    pairs = re.findall(r"(?=\b([\w’'-]+) (?:and|&) ([\w’'-]+)\b)", title.lower())
    stems = [(language.stem(one), language.stem(other)) for one, other in pairs]
    return {stem for pair in stems if topic.stem in pair for stem in pair} - {topic.stem}


_AS_MUCH, _SOMEWHAT = 0.75, 0.2
"""Share of the heaviest topic's weight; how much more common (Zipf) one of the title's may be."""


def compound_of(
    label: str,
    topics: Sequence[Topic],
    titled: Collection[str],
    told: Sequence[Compound],
) -> str:
    """The one thing that a common word mostly stands in: ``paper money`` for ``paper``.

    Without a ``label``, one word is of the title and the other a heavy topic: ``back pain``.
    """
    heavy = {t.stem for t in topics[:_HEAVY]}
    fit = []
    for text, count, shares in told:
        words = [language.stem(word) for word in text.split()]
        mostly = dict(zip(words, shares, strict=True)).get(language.stem(label), 0.0)
        own = mostly >= _MOSTLY if label else bool(set(titled) & set(words))
        if own and (label or heavy & set(words)):
            fit.append((text, count))
    if not fit or (len(fit) > 1 and fit[0][1] < _FAR_MORE * fit[1][1]):
        return ""
    return fit[0][0]


_MOSTLY = 0.4
"""Share of the texts with a word that have it in the one thing: ``maps`` are no ``world map``."""
_HEAVY, _FAR_MORE = 3, 1.4
"""The heaviest topics; how often the one thing stands there beside the next."""


def as_titled(label: str, title: str, topics: Sequence[Topic]) -> str:
    """A label in the plural, where the title has it so: ``bridges``."""
    stem = language.stem(label)
    words = [w for w in title.split() if language.stem(w.strip(".,:;?!").lower()) == stem]
    many = next((w.strip(".,:;?!").lower() for w in words), "")
    name = any(t.is_name for t in topics if t.stem == stem)
    plural = many in (f"{label}s", f"{label}es", f"{label[:-1]}ies", f"{label[:-1]}ves")
    if label.endswith(("or", "er")) and many.endswith(_OF_FIELDS):
        return many  # "navigation", where the sections have "navigators"
    return many if plural and not name else label  # "employs" is no "employment"


_OF_FIELDS = ("ion", "ing", "ics", "ance", "ence")


_COUNT = re.compile(
    r"^(?:(?:the|other|another|first|last|one|two|three|four|five|six|seven|eight|nine|ten|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|\d[\d,.]*)"
    r"[ -])+(?=[a-z][a-z-]+$)"
)


def uncounted(named: str, topics: Sequence[Topic]) -> str:
    """``bees`` of ``the other twenty thousand bees``; or what more of the sections speak of.

    ``Two wheels`` tell how a title puts it: the ``bicycle`` is what it is about.
    """
    found = _COUNT.match(named)
    bare = named[found.end() :] if found else ""
    own = next((t for t in topics if bare and t.stem == language.stem(bare)), None)
    if own is None:
        return named
    more = [t for t in topics if t.share > own.share and t.weight >= _ABOUT_AS_MUCH * own.weight]
    return next((t.term for t in more if not t.is_name), own.term)


_ABOUT_AS_MUCH = 0.9


def outweighs(topic: Topic, listed: str, topics: Sequence[Topic], titled: Collection[str]) -> bool:
    """Whether a title is rather about a topic than about what it lists first: cheese, not curd."""
    own = set(language.content_stems(listed))
    if not listed or topic.stem not in titled or topic.stem in own or topic.is_name:
        return False
    weight = sum(t.weight for t in topics if t.stem in own)
    return weight > 0 and topic.weight >= _OUTWEIGHS * weight


_OUTWEIGHS = 1.7


def needs_article(label: str) -> bool:
    """Whether a label is one of many things, and reads badly after ``on``: ``octopus mind``."""
    if " " not in label or label.startswith("the "):
        return False
    if (parts := re.split(r", (?:and )?| and ", label))[1:]:
        return any(needs_article(part) for part in parts)
    found = language.noun_phrases(f"They spoke of {label}.")
    return bool(found) and found[-1].head.tag == "NN1"


def first_of(named: str, heavy: Sequence[Topic], title: str, compounds: Sequence[Compound]) -> str:
    """What an episode is about, as it is called: what is ``named``, or the topic that stands out.

    A common word stands with what it mostly stands with, and in the number of the title.
    """
    titled = set(language.content_stems(title))
    named = uncounted(named, heavy)
    if not named and not is_plain(heavy[0], titled):
        named = rarest([t for t in heavy if stands_out(t, titled)])
    if named and " " not in named and (language.zipf(named) >= _OF_MANY or named.endswith("or")):
        return compound_of(named, heavy, titled, compounds) or as_titled(named, title, heavy)
    words = titled | {language.stem(w.lower()) for w in re.findall(r"\w{4,}", title)}
    return named or compound_of("", heavy, words, compounds)


_OF_MANY = 3.9
"""A more common word may mostly stand with another: ``paper money``."""
