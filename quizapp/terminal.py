"""A study session in a terminal: line by line, with the rules and the log of the browser's.

Nothing is redrawn, so that it works through pipes, over slow lines and with a screen reader.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizapp import study
from quizapp.errors import QuizappError
from quizapp.grading import Grade, Verdict
from quizapp.media import told
from quizapp.model import Card, CardKind, Given, Rating, Settings, StudyItem
from quizapp.printing.amounts import span
from quizapp.printing.output import colour
from quizapp.sessions import deeds, marking
from quizapp.store import library, progress
from quizapp.store.database import writing
from quizapp.store.settings import settings

if TYPE_CHECKING:
    from sqlite_utils import Database

HELP = """\
Enter   show the answer, then take the rating that is proposed
1 … 4   choose an option; then Again, Hard, Good, Easy
:u      undo what came last        :e   edit the card
:s      show the source            :b   bury it until tomorrow
:x      suspend it                 :f   flag it as bad
:q      leave; nothing is lost     :?   this list\
"""

_LONGEST_LINE = 700
"""Characters shown of a line that is a whole transcript."""

_PROPOSED = {
    Grade.CORRECT: Rating.GOOD,
    Grade.PARTIAL: Rating.HARD,
    Grade.INCORRECT: Rating.AGAIN,
}
_VERDICTS = {
    Grade.CORRECT: ("Right.", "green"),
    Grade.PARTIAL: ("Nearly.", "yellow"),
    Grade.INCORRECT: ("Not this time.", "red"),
}


class _Leave(Exception):  # noqa: N818 - it is no error
    """The learner goes."""


class _Anew(Exception):  # noqa: N818 - it is no error
    """The card was dealt with otherwise; what is next is asked anew."""


def _print(line: str) -> None:
    click.echo(line, color=colour(sys.stdout))


@dataclass(slots=True)
class Session:
    """One sitting: ``ask`` reads a line after a prompt, ``say`` prints one; both real or a test's.

    ``answers`` counts by rating what was given in it.
    """

    db: Database
    now: Callable[[], datetime]
    episode: str | None = None
    ask: Callable[[str], str] = input
    say: Callable[[str], None] = _print
    answers: dict[Rating, int] = field(default_factory=dict)
    again: str | None = None

    def run(self) -> None:
        """Asks cards until none is left or the learner leaves."""
        self.say("Enter shows the answer, :? lists everything else, :q leaves.")
        try:
            while item := self._next():
                try:
                    self._study(item)
                except _Anew:
                    continue
                except QuizappError as error:
                    self.say(str(error))
            due = study.next_due(self.db, self.now(), episode=self.episode)
            when = f" The next card is due {due:%Y-%m-%d %H:%M}." if due else ""
            self.say(f"\nNothing left to study.{when}")
        except (_Leave, EOFError, KeyboardInterrupt):
            self.say("")
        self._sum_up()

    def _next(self) -> StudyItem | None:
        if self.again is not None:
            card_id, self.again = self.again, None
            return study.item(self.db, card_id, self.now())
        return study.next_item(self.db, self.now(), episode=self.episode)

    def _study(self, item: StudyItem) -> None:
        card, chosen = item.card, settings(self.db)
        left = item.counts
        self.say(
            click.style(
                f"\n{_kind(card)} · {library.title(self.db, card.episode)}"
                f"  [{left.new} new, {left.learning} learning, {left.due} due]",
                dim=True,
            )
        )
        self.say(click.style(told(card.prompt), bold=True))
        for number, option in enumerate(card.options or (), start=1):
            self.say(f"  {number}  {option}")
        started = time.perf_counter()
        verdict = marking.mark(card, self._given(card))
        self._show(card, verdict)
        rating = self._rating(item, chosen, verdict)
        self._record(item, rating, round((time.perf_counter() - started) * 1000))

    def _given(self, card: Card) -> Given:
        """The answer, asked for until it is one that the card can take, or none."""
        while True:
            line = self._line(_PROMPTS.get(_way(card), "Enter shows the answer: "), card)
            if not line:
                return Given()
            if _way(card) == "aloud":
                return Given()
            given = _read(line, card)
            if given is not None:
                return given
            self.say("Give the number of an option, or all of them in their order.")

    def _show(self, card: Card, verdict: Verdict | None) -> None:
        if verdict is not None:
            words, colour = _VERDICTS[verdict.grade]
            self.say(click.style(words, fg=colour, bold=True))
            if verdict.missing:
                self.say(f"Missing: {', '.join(verdict.missing)}")
            if verdict.note:
                self.say(verdict.note)
        self.say(f"→ {told(card.answer)}")
        if card.explanation:
            self.say(click.style(card.explanation, dim=True))

    def _rating(self, item: StudyItem, chosen: Settings, verdict: Verdict | None) -> Rating:
        proposed = Rating.GOOD if verdict is None else _PROPOSED[verdict.grade]
        offered = [Rating.AGAIN, Rating.GOOD] if chosen.two_buttons else list(Rating)
        if proposed not in offered:
            proposed = Rating.AGAIN
        said = "  ".join(
            f"{rating.value} {rating.name.capitalize()}"
            + (f" ({span(item.intervals[rating])})" if chosen.show_intervals else "")
            for rating in offered
        )
        while True:
            line = self._line(f"{said}  [Enter: {proposed.name.capitalize()}] ", item.card)
            if not line:
                return proposed
            if line.isdecimal() and int(line) in offered:
                return Rating(int(line))
            self.say("Give the number of a rating, or Enter.")

    def _record(self, item: StudyItem, rating: Rating, milliseconds: int) -> None:
        card_id, seen = item.card.id, item.memory.reps if item.memory else 0
        with writing(self.db):
            memory = progress.memory(self.db, card_id)
            if (memory.reps if memory else 0) != seen:
                self.say("That card was answered elsewhere meanwhile. This one is not counted.")
                return
            study.answer(self.db, card_id, rating, self.now(), duration_ms=milliseconds)
        self.answers[rating] = self.answers.get(rating, 0) + 1

    def _line(self, prompt: str, card: Card) -> str:
        """A line that is no command; commands are obeyed and the line asked for again."""
        while True:
            line = self.ask(prompt).strip()
            if not line.startswith(":"):
                return line
            self._obey(line[1:].strip().lower(), card)

    def _obey(self, command: str, card: Card) -> None:
        now = self.now()
        match command:
            case "q":
                raise _Leave
            case "u":
                self._undo()
                raise _Anew
            case "s":
                self._source(card)
            case "e":
                self._edit(card)
                self.again = card.id
                raise _Anew
            case "b":
                deeds.bury(self.db, [card.id], now)
                self.say("Buried until tomorrow.")
                raise _Anew
            case "x":
                deeds.suspend(self.db, [card.id], now)
                self.say("Suspended.")
                raise _Anew
            case "f":
                deeds.flag(self.db, card.id, self.ask("What is wrong with it? "), now)
                self.say("Flagged; it is not asked any more.")
                raise _Anew
            case _:
                self.say(HELP)

    def _undo(self) -> None:
        done = deeds.undo(self.db, self.now())
        if done is None:
            self.say("There is nothing of today to take back.")
            return
        rating = getattr(done, "rating", None)
        if isinstance(rating, Rating):
            self.answers[rating] = max(0, self.answers.get(rating, 0) - 1)
            self.again = getattr(done, "card_id", None)
            self.say(f"Taken back: {rating.name.capitalize()}.")
        else:
            self.say("Taken back.")

    def _edit(self, card: Card) -> None:
        self.say(f"Question: {card.prompt}")
        prompt = self.ask("New question (Enter keeps it): ").strip() or None
        answer = None
        if not card.options:
            self.say(f"Answer: {card.answer}")
            answer = self.ask("New answer (Enter keeps it): ").strip() or None
        with deeds.remembered(self.db, deeds.Act.EDIT, [card.id], self.now()):
            library.edit_card(self.db, card.id, prompt=prompt, answer=answer, now=self.now())
        self.say("Saved. Your wording stays.")

    def _source(self, card: Card) -> None:
        if card.by_hand:
            self.say("You wrote this card yourself.")
            return
        source = card.source
        origin = library.origin(self.db, card)
        self.say(click.style(f"{source.path}, line {source.line_start}", fg="cyan"))
        for line in library.source_lines(self.db, origin, source, context=1):
            self.say(f"{line.number:>5} {'>' if line.cited else ' '} {line.text[:_LONGEST_LINE]}")

    def _sum_up(self) -> None:
        total = sum(self.answers.values())
        if total:
            said = [f"{n} {r.name.capitalize()}" for r, n in sorted(self.answers.items()) if n]
            self.say(f"{total} answer{'s' if total > 1 else ''}: {', '.join(said)}.")


def _kind(card: Card) -> str:
    return card.kind.replace("_", " ").capitalize()


def _way(card: Card) -> str:
    """How a card is answered here."""
    if card.kind is CardKind.ORDER and card.options:
        return "order"
    if card.answer_index is not None:
        return "choose"
    return "type" if card.kind in marking.SHORT_KINDS else "aloud"


_PROMPTS = {
    "order": "The right order, as 2 1 3: ",
    "choose": "Number: ",
    "type": "Your answer: ",
}


def _read(line: str, card: Card) -> Given | None:
    """What a line answers; None where it is no answer to such a card."""
    if _way(card) == "type":
        return Given(typed=line)
    numbers = line.replace(",", " ").split()
    if not all(one.isdecimal() for one in numbers):
        return None
    chosen = tuple(int(one) - 1 for one in numbers)
    given = Given(order=chosen) if _way(card) == "order" else Given(chosen=chosen[0])
    fits = given.fits(card) and (_way(card) == "order" or len(chosen) == 1)
    return given if fits else None
