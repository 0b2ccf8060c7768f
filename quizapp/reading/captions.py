"""Captions (WebVTT, SubRip): cues with times, and who speaks where that is marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.model import Chapter
from quizapp.reading.caption_notes import read_people
from quizapp.reading.page import Cue, Field
from quizapp.reading.wording import fold

_TIMES = re.compile(
    r"^\s*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,40})?\s+(?P<name>[^>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|<\d[\d:.]{0,12}>|\{\\[^{}]{0,20}\}")


_IN_LINE = re.compile(
    r"^\s*[\[(](?P<start>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*(?:-->|[–—-])\s*"
    r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]:?\s+(?P<text>\S.*)$"
)
"""``[00:04.720 --> 00:07.880]  It is.``: a cue in one line."""

_COLUMNS = re.compile(r"^(?P<start>\d{1,9})\t\d{1,9}\t(?P<text>\S.*)$")
"""Start and end in milliseconds, and the words."""

_FORM = 3


def _lines_of_cues(text: str) -> list[tuple[int, int, str]]:
    """Cues of one line each, with their lines and seconds; empty where most lines are none."""
    lines = [(n, raw) for n, raw in enumerate(text.split("\n"), start=1) if raw.strip()]
    head = lines[:_HEAD]
    if sum(1 for _, raw in head if _IN_LINE.match(raw) or _COLUMNS.match(raw)) < 0.6 * len(head):
        return []
    cues: list[tuple[int, int, str]] = []
    for number, raw in lines:
        found = _IN_LINE.match(raw)
        columns = None if found else _COLUMNS.match(raw)
        if found:
            cues.append((number, _seconds(found["start"]), _words(found["text"])))
        elif columns:
            cues.append((number, int(columns["start"]) // 1000, _words(columns["text"])))
    return cues if len(cues) >= _FORM else []


_HEAD = 12


def is_captions(text: str) -> bool:
    """Whether a text is WebVTT or SubRip: cue times near its start."""
    head = text.lstrip("\ufeff \n")[:3000]
    if head[:1] in "([0123456789s" and _lines_of_cues(text[:5000]):
        return True
    return head.startswith("WEBVTT") or any(_TIMES.match(line) for line in head.split("\n")[:12])


def read_captions(text: str) -> tuple[Cue, ...]:
    """The cues in order; notes, styles and numbers are none. Rolling repetitions go."""
    cues: list[Cue] = []
    for line, at, words in _lines_of_cues(text):
        _add(cues, None, words, line, at)
    if cues:
        return tuple(cues)
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


_HEADED = re.compile(
    r"^\ufeff?WEBVTT(?: FILE)?[ \t]+(?:[-–—:][ \t]*)?(?P<title>[^\W_].{3,120})$", re.M
)
_NO_TITLE = re.compile(
    r"\b(?:by|captions?|subtitles?|kind|language|generated|created|file|translated)\b|://", re.I
)


def read_head(text: str) -> tuple[Field, ...]:
    """``WEBVTT - Night Radio #12: Deep Sleep``: what the first line says the recording is."""
    found = _HEADED.match(text)
    labelled = _labelled(text) or _listed(text)
    if found is None or _NO_TITLE.search(found["title"]):
        return labelled or _counted(text) or _noted(text)
    title = found["title"].strip()
    return (Field("title", title, 1), *labelled, *read_people(text, title))


_FIELD = re.compile(
    r"^(?P<label>episode title|title|podcast|show|series|episode|number|hosts?|guests?|presenter|"
    r"interviewer|interviewee|published|released|date|air date):\s+(?P<value>\S.{0,150})$",
    re.IGNORECASE,
)
_COUNTED_TITLE = re.compile(
    r"^(?:S\d{1,2}[ ,.]{0,2}E(?:p\.? ?)?|(?:episode|ep\.?)\s#?)(?P<number>\d{1,4})"
    r"\s?[:–—-]\s(?P<title>\S.{3,150})$",
    re.IGNORECASE,
)
"""``Episode 29: Deep Sleep``, ``S2 E5 - Deep Sleep``"""
_SHOW_BEFORE_COUNT = re.compile(
    r"^(?:NOTE )?(?P<show>[^\W\d_][^:|,#\d]{2,50}?)(?:,| [-–—|·])?\s"
    r"(?:(?:S\d{1,2}[ ,.]{0,2}E|(?:season \d{1,2},? )?episode|ep\.?|no\.?)\s?#?|#)"
    r"(?P<number>\d{1,4})(?::|\s[-–—|·])\s(?P<title>\S.{2,120})$",
    re.IGNORECASE,
)
"""``Night Radio, episode 12: Deep Sleep``, ``Night Radio - S2 E5 - Deep Sleep``"""
_FORM_OF_LABELS = 2
_SEVERAL = re.compile(
    r"(?:\s[/|·•;]|[.,;])\s(?=(?:hosts?|guests?|published|date):\s)", re.IGNORECASE
)
"""``Host: Ada Byron / Guest: Carl Roe``: two values in a line."""


