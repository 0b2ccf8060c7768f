"""Reading: long transcripts and large folders, and how the time grows with the size."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from textwrap import fill, wrap

from quizapp import build
from quizapp.reading import read_page
from quizapp.reading.documents import Document
from tests.benchmarks.figures import Figure, by_turns, seconds, show

_MEGABYTE = 1_000_000
_ROUNDS = 3
_PAGES = 1000
_WORDS = (
    "river water people think about time because there when moved system model house city light "
    "number small large question answer reason different always never between across years study "
    "found called under stone garden music bridge science food language winter summer"
).split()
_PEOPLE = ("Nora Quist", "Emil Berg")


def _sentences(chance: random.Random, count: int) -> str:
    told = (
        " ".join(chance.choice(_WORDS) for _ in range(chance.randint(6, 22))).capitalize()
        for _ in range(count)
    )
    return " ".join(sentence + chance.choice(".....?") for sentence in told)


def _transcript(size: int, form: Callable[[str, int, str], str]) -> str:
    """So many letters of two people talking, each turn in the given form."""
    chance = random.Random(7)
    parts = ["Rivers | Water Talks #3\n\nTranscript\n\n"]
    length = at = 0
    while length < size:
        said = _sentences(chance, chance.randint(1, 8))
        parts.append(form(_PEOPLE[len(parts) % 2], at, said))
        length += len(parts[-1])
        at += len(said) // 15
    return "".join(parts)


def _stamp(at: int) -> str:
    return f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}"


_FORMS: dict[str, Callable[[str, int, str], str]] = {
    "names": lambda name, _, said: f"{name}: {said}\n\n",
    "names and times": lambda name, at, said: f"{name} ({_stamp(at)}):\n{said}\n\n",
    "dashes": lambda _, __, said: f"- {said} ",
    "no marks": lambda _, __, said: f"{said}\n\n",
    "captions copied off a player": lambda _, at, said: "".join(
        f"{_stamp(at + n)}\n{line}\n" for n, line in enumerate(wrap(said, 50))
    ),
    "captions without times": lambda _, __, said: f">> {fill(said, 40)}\n",
}


def _page(chance: random.Random, number: int) -> str:
    """About ten thousand letters about one episode."""
    guest = f"{chance.choice(('Ada', 'Emil', 'Ines', 'Olaf'))} {chance.choice(('Berg', 'Lund'))}"
    title = " ".join(chance.sample(_WORDS, 4)).title()
    quotes = "\n\n".join(f"“{_sentences(chance, 1)}” – {guest}" for _ in range(4))
    pairs = "\n\n".join(
        f"Q: Why {_sentences(chance, 1)[:-1].lower()}?\n\nA: {_sentences(chance, 4)}"
        for _ in range(6)
    )
    points = "\n".join(f"- {_sentences(chance, 1)}" for _ in range(8))
    turns = "\n\n".join(f"{(_PEOPLE[0], guest)[n % 2]}: {_sentences(chance, 4)}" for n in range(10))
    return (
        f"{guest}: {title} | Water Talks #{number}\n\nHost: {_PEOPLE[0]}\nGuest: {guest}\n\n"
        f"Summary\n\n{_sentences(chance, 6)}\n\nKey Takeaways\n\n{points}\n\nQ&A\n\n{pairs}\n\n"
        f"Quotes\n\n{quotes}\n\nTranscript\n\n{turns}\n"
    )


class _Peer(HTMLParser):
    """The standard library's reader of web pages: what reading the same text costs there."""

    def handle_data(self, data: str) -> None:
        data.split()


def _parsed_by_peer(text: str) -> None:
    peer = _Peer()
    for line in text.split("\n"):
        peer.feed(f"<p>{line}</p>\n")
    peer.close()


def _reading(text: str) -> Callable[[], float]:
    return lambda: seconds(lambda: read_page(Document("a.txt", "/", text)))


def figures() -> list[Figure]:
    """Transcripts of a megabyte against html.parser, their growth, and a folder of a thousand."""
    found = []
    for name, form in _FORMS.items():
        text, double = _transcript(_MEGABYTE, form), _transcript(2 * _MEGABYTE, form)
        ours, theirs = by_turns(
            _reading(text), lambda text=text: seconds(lambda: _parsed_by_peer(text)), _ROUNDS
        )
        found.append(
            Figure(f"1 MB transcript, {name}", "s", ours, "html.parser on as many letters", theirs)
        )
        twice, once = by_turns(_reading(double), _reading(text), _ROUNDS)
        found.append(Figure(f"2 MB transcript, {name}", "s", twice, "half of it", once))
    return [*found, _folder()]


def _folder() -> Figure:
    """A thousand pages against a hundred of them: ten times as long, if linear."""
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as tenth:
        for number in range(1, _PAGES + 1):
            text = _page(chance, number)
            Path(whole, f"{number}.txt").write_text(text, encoding="utf-8")
            if number % 10 == 0:
                Path(tenth, f"{number}.txt").write_text(text, encoding="utf-8")
        ours, theirs = by_turns(
            lambda: seconds(lambda: build.parse([Path(whole)])),
            lambda: seconds(lambda: build.parse([Path(tenth)])),
            1,
        )
    return Figure(f"folder of {_PAGES} pages", "s", ours, "a tenth of them", theirs)


if __name__ == "__main__":
    show(figures())
