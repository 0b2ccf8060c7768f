"""Charts of what is remembered now: by episode, along a conversation, and how right that is."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.calibration import Calibration
from quizapp.model import Episode
from quizapp.statistics import Corrected, Facts
from quizapp.store.standing import Idea, Known, Recalled
from quizapp.store.summaries import Prediction
from quizapp.web.chart import Chart
from quizapp.web.chart_shapes import Band, against, level, meters, percent, shortened, timeline
from quizapp.web.charts_log import LEVELS
from quizapp.web.wording import clock

_SHOWN = 10
_FADING_ROWS = 15

_PLAIN = "By the model alone"
_PREDICTED = ("Predicted recall", "Predicted recall, corrected by how your latest answers went")


def episodes_chart(
    found: Sequence[Recalled], titles: dict[str, str], addresses: dict[str, str]
) -> Chart:
    """Predicted recall of each episode, the one that fades most first."""
    seen = sorted((one for one in found if one.shown is not None), key=lambda one: one.shown or 0)
    shown = [(titles[one.name or ""], one.shown, level(one.shown)) for one in seen[:_SHOWN]]
    corrected = any(one.corrected is not None for one in seen)
    sentence = "No card was answered yet."
    if seen:
        cards = sum(one.seen for one in seen)
        mean = sum((one.shown or 0) * one.seen for one in seen) / cards
        sentence = (
            f"Asked now, you would know {percent(mean)} of your {_count(cards, 'seen card')}."
        )
    if len(seen) > 1:
        sentence += f" “{shortened(titles[seen[0].name or ''], 60)}” fades most."
    head: tuple[str, ...] = ("Episode", "Recall now", "Cards seen", "Cards")
    return Chart(
        name="memory",
        title="What you remember now",
        sentence=sentence,
        drawing=meters(shown),
        head=(*head, _PLAIN) if corrected else head,
        rows=tuple(
            (
                *(titles[one.name or ""], percent(one.shown or 0), one.seen, one.cards),
                *((percent(one.recall or 0),) if corrected else ()),
            )
            for one in seen
        ),
        legend=LEVELS,
        axes=_PREDICTED[corrected] + ", the weakest episodes first",
        links=tuple(addresses[one.name or ""] for one in seen),
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def timeline_chart(
    episode: Episode,
    chapters: dict[str | None, Recalled],
    ideas: Sequence[Idea],
    *,
    corrected: bool = False,
) -> Chart:
    """The facts of one conversation where they were said, the higher the firmer."""
    placed = [one for one in ideas if one.seconds is not None]
    last = max((one.seconds or 0 for one in placed), default=0)
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
    facts = [(float(one.seconds or 0), one.shown, _words(one)) for one in placed if one.shown]
    by_recall = sorted(
        (one for one in ideas if one.shown is not None), key=lambda one: one.shown or 0
    )
    nothing = Recalled(None, 0, 0, None)
    told: list[tuple[str, Recalled | Idea]] = [
        (f"Chapter: {one.title}", chapters.get(one.title, nothing)) for one in bands
    ]
    told += [(one.prompt, one) for one in by_recall[:_FADING_ROWS]]
    rows = [
        (words, _chance(one.shown), *((_chance(one.recall),) if corrected else ()))
        for words, one in told
    ]
    head: tuple[str, ...] = ("Chapter, or fact that fades most", "Recall now")
    return Chart(
        name="timeline",
        title=f"Along “{shortened(episode.title, 50)}”",
        sentence=_timeline_sentence(bands, by_recall, len(ideas))
        + _unplaced_sentence(len(by_recall) - len(facts)),
        drawing=timeline(bands, facts, (clock(0), clock(int(end / 2)), clock(int(end)))),
        head=(*head, _PLAIN) if corrected else head,
        rows=tuple(rows),
        legend=(*LEVELS, ("unseen-yet", "not seen")),
        axes=f"Each dot a fact at its place in the conversation, the higher the firmer; chapters "
        f"below. {_PREDICTED[corrected]}",
    )


def _unplaced_sentence(facts: int) -> str:
    """Why facts that were met have no dot: the pages that tell them give no time."""
    if not facts:
        return ""
    has, stands = ("has", "it stands") if facts == 1 else ("have", "they stand")
    return f" {facts:,} of them {has} no time on their pages: {stands} in the numbers only."


def _timeline_sentence(bands: Sequence[Band], by_recall: Sequence[Idea], facts: int) -> str:
    known = sum(one.known for one in by_recall)
    firm = f"{known:,} {'is' if known == 1 else 'are'} known" if known else "none is known yet"
    met = f"You have met {len(by_recall):,} of its {_count(facts, 'fact')}"
    sentence = f"{met}; {firm} on all sides."
    weak = min((one for one in bands if one.recall is not None), key=_recall, default=None)
    if weak and weak.recall is not None:
        title = shortened(weak.title, 60)
        sentence += f" “{title}” fades most, with {percent(weak.recall)}."
    return sentence


def _recall(band: Band) -> float:
    return band.recall or 0.0


def _words(idea: Idea) -> str:
    return f"{shortened(idea.prompt, 80)}: {percent(idea.shown or 0)}"


def _chance(recall: float | None) -> str:
    return "not seen" if recall is None else percent(recall)


def known_chart(found: Sequence[Known], facts: Facts, titles: dict[str, str]) -> Chart:
    """Facts known on all sides, by episode."""
    begun = sorted(
        (one for one in found if one.seen), key=lambda one: (-one.known / one.notes, one.episode)
    )
    sentence = "No fact was met yet."
    if facts.seen:
        known = f"You know {facts.known:,} of" if facts.known else "You know none yet of"
        sentence = (
            f"{known} {_count(facts.notes, 'fact')}, and have met {facts.seen:,}. A fact is known "
            "when each of its cards has become firm for three weeks or more."
        )
    return Chart(
        name="known",
        title="Facts you know",
        sentence=sentence,
        drawing=meters([(titles[o.episode], o.known / o.notes, "firm") for o in begun[:_SHOWN]]),
        head=("Episode", "Known", "Met", "Facts"),
        rows=tuple((titles[one.episode], one.known, one.seen, one.notes) for one in begun),
        axes="Share of an episode's facts that are known",
    )


def calibration_chart(
    found: Sequence[Prediction], whole: Calibration, online: Corrected | None = None
) -> Chart:
    """What was predicted against what came, in twentieths."""
    points, rows = [], []
    for step in range(20):
        mine = [one.tally for one in found if one.twentieth == step]
        answers = sum(one.answers for one in mine)
        if not answers:
            continue
        predicted = sum(one.predicted for one in mine) / answers
        recalled = sum(one.recalled for one in mine) / answers
        points.append((min(1.0, predicted), recalled, answers))
        rows.append((percent(predicted), percent(recalled), answers))
    sentence = "There is nothing to compare yet."
    if whole.reviews and whole.log_loss is not None and whole.rmse_bins is not None:
        sentence = (
            f"Over {_count(whole.reviews, 'answer')} predictions were off by "
            f"{percent(whole.rmse_bins)} "
            f"(RMSE in bins {whole.rmse_bins:.3f}, log loss {whole.log_loss:.3f}; less is better)."
        )
    return Chart(
        name="calibration",
        title="How well it predicts you",
        sentence=sentence + _online_sentence(online),
        drawing=against(points),
        head=("Predicted", "Recalled", "Answers"),
        rows=tuple(rows),
        axes="Recall predicted by the model across, real recall upwards; on the line they agree",
    )


def _online_sentence(online: Corrected | None) -> str:
    """What the correction does, and how it did on the latest answers."""
    if online is None or online.corrected.log_loss is None or online.plain.log_loss is None:
        return ""
    figures = (
        f"over the latest {_count(online.plain.reviews, 'answer')} log loss is "
        f"{online.corrected.log_loss:.4f} with it, {online.plain.log_loss:.4f} without"
    )
    if not online.used:
        return f" A correction by your latest answers is of no help and not used: {figures}."
    return (
        " The chances on these pages are corrected by how your latest answers went, which predicts "
        f"you better: {figures}. When cards come back does not depend on it."
    )
