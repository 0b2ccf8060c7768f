"""Names of people: their shape, the evidence that a text gives for them, and their spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from quizapp.reading.callings import ROLE, SPEECH
from quizapp.reading.names import LINK, PART, bare_name, is_name, is_short_name

_SPEAKING = re.compile(rf"\s{SPEECH}\b|['’]s\s(?:view|work|book|career|research|life)\b")

_BEFORE_NAME = re.compile(rf"\b(?:{SPEECH}|with|as|guest|host|Dr\.|Professor)\s$")

_AT_SENTENCE = re.compile(r"(?:^|\n|[.!?]\s)$")

_AS_SHE = re.compile(
    r"\s[a-z][^.!?\n]{2,300}?(?:\b(?:she|he|her|his|herself|himself)\b|[.!?]\s(?:She|He|Her|His)\b)"
)
"""Behind a name at the start of a sentence: it goes on with ``she``."""

_HAS_ROLE = re.compile(rf"(?:,\s|\s(?:is|was)\s)(?:\w+[\s,-]+){{0,5}}{ROLE}\b", re.IGNORECASE)


_OF_SHOW = re.compile(r"(?:['’]s?)? (?:co-?)?(?:host|presenter)s?\b")
"""``Night Radio host Ada Byron``: the name before it is the show's."""


_GAP = r"[ \t\u00a0]"
"""No name goes on in the next line."""
_WHOLE = rf"(?:{_GAP}(?:{LINK}{_GAP}){{0,2}}{PART})"
"""What follows a first name."""
_ABOVE = rf"(?:{PART}{_GAP}(?:{LINK}{_GAP}){{0,2}}){{1,2}}"
"""What stands before a surname."""


def bearers(word: str, text: str, *, first: bool = True, last: bool = True) -> list[str]:
    """The full names in a text that begin (``first``) or end (``last``) with a name of one word.

    Spellings of one person are one name, the one that comes first.
    """
    if not is_short_name(word) or word not in text:
        return []
    bare = rf"(?<![\w’'-]){re.escape(word)}"
    forms = [bare + _WHOLE + "{1,2}" + _END] if first else []
    forms += [rf"(?<![\w’'-]){_ABOVE}{re.escape(word)}{_END}(?!{_GAP}{PART})"] if last else []
    found = [one[0].split() for form in forms for one in re.finditer(form, text)]
    whole = [" ".join(words) for words in found if is_name(" ".join(words))]
    return merged(whole or filter(None, (_without_first(words) for words in found)))


def _without_first(words: Sequence[str]) -> str:
    """``By Ada Byron`` without the word before the name; nothing where no name is left."""
    name = " ".join(words[1:])
    return name if len(words) > _TWO and is_name(name) else ""


_TWO = 2


_END = r"(?![\w-]|['’](?!s\b))"
"""Behind a name nothing goes on with it; ``Ada Byron's`` is hers."""


def borne_by_one(surname: str, text: str) -> str | None:
    """The one full name in a text that ends in a surname; a first name is too common to tell."""
    names = bearers(surname, text, first=False)
    return names[0] if len(names) == 1 else None


def named_once(first: str, text: str) -> str | None:
    """The one full name in a text that begins with a first name."""
    names = bearers(first, text, last=False)
    return names[0] if len(names) == 1 else None


def is_spoken_of(name: str, text: str) -> bool:
    """Whether the text treats the name as a person's: with a role or a verb of speech."""
    surname = name.split()[-1]
    if any(_SPEAKING.match(text, end) for _, end in _places(surname, text)):
        return True
    whole = [(at, end) for at, end in _places(name, text) if not _OF_SHOW.match(text, end)]
    return any(
        _BEFORE_NAME.search(text, max(0, start - 24), start)
        or _HAS_ROLE.match(text, end)
        or (_AT_SENTENCE.search(text[max(0, start - 3) : start]) and _AS_SHE.match(text, end))
        for start, end in whole
    )


def treated_as_person(name: str, text: str) -> bool:
    """Whether what has the form of a name is a person's in a text; a show may be called so too.

    A show is named again, or stands beside its host, and neither signs, speaks nor does anything.
    """
    if not is_name(name):
        return False
    bare = re.escape(name)
    acts = (
        rf"(?m)^\W*[—–-]\s?{bare}|\b[Bb]y {bare}|{bare}:|/@\w*{re.escape(name.split()[0].lower())}"
    )
    once = text.count(name) == 1 and not _HOST_TOLD.search(text[:_TOP])
    return once or bool(re.search(acts, text)) or is_spoken_of(name, text)


_HOST_TOLD = re.compile(rf"\b(?i:hosts?:|hosted by)\W{{1,4}}{PART}")
_TOP = 2_000
"""Letters of the top of a page."""


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or behind.isalnum()):
            yield start, end
        start = text.find(name, end)


def resolve(name: str, people: Sequence[str]) -> str | None:
    """The one full name among ``people`` that a full, short or misspelt name stands for."""
    wanted = bare_name(name)
    key = wanted.lower()
    if not key:
        return None
    exact = [person for person in people if person.lower() == key]
    if exact:
        return exact[0]
    parts = key.split()
    if len(parts) == 1:
        near = [
            person
            for person in people
            if key in (person.lower().split()[0], person.lower().split()[-1])
        ]
    else:
        near = [person for person in people if _same_person(key, person.lower())]
        near = near or [person for person in people if person.lower().endswith(f" {key}")]
    return near[0] if len(set(near)) == 1 else None


def _same_person(one: str, other: str) -> bool:
    """Spellings of one name: the same ends around a middle name, or near-equal letters.

    First names that sound alike are one (``Jon``, ``John``), others two: Maria is not Mario.
    """
    first, second = one.split(), other.split()
    if one.replace("-", " ") == other.replace("-", " "):
        return True  # "Anna Berg-Lund", "Anna Berg Lund"
    if len(first) < 2 or len(second) < 2:
        return first[0][0] == second[0][0] and fuzz.ratio(one, other) >= _NEAR
    if first[-1] == second[-1]:
        initials = any(len(name[0].strip(".")) == 1 for name in (first, second))
        return _sound(first[0]) == _sound(second[0]) or (initials and first[0][0] == second[0][0])
    return (
        _sound(first[0]) == _sound(second[0])
        and _sound(first[-1])[0] == _sound(second[-1])[0]
        and fuzz.ratio(one, other) >= _NEAR
    )


_NEAR = 86
"""Of 100: how alike two spellings of a name are at least."""

_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("j", "i"),
    ("y", "i"),
    ("ie", "i"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
)


def sounds_like(one: str, other: str) -> bool:
    """Whether two names of one word sound alike: ``Ottilie``, ``Otillie``."""
    return _sound(one.lower()) == _sound(other.lower())


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A name's word without accents, silent letters and doubled ones; never empty."""
    letters = unicodedata.normalize("NFKD", word)
    bare = "".join(char for char in letters if char.isalpha()) or word
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    bare = bare[0] + bare[1:].replace("h", "")
    return re.sub(r"(.)\1+", r"\1", bare)


def merged(names: Iterable[str]) -> list[str]:
    """Names without repetition; spellings of one person become the first of them."""
    people: list[str] = []
    for name in names:
        if resolve(name, people) is None:
            people.append(bare_name(name))
    return people
