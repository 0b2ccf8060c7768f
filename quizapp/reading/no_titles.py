"""Lines at the top of a page that look like a title by their form, and are none."""

from __future__ import annotations

import re

from quizapp.reading.air_times import tells_air_time
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME
from quizapp.reading.seasons import only_counts

_OFFERED = re.compile(
    r"^(?:listen|read|watch|download|play|view|stream|subscribe|follow)"
    r"(?: (?:here|now|to it|on|via|in|online|below))?\s?:\s",
    re.IGNORECASE,
)
"""``Listen: the audio``, ``Listen here: Pod Player | Wave``: buttons."""

_HANDLE = re.compile(r"(?<!\S)@\w{2,}\b")
_BARS = re.compile(r"\s[|·•]\s")
"""``Ada Byron: @ada | Code | Blog``: where to find somebody."""

_PICTURE = re.compile(
    r"\s[-–—|]\s(?:podcast |episode |show )+(?:cover|artwork|image|thumbnail|logo)(?: art)?$",
    re.IGNORECASE,
)
"""``Deep Sleep - podcast episode cover``: what a reader says of a picture."""

_COUNTED = re.compile(
    r"^(?:annotations?|highlights?|notes?|quotes?|comments?|clips?|bookmarks?|snips?|reviews?|"
    r"episodes?|chapters?|transcripts?|questions?|takeaways?|insights?) \(\d{1,4}\)$",
    re.IGNORECASE,
)
"""``Annotations (26)``: how many of them stand below."""

_OF_APP = re.compile(
    r"^(?:(?:your|my) )?(?:queue|inbox|library|notifications?|messages|updates|downloads|saved|"
    r"bookmarks|favou?rites|playlists?|history|following|subscriptions|watch later|listen later|"
    r"cart|basket|bag|wish ?list|notes|highlights|up next|new episodes)\s?[(·•]?\s?\d{1,4}\+?\)?$"
    r"|^(?:your|my) (?:queue|inbox|library|shows|podcasts|episodes|notes|highlights|account|"
    r"profile|playlists?|history|stats|feed|subscriptions|downloads|bookmarks|favou?rites)$"
    r"|^(?:\d{1,2} ?(?:h|hrs?|hours?) )?(?:\d{1,3} ?(?:m|mins?|minutes?) )?(?:left|remaining)$"
    r"|^\d{1,3}[- ]min(?:ute)?s?\.? read$|^(?:source |original |input )?file(?: ?name)?:\s"
    r"|^(?:(?:other |more )?ways|how|where) to (?:listen|watch|subscribe|tune in)$"
    r"|^(?:featuring|starring|hosted by|presented by) (?-i:[A-Z])[\w’'. -]{2,60}$"
    r"|^(?:now playing|up next|continue listening|recently played|start listening|listen later)$"
    r"|^(?:episode|podcast|listen|book|interview|conversation|pick|editor['’]s pick|letter|quote|"
    r"question) of the (?:day|week|month|year)$",
    re.IGNORECASE,
)
"""``Your queue 3``, ``Inbox (2)``, ``Pick of the month``: what an app or a site offers."""

_ASKED_PART = re.compile(
    r"^(?:chapter|part|section|question|segment) \d{1,3}\s?[:.–—-]\s.+\?$", re.I
)
"""``Chapter 1: What is a Well?``: what a part of the page answers."""

_NOTICE = re.compile(
    r"\b(?:enable|turn on|allow|accept|disable) (?:javascript|cookies|your ad ?blocker)\b"
    r"|\b(?:javascript|cookies) (?:is|are|must be|needs? to be) (?:disabled|required|enabled|"
    r"blocked|turned off)\b"
    r"|\b(?:this|our) (?:site|website|page|app) (?:uses|requires)\b|\bpreview mode\b"
    r"|^manage (?:episode|series|podcast) \d{3,}\b",
    re.IGNORECASE,
)
"""``Preview mode: links do not work``, ``Please enable JavaScript``: notices of a site."""

_ICONS = re.compile(r"^(?:artwork|cover|thumbnail|logo)?(?:\s?\bicon[A-Z]\w*)+$", re.IGNORECASE)
"""``Artwork iconShare``: names of pictures that an extraction wrote out."""

_LEADS = re.compile(
    r"^(?:quotes? |more |lines? )?(?:from|in|about|on) (?:the|this|today['’]s) "
    r"(?:episode|show|podcast|conversation|interview|talk)\s?:?$",
    re.IGNORECASE,
)
"""``From the episode:``, above what was said."""

_SIGNED = Form(rf"^[“\"«„].{{20,}}[.!?…][”\"»“]\s?[—–-]\s?{NAME}(?:,\s.{{3,60}})?$")
"""``“A bell is never finished.” — Ada Byron``: what she said."""

_OF_MAKER = re.compile(
    r"^(?:the|an?|our) (?:official )?(?:podcast|radio show|audio series|interview series) "
    r"(?:of|from|by) (?:the )?(?-i:[A-ZÀ-Þ])[^,.:!?]{3,60}$",
    re.IGNORECASE,
)
"""``The podcast of the Night Society``"""


_MOTTO = re.compile(
    r"^(?:An?|Your|Our) (?:[a-z]+[ -]){0,3}"
    r"(?:quarterly|monthly|fortnightly|weekly|magazine|journal|newsletter|podcast|programme) "
    r"(?:of|about|for|on) [^.!?:|]{3,80}$"
)
"""``A quarterly of bells and towers``: what a magazine says below its name."""


_CAPTION = re.compile(
    r"\((?:supplied|photo(?:graph)?|image|picture|credit|courtesy|source)s?"
    r"(?::| by| of)\s?[^()]{2,80}\)$",
    re.IGNORECASE,
)
"""``The bell was cast in 1869. (Supplied: Night Museum)``, below a picture"""


def is_caption(text: str) -> bool:
    """Whether a line stands below a picture and ends in whose picture it is."""
    return text.endswith(")") and _CAPTION.search(text) is not None


_SORT = re.compile(
    r"(?:new|latest|full|this)? ?(?:podcast|audio|video|newsletter|article|post)(?: episode)?|"
    r"(?:guest|bonus|special|solo) episode",
    re.I,
)
"""What a page is, said above its title."""


def is_beside_title(text: str) -> bool:
    """Whether a line says what sort of page it is, counts seasons, or stands below a picture."""
    return bool(_SORT.fullmatch(text)) or only_counts(text) or is_caption(text)


def is_no_title(text: str) -> bool:
    """Whether a line offers links, shows a picture, counts what is below, or heads one part."""
    return bool(
        _OFFERED.match(text)
        or (_HANDLE.search(text) and _BARS.search(text))
        or _PICTURE.search(text)
        or _COUNTED.match(text)
        or _OF_APP.match(text)
        or _ASKED_PART.match(text)
        or _NOTICE.search(text)
        or _SIGNED.match(text)
        or _ICONS.match(text)
        or _LEADS.match(text)
        or _MOTTO.match(text)
        or is_of_maker(text)
        or is_caption(text)
        or tells_air_time(text)
    )


def is_of_maker(text: str) -> bool:
    """Whether a line says whose podcast the page is of, and not which episode."""
    return bool(_OF_MAKER.match(text))


def is_saying(text: str) -> bool:
    """Whether a line is a quotation with the name of whoever said it."""
    return bool(_SIGNED.match(text))
