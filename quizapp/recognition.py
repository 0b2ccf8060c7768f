"""What the library already has of the files that are read now: their episodes, and their slugs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import identity
from quizapp.model import Episode, Problem
from quizapp.reading import Document, Page, is_archive, same_episode

if TYPE_CHECKING:
    from sqlite_utils import Database

CORRECTED = 0.5
"""A file at the same place is the same page, corrected, when it keeps this share of its lines."""


@dataclass(frozen=True, slots=True)
class Known:
    """The stored side of a build.

    ``documents`` are read together with the new ones, each with the slug it stands under;
    ``renamed`` are new ones whose path one of those has; ``owners`` says which episode a file
    belongs to that is given anew; ``slugs`` are all taken.
    """

    documents: Mapping[Document, str] = field(default_factory=dict)
    renamed: Mapping[Document, Document] = field(default_factory=dict)
    owners: Mapping[Document, str] = field(default_factory=dict)
    slugs: frozenset[str] = frozenset()

    def named(self, episode: Episode, by_path: Mapping[str, Document]) -> Episode:
        """The episode under the slug that the library knows it by, so that its cards stay its own.

        A new one that would take another's slug gets one of its own.
        """
        files = [by_path[f.path] for f in episode.files if f.path in by_path]
        slugs = [s for d in files if (s := self.documents.get(d) or self.owners.get(d))]
        if slugs:
            return replace(episode, slug=slugs[0])
        if episode.slug not in self.slugs:
            return episode
        return replace(episode, slug=_another(episode))


def _another(episode: Episode) -> str:
    """A slug for an episode whose title another one has: with what tells the two apart."""
    apart = " ".join(str(p) for p in (episode.show, episode.number, *episode.guests) if p)
    digest = sha256(f"{apart}\x1f{[f.path for f in episode.files]}".encode()).hexdigest()[:6]
    return identity.slug(f"{episode.slug} {episode.number or digest}", limit=80)


def recognised(
    db: Database,
    pages: Mapping[Document, Page],
    paths: Sequence[Path],
    problems: Iterable[Problem],
) -> Known:
    """The stored documents and episodes that the pages belong to.

    A document that is given anew is replaced; one that is gone from a folder that is read again is
    left out, unless it could not be read this time.
    """
    from quizapp.store import library

    folders = [p.absolute() for p in paths if p.is_dir() or is_archive(p)]
    unread = {base / p.path for p in problems for base in (*folders, Path.cwd())}
    places, texts = {_place(d) for d in pages}, {d.text for d in pages}
    documents: dict[Document, str] = {}
    owners: dict[Document, str] = {}
    away = library.episodes(db, deleted=True)
    deleted = {episode.slug for episode in away}
    episodes = (*library.episodes(db), *away)
    for episode in episodes:
        stored = library.documents(db, episode.slug)
        own = [d for d, page in pages.items() if _belongs(d, page, episode, stored)]
        owners |= dict.fromkeys(own, episode.slug)
        # Of an episode that was deleted, only what is given anew comes back.
        for document in stored if own and episode.slug not in deleted else ():
            anew = _place(document) in places or document.text in texts
            if not (anew or _replaced(document, own) or _gone(document, folders, unread)):
                documents[document] = episode.slug
    taken = {d.path for d in documents}
    renamed = {d: _apart(d, taken) for d in pages if d.path in taken}
    owners = {renamed.get(d, d): slug for d, slug in owners.items()}
    return Known(documents, renamed, owners, frozenset(e.slug for e in episodes))


def _place(document: Document) -> Path:
    return Path(document.root, document.path)


def _is_there(place: Path) -> bool:
    """Whether a file is where it was, or the zip that it was in."""
    return place.exists() or any(above.is_file() for above in place.parents)


def _replaced(document: Document, own: Iterable[Document]) -> bool:
    """Whether a file of the same name elsewhere takes its place: moved, or corrected in a copy.

    Two pages about one episode may have one name in two folders, and then both count.
    """
    return any(
        d.path == document.path
        and (_corrected(document.text, d.text) or not _is_there(_place(document)))
        for d in own
    )


def _gone(document: Document, folders: Iterable[Path], unread: set[Path]) -> bool:
    """Whether it is missing from a folder that was read, and not for want of reading it."""
    place = _place(document)
    around = {place, *place.parents}
    return any(folder in around for folder in folders) and around.isdisjoint(unread)


def _apart(document: Document, taken: set[str]) -> Document:
    """The document under a longer path, with as many of the folders above it as it takes."""
    root, path = Path(document.root), Path(document.path)
    while path.as_posix() in taken and root.name:
        root, path = root.parent, Path(root.name) / path
    return Document(path.as_posix(), str(root), document.text)


def _belongs(document: Document, page: Page, episode: Episode, stored: Sequence[Document]) -> bool:
    """Whether a page is of a stored episode: by what it says, or as a corrected page of it."""
    if same_episode(page, episode):
        return True
    place = (document.path, document.root)
    return any((d.path, d.root) == place and _corrected(d.text, document.text) for d in stored)


def _corrected(before: str, after: str) -> bool:
    old = {line.strip() for line in before.split("\n") if line.strip()}
    new = {line.strip() for line in after.split("\n") if line.strip()}
    return len(old & new) >= CORRECTED * max(1, min(len(old), len(new)))
