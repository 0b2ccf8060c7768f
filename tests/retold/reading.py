"""What is read of a page, held against what stands in it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from quizapp.model import Episode
from quizapp.reading import assemble, find_documents, read_page
from tests.retold.pages import Layout, Made, made

_SIGNS = re.compile(r"[\W_]+")


def bare(text: str | None) -> str:
    """Letters and digits only, in small letters."""
    return _SIGNS.sub("", (text or "").casefold())


def read(page: Made) -> Episode:
    """The episode of a page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, page.name)
        path.write_text(page.text, encoding="utf-8")
        documents, _ = find_documents([path])
        episodes = assemble([read_page(document) for document in documents])
    (episode,) = episodes
    return episode


def faults(layout: Layout) -> list[tuple[str, str]]:
    """What of a page is missed, invented or wrong: the kind of the part, and a line that tells."""
    page = made(layout)
    episode = read(page)
    return [*_sections(page, episode), *_rest(page, episode), *_values(layout, episode)]


def said_faults(page: Made) -> list[tuple[str, str]]:
    """What of the chapters and turns of a page is missed, invented or wrong."""
    return _rest(page, read(page))


def _sections(page: Made, episode: Episode) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    left = list(episode.sections)
    for part in page.parts:
        for wanted in part.wanted:
            same = [
                one
                for one in left
                if one.kind.value == wanted.kind
                and bare(f"{one.heading or ''} {one.text}") == bare(wanted.text)
            ]
            if not same:
                found.append((wanted.kind, f"missed: {wanted.text[:60]}"))
                continue
            left.remove(same[0])
            if wanted.kind == "quote" and same[0].speaker != wanted.speaker:
                found.append((wanted.kind, f"by {same[0].speaker}: {wanted.text[:60]}"))
            if wanted.seconds is not None and same[0].seconds != wanted.seconds:
                found.append((wanted.kind, f"at {same[0].seconds}: {wanted.text[:60]}"))
    found += [(s.kind.value, f"invented: {s.heading or ''} | {s.text[:60]}") for s in left]
    return found


def _rest(page: Made, episode: Episode) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    chapters = [chapter for part in page.parts for chapter in part.chapters]
    told = [(one.seconds, one.title) for one in episode.chapters]
    if told != chapters:
        found.append(("chapters", f"{told}"))
    turns = [(name, bare(text)) for part in page.parts for name, text in part.turns]
    said = [(one.speaker, bare(one.text)) for one in episode.turns]
    wrong = [one for one in turns if one not in said]
    found += [("transcript", f"missed turn: {name} {text[:40]}") for name, text in wrong]
    found += [
        ("transcript", f"turn beyond: {name} {text[:40]}")
        for name, text in said
        if (name, text) not in turns
    ]
    return found


def _values(layout: Layout, episode: Episode) -> list[tuple[str, str]]:
    told = layout.told
    pairs = {
        "title": (told.title, episode.title),
        "show": (told.show, episode.show),
        "number": (told.number, episode.number),
        "host": (told.host, episode.host),
        "guest": ((told.guest,), episode.guests),
        "day": (told.day, episode.published),
    }
    return [("head", f"{field}: {got}") for field, (want, got) in pairs.items() if got != want]
