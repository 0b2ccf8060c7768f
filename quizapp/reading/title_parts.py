"""A title line between its bars and dashes: which part is the title, the show, the number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.reading.names import is_name
from quizapp.reading.wording import fold

BARS = re.compile(r"\s+[|·•»›]\s+|\s*\|\s*|\s+(?:::|//)\s+")

_DASHES = re.compile(r"\s+[-–—]\s+")

NUMBER = re.compile(
    r"(?:\(|\[)?(?:#\s?(\d{1,4})\b|\b(?:episode|ep|eps|no|nr|folge|épisode|episodio|episódio|aflevering|puntata)(?:\b|(?=\d))\.?\s?#?\s?(\d{1,4})\b"
    r"|(?:\bS\d{1,2}\s?|\b)E(\d{1,4})\b(?!\w))(?:\)|\])?",
    re.IGNORECASE,
)

LETTERS_COUNT = re.compile(
    r"\b(?:letter|newsletter|digest|bulletin|gazette|dispatch)\W{1,3}(?:no\.?|number|issue)\s?#?\d{1,4}$",
    re.IGNORECASE,
)
"""``The Sunday Letter — No. 44``: a letter counts itself."""

SHOW_WORD = re.compile(
    r"\b(?:podcasts?|show|radio|cast|pod|experience|fm|audio|broadcast|"
    r"(?<!\ban )(?<!\bper )(?<!\bone )(?<!\blast )(?<!\bfirst )hour)\b",
    re.IGNORECASE,
)

_SITE = re.compile(
    r"^(?:at a glance|"
    r"(?:full |video |episode |podcast |ai |key |quick |short |free ){0,4}(?:transcripts?|"
    r"summary|summaries|show ?notes|notes|highlights|takeaways|insights|q ?& ?a|quotes|recap|"
    r"review|overview|chapters|timestamps|youtube|spotify|apple podcasts|google podcasts|audible|"
    r"video|full episode|extras|bonus|handout|worksheet|cheat ?sheet|flash ?cards|extracts|"
    r"excerpts|"
    r"(?:study|chapter|fan|listening|reading|programme|program|class) (?:guide|notes|sheet)|"
    r"write-?up|"
    r"summary, [\w, ]{2,30}(?:and|&) (?:q ?& ?a|insights|takeaways|highlights|quotes)|"
    r"summary (?:and|&|\+) .{2,30}|transcript (?:and|&|\+) .{2,30}|questions? (?:and|&) answers?)"
    r"(?: (?:by|on|from) .{2,30})?|"
    r"(?:www\.)?[\w-]{2,30}\.(?:com|org|net|io|fm|co|ai|app|dev|tv|me|info|example|co\.uk|de|fr|es|it|"
    r"nl|eu))$",
    re.IGNORECASE,
)


_SHOW_IN_BRACKETS = re.compile(
    r"^(?P<title>[^()\[\]]{4,}?)\s[(\[](?:(?:on|from|in)\s)?(?P<show>[A-ZÀ-Þ][^()\[\]|:#\d,]{1,40}?)"
    r"(?:,|\s[–—-])?\s?(?:(?i:episode|ep|no|nr|folge|épisode|episodio)\.?\s?#?|#)"
    r"(?P<number>\d{1,4})[)\]]$"
)
"""``Deep Sleep (Night Radio, episode 12)``"""
_SORT = re.compile(
    r"(?:season|series|s|part|vol(?:ume)?|full|bonus|special|new|podcast|show|op(?:us)?|issue|"
    r"interview|letter|chapter|lesson|lecture|tape|transcript|number|session|conversation)\.?",
    re.IGNORECASE,
)


def show_in_brackets(line: str) -> Title | None:
    """The title, show and number of a line that tells the latter two in brackets behind it."""
    found = _SHOW_IN_BRACKETS.match(line)
    if found is None or BARS.search(found["title"]) or NUMBER.search(found["title"]):
        return None
    show = found["show"].strip(" ,–—-")
    if len(found["title"].split()) < _FEWEST or _SORT.fullmatch(show) or is_site(show):
        return None
    return Title(found["title"].strip(), show, int(found["number"]))


_FEWEST = 2
"""Words of a title before such brackets."""


def is_site(part: str) -> bool:
    """``Transcript``, ``YouTube``: what a page is, or where it stands."""
    return bool(_SITE.match(part))


@dataclass(frozen=True, slots=True)
class Title:
    """A title line taken apart."""

    title: str
    show: str | None = None
    number: int | None = None


_NUMBERED_TITLE = re.compile(
    r"^(?:#\s?|(?:episode|ep|folge|épisode|episodio|episódio|aflevering)\.?\s?#?)(?P<number>\d{1,4})\s*[:.–—-]\s*(?P<title>\S.{2,})$",
    re.IGNORECASE,
)


def parted_at_dashes(whole: str, shows: tuple[str, ...]) -> list[str]:
    """A dash separates the show from the title only where one side is known for a show or site."""
    parts = _DASHES.split(whole)
    for cut in (-1, 1):
        outer = parts[cut] if cut == -1 else parts[0]
        other = parts[0] if cut == -1 else parts[-1]
        counted = _has_number(outer) and not (is_name(other) and _counts_title(outer))
        told = _is_show(outer, shows) or _SITE.match(outer) or counted
        if len(parts) > 1 and told:
            place = whole.rfind(outer) if cut == -1 else len(outer)
            inner = whole[:place] if cut == -1 else whole[place:]
            rest = inner.strip(" -–—")
            return (
                [*parted_at_dashes(rest, shows), outer]
                if cut == -1
                else [outer, *parted_at_dashes(rest, shows)]
            )
    return [whole]


_COUNT_BEHIND = re.compile(r"\s[(\[]#?\d{1,4}[)\]]$")
_TITLE_WORDS = 3


def _counts_title(text: str) -> bool:
    """``Why We Still Hum at Night (#12)``, behind the name of who hums."""
    bare = _COUNT_BEHIND.sub("", text)
    return bare != text and len(bare.split()) >= _TITLE_WORDS


def sorted_out(parts: list[str], shows: tuple[str, ...]) -> Title | None:
    """The title among the parts of a line, with show and number; None without one."""
    titles: list[str] = []
    show: str | None = None
    number: int | None = None
    numbered = [found for part in parts if (found := _NUMBERED_TITLE.match(part))]
    if len(numbered) == 1 and len(parts) == 2:
        other = next(part for part in parts if part != numbered[0][0])
        return Title(numbered[0]["title"], fold(other), int(numbered[0]["number"]))
    if len(parts) == _THREE:
        lone = [place for place, part in enumerate(parts) if is_lone_number(part)]
        if lone and not any(_SITE.match(part) for part in parts):
            first, second = (part for place, part in enumerate(parts) if place != lone[0])
            names = (first, second) if lone[0] == 1 else (second, first)
            return Title(fold(names[1]), fold(names[0]), number_in(parts[lone[0]]))
    for part in parts:
        count, bare = number_in(part), NUMBER.sub(" ", part).strip(" -–—:,")
        if number is None and count is not None:
            number = count
        if not bare or _SITE.match(bare):
            continue
        on = _ON_SHOW.match(bare) if titles or len(parts) > 1 else None
        if on is not None and show is None and is_name(on["who"]) and count is not None:
            show = fold(on["show"])
            continue
        if show is None and (_is_show(bare, shows) or (count is not None and titles)):
            show = fold(bare)
        else:
            titles.append(fold(part if count is None or _is_inside(part) else bare))
    if not titles:
        return Title(show, None, number) if show and len(parts) == 1 else None
    return Title(titles[0] if len(titles) == 1 else " | ".join(titles), show, number)


def _is_inside(part: str) -> bool:
    """``Kiln talk ep 12 raw``: a number between words, without any sign beside it."""
    found = NUMBER.search(part)
    before, behind = (part[: found.start()], part[found.end() :]) if found else ("", "")
    return bool(re.search(r"\w\s$", before) and re.match(r"^\s[^\W\d_]", behind))


_THREE = 3
_ON_SHOW = re.compile(
    r"^(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?(?P<who>[^,:]{4,40}?) on (?P<show>[A-Z].{2,50})$"
)
"""``Dr. Ada Byron on The Engine Room #61``: who was on which show."""


def is_lone_number(part: str) -> bool:
    """``Ep. 90`` between bars."""
    return number_in(part) is not None and not NUMBER.sub("", part).strip(" -–—:,")


def _is_show(text: str, shows: tuple[str, ...]) -> bool:
    bare = NUMBER.sub(" ", text).strip(" -–—:,").lower()
    return bare in {show.lower() for show in shows} or (
        bool(SHOW_WORD.search(bare)) and len(bare.split()) <= 7 and ":" not in bare
    )


def number_in(text: str) -> int | None:
    """The episode's number in a text."""
    found = NUMBER.search(text)
    return int(next(filter(None, found.groups()))) if found else None


def _has_number(text: str) -> bool:
    """``Ep. 7`` alone, or at the end of a show's name."""
    found = NUMBER.search(text)
    return found is not None and found.end() == len(text.rstrip())
