"""The review log as a table, for other programs and for coming back later."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import ExportError, IncomingError
from quizapp.exchange.files import replace_file
from quizapp.model import Review

COLUMNS = ("card_id", "rating", "reviewed_at", "duration_ms")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_ANSWER_MS = 60_000


def write_reviews(reviews: Sequence[Review], to: Path) -> int:
    """Writes the reviews to ``to`` in order, and says how many there are.

    Rating 1–4, the instant in ISO 8601 with the learner's offset, milliseconds or nothing.
    A table, or JSON where ``to`` ends in ``.json``. Raises ExportError for another ending, and
    where ``to`` cannot be written.
    """
    if to.suffix.lower() == ".json":
        replace_file(to, _as_json(reviews).encode())
        return len(reviews)
    if to.suffix.lower() != ".csv":
        raise ExportError("is neither .csv nor .json; name the file so", path=str(to))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for review in reviews:
        when = review.reviewed_at.isoformat()
        writer.writerow([review.card_id, int(review.rating), when, review.duration_ms])
    replace_file(to, text.getvalue().encode())
    return len(reviews)


def _as_json(reviews: Sequence[Review]) -> str:
    """An object with the columns of the table for each review."""
    found = [
        {
            "card_id": one.card_id,
            "rating": int(one.rating),
            "reviewed_at": one.reviewed_at.isoformat(),
            "duration_ms": one.duration_ms,
        }
        for one in reviews
    ]
    return json.dumps({"reviews": found}, indent=1) + "\n"


class ReviewRow(NamedTuple):
    """A row of such a table: ``at`` in milliseconds since 1970, ``utc_offset`` in minutes."""

    card_id: str
    at: int
    utc_offset: int
    rating: int
    duration_ms: int | None


def read_reviews(path: Path) -> Iterator[ReviewRow]:
    """The rows of a table that ``write_reviews`` wrote; raises IncomingError with the line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = reader.fieldnames or ()
            if missing := [name for name in COLUMNS[:3] if name not in columns]:
                raise IncomingError(
                    f"has no column {missing[0]}; its first line should be {','.join(COLUMNS)}",
                    path=str(path),
                )
            for row in reader:
                yield _row(row, path, reader.line_num)
    except FileNotFoundError:
        raise IncomingError("there is no such file; check its name", path=str(path)) from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise IncomingError(
            f"cannot be read as a table in UTF-8 ({error}); export it again", path=str(path)
        ) from None


def _row(row: Mapping[str, str | None], path: Path, line: int) -> ReviewRow:
    try:
        at = datetime.fromisoformat(row["reviewed_at"] or "")
        rating, taken = int(row["rating"] or ""), row.get("duration_ms") or ""
        offset = at.utcoffset()
        duration = min(max(int(taken), 0), _LONGEST_ANSWER_MS) if taken else None
    except ValueError:
        offset = None
    if offset is None or not 1 <= rating <= 4 or not row["card_id"]:
        raise IncomingError(
            "is no review; give card_id, rating 1–4, reviewed_at in ISO 8601 with an offset, "
            "duration_ms or nothing",
            path=str(path),
            line=line,
        )
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    minutes = round(offset / timedelta(minutes=1))
    return ReviewRow(row["card_id"], milliseconds, minutes, rating, duration)
