"""What came in, in words for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.incoming.decks import DeckReport
from quizapp.incoming.libraries import LibraryReport
from quizapp.incoming.live import SyncReport
from quizapp.incoming.taking import ProgressReport
from quizapp.jsonforms import Json
from quizapp.media import LARGEST

NAMED = 10
"""How many cards a line names before it says how many more there are."""

REASONS = {
    "rescheduled": "due dates set by hand or rescheduled; the schedule here follows from answers",
    "reset": "cards set back to new; their earlier answers still count here",
    "practised": "previews in a filtered deck, which move no card",
    "unreadable": "rows that say nothing sensible",
}


def lines(report: ProgressReport) -> Iterator[str]:
    """The report as lines: first what changed, then what did not and why."""
    yield (
        f"{_amount(report.added, 'review')} added, {report.known:,} known already, "
        f"on {_amount(report.cards, 'card')} of yours"
    )
    changed = (
        (report.suspended, "suspended, as in Anki"),
        (report.unsuspended, "taken up again, as in Anki"),
        (report.edited, "reworded, as in Anki"),
        (report.tagged, "given your tags of Anki"),
        (report.kept_suspended, "suspended here since; they stay suspended"),
        (report.kept_active, "suspended in Anki, taken up here since; they stay active"),
        (
            report.gone,
            "still in Anki, but no longer made here; delete them there, or leave them",
        ),
    )
    for cards, what in changed:
        if cards:
            yield f"  {_amount(len(cards), 'card')} {what}: {named(cards)}"
    for reason, count in sorted(report.passed_over.items()):
        yield f"  passed over: {count:,} {REASONS[reason]}"
    if report.in_filtered_decks:
        yield f"  {_amount(report.in_filtered_decks, 'card')} in filtered decks; answers count"
    if report.deleted_cards:
        yield f"  passed over: {_amount(report.deleted_cards, 'review')} of deleted cards"
    if report.other_cards:
        yield f"  passed over: {_amount(report.other_cards, 'review')} of cards that are not yours"


def report_json(report: ProgressReport) -> Json:
    """The report as ``import-progress --json`` prints it."""
    return {
        "path": str(report.path),
        "cards": report.cards,
        "added": report.added,
        "known": report.known,
        "other_cards": report.other_cards,
        "deleted_cards": report.deleted_cards,
        "in_filtered_decks": report.in_filtered_decks,
        "passed_over": {reason: report.passed_over[reason] for reason in REASONS},
        "suspended": report.suspended,
        "unsuspended": report.unsuspended,
        "kept_suspended": report.kept_suspended,
        "kept_active": report.kept_active,
        "edited": report.edited,
        "tagged": report.tagged,
        "gone": report.gone,
    }


def sync_lines(report: SyncReport) -> Iterator[str]:
    """What went to Anki and what came back, as lines."""
    to = "would go" if report.dry else "went"
    yield (
        f"{_amount(len(report.new), 'new card')} and {_amount(len(report.changed), 'changed card')}"
        f" {to} to Anki, {report.unchanged:,} unchanged"
    )
    came = "would come back: " if report.dry else "came back: "
    first, *rest = lines(report.progress)
    yield came + first
    yield from rest
    if report.dry:
        yield "nothing was changed, here or in Anki"


def sync_json(report: SyncReport) -> Json:
    """The report as ``sync-anki --json`` prints it."""
    return {
        "dry_run": report.dry,
        "new": list(report.new),
        "changed": list(report.changed),
        "unchanged": report.unchanged,
        "progress": report_json(report.progress),
    }


def deck_lines(report: DeckReport) -> Iterator[str]:
    """What was taken in of other people's decks, as lines."""
    if report.cards or not report.ours:
        yield (
            f"{_amount(report.cards, 'card')} of {_amount(len(report.episodes), 'deck')}: "
            f"{report.new:,} new, {report.updated:,} updated"
        )
    for slug in report.episodes[:NAMED]:
        yield f"  {slug}"
    if report.passed_over:
        yield f"  passed over: {_amount(report.passed_over, 'card')} that are no question as text"
    if report.media:
        yield f"  {_amount(report.media, 'picture or sound', 'pictures and sounds')} came along"
    if report.media_left:
        yield (
            f"  passed over: {_amount(report.media_left, 'file')} that are missing, larger than "
            f"{LARGEST // 1_000_000} MB, or no picture or sound"
        )
    if report.ours:
        yield (
            f"{'  ' if report.cards else ''}passed over: {_amount(report.ours, 'card')} of your "
            "own library; bring progress back (import-progress) to take in their reviews"
        )


def deck_json(report: DeckReport) -> Json:
    """The report as ``import --json`` prints it."""
    return {
        "path": str(report.path),
        "episodes": list(report.episodes),
        "cards": report.cards,
        "new": report.new,
        "updated": report.updated,
        "passed_over": report.passed_over,
        "ours": report.ours,
        "media": report.media,
        "media_left": report.media_left,
    }


def library_lines(report: LibraryReport) -> Iterator[str]:
    """What was added out of a library, as one line."""
    yield (
        f"{_amount(report.episodes, 'episode')}, {_amount(report.cards, 'card')} and "
        f"{_amount(report.reviews, 'review')} added; {_amount(report.known_cards, 'card')} and "
        f"{_amount(report.known_reviews, 'review')} were here already"
    )


def named(cards: list[str]) -> str:
    """The first few ids, and how many more there are."""
    more = len(cards) - NAMED
    return ", ".join(cards[:NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _amount(number: int, noun: str, several: str = "") -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {several or noun + 's'}"
