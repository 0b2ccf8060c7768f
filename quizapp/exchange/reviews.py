"""The review log as a table, for other programs and for coming back later."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from quizapp.exchange.files import replace_file
from quizapp.model import Review

COLUMNS = ("card_id", "rating", "reviewed_at", "duration_ms")


def write_reviews(reviews: Sequence[Review], to: Path) -> int:
    """Writes the reviews to ``to`` in order, and says how many there are.

    Rating 1–4, the instant in ISO 8601 with the learner's offset, milliseconds or nothing.
    Raises ExportError where ``to`` cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for review in reviews:
        when = review.reviewed_at.isoformat()
        writer.writerow([review.card_id, int(review.rating), when, review.duration_ms])
    replace_file(to, text.getvalue().encode())
    return len(reviews)
