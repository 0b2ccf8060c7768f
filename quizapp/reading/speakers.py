"""Who the marks of a transcript stand for: which labels are speakers, and their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.reading.forms import Form
from quizapp.reading.initials import of_initials
from quizapp.reading.labels import field_of
from quizapp.reading.marks import COUNTED, Mark, bare_label, mark, speakers_split, weak_mark
from quizapp.reading.names import bare_name, is_name, is_short_name
from quizapp.reading.page import GUEST, HOST
from quizapp.reading.people import merged, resolve
from quizapp.reading.speaker_spellings import spelt_otherwise
from quizapp.reading.surnames_above import surnames_below_asker
from quizapp.reading.wording import ends_sentence

__all__ = ["COUNTED", "Mark", "mark", "speakers_named", "speakers_split", "trusted_labels"]

_MOST_SPEAKERS = 200
"""More labels than that in one transcript are compared no further."""

_OFTEN = 0.15
"""A label that is a common word too is a name where it bears this share of the marks."""

_NOBODY = re.compile(
    r"^(?:(?:speaker|track|person|voice|spk|participant|host|guest|interviewer|caller|panelist|"
    r"sprecher(?:in)?|locuteur|hablante|orador|спикер)[\s#_-]{0,2}(?:\d{1,3}|[a-z])?|"
    r"(?:unknown|unidentified|unnamed)(?:[\s-][a-z]+){1,3}|"
    r"(?:(?:an)?other |(?:fir|la)st |second |third |fourth |fifth |next |final )?"
    r"(?:unknown|unidentified|audience|crowd|male|female|listener|off-?screen|automated)"
    r"(?:[\s-](?:speaker|person|male|female|man|woman|voice|member|participant|reporter|child|"
    r"question|questioner|caller|\d{1,2}|#\s?\d))*|"
    r"man|woman|boy|girl|child|announcer|narrator|narration|voice-?over|operator|translator|"
    r"interpreter|reporter|questioner|wife|husband|daughter|son|mother|father|sister|brother|"
    r"grand(?:son|daughter|mother|father|child)|neighbou?r|visitor|all|both|everyone|group|computer|robot|clip|archive|"
    r"[a-z]|\d{1,3})$",
    re.IGNORECASE,
)
"""Labels that mark a voice without saying whose it is."""

_OF_HALL = re.compile(
    r"(?:audience|unidentified|unknown) [a-z]+(?: [a-z\d]+)?$|questioner(?: \d)?$", re.IGNORECASE
)
"""``Audience member``, once above what somebody in the hall asks"""

_ASKERS = frozenset(("QUESTION", "AUDIENCE QUESTION", "FLOOR", "FROM THE FLOOR"))
"""Those who ask at a talk, among names in capitals; elsewhere ``Question:`` is no speaker."""

_ROLES = {
    role: party
    for party, names in {
        HOST: "host | interviewer | moderator | presenter | the host | the interviewer | anchor | "
        "podcaster | moderatorin | gastgeber | gastgeberin | interviewerin | animateur | "
        "animatrice | présentateur | présentatrice | entrevistador | entrevistadora | "
        "presentador | presentadora | conductor | conductora | apresentador | apresentadora | "
        "intervistatore | intervistatrice | conduttore | conduttrice | presentatrice | "
        "interviewster | ведущий | ведущая | интервьюер | prowadzący | prowadząca | 主持人",
        GUEST: "guest | interviewee | the guest | gast | invité | invitée | invitado | invitada | "
        "entrevistado | entrevistada | convidado | convidada | ospite | гость | гостья | gość | "
        "嘉宾",
    }.items()
    for role in names.split(" | ")
}
_PAIRS = {"Q": HOST, "A": GUEST}
"""In a transcript, whoever asks is the host. Elsewhere these are pairs for learning."""

_INITIALS = re.compile(r"^[A-ZÀ-Þ]\.?[A-ZÀ-Þ]\.?(?:[A-ZÀ-Þ]\.?)?$")
_VOWEL = re.compile(r"[AEIOUYÄÖÜÉÈÁÍÓÚ]")
_CASELESS = Form(
    r"^[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・·\s]{2,24}$"
)
"""Scripts without capitals: a label in them shows in coming again and again."""


@dataclass(slots=True)
class _Census:
    """The labels of a transcript: how often, which have a role, which begin whole sentences.

    ``above`` are those that stand on a line of their own, with a sentence below.
    """

    counts: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)
    above: set[str] = field(default_factory=set)


_HOST_AND_GUESTS = 3
"""Full names; whoever asks among so many is none of them."""
_ASKED = 3
"""Questions behind ``Q:``, where those who answer are named."""


def trusted_labels(
    texts: Iterable[str], people: Sequence[str], *, pairs: bool = False
) -> frozenset[str]:
    """The labels of a transcript that are speakers; empty where it marks none.

    A label is trusted when it has the form of a full name, says a role or counts speakers, or
    is a short name of a known person or comes again and again. ``Break`` and ``News`` are not.
    ``pairs`` says that ``Q:`` and ``A:`` mark speakers here.
    """
    texts = list(texts)
    census = _census(texts, people, pairs=pairs)
    counts = census.counts
    if not counts:
        return frozenset()
    full = [label for label in counts if is_full(label)]
    known = merged([*people, *(bare_name(_cased(label)) for label in full[:_MOST_SPEAKERS])])
    sure = {
        label
        for label in counts
        if label in census.roles or is_role(label) or resolve(label, people)
    }
    sure |= set(_initials(counts, known))
    if pairs and {"Q", "A"} <= counts.keys():
        sure |= _PAIRS.keys()
    said = _Said(texts)
    total = sum(counts.values())
    for label, count in counts.items():
        if label in sure:
            continue
        if spelt_otherwise(label, known) and label in census.spoken | census.above:
            sure.add(label)
            continue
        common = count < _OFTEN * total and said.has(label)
        if is_full(label):
            spoken = label in census.spoken and not said.has(label)
            enough = count >= 2 or spoken or _is_said_short(label, counts)
            enough = enough or _is_misspelt(label, full, counts)
        elif resolve(label, known):
            enough = True
        else:
            fewest = 2 if label.isupper() or (pairs and label in census.spoken) else 3
            enough = count >= fewest and _is_short(label)
        if enough and not common:
            sure.add(label)
    stage = sum(map(is_full, sure)) >= _HOST_AND_GUESTS
    asked = bool(sure) and "A" not in counts and counts["Q"] >= _ASKED  # "Q:", and "Byron:"
    if pairs and "Q" in counts and (stage or asked):
        sure.add("Q")
    if any(label.isupper() and is_full(label) for label in sure):
        sure |= _ASKERS & counts.keys()
    shown = _shown(texts)
    sure |= shown & counts.keys()
    if pairs and _all_speak(census):
        sure |= {label for label in counts if is_role(label) or not field_of(label)}
    marks = sum(counts[label] for label in sure)
    told = shown or _repeated(sure, census, people)
    return frozenset(sure) if marks >= 2 and told else frozenset()


def _shown(texts: Sequence[str]) -> set[str]:
    """``>> ADA BYRON: It is late.``: two full names behind the sign of another voice are marks."""
    marks = (mark(text) for text in texts if text.startswith(">>"))
    found = {one.label for one in marks if one and one.label and one.rest}
    full = {label for label in found if label.isupper() and is_full(label)}
    return full if len(full) >= 2 else set()


def _is_said_short(label: str, counts: Counter[str]) -> bool:
    """``Ada Byron:`` once, and then ``Ada:`` or ``Byron:`` again and again."""
    parts = label.split()
    return max(counts[parts[0]], counts[parts[-1]]) >= 2


def _is_misspelt(label: str, full: Sequence[str], counts: Counter[str]) -> bool:
    """``Ada Byrom:`` once, among the marks of ``Ada Byron``."""
    often = [one for one in full[:_MOST_SPEAKERS] if one != label and counts[one] >= 2]
    return resolve(label, often) is not None


_VOICES = 3


def _all_speak(census: _Census) -> bool:
    """``Nick: …``, ``Ada: …``, ``Carl: …``: short names only, each with whole sentences."""
    labels = set(census.counts)
    several = len(labels) >= _VOICES and len(labels - census.spoken) <= 1
    return several and all(_is_short(label) or is_full(label) for label in labels)


def _repeated(labels: set[str], census: _Census, people: Sequence[str]) -> bool:
    """Names that come once each may be headings: one comes twice, is known, or no full name."""
    return len(labels & census.above) >= 2 or any(
        census.counts[label] >= 2
        or not is_full(label)
        or resolve(label, [*people, *(other for other in labels if other != label)])
        for label in labels
    )


def _census(texts: Sequence[str], people: Sequence[str], *, pairs: bool) -> _Census:
    census = _Census()
    alone: Counter[str] = Counter()
    behind: Counter[str] = Counter()  # names behind a time, without a sign of their own
    for place, text in enumerate(texts):
        found = mark(text)
        if found and found.label:
            if found.label in _PAIRS and not pairs:
                continue
            _take(found, texts[place + 1] if place + 1 < len(texts) else "", census)
        elif (weak := weak_mark(text)) and weak.seconds is not None:
            if ends_sentence(weak.rest):
                behind[weak.label or ""] += 1
        elif weak and weak.label and (is_full(weak.label) or resolve(weak.label, people)):
            alone[weak.label] += 1
        elif len(text) < 50:
            label = bare_label(re.sub(r"\s?\([^()\d]{1,30}\)$", "", text))
            if is_full(label) or is_role(label) or resolve(label, people):
                alone[label] += 1
    behind = Counter({label: n for label, n in behind.items() if n >= 2 and _is_named(label)})
    alone.update(behind if len(behind) > 1 else {})
    often = {label: n for label, n in alone.items() if n >= 2}
    full = [label for label in (*alone, *census.counts) if is_full(label)]
    short = _short_above(texts, full)
    often |= short | surnames_below_asker(texts, people)
    told = [label for label in often if is_full(label)]
    told += [name for one in short if (name := resolve(one, merged(full[:_MOST_SPEAKERS])))]
    often |= {one: 1 for one in alone if is_full(one) and one not in often and resolve(one, told)}
    census.counts.update(often)
    if len(often) > 1:
        rare = (label for label in alone if label not in often)
        census.counts.update(one for one in rare if one in people or _OF_HALL.match(one))
    elif len(counted := [one for one in alone if COUNTED.match(one)]) > 1:
        census.counts.update(counted)
        census.roles.update(counted)
    elif pairs and len(known := [one for one in alone if resolve(one, people)]) > 1:
        census.counts.update(known)
    return census


def _short_above(texts: Sequence[str], full: Sequence[str]) -> Counter[str]:
    """Parts of names that stand on lines of their own, as the whole names do, above sentences."""
    names = merged(full[:_MOST_SPEAKERS])
    found: Counter[str] = Counter()
    for text, below in pairwise(texts) if names else ():
        short = len(text) < 30 and " " not in text and is_short_name(text)
        if short and ends_sentence(below):
            found[text] += 1
    return Counter(
        {one: n for one, n in found.items() if resolve(one, names) or spelt_otherwise(one, names)}
    )


def _take(found: Mark, following: str, census: _Census) -> None:
    label = found.label or ""
    census.counts[label] += 1
    if found.role:
        census.roles.add(label)
    if ends_sentence(found.rest):
        census.spoken.add(label)
    elif not found.rest and mark(following) is None:
        time = mark(following, frozenset())
        if ends_sentence(time.rest if time else following) or (time and not time.rest):
            census.spoken.add(label)
            census.above.add(label)


class _Said:
    """What is said in a transcript; asked for words that names are not written like."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._whole: str | None = None

    def has(self, label: str) -> bool:
        """Whether every word of a label is used in small letters as well."""
        if self._whole is None:
            self._whole = "\n".join(self._texts)
        words = label.lower().split()
        return all(
            any(f" {word}{end}" in self._whole for end in (" ", ",", ".", "?")) for word in words
        )


