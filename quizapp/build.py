"""The first half of the program on one screen: parse → generate → check → store.

What takes time to load is imported by the functions that need it: ``parse`` alone is quick.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import cores
from quizapp.errors import SourceError
from quizapp.model import BuildReport, Episode, Omission, Problem
from quizapp.offers import NO_STOCK, NOTHING, Nearby, Shelf, Stock
from quizapp.reading import Document, assemble, find_documents, read_page
from quizapp.sentences.english import is_english

if TYPE_CHECKING:
    from sqlite_utils import Database

    from quizapp.choosing.selection import Selected
    from quizapp.material import Material
    from quizapp.reading.page import Page
    from quizapp.store.saving import Changes

_MUCH_TO_READ = 2_000_000
"""Letters, all pages together, from which reading on several cores pays."""

_MANY = 6
"""Episodes from which making cards on several cores pays."""

_VERY_MANY = 300
"""Episodes from which looking through them for what they offer does: that is quick."""

_TOLD = 2500
"""Letters that tell which language they are."""

Progress = Callable[[str, int, int], None]
"""Called with what is being worked on, how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The episodes found in what was given, the documents of each by slug, and the problems.

    ``unread`` is how many of the problems mean that something could not be read at all;
    ``omissions`` are the lines that nothing was made of.
    """

    episodes: tuple[Episode, ...]
    documents: dict[str, tuple[Document, ...]]
    problems: tuple[Problem, ...]
    unread: int
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """An episode with the cards that were made of it."""

    episode: Episode
    material: Material
    selected: Selected
    shelf: Shelf | None = None
    """What it offers to other episodes, where there are any."""


def quiet(_what: str, _done: int, _of: int) -> None:
    """Progress that nobody watches."""


def parse(
    paths: Sequence[Path], *, stored: Database | None = None, progress: Progress = quiet
) -> Parsed:
    """Read source texts into episodes; with ``stored``, together with what the library has of them.

    Files given in two runs become one episode that way: the library keeps the text of every file.
    """
    documents, problems = find_documents(paths, progress=lambda path: progress(path, 0, 0))
    return understood(documents, problems, paths=paths, stored=stored, progress=progress)


def understood(
    documents: Sequence[Document],
    problems: Sequence[Problem] = (),
    *,
    paths: Sequence[Path] = (),
    stored: Database | None = None,
    progress: Progress = quiet,
) -> Parsed:
    """Documents read into episodes, as ``parse`` does it with those found under ``paths``."""
    from quizapp.recognition import Known, recognised

    # A copy of a page in another folder is the same page.
    first = {d.text: d for d in reversed(documents)}
    distinct = [d for d in documents if first[d.text] is d]
    pages, unread = _read(distinct, progress)
    problems = (*problems, *unread)
    known = Known() if stored is None else recognised(stored, pages, paths, problems)
    for old, new in known.renamed.items():
        del pages[old]
        pages[new] = read_page(new)
    earlier = {d: read_page(d) for d in known.documents}
    owned = {d.path: slug for d, slug in (*known.owners.items(), *known.documents.items())}
    episodes = assemble([*pages.values(), *earlier.values()], known=owned)
    given = {d.path for d in pages}
    touched = [e for e in episodes if given & {f.path for f in e.files}]
    by_path = {d.path: d for d in (*earlier, *pages)}
    empty = [e for e in touched if not (e.sections or e.turns or e.chapters)]
    touched = [e for e in touched if e not in empty]  # there is nothing to store of these
    renamed = [known.named(e, by_path) for e in touched]
    foreign = [_foreign(d) for d, page in pages.items() if page.sections]
    reported = (
        *problems,
        *(p for p in foreign if p),
        *(p for page in pages.values() for p in page.problems),
    )
    files = {e.slug: tuple(by_path[f.path] for f in e.files if f.path in by_path) for e in renamed}
    omitted = tuple(one for page in pages.values() for one in page.omissions)
    unread_pages = len(problems) + sum(len(e.files) for e in empty)
    return Parsed(tuple(renamed), files, reported, unread_pages, omitted)


def _read(
    documents: Sequence[Document], progress: Progress
) -> tuple[dict[Document, Page], list[Problem]]:
    """The pages of documents, and one line for each that could not be read."""
    pages, problems = {}, []

    def advance(done: int) -> None:
        progress(documents[done].path, done, len(documents))

    worth_it = sum(len(d.text) for d in documents) >= _MUCH_TO_READ
    found = cores.each(read_page, documents, worth_it=worth_it, advance=advance)
    for document, page in zip(documents, found, strict=True):
        if isinstance(page, cores.Failed):
            problems.append(Problem(document.path, None, f"this cannot be read ({page.reason})"))
        else:
            pages[document] = page
    return pages, problems


@dataclass(frozen=True, slots=True)
class _Pages:
    """All that the cards of an episode are made of."""

    episode: Episode
    documents: tuple[Document, ...]
    colleagues: tuple[str, ...]
    nearby: Nearby = NOTHING

    def material(self) -> Material:
        """The episode as the generators see it."""
        from quizapp.material import Material
        from quizapp.material.passages import Passages

        passages = Passages.of((d.path, d.text) for d in self.documents)
        return Material(self.episode, passages, self.colleagues, self.nearby)


def _selected(pages: _Pages) -> Selected:
    """The cards of one episode, checked and selected."""
    from quizapp.choosing.selection import selected
    from quizapp.generators import candidates

    material = pages.material()
    return selected(candidates(material), material)


def make(
    parsed: Parsed,
    *,
    others: Iterable[Episode] = (),
    stock: Stock | None = None,
    progress: Progress = quiet,
    problems: list[Problem] | None = None,
) -> Iterator[Made]:
    """The cards of each episode, checked and selected, on all cores; nothing is stored.

    ``others`` are further episodes of the library: guests of the same show serve as wrong options.
    ``stock`` is what these episodes offer, for those that have too few options of their own.
    An episode of which no cards can be made is left out, and ``problems`` gets a line about it;
    without that list it is a SourceError.
    """
    episodes = parsed.episodes
    of_show = _colleagues((*episodes, *others))
    own = _shelves(episodes, stock or NO_STOCK)
    near = [*map(_nearby(own, stock or NO_STOCK), episodes)]
    things = [
        _Pages(e, parsed.documents[e.slug], _speakers(of_show(e), nearby), nearby)
        for e, nearby in zip(episodes, near, strict=True)
    ]

    def advance(done: int) -> None:
        progress(episodes[done].title, done, len(episodes))

    found = cores.each(_selected, things, worth_it=len(things) >= _MANY, advance=advance)
    for pages, chosen in zip(things, found, strict=True):
        if isinstance(chosen, cores.Failed):
            path = pages.documents[0].path
            line = f"no cards can be made of “{pages.episode.title}” ({chosen.reason})"
            if problems is None:
                raise SourceError(line, path=path)
            problems.append(Problem(path, None, line))
        else:
            yield Made(pages.episode, pages.material(), chosen, own.get(pages.episode.slug))


def _shelves(episodes: Sequence[Episode], stock: Stock) -> dict[str, Shelf]:
    """What each episode offers to others; nothing where there are none."""
    from quizapp.material.neighbours import shelf

    if len(episodes) + len(stock.shelves) < 2:
        return {}
    found = cores.each(shelf, episodes, worth_it=len(episodes) >= _VERY_MANY)
    pairs = zip(episodes, found, strict=True)
    return {e.slug: one for e, one in pairs if not isinstance(one, cores.Failed)}


def _nearby(own: Mapping[str, Shelf], stock: Stock) -> Callable[[Episode], Nearby]:
    """What the library, and what is built with it, offers to each episode."""
    from quizapp.material.neighbours import Neighbourhood

    around = Neighbourhood({**stock.shelves, **own})

    def of(episode: Episode) -> Nearby:
        kept = stock.kept.get(episode.slug, frozenset())
        return around.of(episode.slug, kept) if episode.slug in own else NOTHING

    return of


_SPEAKERS = 2
"""Others who might have said it, from which nobody of another show is asked for."""


def _speakers(of_show: Sequence[str], near: Nearby) -> tuple[str, ...]:
    """Who else might have said something: guests of the show, else those of the same field.

    Those that stand on cards already come first.
    """
    names = of_show if len(of_show) >= _SPEAKERS else dict.fromkeys((*of_show, *near.guests))
    return tuple(sorted(names, key=lambda name: name not in near.kept))


def _foreign(document: Document) -> Problem | None:
    """The one line about a page in another language, or nothing."""
    if is_english(_sample(document.text)):
        return None
    return Problem(
        document.path,
        None,
        "this is not in English: its structure is read, but no cards are made of it",
    )


def _sample(text: str) -> str:
    """Enough of a text to know its language by: its beginning, and as much out of the middle."""
    middle = len(text) // 2
    return text if len(text) <= 2 * _TOLD else f"{text[:_TOLD]} {text[middle : middle + _TOLD]}"


def colleagues(episode: Episode, known: Iterable[Episode]) -> tuple[str, ...]:
    """The other guests of the same show: who else might have said what was said here."""
    return _colleagues(known)(episode)


def _colleagues(known: Iterable[Episode]) -> Callable[[Episode], tuple[str, ...]]:
    guests: defaultdict[str, set[str]] = defaultdict(set)
    for one in known:
        if one.show:
            guests[one.show].update(one.guests)

    def of(episode: Episode) -> tuple[str, ...]:
        return tuple(sorted(guests[episode.show or ""] - set(episode.guests)))

    return of


def all_made(
    parsed: Parsed,
    *,
    others: Iterable[Episode] = (),
    stock: Stock | None = None,
    progress: Progress = quiet,
) -> tuple[Parsed, tuple[Made, ...]]:
    """The cards of all episodes; what could not be made of is among the problems then."""
    problems: list[Problem] = []
    cards = make(parsed, others=others, stock=stock, progress=progress, problems=problems)
    made = tuple(cards)
    told = (*problems, *parsed.problems)
    return replace(parsed, problems=told, unread=parsed.unread + len(problems)), made


def build(
    db: Database, paths: Sequence[Path], now: datetime, *, progress: Progress = quiet
) -> BuildReport:
    """Read, generate, check and store, in one transaction: a killed build leaves the old state."""
    from quizapp.store import library, shelves

    started = time.perf_counter()
    parsed = parse(paths, stored=db, progress=progress)
    stock = shelves.stock(db, [e.slug for e in parsed.episodes])
    others = library.episodes(db)
    parsed, made = all_made(parsed, others=others, stock=stock, progress=progress)
    changes = keep(db, parsed, made, now)
    return report(parsed, made, changes, time.perf_counter() - started)


def keep(db: Database, parsed: Parsed, made: Sequence[Made], now: datetime) -> list[Changes]:
    """Stores what was made, in one transaction; an episode that was deleted comes back with it.

    What first answers have taught orders all new cards anew, those of other episodes too.
    """
    from quizapp.store import introducing, library, shelves, trash
    from quizapp.store.database import writing

    with writing(db):
        for m in made:
            trash.bring_back(db, m.episode.slug)
        known = introducing.seen(db)
        changes = [
            library.save_episode(
                *(db, m.episode, parsed.documents[m.episode.slug], m.selected.notes, now),
                known=known,
            )
            for m in made
        ]
        if known.kinds:
            introducing.reorder(db, known)
        for m in made:
            if m.shelf is not None:
                shelves.remember(db, m.episode.slug, m.shelf)
        return changes


def report(
    parsed: Parsed, made: Sequence[Made], changes: Sequence[Changes], seconds: float
) -> BuildReport:
    """What a build did, or would do."""
    return BuildReport(
        episodes=len(made),
        notes=sum(len(m.selected.notes) for m in made),
        cards=dict(Counter(str(c.kind) for m in made for n in m.selected.notes for c in n.cards)),
        new=sum(c.new for c in changes),
        updated=sum(c.updated for c in changes),
        unchanged=sum(c.unchanged for c in changes),
        removed=sum(c.removed for c in changes),
        rejected=dict(Counter(r.failures[0].check for m in made for r in m.selected.rejections)),
        problems=parsed.problems,
        unread=parsed.unread,
        seconds=round(seconds, 3),
        slugs=tuple(m.episode.slug for m in made),
    )
