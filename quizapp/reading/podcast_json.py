"""Transcripts and chapters in JSON, as Podcasting 2.0 describes them.

https://github.com/Podcastindex-org/podcast-namespace (transcripts, jsonChapters)
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from quizapp.model import Chapter
from quizapp.reading.draft import Source
from quizapp.reading.page import Cue, Field
from quizapp.reading.wording import fold

_BODY = ("body", "text", "content")
_START = ("startTime", "start", "start_time", "offset")


def read_podcast_json(path: str, text: str) -> Source | None:
    """The cues or chapters of a JSON file; None where it is neither."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    entries = _entries(data, ("segments", "transcript", "cues", "utterances", "results"))
    cues = tuple(_cues(entries, text))
    chapters = tuple(_chapters(_entries(data, ("chapters",))))
    if not cues and not chapters:
        return None
    return Source(path, [], cues=cues, chapters=chapters, fields=_title(data))


def _title(data: object) -> tuple[Field, ...]:
    title = data.get("title") if isinstance(data, dict) else None
    return (Field("title", fold(title), 1),) if isinstance(title, str) and title.strip() else ()


def _entries(data: object, names: tuple[str, ...]) -> list[dict[str, object]]:
    if isinstance(data, dict):
        data = next((data[name] for name in names if isinstance(data.get(name), list)), [])
    return [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []


def _cues(entries: list[dict[str, object]], text: str) -> Iterator[Cue]:
    """Cues with the line of each body, found behind the one before."""
    place, line = 0, 1
    for entry in entries:
        body = next((entry[name] for name in _BODY if isinstance(entry.get(name), str)), None)
        if not isinstance(body, str) or not body.strip():
            continue
        found = max(
            text.find(json.dumps(body), place),
            text.find(json.dumps(body, ensure_ascii=False), place),
        )
        if found >= 0:
            line += text.count("\n", place, found)
            place = found
        speaker = entry.get("speaker")
        yield Cue(
            fold(body),
            line,
            line,
            _number(entry),
            speaker.strip() if isinstance(speaker, str) and speaker.strip() else None,
        )


def _number(entry: dict[str, object]) -> int | None:
    value = next((entry[name] for name in _START if name in entry), None)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value < 1_000_000 else None


def _chapters(entries: list[dict[str, object]]) -> Iterator[Chapter]:
    """The chapters that are meant to be seen; ``toc: false`` ones only change the picture."""
    for entry in entries:
        if entry.get("toc") is False:
            continue
        at, title = _number(entry), entry.get("title")
        if at is not None and isinstance(title, str) and title.strip():
            yield Chapter(at, fold(title))