def _initials(counts: Counter[str], known: Sequence[str]) -> list[str]:
    """``NH`` and ``OB``: initials of known people, or two of them that bear most of the marks."""
    found = [label for label in counts if are_initials(label)]
    often = [label for label in found if counts[label] >= 2]
    most = sum(counts[label] for label in often) >= 0.5 * sum(counts.values())
    return [label for label in found if _of_initials(label, known) or (len(often) >= 2 and most)]


def are_initials(label: str) -> bool:
    """``NH``, ``N.H.``, ``RPK``; three letters with a vowel may be a word."""
    bare = label.replace(".", "")
    return bool(_INITIALS.match(label)) and (len(bare) == 2 or not _VOWEL.search(bare))


def _of_initials(label: str, known: Sequence[str]) -> str | None:
    bare = label.replace(".", "")
    near = [
        name
        for name in known
        if bare in ("".join(part[0] for part in name.split()), name[0] + name.split()[-1][0])
    ]
    return near[0] if len(near) == 1 else None


def is_full(label: str) -> bool:
    """Whether a label is a full name, also in capitals."""
    return is_name(_cased(label))


def _is_named(label: str) -> bool:
    return is_full(label) or (label.isupper() and _is_short(label))


def _is_short(label: str) -> bool:
    bare = bare_name(_cased(label))
    return is_short_name(bare) or bool(_CASELESS.match(label))


