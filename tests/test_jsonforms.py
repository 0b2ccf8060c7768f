"""The JSON forms carry exactly the fields that other programs were promised."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

from quizapp import jsonforms
from quizapp.model import (
    Card,
    CardKind,
    Chapter,
    Conflict,
    ConflictValue,
    Episode,
    LearningState,
    Memory,
    Problem,
    Section,
    SectionKind,
    Source,
    SourceFile,
    StoredCard,
    Turn,
)

# As the outward contract lists them.
EPISODE = """slug title show number host guests published duration_seconds description files
chapters sections turns conflicts misspellings"""
SECTION = "kind heading text speaker chapter seconds path line_start line_end inferred"
TURN = "speaker text chapter seconds path line_start line_end inferred"
CARD = """id note_id kind episode prompt answer options answer_index accepted explanation status
score tags source sources"""
SOURCE = "path line_start line_end excerpt speaker chapter seconds inferred"
MEMORY = "state stability difficulty due interval_days reps lapses"

FIRST = Source("notes.md", 3, 5, "Backpropagation is the chain rule.", None, "Learning", 61)
SECOND = Source("summary.md", 9, 9, "It is the chain rule.")
CHOICE = Card(
    id="q1c1",
    note_id="q1n1",
    kind=CardKind.CHOICE,
    episode="talk",
    prompt="What is backpropagation an application of?",
    answer="the chain rule",
    sources=(FIRST, SECOND),
    options=("Bayes' rule", "the chain rule", "the sum rule"),
    answer_index=1,
    tags=("learning",),
    score=0.75,
)
MEMORY_STATE = Memory(
    card_id="q1c1",
    state=LearningState.REVIEW,
    step=None,
    stability=12.5,
    difficulty=4.25,
    due=datetime(2026, 2, 3, 3, 0, tzinfo=timezone(timedelta(hours=1))),
    last_review=datetime(2026, 1, 22, 9, 0, tzinfo=UTC),
    interval=timedelta(days=11, hours=12),
    reps=3,
    lapses=1,
    last_day=date(2026, 1, 22),
)
EPISODE_READ = Episode(
    slug="talk",
    title="A Talk",
    guests=("Ada Quill",),
    published=date(2020, 5, 8),
    files=(SourceFile("notes.md", "notes"),),
    chapters=(Chapter(61, "Learning"),),
    sections=(Section(SectionKind.QA, "Why?", "Because.", "notes.md", 3, 5),),
    turns=(Turn("Hello.", "talk.txt", 1, 1),),
    conflicts=(Conflict("published", (ConflictValue("2020-05-08", "notes.md", 2),)),),
)


def as_read(form: object) -> object:
    """What another program reads: the form through ``json``, which also proves it is JSON."""
    return json.loads(json.dumps(form, ensure_ascii=False, allow_nan=False))


def test_a_card_has_the_promised_fields_in_their_order() -> None:
    form = jsonforms.card_json(CHOICE)
    assert list(form) == CARD.split()
    assert as_read(form) == form
    assert form["kind"] == "choice"
    assert form["status"] == "active"
    assert form["options"] == ["Bayes' rule", "the chain rule", "the sum rule"]


def test_the_source_of_a_card_is_the_first_of_its_sources() -> None:
    form = jsonforms.card_json(CHOICE)
    sources = form["sources"]
    assert isinstance(sources, list)
    assert [list(source) for source in sources] == [SOURCE.split()] * 2
    assert form["source"] == sources[0]


def test_a_card_without_options_has_null_not_an_empty_list() -> None:
    plain = Card("q1c2", "q1n1", CardKind.RECALL, "talk", "Why?", "Because.", (SECOND,))
    form = jsonforms.card_json(plain)
    assert form["options"] is None
    assert form["answer_index"] is None
    assert form["explanation"] is None
    assert form["accepted"] == []


def test_memory_is_there_only_when_asked_for_and_null_for_a_new_card() -> None:
    stored = StoredCard(CHOICE, datetime(2026, 1, 1, tzinfo=UTC))
    assert list(jsonforms.stored_card_json(stored)) == CARD.split()
    with_memory = jsonforms.stored_card_json(stored, with_memory=True)
    assert list(with_memory) == [*CARD.split(), "memory"]
    assert with_memory["memory"] is None


def test_a_schedule_is_in_days_and_utc() -> None:
    form = jsonforms.memory_json(MEMORY_STATE)
    assert form is not None
    assert list(form) == MEMORY.split()
    assert form["state"] == "review"
    assert form["due"] == "2026-02-03T02:00:00+00:00"
    assert form["interval_days"] == 11.5


def test_an_episode_has_the_promised_fields_in_their_order() -> None:
    form = jsonforms.episode_json(EPISODE_READ)
    assert list(form) == EPISODE.split()
    assert as_read(form) == form
    assert form["published"] == "2020-05-08"
    assert form["files"] == [{"path": "notes.md", "layout": "notes"}]
    assert form["chapters"] == [{"seconds": 61, "title": "Learning"}]
    assert form["conflicts"] == [
        {
            "field": "published",
            "values": [{"value": "2020-05-08", "path": "notes.md", "line": 2}],
        }
    ]


def test_sections_and_turns_have_the_promised_fields() -> None:
    assert list(jsonforms.section_json(EPISODE_READ.sections[0])) == SECTION.split()
    assert list(jsonforms.turn_json(EPISODE_READ.turns[0])) == TURN.split()


def test_what_is_not_known_is_null() -> None:
    form = jsonforms.episode_json(Episode(slug="talk", title="A Talk"))
    unknown = ("show", "number", "host", "published", "duration_seconds", "description")
    assert [form[field] for field in unknown] == [None] * 6
    assert [form[field] for field in ("guests", "files", "sections", "conflicts")] == [[]] * 4


def test_a_problem_has_a_path_a_line_and_a_message() -> None:
    assert jsonforms.problem_json(Problem("a.txt", None, "empty")) == {
        "path": "a.txt",
        "line": None,
        "message": "empty",
    }