def _labelled(text: str) -> tuple[Field, ...]:
    """``Show: Night Radio`` and more such lines of a note above the first caption."""
    fields: list[Field] = []
    noting = False
    for number, raw in enumerate(text[:3000].split("\n"), start=1):
        line = raw.strip()
        if "-->" in line:
            break
        starts = line == "NOTE" or line.startswith("NOTE ")
        noting = starts or (noting and bool(line))
        found = _FIELD.match(line.removeprefix("NOTE").strip()) if noting else None
        counted = _COUNTED_TITLE.match(line) if noting and not found else None
        shown = _SHOW_BEFORE_COUNT.match(line) if noting and not (found or counted) else None
        if found:
            told = [one for part in _SEVERAL.split(found[0]) if (one := _FIELD.match(part))]
            fields += (Field(one["label"], one["value"].strip(), number) for one in told)
        elif counted:
            fields.append(Field("number", counted["number"], number))
            fields.append(Field("title", counted["title"].strip(), number))
        elif shown and not _NO_TITLE.search(line):
            names = ("show", "number", "title")
            fields += (Field(name, shown[name].strip(), number) for name in names)
    return tuple(fields) if len(fields) >= _FORM_OF_LABELS else ()


_LISTED = re.compile(
    r"^[-•*]?\s?[(\[]?(?P<at>(?:\d{1,2}:)?\d{1,3}:\d{2})[)\]]?(?:\s?[-–—|:])?\s+(?P<title>\S.{1,120})$"
)
"""``00:48 Under the mill``, in a note"""

_NOTE_LINES = 400


def read_chapters(text: str) -> tuple[Chapter, ...]:
    """The chapters that notes of captions list, one in a line, their times going up."""
    found: list[Chapter] = []
    noting = False
    for raw in text.split("\n", _NOTE_LINES)[:_NOTE_LINES] if "\nNOTE" in text[:3000] else ():
        line = raw.strip()
        noting = "-->" not in line and (line.split(" ")[0] == "NOTE" or (noting and bool(line)))
        told = _LISTED.match(line.removeprefix("NOTE ")) if noting else None
        if told:
            found.append(Chapter(_seconds(told["at"]), told["title"].strip()))
    times = [one.seconds for one in found]
    return tuple(found) if len(found) >= _FORM and times == sorted(set(times)) else ()


_SHOW_COUNTED = re.compile(
    r"^(?P<show>[^\W_][^:|,#]{2,50}?)(?:,| [-–—|·]|:)?\s(?:episode|ep\.?|#|no\.?)\s?#?"
    r"(?P<number>\d{1,4})$",
    re.IGNORECASE,
)


def _listed(text: str) -> tuple[Field, ...]:
    """``Night Radio, episode 12`` alone in a line of a note, and the title right below it."""
    lines = text[:3000].split("\n")
    for place, (raw, below) in enumerate(pairwise(lines)):
        line, title = raw.removeprefix("NOTE ").strip(), below.strip()
        if "-->" in line:
            break
        starts = raw.startswith("NOTE ") or (place and lines[place - 1].strip() == "NOTE")
        found = _SHOW_COUNTED.match(line) if starts and len(line) < _LONGEST_NOTE else None
        if not found or not title or len(title) > _LONGEST_NOTE or "-->" in title:
            continue
        named = not (_NO_TITLE.search(title) or title.lower().startswith(("with ", "host")))
        fields = [Field("show", found["show"], place + 1)]
        fields += [Field("number", found["number"], place + 1)]
        return (*([Field("title", title, place + 2)] if named else []), *fields)
    return ()


_NOTE_COUNTED = re.compile(
    r"^NOTE(?: |\n)[ \t]*(?P<show>[^\W\d_][^:|,#\n\d]{1,50}?)(?:,| [-–—|·]|:)? "
    r"(?:(?:episode|ep\.?|no\.?) ?#?|#)?(?P<number>\d{1,4})(?::| [-–—|·]) "
    r"(?P<title>\S[^\n]{2,120})$",
    re.IGNORECASE | re.MULTILINE,
)


def _counted(text: str) -> tuple[Field, ...]:
    """``NOTE Night Radio 12 - Deep Sleep``, where that show is named in the recording."""
    head = text[:3000].partition("-->")[0]
    found = _NOTE_COUNTED.search(head)
    if found is None or _NO_TITLE.search(found["title"]):
        return ()
    if not re.search(rf"\b{re.escape(found['show'])}\b", text[found.end() :], re.IGNORECASE):
        return ()
    line = head.count("\n", 0, found.start("title")) + 1
    title = found["title"].strip()
    return tuple(
        Field(label, value, line)
        for label, value in (("title", title), ("show", found["show"]), ("number", found["number"]))
    )


_COUNTED = re.compile(r"\bep(?:isode)?\.? ?#?\d{1,4}\b|#\d{1,4}\b|\S \| \S", re.IGNORECASE)
_LABELLED = re.compile(r"^(?:episode |episode's )?title:\s+(?P<title>\S.{2,})$", re.IGNORECASE)
_LONGEST_NOTE = 150


def _noted(text: str) -> tuple[Field, ...]:
    """A note above the first caption that is a title by its label or by its number."""
    noting = False
    for number, raw in enumerate(text[:3000].split("\n"), start=1):
        line = raw.strip()
        if "-->" in line:
            return ()
        starts = line == "NOTE" or line.startswith("NOTE ")
        noting = starts or (noting and bool(line))
        told = line.removeprefix("NOTE").strip() if starts else line
        if not noting or not 3 <= len(told) <= _LONGEST_NOTE:
            continue
        labelled = _LABELLED.match(told)
        if labelled or (_COUNTED.search(told) and not _NO_TITLE.search(told)):
            return (Field("title", labelled["title"] if labelled else told, number),)
    return ()


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