def is_role(label: str) -> bool:
    """``Host``, ``Speaker 1``, ``Audience member``: somebody who is not named."""
    return label.lower() in _ROLES or (len(label) > 1 and bool(_NOBODY.match(label)))


def speakers_named(
    labels: Iterable[str], people: Sequence[str], marks: Mapping[str, int] | None = None
) -> dict[str, str | None]:
    """For each label the speaker: a full name if known, a role, or None (``Speaker 1``).

    ``marks`` tells how often each label marks a turn: of two spellings the usual one is the name.
    """
    often = marks or {}
    ordered = sorted(
        labels, key=lambda one: (-len(one.split()), "." in one, -often.get(one, 0), one)
    )
    full = [bare_name(_cased(label)) for label in ordered if is_full(label)]
    known = merged([*people, *full])
    named = {label: _longer(label, full) or _named(label, known) for label in ordered}
    if "Q" in named and "A" not in named and len(full) >= _HOST_AND_GUESTS:
        named["Q"] = None  # somebody in the hall, below those on the stage
    return named


def _named(label: str, known: Sequence[str]) -> str | None:
    if label in _PAIRS:
        return _PAIRS[label]
    if label.lower() in _ROLES:
        return _ROLES[label.lower()]
    if _NOBODY.match(label) or label in _ASKERS:
        return None
    found = resolve(label, known)
    if found:
        return found
    if are_initials(label):
        return _of_initials(label, known)
    if label.isupper() and (meant := of_initials(label, known)):
        return meant  # "ABR", which could be a word, of Ada Byron-Roe
    return spelt_otherwise(label, known) or bare_name(_cased(label))


