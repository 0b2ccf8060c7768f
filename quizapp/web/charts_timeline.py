"""The chart of one conversation: what is remembered of its chapters and facts, where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.model import Episode
from quizapp.store.standing import Idea, Recalled
from quizapp.web.chart import Chart
from quizapp.web.chart_shapes import FRESH, Band, Fact, chance, percent, shortened, timeline
from quizapp.web.charts_log import LEVELS
from quizapp.web.charts_memory import PLAIN, PREDICTED, counted
from quizapp.web.wording import clock

_FADING_ROWS = 15

_HOLLOW = ("hollow", "hollow: in this chapter, second not known")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A fact with its place: its second, or one in its chapter where that is all there is."""

    idea: Idea
    at: float
    hollow: bool


def timeline_chart(
    episode: Episode,
    chapters: Mapping[str | None, Recalled],
    ideas: Sequence[Idea],
    *,
    corrected: bool = False,
) -> Chart:
    """The facts of one conversation where they were said, the higher the firmer."""
    last = max((one.seconds for one in ideas if one.seconds is not None), default=0)
    end = float(
        max(
            episode.duration_seconds or 0, last, *(one.seconds + 60 for one in episode.chapters), 60
        )
    )
    starts = [one.seconds for one in episode.chapters]
    bands = [
        Band(start, stop, one.title, chapters[one.title].shown if one.title in chapters else None)
        for one, start, stop in zip(episode.chapters, starts, [*starts[1:], end], strict=True)
    ]
    met = sorted((one for one in ideas if one.shown is not None), key=lambda one: one.shown or 0)
    placed = _placed(met, bands)
    facts = [Fact(one.at, one.idea.shown, _words(one.idea), one.hollow) for one in placed]
    hollow = any(one.hollow for one in placed)
    head: tuple[str, ...] = ("Chapter, or fact that fades most", "Recall now", "At")
    return Chart(
        name="timeline",
        title=f"Along “{shortened(episode.title, 50)}”",
        sentence=_sentence(bands, met, len(ideas)) + _places_sentence(bands, met, placed),
        drawing=timeline(bands, facts, (clock(0), clock(int(end / 2)), clock(int(end)))),
        head=(*head, PLAIN) if corrected else head,
        rows=tuple(_rows(bands, chapters, met, corrected=corrected)),
        legend=(*LEVELS, ("unseen-yet", "not seen"), *((_HOLLOW,) if hollow else ())),
        axes="Each dot a fact at its place in the conversation, the higher the firmer; chapters "
        f"below. {PREDICTED[corrected]}",
    )


def _placed(met: Sequence[Idea], bands: Sequence[Band]) -> list[_Placed]:
    """Facts with a second stand there; those of a chapter spread evenly over it."""
    placed = [_Placed(one, float(one.seconds), False) for one in met if one.seconds is not None]
    waiting: dict[str, list[Idea]] = defaultdict(list)
    for one in sorted(met, key=lambda one: one.note_id):
        if one.seconds is None and one.chapter is not None:
            waiting[one.chapter].append(one)
    for band in bands:
        found = waiting.pop(band.title, [])
        apart = (band.end - band.start) / (len(found) + 1)
        placed += [_Placed(one, band.start + n * apart, True) for n, one in enumerate(found, 1)]
    return placed


def _rows(
    bands: Sequence[Band],
    chapters: Mapping[str | None, Recalled],
    met: Sequence[Idea],
    *,
    corrected: bool,
) -> list[tuple[str, ...]]:
    """The chapters in their order, then the facts that fade most, each with its place."""
    nothing = Recalled(None, 0, 0, None)
    starts = {one.title: clock(int(one.start)) for one in bands}
    told: list[tuple[str, Recalled | Idea, str]] = [
        (f"Chapter: {one.title}", chapters.get(one.title, nothing), starts[one.title])
        for one in bands
    ]
    told += [(one.prompt, one, _when(one, starts)) for one in met[:_FADING_ROWS]]
    return [
        (words, _chance(one.shown), when, *((_chance(one.recall),) if corrected else ()))
        for words, one, when in told
    ]


def _when(idea: Idea, starts: Mapping[str, str]) -> str:
    """The second of a fact; that of its chapter, which is told as such; or that there is none."""
    if idea.seconds is not None:
        return clock(idea.seconds)
    start = starts.get(idea.chapter or "")
    return "–" if start is None else f"about {start}"


def _sentence(bands: Sequence[Band], met: Sequence[Idea], facts: int) -> str:
    known = sum(one.known for one in met)
    firm = f"{known:,} {'is' if known == 1 else 'are'} known" if known else "none is known yet"
    sentence = f"You have met {len(met):,} of its {counted(facts, 'fact')}; {firm} on all sides."
    weak = min((one for one in bands if one.recall is not None), key=_recall, default=None)
    if weak and weak.recall is not None and weak.recall < FRESH:
        title = shortened(weak.title, 60)
        sentence += f" “{title}” fades most, with {percent(weak.recall)}."
    return sentence


def _places_sentence(bands: Sequence[Band], met: Sequence[Idea], placed: Sequence[_Placed]) -> str:
    """How many facts stand in their chapter only, and how many nowhere."""
    inside = sum(one.hollow for one in placed)
    nowhere = len(met) - len(placed)
    parts = []
    if inside:
        their, stand = ("its", "stands") if inside == 1 else ("their", "stand")
        parts.append(f"{inside:,} {stand} somewhere in {their} chapter, as no page says when")
    if nowhere:
        them = "more" if inside else "of them"
        one, several = ("fits", "fit") if bands else ("has", "have")
        why = "no one chapter" if bands else "no time on their pages"
        has, stand = (one, "it stands") if nowhere == 1 else (several, "they stand")
        parts.append(f"{nowhere:,} {them} {has} {why}: {stand} in the numbers only")
    return "".join(f" {part}." for part in parts)


def _recall(band: Band) -> float:
    return band.recall or 0.0


def _words(idea: Idea) -> str:
    return f"{shortened(idea.prompt, 80)}: {chance(idea.shown or 0)}"


def _chance(recall: float | None) -> str:
    return "not seen" if recall is None else chance(recall)
