"""Captions (WebVTT, SubRip): cues with times, and who speaks where that is marked."""

from __future__ import annotations

import re

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
    for number, raw in enumerate(text.split("\n"), start=1):
        times = _TIMES.match(raw)
        if times:
            start = _seconds(times["start"])
        elif not raw.strip():
            start = None
        elif start is not None:
            _add(cues, raw, number, start)
    return tuple(cues)


def _add(cues: list[Cue], raw: str, line: int, start: int) -> None:
    voice = _VOICE.search(raw)
    words = fold(_TAG.sub("", _VOICE.sub("", raw)))
    if words and not (cues and cues[-1].text == words):
        name = voice["name"].strip() if voice else None
        if name is None and cues and cues[-1].end == line - 1 and cues[-1].seconds == start:
            name = cues[-1].speaker
        cues.append(Cue(words, line, line, start, name))


def _seconds(text: str) -> int:
    parts = [int(part) for part in re.split(r"[.,]", text)[0].split(":")]
    hours, minutes, rest = [0, *parts][-3:]
    return 3600 * hours + 60 * minutes + rest
