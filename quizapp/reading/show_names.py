"""The shape of a show's name."""

from __future__ import annotations

import re

from quizapp.reading.headings import area_of
from quizapp.reading.labels import field_of
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_noise
from quizapp.reading.wording import looks_like_heading, plain, word_count

SHOW_WORD = re.compile(
    r"\b(?:podcast|show|radio|weekly|daily|monthly|hour|fm|pod|cast|talks|letters?|review|"
    r"conversations|dispatch|files|sessions|diaries|notes|journal|club|report)\b|"
    r"[a-z]\shours$",
    re.IGNORECASE,
)

NAME_OF_SHOW = r"[A-Z][\w'’&-]*(?: (?:of|the|and|in|on|for|with|to|a|&|[A-Z][\w'’&-]*)){0,5}"
"""Words with capitals, and small ones between them."""

_SORT = re.compile(
    r"(?:(?:podcast|full|new|latest|this|video|radio|audio|lecture|event|webinar) ?)*"
    r"(?:episode|podcast|show|interview|series)|interviews|features|essays|field notes|q ?& ?as?",
    re.I,
)
"""``Podcast Episode``: what it is, and no name."""

_CREDIT = re.compile(
    r"^(?:presented|hosted|produced|narrated|written|edited|interview(?:ed)?|words|text|story|"
    r"reported|photographs|photos|illustrations) by\s|"
    r"^(?:an?|our|your)\s(?:[\w'’-]+\s){0,3}(?:podcast|show|series|programme)\s"
    r"(?:by|with|from|hosted|presented|about)\s",
    re.IGNORECASE,
)
"""``Hosted by Ada Byron``, ``A podcast by Ada Byron``: who makes it, and no name."""

_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:]{1,20}?)\s?:\s")
_PATH = re.compile(r"\s[›»→▸]\s")
"""``Episodes › Season 3``"""

_BUTTON_BEHIND = re.compile(r"\s(?:subscribe|sign (?:in|up)|log ?in|menu|donate)$", re.IGNORECASE)
"""``Night Radio Subscribe``: a site's name with a button beside it."""

_CAPITALS = 2

_LONGEST = 6

_SMALL = frozenset("of the and in on for with to a &".split())


def trimmed(name: str) -> str:
    """A name without small words at its end and signs around it."""
    words = plain(name).strip(" .,:;|·-–—").split()
    while words and words[-1] in _SMALL:
        words.pop()
    if words and words[0].islower():
        words[0] = words[0].capitalize()
    return " ".join(words)


_TAGLINE = re.compile(
    r"^(?P<show>[A-Z][^|–—:]{2,40}?)(?:\s[|–—-]|:)\s(?:(?:a|an|the|our|der|die|das|ein|eine|le|la|el|"
    r"il|o|un|una|une)\s)(?:[\w'’-]+\s){0,3}?(?:[\w-]+-)?"
    r"(?:(?:podcast|show|conversations?|programme|program|series|interviews?)$"
    r"|podcast\s(?:of|about|on|from|for|by)\s\S)",
    re.IGNORECASE,
)


def without_tagline(name: str) -> str:
    """``Night Radio – The sleep podcast`` → ``Night Radio``: what sort of show it is goes."""
    found = _TAGLINE.match(name)
    return found["show"] if found and found["show"][0].isupper() else name


_GLUED_LABEL = re.compile(r"^(?:Podcast|Episode|Show|Series)(?=[A-ZÀ-Þ][^\W_A-ZÀ-Þ])")


def without_glued_label(name: str, text: str) -> str:
    """``EpisodeNight Radio`` → ``Night Radio``, where the text of a page says that alone too."""
    bare = _GLUED_LABEL.sub("", name)
    return bare if bare != name and text.count(bare) > text.count(name) else name


_SEASON = re.compile(r",?\s(?:season|series|staffel|saison)\s\d{1,2}$", re.IGNORECASE)
_COMPANION = re.compile(r"^(?:a )?companion to (?=[A-Z])", re.IGNORECASE)
_OF_LETTER = re.compile(
    r"^(?P<show>[A-Z][^|–—:]{2,40}?)\s[–—-]\s(?:the )?(?:blog|newsletter|letter|mail|"
    r"(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|weekly|daily|monthly) "
    r"(?:letter|notes|edition|mail|digest|newsletter|blog))$",
    re.IGNORECASE,
)
"""``Night Radio — Sunday notes``: what a show sends to its listeners."""


_BUTTONS = re.compile(r"(?:Subscribe|Share|Follow|Donate)(?:Sign|Log|Share|Get|Subscribe)\b")
"""``SubscribeSign in``: two buttons of a site, glued."""


def bare_show(name: str) -> str:
    """A show's name without its season and what is written about it; empty where it is none."""
    if _BUTTONS.match(name):
        return ""
    name = _COMPANION.sub("", _SEASON.sub("", name))
    found = _OF_LETTER.match(name)
    return uncapped(found["show"]) if found else name


def uncapped(name: str) -> str:
    """``THE STAGE DOOR`` → ``The Stage Door``; abbreviations stay."""
    name = without_tagline(name)
    words = name.lower().split()
    if not name.isupper() or len(words) < _CAPITALS:
        return name
    return " ".join(
        word if place and word in _SMALL else word.capitalize() for place, word in enumerate(words)
    )


def is_name_of_show(name: str) -> bool:
    """Whether a text has the shape of a show's name."""
    return (
        3 <= len(name) <= 50
        and word_count(name) <= _LONGEST
        and name[0].isupper()
        and looks_like_heading(name)
        and not name.endswith((":", "?", " /", " |", " ›", " >", " »"))
        and not any(char.isdigit() or char in "@|" for char in name)
        and not is_noise(name)
        and not (_SORT.fullmatch(name) or _BUTTON_BEHIND.search(name) or _CREDIT.match(name))
        and area_of(name) is None
        and not (_PATH.search(name) or _is_labelled(name))
    )


def _is_labelled(name: str) -> bool:
    """``Host: Ada Byron``: a value with its label."""
    found = _LABEL.match(name)
    return found is not None and field_of(found["label"]) is not None


_PLACE = re.compile(
    r"(?:the )?(?:main|second|side|north|south|east|west|upper|lower|great|big|small|centre|center|"
    r"lecture) (?:stage|hall|auditorium|theat(?:er|re)|room|ballroom|track)|"
    r"(?:stage|hall|auditorium|theat(?:er|re)|room|ballroom|track) (?:[A-Z]|\d{1,3})",
    re.IGNORECASE,
)
"""``Main Stage``, ``Room B``, beside a day"""


def is_place(name: str) -> bool:
    """Whether a name is that of a place in which talks are given."""
    return _PLACE.fullmatch(name.strip()) is not None


def is_no_person(name: str) -> bool:
    """Whether a name cannot be a person's, which a title may begin with too."""
    return not is_name(name) or bool(SHOW_WORD.search(name))
