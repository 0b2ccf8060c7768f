"""Captions (WebVTT, SubRip): cues with times, and who speaks where that is marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quizapp.reading.page import Cue
from quizapp.reading.wording import fold

_TIMES = re.compile(
    r"^\s*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,40})?\s+(?P<name>[^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|<\d[\d:.]{0,12}>|\{\\[^{}]{0,20}\}")


def is_captions(text: str) -> bool:
    """Whether a text is WebVTT or SubRip: cue times near its start."""
    head = text.lstrip("\ufeff \n")[:3000]
    return head.startswith("WEBVTT") or any(_TIMES.match(line) for line in head.split("\n")[:12])


def read_captions(text: str) -> tuple[Cue, ...]:
    """The cues in order; notes, styles and numbers are none. Rolling repetitions go."""
    cues: list[Cue] = []
    start: int | None = None
    told = False
    for number, raw in enumerate(text.split("\n"), start=1):
        times = _TIMES.match(raw) if "-->" in raw else None
        if times:
            start, told = _seconds(times["start"]), False
        elif not raw.strip():
            # Rolling captions begin with a line that holds a blank.
            start = start if raw and not told else None
        elif start is not None:
            told = True
            for name, words in _voices(raw):
                _add(cues, name, words, number, start)
    return tuple(cues)


def _voices(raw: str) -> Iterator[tuple[str | None, str]]:
    """``<v Ada>Why?</v> <v Carl>So.</v>``: each voice of a line with its words, freed of tags."""
    place, name = 0, None
    for voice in _VOICE.finditer(raw) if "<v" in raw else ():
        yield name, _words(raw[place : voice.start()])
        place, name = voice.end(), html.unescape(voice["name"]).strip()
    yield name, _words(raw[place:])


def _words(raw: str) -> str:
    bare = _TAG.sub("", raw) if "<" in raw or "{" in raw else raw
    return fold(html.unescape(bare) if "&" in bare else bare)


def _add(cues: list[Cue], name: str | None, words: str, line: int, start: int) -> None:
    last = cues[-1] if cues else None
    if last and name is None and last.end == line - 1 and last.seconds == start:
        name = last.speaker
    if words and not (last and last.text == words and last.speaker == name):
        cues.append(Cue(words, line, line, start, name))


def _seconds(text: str) -> int:
    parts = [int(part) for part in re.split(r"[.,]", text)[0].split(":")]
    hours, minutes, rest = [0, *parts][-3:]
    return 3600 * hours + 60 * minutes + rest
