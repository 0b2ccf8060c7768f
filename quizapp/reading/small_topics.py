"""Topics in small letters below their glued heading: ``Topicssea salt``, ``wells``, ``ropes``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.reading.headings import area_named
from quizapp.reading.noise import is_noise

_GLUED = re.compile(
    r"^(?P<head>(?:(?:Key|Main|Top|All|Related|Episode) )?"
    r"(?:[Tt]opics|[Tt]hemes|[Kk]eywords|[Ss]ubjects|[Tt]ags)"
    r"(?: (?:covered|discussed))?)(?P<first>[a-z][^.!?:;]{2,50})$"
)
_TOPIC = re.compile(r"[a-z][^.!?:;|]{1,50}[^\W_]")
_FEWEST = 3
_WORDS = 5
_MOST = 40
"""Topics of one list"""


def small_topics_apart(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines of a page, with the heading of such a list apart and bullets before its topics."""
    held: list[tuple[int, str]] = []
    for line, raw in lines:
        if held and len(held) <= _MOST and _is_topic(raw):
            held.append((line, raw))
            continue
        yield from _told(held)
        held = [(line, raw)] if _begins(raw) else []
        if not held:
            yield line, raw
    yield from _told(held)


def _begins(raw: str) -> bool:
    found = _GLUED.match(raw.strip()) if raw[:1].isupper() else None
    return found is not None and _is_topic(found["first"])


def _is_topic(raw: str) -> bool:
    text = raw.strip()
    told = len(text) <= _LONGEST and _TOPIC.fullmatch(text) and len(text.split()) <= _WORDS
    return bool(told) and area_named(text) is None and not is_noise(text)


_LONGEST = 52


def _told(held: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """A list that is long enough, taken apart; or its lines as they were."""
    found = _GLUED.match(held[0][1].strip()) if len(held) >= _FEWEST else None
    if found is None:
        yield from held
        return
    line = held[0][0]
    yield line, found["head"]
    yield line, f"- {found['first']}"
    yield from ((number, f"- {raw.strip()}") for number, raw in held[1:])
