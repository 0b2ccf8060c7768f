"""An answer somewhat too long to be recalled, without its idlest sentences.

The point of a story stands at its end as often as at its beginning, so that the first sentences
alone are no answer. Whole sentences are left out, never parts of one, and none that another one
leans on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import combinations

from quizapp import language
from quizapp.sentences.leaning import leans
from quizapp.sentences.phrasing import tidy

_ABOUT, _REASON, _FIGURE, _ENDS, _NAMES = 3.0, 1.5, 1.0, 1.0, 0.5
"""What a sentence is worth: a word of what is asked, a reason, a result, the last place, a name."""
_WORD, _CURT = 0.05, 4
"""What a word is worth; words of a sentence that only rounds off: ``Then it's happy.``"""
_OVER, _GONE, _SENTENCES = 1.5, 3, 12
"""How much too long a text may be, how many sentences may go, and of how many."""
_MOST_ABOUT = 2
"""So many words of what is asked count."""
_CAUSE = re.compile(
    r"\b(?:because|since|so that|therefore|which is why|that is why|as a result|otherwise|thus|"
    r"hence|due to|this means|which means|thereby|so)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\d|\b(?:more|less|fewer|higher|lower|better|worse|faster|slower|rose|fell|won|lost|failed|"
    r"died|survived|found|showed|proved|turned out|ended|half|twice|never|none|no|two|three|four|"
    r"five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b",
    re.IGNORECASE,
)
_CAME_OF_IT = re.compile(
    r"(?:After|In the end|Finally|Eventually|At last|By then|Only then|Then|So|As a result|"
    r"Instead|But|Yet)\b"
)
"""What opens a sentence that tells how it went on."""
_COUNSEL = re.compile(r"\b(?:should|ought to|must|wants? to|needs? to)\b")
_DENIES = re.compile(r"\b(?:not|no|never|none|wrong|myth|false|untrue|neither|nobody)\b|n['’]t\b")
_SHORT_DENIAL = 8
"""Words of a sentence that takes back what stands before it."""
_ASIDE = re.compile(
    r"(?:Meanwhile|Elsewhere|Another|A second|Incidentally|By the way|For example|For instance|"
    r"Suppose|Imagine|Say)\b|[“\"(]"
)
"""Another story, an example, a quotation: what is cut first."""


def abridged(
    parts: Sequence[str],
    kept: Collection[int],
    asked: str,
    most: int,
    is_empty: Callable[[str], bool],
) -> list[int] | None:
    """Which sentences to keep so that ``most`` words hold them; None where too many would go.

    Those of ``kept`` stay. A sentence that leans on the one before it, or speaks of ``the ship``
    that only a sentence before it has named, goes with that one. ``is_empty`` tells what says
    nothing.
    """
    places = range(min(kept), len(parts))
    if not most < _length(parts, places) <= _OVER * most or len(places) > _SENTENCES:
        return None
    wanted = set(language.content_stems(asked))
    worth = {
        i: 0.0 if is_empty(parts[i]) else _worth(parts[i], wanted, last=i == places[-1])
        for i in places
    }
    idle = [i for i in places if i not in kept]
    best: tuple[float, int, list[int]] | None = None
    for count in range(1, _GONE + 1):
        for gone in combinations(idle, count):
            left = [i for i in places if i not in gone]
            if _length(parts, left) > most or any(_needed(parts, i, left) for i in left):
                continue
            cost = (sum(worth[i] for i in gone) + count, -_length(parts, left), left)
            best = min(best, cost) if best else cost
    return best[2] if best else None


def _length(parts: Sequence[str], chosen: Collection[int]) -> int:
    return sum(len(parts[i].split()) for i in chosen)


def _worth(sentence: str, wanted: set[str], *, last: bool) -> float:
    length = len(sentence.split())
    if _DENIES.search(sentence) and length <= _SHORT_DENIAL:
        return _ABOUT * _MOST_ABOUT  # "None of it was true."
    if _ASIDE.match(sentence) or sentence.endswith("?") or length <= _CURT:
        return 0.0
    shared = len(wanted & set(language.content_stems(sentence)))
    named = any(t.tag == "NP0" for t in language.tag(sentence)[1:])
    return (
        _WORD * length
        + _ABOUT * min(shared, _MOST_ABOUT)
        + _REASON * bool(_CAUSE.search(sentence))
        + _FIGURE * bool(_TOLD.search(sentence))
        + _ENDS * (last + bool(_CAME_OF_IT.match(sentence)))
        - _NAMES * bool(_COUNSEL.search(sentence))
        + _NAMES * named
    )


def _needed(parts: Sequence[str], place: int, left: Collection[int]) -> bool:
    """Whether a sentence leans on one before it that goes."""
    if not place or place - 1 in left or place == min(left):
        return False
    if leans(tidy(parts[place])) or _names_only_there(parts, place, left):
        return True
    if _AFTERWARDS.search(parts[place]):
        return True  # after what?
    opening = _OPENS_KNOWN.match(parts[place])
    return opening is not None and not _is_known(opening["noun"], parts, place, left)


_AFTERWARDS = re.compile(
    r"\b(?:the (?:next|following|same|previous|second|third|other|latter|former) \w+|later|"
    r"afterwards|by then|at the time|at that point|that (?:year|day|night|time|week|month))\b",
    re.IGNORECASE,
)
_OPENS_KNOWN = re.compile(r"The (?P<noun>[a-z][\w’-]*)(?= (?:is|was|were|are|had|has|[a-z]+ed)\b)")
"""``The difference was``: of what, a sentence before has told."""


def _is_known(noun: str, parts: Sequence[str], place: int, left: Collection[int]) -> bool:
    told = (parts[i] for i in left if i < place)
    return language.stem(noun) in {s for one in told for s in language.content_stems(one)}


_THE = re.compile(r"\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Ss]uch) (?:[\w’'-]+ ){0,2}?(?P<noun>[\w’'-]+)\b")


def _names_only_there(parts: Sequence[str], place: int, left: Collection[int]) -> bool:
    """Whether a sentence that goes alone names what a later one takes up as ``the …``."""
    things = {language.stem(found["noun"].lower()) for found in _THE.finditer(parts[place])}
    known = {stem for i in left if i < place for stem in language.content_stems(parts[i])}
    gone = (parts[i] for i in range(min(left), place) if i not in left)
    return bool((things - known) & {stem for one in gone for stem in language.content_stems(one)})
