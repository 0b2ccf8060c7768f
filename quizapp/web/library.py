"""The library: its episodes, and one of them with its chapters, sections and cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp import resources, study
from quizapp.labels import Label, label
from quizapp.model import CardKind, Episode, Section, SectionKind, StoredCard
from quizapp.store import counts, curation, library, trash
from quizapp.web import work
from quizapp.web.charts import timeline
from quizapp.web.connection import db, now
from quizapp.web.navigation import notify
from quizapp.web.wording import amount

if TYPE_CHECKING:
    from sqlite_utils import Database

    from quizapp.build import Progress
    from quizapp.intake.preview import Ready
    from quizapp.model import BuildReport

pages = Blueprint("library", __name__)

_TIMELINE_WIDTH = 1000.0

A_PAGE = 30
"""Cards that an episode's page shows; the rest is a search away."""

A_GROUP = 8
"""Sections of a kind that it shows, unless all of that kind are asked for."""

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class SectionGroup:
    """The sections of one kind, in the order of the sources; ``more`` are left out here."""

    kind: SectionKind
    sections: tuple[Section, ...]
    more: int = 0


@pages.get("/library")
def show() -> str:
    """All episodes, with how many cards each has and how many of them were seen."""
    return render_template(
        "library.html",
        episodes=library.episodes(db()),
        counts=counts.of_all(db()),
        deleted=trash.deleted(db()),
    )


@pages.post("/library/example")
def add_example() -> Response:
    """Read the episodes that come with quizapp, so that there is something to study at once."""
    # The taggers and word lists that make cards are loaded only by who needs them.
    from quizapp.build import build

    at = now()
    return work.answer(
        work.begin(
            "Reading the bundled episode",
            lambda db, progress: build(db, [resources.source_texts()], at, progress=progress),
            _begin,
        )
    )


def _begin(report: BuildReport) -> Response:
    notify(f"{amount(sum(report.cards.values()), 'card')} are ready.")
    return redirect(url_for("today.show"), 303)


@pages.get("/episodes/<slug>")
def episode(slug: str) -> str:
    """One episode: what is known about it, its chapters, its sections and its cards."""
    whole = library.episode(db(), slug)
    cards = library.cards(db(), episode=slug)
    kind = _word(CardKind, request.args.get("kind"))
    status = _word(Label, request.args.get("status"))
    opened = _word(SectionKind, request.args.get("sections"))
    chosen = _chosen(cards, kind, status)
    return render_template(
        "episode.html",
        episode=whole,
        waiting=study.counts(db(), now(), episode=slug),
        counts=counts.of_one(db(), slug),
        desk=curation.desk(db(), slug),
        stretches=timeline(
            whole.chapters, whole.duration_seconds, _by_chapter(cards), width=_TIMELINE_WIDTH
        ),
        timeline_width=_TIMELINE_WIDTH,
        groups=_groups(whole, opened),
        opened=opened,
        cards=chosen[:A_PAGE],
        found=len(chosen),
        kinds=Counter(stored.card.kind for stored in cards if label(stored) is not Label.RETIRED),
        kind=kind,
        status=status,
    )


@pages.get("/episodes/<slug>/rebuild")
def outlook(slug: str) -> Response | str:
    """What reading the sources again would change."""
    title = library.title(db(), slug)
    reading = work.seen() or work.begin("Reading the sources again", partial(_read_again, slug))
    if not reading.over.is_set():
        return work.answer(reading)
    ready: Ready = reading.result
    return render_template(
        "episode_rebuild.html", slug=slug, title=title, preview=ready.outlook(db(), now())
    )


@pages.post("/episodes/<slug>/rebuild")
def rebuild(slug: str) -> Response:
    """Read the sources again and store what they yield."""
    at = now()

    def again(db: Database, progress: Progress) -> object:
        return _read_again(slug, db, progress).store(db, at)

    def lead_on(_: object) -> Response:
        notify("Built anew.")
        return redirect(url_for(".episode", slug=slug), 303)

    return work.answer(work.begin("Building anew", again, lead_on))


def _read_again(slug: str, db: Database, progress: Progress) -> Ready:
    from quizapp.intake.preview import of_episode

    return of_episode(db, slug, progress)


@pages.get("/episodes/<slug>/delete")
def ask_to_delete(slug: str) -> str:
    """Ask before an episode goes."""
    cards = library.cards(db(), episode=slug)
    return render_template(
        "episode_delete.html",
        episode=library.episode(db(), slug),
        total=counts.of_one(db(), slug).cards,
        answers=sum(stored.memory.reps for stored in cards if stored.memory),
    )


@pages.post("/episodes/<slug>/delete")
def delete(slug: str) -> Response:
    """Take an episode out of the library; it can be brought back."""
    title = library.episode(db(), slug).title
    trash.delete(db(), slug, now())
    notify(f"“{title}” is deleted.", reverse=url_for(".restore", slug=slug))
    return redirect(url_for(".show"), 303)


@pages.post("/episodes/<slug>/restore")
def restore(slug: str) -> Response:
    """Bring a deleted episode back, with everything."""
    if trash.bring_back(db(), slug):
        notify(f"“{library.episode(db(), slug).title}” is back.")
    return redirect(url_for(".episode", slug=slug), 303)


def _word(words: type[_Word], text: str | None) -> _Word | None:
    return words(text) if text in {word.value for word in words} else None


def _by_chapter(cards: Iterable[StoredCard]) -> Counter[str]:
    there = (stored.card for stored in cards if label(stored) is not Label.RETIRED)
    return Counter(card.source.chapter for card in there if card.source.chapter)


def _chosen(
    cards: Iterable[StoredCard], kind: CardKind | None, status: Label | None
) -> list[StoredCard]:
    """The cards of a kind and a status; those that the source has dropped only when asked for."""
    statuses = {status} if status else set(Label) - {Label.RETIRED}
    return [
        stored for stored in cards if kind in (None, stored.card.kind) and label(stored) in statuses
    ]


def _groups(episode: Episode, opened: SectionKind | None) -> list[SectionGroup]:
    groups = []
    for kind in SectionKind:
        sections = tuple(one for one in episode.sections if one.kind is kind)
        shown = sections if kind is opened else sections[:A_GROUP]
        if sections:
            groups.append(SectionGroup(kind, shown, len(sections) - len(shown)))
    return groups
