"""What a text says without its dress: bullets, emoji, markup, citation marks, outer quotes."""

from __future__ import annotations

import re
from functools import lru_cache

_LONG = 4_000
"""Letters."""

EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a\u231b\u23e9-\u23f3\ufe0e\ufe0f"
    "\u200b-\u200d\u2060\ufeff\u20e3\u2139\u25b6\u25c0\u2934\u2935]"
)
_EMOJIS = re.compile(f"{EMOJI.pattern}+")
_HIDDEN = frozenset("\ufe0e\ufe0f\u200b\u200c\u200d\u2060\ufeff\u20e3")
"""Signs among these that nobody sees: they part no words."""

_BUTTON_BEHIND = re.compile(
    r"\s*\[?(?:[Cc]lick to (?:[Tt]weet|[Ss]hare)|[Tt]weet (?:[Tt]his|[Tt]hat|[Qq]uote)|"
    r"[Ss]hare (?:this )?[Qq]uote|[Cc]opy (?:[Qq]uote|[Ll]ink))\]?\W{0,3}$"
)
"""What stands behind a quote for the readers."""

_WIKI = re.compile(r"!?\[\[([^\[\]|]{1,200})(?:\|([^\[\]|]{1,200}))?\]\]")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}\)")
_EMPHASIS = re.compile(r"\*{2,3}|__|(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])|`")
_REFERENCE = re.compile(
    r" ?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]|(?:(?<=[a-z]{3})|(?<=[.,;:”\")]))[⁰¹²³⁴-⁹]+"
)
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[,;:.!?](?:\s|$))")
_QUOTE_PAIRS = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“", "”": "”", "'": "'"}
SENTENCE_END = (".", "!", "?", "…")
_CLOSERS = "\"”’')]»*_"
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|No|Jr|Sr|[A-Z])\.$")


def fold(text: str) -> str:
    """White space folded to single spaces, none at the ends."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Text without emoji, markup and bracketed reference numbers."""
    return _plain_long(text) if len(text) > _LONG else _plain(text)


@lru_cache(maxsize=32_768)
def _plain(text: str) -> str:
    """The readers of a page ask for the same lines again and again, from its first to its last.

    So all of a page are kept: with fewer than it has, each is gone when it is asked for again.
    """
    return _bare(text)


@lru_cache(maxsize=4)
def _plain_long(text: str) -> str:
    """Few of these are kept: a line may be the whole transcript."""
    return _bare(text)


def _bare(text: str) -> str:
    if "weet" in text or "hare" in text or "opy" in text:
        text = _BUTTON_BEHIND.sub("", text)
    if not text.isascii():
        text = _EMOJIS.sub(_gap, text)
    if "[[" in text:
        text = _WIKI.sub(lambda found: found[2] or found[1], text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub("", text)
    if "[" in text or not text.isascii():
        bare = _REFERENCE.sub("", text)
        if bare != text:
            text = _SPACE_BEFORE_STOP.sub("", bare)
    return fold(text)


def _gap(found: re.Match[str]) -> str:
    """What stands for a picture: a blank between two words, else nothing."""
    start, end = found.span()
    beside = (found.string[start - 1 : start], found.string[end : end + 1])
    return " " if all(map(str.isalnum, beside)) and not _HIDDEN.issuperset(found[0]) else ""


_MIXED = ('“"', '"”')
"""A mark typed by hand beside one that a program has curved."""


def unquoted(text: str) -> str:
    """Text without one pair of quotation marks around the whole of it."""
    closing = _QUOTE_PAIRS.get(text[:1])
    if closing is None or len(text) < 3:
        return text
    inside = text[1:-1]
    if text[0] + text[-1] in _MIXED and not any(sign in inside for sign in '“”"'):
        return inside.strip()
    if not text.endswith(closing):
        return text
    if text[0] in inside or closing in inside.replace("n't", "").replace("n’t", ""):
        pairs = inside.count(text[0]) == inside.count(closing)
        opens_first = inside.find(text[0]) <= inside.find(closing)
        apostrophes = closing in "’'" and text[0] not in inside
        if text[0] == closing or not ((pairs and opens_first) or apostrophes):
            return text
    return inside.strip()


def is_quoted(text: str) -> bool:
    """Whether quotation marks stand around the whole text."""
    return unquoted(text) != text


def word_count(text: str) -> int:
    """How many words, separated by white space."""
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, behind any closing quotes and brackets."""
    return text.rstrip(_CLOSERS).endswith(SENTENCE_END)


def sentence_count(text: str) -> int:
    """About how many sentences; abbreviations do not end one."""
    count, start = 1, 0
    for found in _SENTENCE.finditer(text):
        if not _ABBREVIATION.search(text[start : found.start()][-8:]):
            count += 1
        start = found.end()
    return count


def is_prose(text: str) -> bool:
    """A whole sentence or more, not a heading, a label or a menu entry."""
    words = word_count(text)
    return (words >= 4 and ends_sentence(text)) or words >= 25


_NO_STATEMENT = re.compile(
    r"^(?:what|how|why|who|when|where|which|whether)\b|://|www\.|(?-i:\bby [A-Z])|[?:]$",
    re.IGNORECASE,
)
_STATEMENT_WORDS = 7


def is_statement(text: str) -> bool:
    """A clause that lost its full stop, as in lists: no title, question, label or link."""
    words = text.split()
    if is_prose(text):
        return not text.endswith("?")
    if len(words) < _STATEMENT_WORDS or _NO_STATEMENT.search(text):
        return False
    small = sum(1 for word in words[1:] if not word[0].isupper())
    return not words[0][0].islower() and small >= 0.6 * (len(words) - 1)


def looks_like_heading(text: str) -> bool:
    """Short, begins like a heading, and does not end as a sentence does (``?`` may)."""
    bare = text.rstrip("*_ ")
    if not bare or len(bare) > 100 or word_count(bare) > 14:
        return False
    if bare.isdecimal():
        return False  # a counter
    if bare.endswith("”") or bare.rstrip("\"'’)").endswith((".", "!", ",", ";", "…")):
        return False
    return bare[0].isupper() or bare[0].isdigit() or bare[0] in "“\"'‘*#"