_SON = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?$")


def _longer(label: str, full: Sequence[str]) -> str | None:
    """The longer of two labels, ``Ada May Byron`` for ``Ada May``; a son is another one."""
    if label.count(" ") != 1:
        return None
    longer = [name for name in full if name.startswith(f"{bare_name(label)} ")]
    return longer[0] if len(longer) == 1 and not _SON.search(longer[0]) else None


def _cased(label: str) -> str:
    """``ADA BYRON`` and ``Ada BYRON`` as they are written elsewhere."""
    if label.isupper():
        return label.title()
    words = label.split()
    if not words or words[0].isupper() or not any(map(_is_capital, words)):
        return label
    return " ".join(_in_small(word) if _is_capital(word) else word for word in words)


def _in_small(word: str) -> str:
    """``BYRON-ROE`` → ``Byron-Roe``, ``McKAY`` → ``McKay``"""
    prefix = "Mc" if word.startswith("Mc") else ""
    return prefix + word.removeprefix(prefix).title()


def _is_capital(word: str) -> bool:
    bare = _INSIDE_NAMES.sub("", word.removeprefix("Mc"))
    return bare.isupper() and len(bare) > _ABBREVIATED and bare.isalpha()


_ABBREVIATED = 2
"""Letters of ``AI`` or ``II``."""

_INSIDE_NAMES = re.compile(r"(?<=\w)['’‑-](?=\w)")
"""``BYRON-ROE``, ``O’NEILL``"""
