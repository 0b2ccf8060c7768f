"""The voices of a transcript in JSON: ids of speakers, whose names stand elsewhere in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from quizapp.reading.page import Cue
from quizapp.reading.wording import fold

_IDS = ("id", "speakerId", "speaker_id", "speakerID", "key", "speaker", "label", "tag", "voice")
"""Keys under which an entry about a person may have the id that the cues use."""

_NAMES = ("name", "fullName", "full_name", "displayName", "display_name", "speaker_name")
_PEOPLE = ("speaker", "people", "person", "participant", "voice", "host", "guest", "contributor")
"""What a list is called whose ids are numbers or letters, as those of other things are."""

_DEEPEST, _PATH = 6, 80


def names_of_voices(cues: tuple[Cue, ...], data: object) -> dict[str, str]:
    """The names that ``{"id": "spk_0", "name": "Ada Byron"}`` gives the speakers of cues.

    An id that is given two names has none.
    """
    ids = {cue.speaker for cue in cues if cue.speaker}
    names: dict[str, set[str]] = {}
    for one, name in _named(data, "", ids, 0) if ids else ():
        names.setdefault(one, set()).add(fold(name))
    return {one: told.pop() for one, told in names.items() if len(told) == 1}


def named_cues(cues: tuple[Cue, ...], names: Mapping[str, str]) -> tuple[Cue, ...]:
    """The cues with the names of their speakers."""
    return tuple(
        replace(cue, speaker=names.get(cue.speaker or "", cue.speaker or "") or None)
        for cue in cues
    )


def named_lines(lines: list[tuple[int, str]], names: Mapping[str, str]) -> list[tuple[int, str]]:
    """The lines of quotes with the names of those who said them: ``“…” – spk_0``."""
    named = []
    for number, line in lines:
        head, sign, behind = line.rpartition(" – ")
        one, bracket, time = behind.partition(" (")
        known = sign and names.get(one)
        named.append((number, f"{head}{sign}{known}{bracket}{time}" if known else line))
    return named


def _named(data: object, key: str, ids: set[str], depth: int) -> Iterator[tuple[str, str]]:
    """The ids of speakers with the names that stand beside them or behind them."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for entry in data:
            if isinstance(entry, dict | list):
                yield from _named(entry, key, ids, depth + 1)
        return
    if not isinstance(data, dict):
        return
    name = _first(data, _NAMES)
    for field in _IDS if name else ():
        one = _id(data.get(field), key)
        if one in ids and one != name:
            yield one, name
    for inner, value in data.items():
        told = value if isinstance(value, str) else ""
        told = told or (_first(value, _NAMES) if isinstance(value, dict) else "")
        counted = inner.isdecimal() and len(inner) < _DIGITS
        one = _id(int(inner) if counted else inner, key)
        if told and one in ids and one != told:
            yield one, told
        elif isinstance(value, dict | list):
            yield from _named(value, f"{key} {inner}"[-_PATH:], ids, depth + 1)


_DIGITS, _LETTERS = 4, 2
"""Digits of a number, fewer than so many; letters of an id that other things have too."""


def _id(value: object, key: str) -> str:
    """An id as the cues write it; a number or a letter counts only in a list of people."""
    of_people = any(word in key.lower() for word in _PEOPLE)
    if isinstance(value, str):
        return value.strip() if of_people or len(value) > _LETTERS else ""
    told = isinstance(value, int) and not isinstance(value, bool) and of_people
    return f"Speaker {value}" if told else ""


def _first(entry: dict[str, object], names: tuple[str, ...]) -> str:
    """The first text that an object has under one of several keys."""
    found = (entry.get(name) for name in names)
    return next((one.strip() for one in found if isinstance(one, str) and one.strip()), "")
