"""How the top of a page tells what the episode is."""

from __future__ import annotations

from collections.abc import Callable

from tests.retold.blocks import Block, Part
from tests.retold.told import Told

Head = Callable[[Told], Part]


def _part(*blocks: Block) -> Part:
    return Part(blocks=list(blocks))


def _title(text: str) -> Block:
    return Block("title", text)


def _labelled(told: Told) -> Part:
    lines = (
        f"Podcast: {told.show}",
        f"Episode: {told.number}",
        f"Host: {told.host}",
        f"Guest: {told.guest}",
        f"Date: {told.day.isoformat()}",
        f"Duration: {told.minutes} min",
    )
    return _part(
        _title(told.title), Block("para", lines[0]), *(Block("line", x) for x in lines[1:])
    )


def _day(told: Told) -> str:
    return f"{told.day:%B} {told.day.day}, {told.day.year}"


def _day_first(told: Told) -> str:
    return f"{told.day.day} {told.day:%B} {told.day.year}"


HEADS: dict[str, Head] = {
    "labels": _labelled,
    "bold labels": lambda t: _part(
        _title(t.title),
        Block("item", f"**Show:** {t.show}"),
        Block("item", f"**Episode number:** {t.number}"),
        Block("item", f"**Host:** {t.host}"),
        Block("item", f"**Guest:** {t.guest}"),
        Block("item", f"**Published:** {_day(t)}"),
    ),
    "Show #1: Title": lambda t: _part(
        _title(f"{t.show} #{t.number}: {t.title}"),
        Block("para", f"{_day(t)} · {t.minutes} min"),
        Block("para", f"Host: {t.host} · Guest: {t.guest}"),
    ),
    "Title | Show Ep. 1": lambda t: _part(
        _title(f"{t.title} | {t.show} Ep. {t.number}"),
        Block("para", f"Hosted by {t.host}"),
        Block("para", f"With {t.guest}"),
        Block("para", f"Published {_day_first(t)}"),
    ),
    "Title (with G) | Show": lambda t: _part(
        _title(f"{t.title} (with {t.guest}) | {t.show}"),
        Block("para", f"Episode {t.number} | {_day(t)} | {t.minutes} minutes"),
        Block("para", f"Hosted by {t.host}"),
    ),
    "show line below": lambda t: _part(
        _title(t.title),
        Block("para", f"{t.show} · Episode {t.number} · {_day_first(t)} · {t.minutes} min"),
        Block("para", f"{t.host} in conversation with {t.guest}"),
    ),
    "show line above": lambda t: _part(
        Block("para", f"{t.show} — Episode {t.number}"),
        _title(t.title),
        Block("para", f"Hosted by {t.host}, with guest {t.guest}"),
        Block("para", f"{t.day:%b} {t.day.day}, {t.day.year}"),
    ),
    "prose": lambda t: _part(
        _title(t.title),
        Block(
            "para",
            f"In episode {t.number} of {t.show}, host {t.host} talks to {t.guest}. "
            f"Released on {_day(t)}.",
        ),
    ),
    "Episode 1: Title": lambda t: _part(
        Block("para", t.show),
        _title(f"Episode {t.number}: {t.title}"),
        Block("para", f"Released: {t.day.isoformat()}"),
        Block("para", f"{t.host} speaks with {t.guest} about what the work is really like."),
    ),
    "show above, day below": lambda t: _part(
        Block("para", t.show),
        _title(t.title),
        Block("para", f"{t.day:%b} {t.day.day}, {t.day.year} • {t.minutes} min"),
        Block("line", f"Episode {t.number}"),
        Block("para", f"Hosted by {t.host} · with {t.guest}, who knows the work"),
    ),
    "both in a long line": lambda t: _part(
        _title(t.title),
        Block(
            "para",
            f"{t.show} · Episode {t.number} · {t.day.isoformat()} · "
            f"with {t.host} and guest {t.guest}",
        ),
    ),
    "a path above": lambda t: _part(
        Block("para", f"Home › {t.show} › Episode {t.number}"),
        _title(t.title),
        Block("para", f"{t.show}, episode {t.number}, {_day(t)}"),
        Block("para", f"Host: {t.host}. Guest: {t.guest}."),
    ),
    "show, people, day": lambda t: _part(
        _title(t.title),
        Block(
            "para",
            f"*{t.show}* · Host: {t.host} · Guest: {t.guest} · Episode {t.number} · "
            f"{_day_first(t)}",
        ),
    ),
    "Title – Show Ep. 1 with G": lambda t: _part(
        _title(f"{t.title} – {t.show} Ep. {t.number} with {t.guest}"),
        Block("para", f"{t.guest} talks to host {t.host}."),
        Block("para", f"This was first heard on {_day_first(t)}."),
    ),
    "a letter": lambda t: _part(
        _title(f"{t.show} Weekly · Issue 12"),
        Block("para", "Dear reader,"),
        Block("sub", f"This week: {t.title}"),
        Block(
            "para",
            f"Episode {t.number} of {t.show} came out on {_day(t)}. Host {t.host} talks to "
            f"{t.guest}.",
        ),
    ),
    "Title | Show with Host": lambda t: _part(
        _title(f"{t.title} | {t.show} with {t.host}"),
        Block("para", f"{t.show}, episode {t.number}, {_day(t)}"),
        Block("para", f"Guest: {t.guest}"),
    ),
    "roles below names": lambda t: _part(
        _title(t.title),
        Block("para", f"{t.show} · Episode {t.number} · {_day(t)}"),
        Block("sub", "Hosts & Guests"),
        Block("para", t.host),
        Block("line", "Host"),
        Block("line", t.guest),
        Block("line", "Guest"),
    ),
    "Show, Episode 1 quoted": lambda t: _part(
        Block("para", f"Notes on “{t.title}” ({t.show}, episode {t.number}, {_day_first(t)})"),
        Block("para", f"Host: {t.host}. Guest: {t.guest}."),
    ),
}
"""The first lines of a page, all with a title, most with show, number, people and day."""
