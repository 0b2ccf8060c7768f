"""Statements asked for what their verb takes: a finding, an agent, a condition, an object."""

from __future__ import annotations

import pytest

from quizapp.sentences import arguments


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        (
            "The long drought demonstrated that young orchards need deeper wells.",
            "What did the long drought demonstrate?",
            "that young orchards need deeper wells",
        ),
        (
            "The great fire was fuelled by dry thatch, strong wind, and the lack of any well.",
            "What was the great fire fuelled by?",
            "dry thatch, strong wind, and the lack of any well",
        ),
        (
            "Prices had been rising for years; what changed in the spring was the supply of salt.",
            "What changed in the spring?",
            "the supply of salt",
        ),
        (
            "Ada Lowe and Max Brand proposed a slender iron bridge in 1859.",
            "What did Ada Lowe and Max Brand propose in 1859?",
            "a slender iron bridge",
        ),
        (
            "The guild sold travellers a map of the northern passes in 1571.",
            "What did the guild sell travellers in 1571?",
            "a map of the northern passes",
        ),
        (
            "Sand martins build deep tunnels in steep banks of loose earth.",
            "Where do sand martins build deep tunnels?",
            "in steep banks of loose earth",
        ),
        (
            "Wide terraces slow down the heavy rains of the long summer.",
            "What do wide terraces slow down?",
            "the heavy rains of the long summer",
        ),
        (
            "Foreign bakers were accused of poisoning wells.",
            "What were foreign bakers accused of?",
            "poisoning wells",
        ),
        (
            "The rebel fleet captured the emperor Otto at the mouth of the Rhine.",
            "Whom did the rebel fleet capture?",
            "the emperor Otto at the mouth of the Rhine",
        ),
        (
            "Old vines bear fruit only when the winter has been cold.",
            "Under what condition do old vines bear fruit?",
            "only when the winter has been cold",
        ),
        (
            "While the hull is old, it is still possible to sail, as long as the pumps hold.",
            "Under what condition is it still possible to sail?",
            "as long as the pumps hold",
        ),
        (
            "The harvest feast directly stems from an older rite, and many songs keep its name.",
            "What does the harvest feast directly stem from?",
            "an older rite",
        ),
        (
            "Young apprentices, who were paid in bread, learn simple joints before they carve.",
            "What do young apprentices learn before they carve?",
            "simple joints",
        ),
        (
            "The effect of frost heave, where wet soil lifts stones as it freezes, is well known.",
            "What happens in the case of frost heave?",
            "wet soil lifts stones as it freezes",
        ),
    ],
)
def test_a_statement_is_asked_for_what_its_verb_takes(
    statement: str, question: str, answer: str
) -> None:
    asked = next(iter(arguments.asked(statement)), None)
    assert asked is not None
    assert (asked.question, asked.answer) == (question, answer)


@pytest.mark.parametrize(
    "statement",
    [
        "It shows that young orchards need deeper wells.",
        "Anneke Vos showed that young orchards need deeper wells.",
        "Bees seem calm in the evening.",
        "The market has a long history of its own.",
        "Swarming.",
        "",
    ],
)
def test_what_leaves_the_question_open_is_not_asked(statement: str) -> None:
    assert list(arguments.asked(statement)) == []


def test_whom_a_thing_was_found_by_is_asked_with_who() -> None:
    for told in (
        "in 1960.",
        "in 1960, after they had read an old map.",
        "on a walk along the shore.",
    ):
        (asked,) = arguments.asked(f"The old harbour was found by Helge and Anne Lund {told}")
        assert asked.question == "Who found the old harbour?"
        assert asked.answer == "Helge and Anne Lund"


def test_who_did_a_thing_is_asked_in_the_passive_where_its_past_has_another_form() -> None:
    (asked,) = arguments.asked("The old map was drawn by Helge Lund on a walk along the shore.")
    assert asked.question == "Who was the old map drawn by?"


@pytest.mark.parametrize(
    "told",
    [
        "Simon and March called the habit a rule of thumb in 1958.",
        "Leiden used to advise keepers to stay and watch the swarm.",
        "Vos draws the lesson that people avoid hives when they have once been stung.",
        "Frances Kuo and William Sullivan studied ninety blocks of houses in Chicago.",
    ],
)
def test_what_a_verb_takes_with_more_behind_it_is_not_asked(told: str) -> None:
    assert not [found for found in arguments.asked(told) if found.wants == "object"]
