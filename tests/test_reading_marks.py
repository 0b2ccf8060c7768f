"""Speakers and times of one short talk, in every form in which transcripts mark them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from quizapp.model import Episode
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

TALK = (
    ("Ada Byron", "Why do wells sing?", 3),
    ("Carl Roe", "They breathe, and the lid is a reed.", 6),
    ("Ada Byron", "Since when?", 12),
    ("Carl Roe", "Since the storm of 1953. It took the old lid.", 15),
    ("Ada Byron", "And who hears it?", 24),
    ("Carl Roe", "The dog, then I.", 27),
    ("Ada Byron", "Thank you, Carl.", 33),
    ("Carl Roe", "With pleasure.", 35),
)
HEAD = "Singing Wells\n\nHost: Ada Byron\nGuest: Carl Roe\n\nTranscript\n\n"


def first(name: str) -> str:
    return name.split()[0]


def clock(at: int) -> str:
    return f"00:{at:02d}"


Form = Callable[[str, str, int], str]
TIMED: dict[str, Form] = {
    "time in brackets before": lambda n, t, s: f"[{clock(s)}] {n}: {t}\n",
    "name and time between bars": lambda n, t, s: f"{n} | {clock(s)}\n{t}\n\n",
    "time then name": lambda n, t, s: f"{clock(s)} {n}\n{t}\n\n",
    "time in brackets behind": lambda n, t, s: f"{n} [{clock(s)}]: {t}\n\n",
    "first name in bold with a time": lambda n, t, s: f"**{first(n)}** [{clock(s)}]\n{t}\n\n",
    "name, time": lambda n, t, s: f"{n}, {clock(s)}\n{t}\n\n",
    "name, time and words on lines": lambda n, t, s: f"{n}\n{clock(s)}\n{t}\n\n",
    "time behind the colon": lambda n, t, s: f"{n}: [{clock(s)}] {t}\n\n",
    "time, dash, name": lambda n, t, s: f"{clock(s)} - {n}: {t}\n",
    "bold name and time": lambda n, t, s: f"**{n}** ({clock(s)}): {t}\n\n",
    "name and time with a dot": lambda n, t, s: f"{n} · {clock(s)}\n\n{t}\n\n",
    "columns": lambda n, t, s: f"{clock(s)}\t{n}\t{t}\n",
    "rows": lambda n, t, s: f"| {clock(s)} | {n} | {t} |\n",
    "name, time, colon": lambda n, t, s: f"{n} {clock(s)}: {t}\n",
    "name, time, words": lambda n, t, s: f"{n} {clock(s)} {t}\n",
}
UNTIMED: dict[str, Form] = {
    "capitals with roles": lambda n, t, _: (
        f"{n.upper()} ({'HOST' if n.startswith('Ada') else 'GUEST'}): {t}\n\n"
    ),
    "dash": lambda n, t, _: f"{first(n)} – {t}\n\n",
    "round brackets": lambda n, t, _: f"({first(n)}) {t}\n\n",
    "angle brackets": lambda n, t, _: f"<{n}> {t}\n",
    "says": lambda n, t, _: f"{n} says: {t}\n\n",
    "headings": lambda n, t, _: f"### {n}\n\n{t}\n\n",
    "name above in capitals": lambda n, t, _: f"{first(n).upper()}\n{t}\n\n",
    "bullets": lambda n, t, _: f"• {n}: {t}\n",
    "bold in bullets": lambda n, t, _: f"- **{n}**: {t}\n",
    "italics": lambda n, t, _: f"*{first(n)}:* {t}\n\n",
    "block quotes": lambda n, t, _: f"> **{n}:** {t}\n\n",
    "numbers before": lambda n, t, s: f"{s}. {n}: {t}\n",
    "colon above": lambda n, t, _: f"{n}:\n\n{t}\n\n",
    "all in one line": lambda n, t, _: f"{first(n)}: {t} ",
    "times from and to": lambda n, t, s: f"{n} ({clock(s)} - {clock(s + 2)})\n\n{t}\n\n",
}


def episode_of(name: str, text: str) -> Episode:
    (episode,) = assemble([read_page(Document(name, "/r", text))])
    return episode


def written(form: Form) -> str:
    head = "| Time | Speaker | Text |\n|---|---|---|\n" if form is TIMED["rows"] else ""
    return HEAD + head + "".join(form(*turn) for turn in TALK)


@pytest.mark.parametrize("name", [*TIMED, *UNTIMED])
def test_a_marked_turn_has_its_speaker_and_its_words(name: str) -> None:
    episode = episode_of("a.txt", written({**TIMED, **UNTIMED}[name]))
    assert [(turn.speaker, turn.text) for turn in episode.turns] == [
        (who, text) for who, text, _ in TALK
    ]
    assert (episode.host, episode.guests) == ("Ada Byron", ("Carl Roe",))


@pytest.mark.parametrize("name", TIMED)
def test_a_time_beside_a_name_is_when_the_turn_begins(name: str) -> None:
    episode = episode_of("a.txt", written(TIMED[name]))
    assert [turn.seconds for turn in episode.turns] == [at for _, _, at in TALK]


SERVICES: dict[str, object] = {
    "utterances in milliseconds": {
        "utterances": [{"speaker": n, "text": t, "start": 1000 * s} for n, t, s in TALK]
    },
    "nested results": {
        "results": {
            "utterances": [{"speaker": n, "transcript": t, "start": float(s)} for n, t, s in TALK]
        }
    },
    "a plain list": [{"name": n, "text": t, "timestamp": clock(s)} for n, t, s in TALK],
    "word by word": {
        "monologues": [
            {"speaker": n, "elements": [{"value": w, "ts": float(s)} for w in t.split()]}
            for n, t, s in TALK
        ]
    },
}


@pytest.mark.parametrize("name", SERVICES)
def test_the_json_of_a_service_has_speakers_words_and_times(name: str) -> None:
    episode = episode_of("a.json", json.dumps(SERVICES[name]))
    assert [(turn.speaker, turn.text, turn.seconds) for turn in episode.turns] == list(TALK)


def test_numbered_voices_are_nobody() -> None:
    turns = [{"speaker": len(n) % 2, "text": t, "start": float(s)} for n, t, s in TALK]
    episode = episode_of("a.json", json.dumps({"segments": turns}))
    assert len(episode.turns) == len(TALK)
    assert {turn.speaker for turn in episode.turns} == {None}


@pytest.mark.parametrize("mark", ["{word} – ", "({word}) ", "<{word}> "])
def test_a_word_that_nobody_is_called_by_marks_no_turn(mark: str) -> None:
    words = ("Rivers", "Salt", "Rivers", "Salt", "Rivers", "Salt")
    text = HEAD + "".join(f"{mark.format(word=word)}It is told below.\n\n" for word in words)
    assert all(turn.speaker is None for turn in episode_of("a.txt", text).turns)
