"""What a build would change, before anything is changed: its result, worked out and rolled back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import build
from quizapp.model import CardStatus, Episode, Omission, Problem, StoredCard

if TYPE_CHECKING:
    from sqlite_utils import Database

    from quizapp.build import Made, Parsed
    from quizapp.reading import Document
    from quizapp.store.library import Changes


@dataclass(frozen=True, slots=True)
class Reworded:
    """A card whose wording a build changes; ``edited``: the person's own wording stays."""

    before: StoredCard
    after: StoredCard

    @property
    def edited(self) -> bool:
        """Whether a person's own words stand before both."""
        return self.after.edited


@dataclass(frozen=True, slots=True)
class Outlook:
    """An episode as a build would leave it; ``known`` says that the library has it already.

    ``gone`` are cards that the sources no longer yield, ``same`` how many stay as they are.
    """

    episode: Episode
    known: bool
    new: tuple[StoredCard, ...]
    reworded: tuple[Reworded, ...]
    gone: tuple[StoredCard, ...]
    same: int

    @property
    def says_something(self) -> bool:
        """Whether more than its name was understood."""
        return bool(self.episode.sections or self.episode.turns or self.episode.chapters)

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        return bool(self.new or self.reworded or self.gone)


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood, and what storing it would change."""

    outlooks: tuple[Outlook, ...]
    problems: tuple[Problem, ...]
    omissions: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An episode that was stored: its title, whether it was there before, and what changed."""

    slug: str
    title: str
    known: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ready:
    """Source texts that are read and made into cards; ``store`` keeps them."""

    parsed: Parsed
    made: tuple[Made, ...]

    def outlook(self, db: Database, now: datetime) -> Preview:
        """What storing this would change; the library stays as it is."""
        return preview(db, self.parsed, self.made, now)

    def moved(self, here: Path, there: Path) -> Ready:
        """The same, read from files that will be in another folder when it is stored."""
        documents = {
            slug: tuple(_moved(one, here, there) for one in some)
            for slug, some in self.parsed.documents.items()
        }
        return replace(self, parsed=replace(self.parsed, documents=documents))

    def store(
        self, db: Database, now: datetime, titles: Mapping[str, str] | None = None
    ) -> tuple[Kept, ...]:
        """Stores it, all or nothing; what became of each episode.

        ``titles`` are the names that a person gave to some of them, by slug.
        """
        from quizapp.store import library, naming
        from quizapp.store.database import writing

        with writing(db):
            known = {episode.slug for episode in library.episodes(db)}
            changes = build.keep(db, self.parsed, self.made, now)
            slugs = [one.episode.slug for one in self.made]
            for slug, title in (titles or {}).items():
                if slug in slugs and title != library.title(db, slug):
                    naming.name(db, slug, title, now)
            return tuple(
                Kept(slug, library.title(db, slug), slug in known, change)
                for slug, change in zip(slugs, changes, strict=True)
            )


def _moved(document: Document, here: Path, there: Path) -> Document:
    root = Path(document.root)
    if not root.is_relative_to(here):
        return document
    return replace(document, root=str(there / root.relative_to(here)))


def of_files(db: Database, paths: Sequence[Path], progress: build.Progress = build.quiet) -> Ready:
    """Files as a build would take them."""
    return _ready(db, build.parse(paths, stored=db, progress=progress), progress)


def of_episode(db: Database, slug: str, progress: build.Progress = build.quiet) -> Ready:
    """An episode as it would be built anew: from its files where they still are, else as kept.

    Raises NotFoundError.
    """
    from quizapp.store import library

    library.episode(db, slug)
    problems: list[Problem] = []
    documents = [_reread(one, problems) for one in library.documents(db, slug)]
    parsed = build.understood(documents, problems, stored=db, progress=progress)
    return _ready(db, parsed, progress)


def _reread(document: Document, problems: list[Problem]) -> Document:
    """The document as its file says it today."""
    from quizapp.reading import find_documents

    place = Path(document.root, document.path)
    if not place.is_file():
        return document
    found, troubles = find_documents([place])
    problems += [replace(one, path=document.path) for one in troubles]
    return replace(document, text=found[0].text) if len(found) == 1 else document


def _ready(db: Database, parsed: Parsed, progress: build.Progress) -> Ready:
    from quizapp.store import library, shelves

    stock = shelves.stock(db, [episode.slug for episode in parsed.episodes])
    others = library.episodes(db)
    return Ready(*build.all_made(parsed, others=others, stock=stock, progress=progress))


class _LeaveAsItWas(Exception):  # noqa: N818 - it is no error
    """Ends the transaction of a preview without a trace."""


def preview(db: Database, parsed: Parsed, made: Sequence[Made], now: datetime) -> Preview:
    """What storing these episodes would change: done in a transaction that is rolled back."""
    from quizapp.store import library
    from quizapp.store.database import writing

    outlooks: list[Outlook] = []
    known = {episode.slug for episode in library.episodes(db)}
    slugs = [one.episode.slug for one in made]
    before = {slug: _cards(db, slug) for slug in slugs}
    try:
        with writing(db):
            build.keep(db, parsed, made, now)
            for one in made:
                slug = one.episode.slug
                after = _cards(db, slug)
                outlooks.append(_compared(one.episode, slug in known, before[slug], after))
            raise _LeaveAsItWas
    except _LeaveAsItWas:
        pass
    return Preview(tuple(outlooks), parsed.problems, parsed.omissions)


def _cards(db: Database, slug: str) -> dict[str, StoredCard]:
    from quizapp.store import library

    return {one.card.id: one for one in library.cards(db, episode=slug)}


def _compared(
    episode: Episode,
    known: bool,
    before: Mapping[str, StoredCard],
    after: Mapping[str, StoredCard],
) -> Outlook:
    there = {card_id for card_id, one in before.items() if not _is_retired(one)}
    best = sorted(after.values(), key=lambda one: (-one.card.score, one.card.id))
    standing = [one for one in best if not _is_retired(one)]
    kept = [one for one in standing if one.card.id in there]
    reworded = [
        Reworded(before[one.card.id], one) for one in kept if _differ(before[one.card.id], one)
    ]
    return Outlook(
        episode=episode,
        known=known,
        new=tuple(one for one in standing if one.card.id not in there),
        reworded=tuple(reworded),
        gone=tuple(one for one in best if _is_retired(one) and one.card.id in there),
        same=len(kept) - len(reworded),
    )


def _is_retired(stored: StoredCard) -> bool:
    return stored.card.status is CardStatus.RETIRED


def _differ(before: StoredCard, after: StoredCard) -> bool:
    old, new = before.card, after.card
    return (old.prompt, old.answer, old.options, old.explanation) != (
        new.prompt,
        new.answer,
        new.options,
        new.explanation,
    )
