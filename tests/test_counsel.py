"""Advice that gives its reason is asked for it."""

from __future__ import annotations

import pytest

from quizapp.generators import counsel
from tests import bees


@pytest.mark.parametrize(
    ("text", "prompt", "reason"),
    [
        (
            "Strap your hives down before November; storms overturn more of them than bears do.",
            "Why does Anneke Vos advise people to strap their hives down before November?",
            "Storms overturn more of them than bears do.",
        ),
        (
            "Weigh a hive every week, because hunger shows on the scale before it can be heard.",
            "Why does Anneke Vos advise people to weigh a hive every week?",
            "Hunger shows on the scale before it can be heard.",
        ),
        (
            "Don't open your hive in rain; chilled brood dies within the hour.",
            "Why does Anneke Vos advise people not to open their hive in rain?",
            "Chilled brood dies within the hour.",
        ),
        (
            "Open the lid when you are calm. Bees smell a sting from the day before.",
            "Why does Anneke Vos advise people to open the lid when they are calm?",
            "Bees smell a sting from the day before.",
        ),
    ],
)
def test_advice_is_asked_for_its_reason(text: str, prompt: str, reason: str) -> None:
    assert counsel.why(text, bees.material()) == (prompt, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Weigh a hive every week.",
        "Weigh a hive every week; then write it down.",
        "Weigh a hive every week; use the same scale.",
        "Weigh it every week; hunger shows on the scale before it can be heard.",
        "Hunger shows on the scale; nobody hears it before.",
        "Read the old papers. She began with those of Huber in the spring.",
        "Test the honey for water. The kit comes in a brown envelope.",
        "Feed sugar in autumn. Never feed honey from other hives.",
        "Feed sugar before winter. Books on it are fine, however.",
        "Weigh a hive every week: in autumn, in spring, after rain.",
    ],
)
def test_what_gives_no_reason_is_not(text: str) -> None:
    assert counsel.why(text, bees.material()) is None
