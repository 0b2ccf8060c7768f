"""Transcripts and chapters in JSON, as Podcasting 2.0 describes them.

https://github.com/Podcastindex-org/podcast-namespace (transcripts, jsonChapters)
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from quizapp.model import Chapter
from quizapp.reading import named_files
from quizapp.reading.draft import Source
from quizapp.reading.labels import field_of
from quizapp.reading.names import is_name
from quizapp.reading.page import Cue, Field
from quizapp.reading.summary_json import read_labels, read_parts
from quizapp.reading.times import seconds
from quizapp.reading.voices_json import named_cues, named_lines, names_of_voices
from quizapp.reading.wording import fold

_BODY = ("body", "text", "content", "transcript", "words", "value", "sentence")
_START = ("startTime", "start", "start_time", "offset", "timestamp", "time", "ts", "begin")
_WHO = ("speaker", "speaker_name", "speakerName", "name", "speaker_label", "author", "voice")
_LISTS = (
    "segments", "transcript", "cues", "utterances", "results", "monologues", "sentences",
    "paragraphs", "captions", "data", "items", "entries", "lines",
)  # fmt: skip
_FIELDS = (("title", "title"), ("show", "podcastName"))
_SLOWEST = 0.05
"""Words in a unit of time; nobody speaks so slowly in seconds, so the times are milliseconds."""


def read_podcast_json(path: str, text: str) -> Source | None:
    """The cues or chapters of a JSON file; None where it is neither."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    cues = _in_seconds(tuple(_cues(_entries(data, _LISTS), text)))
    names = names_of_voices(cues, data)
    chapters = tuple(_chapters(_entries(data, ("chapters",))))
    if not cues and not chapters:
        return None
    fields = _fields(data, text)
    lines = read_parts(data, text) if cues and isinstance(data, dict) else []
    told = named_lines(lines, names)
    return Source(path, told, cues=named_cues(cues, names), chapters=chapters, fields=fields)


def _fields(data: object, text: str) -> tuple[Field, ...]:
    """The labels above the cues, also those of an object that tells of the episode."""
    own = _title(data)
    named = {one.name for one in own}
    told = read_labels(data, text) if isinstance(data, dict) else ()
    return (*own, *(one for one in told if field_of(one.name) not in named))


def _title(data: object) -> tuple[Field, ...]:
    told = data if isinstance(data, dict) else {}
    values = ((field, told.get(name)) for field, name in _FIELDS)
    author, file = told.get("author"), told.get("fileName")
    named = named_files.parted(file) if isinstance(file, str) else None
    fields = [
        Field(field, fold(value), 1)
        for field, value in values
        if isinstance(value, str) and value.strip()
    ]
    if isinstance(author, str) and is_name(fold(author)):
        fields.append(Field("host", fold(author), 1))
    if named and named.told:
        fields.append(Field("number", str(named.number), 1))
    return tuple(fields)


def _entries(data: object, names: tuple[str, ...]) -> list[dict[str, object]]:
    if isinstance(data, dict):
        inner = next((data[name] for name in names if isinstance(data.get(name), dict)), None)
        found = next((data[name] for name in names if isinstance(data.get(name), list)), None)
        if found is None and inner is not None and inner is not data:
            return _entries(inner, names)
        data = found or []
    return [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []


def _cues(entries: list[dict[str, object]], text: str) -> Iterator[Cue]:
    """Cues with the line of each body, found behind the one before."""
    place, line = 0, 1
    for entry in entries:
        body = next((entry[name] for name in _BODY if isinstance(entry.get(name), str)), None)
        body = body or _of_elements(entry.get("elements"))
        if not isinstance(body, str) or not body.strip():
            continue
        found = max(
            text.find(json.dumps(body), place),
            text.find(json.dumps(body, ensure_ascii=False), place),
        )
        if found >= 0:
            line += text.count("\n", place, found)
            place = found
        speaker = next((entry[name] for name in _WHO if name in entry), None)
        if isinstance(speaker, int) and not isinstance(speaker, bool):
            speaker = f"Speaker {speaker}"
        if isinstance(speaker, dict):
            speaker = speaker.get("name")
        yield Cue(
            fold(body),
            line,
            line,
            _number(entry),
            speaker.strip() if isinstance(speaker, str) and speaker.strip() else None,
        )


def _of_elements(elements: object) -> str | None:
    """The words of a turn that is given word by word."""
    if not isinstance(elements, list):
        return None
    told = (one.get("value") for one in elements if isinstance(one, dict))
    words = [word for word in told if isinstance(word, str) and word.strip()]
    return " ".join(words).replace(" ,", ",").replace(" .", ".").replace(" ?", "?") or None


def _in_seconds(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Cues whose times are milliseconds, in seconds."""
    last = max((cue.seconds or 0 for cue in cues), default=0)
    words = sum(len(cue.text.split()) for cue in cues)
    if last < _FEWEST_MILLISECONDS or words / last >= _SLOWEST:
        return cues
    return tuple(
        cue if cue.seconds is None else replace(cue, seconds=cue.seconds // 1000) for cue in cues
    )


_FEWEST_MILLISECONDS = 2_000


def _number(entry: dict[str, object]) -> int | None:
    value = next((entry[name] for name in _START if name in entry), None)
    if isinstance(value, str):
        value = seconds(value) if ":" in value else _decimal(value)
    elements = entry.get("elements")
    if value is None and isinstance(elements, list):
        value = next((one.get("ts") for one in elements if isinstance(one, dict)), None)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value < 100_000_000 else None


def _decimal(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _chapters(entries: list[dict[str, object]]) -> Iterator[Chapter]:
    """The chapters that are meant to be seen; ``toc: false`` ones only change the picture."""
    for entry in entries:
        if entry.get("toc") is False:
            continue
        at, title = _number(entry), entry.get("title")
        if at is not None and isinstance(title, str) and title.strip():
            yield Chapter(at, fold(title))
