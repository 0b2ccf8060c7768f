"""Charts of what is remembered now: by episode, by fact, and how right the predictions were."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.memory.calibration import Calibration
from quizapp.statistics import Corrected, Facts
from quizapp.store.standing import Known, Recalled
from quizapp.store.summaries import Prediction
from quizapp.web.chart import Chart
from quizapp.web.chart_shapes import FRESH, against, chance, level, meters, percent, shortened
from quizapp.web.charts_log import LEVELS

_SHOWN = 10

PLAIN = "By the model alone"
PREDICTED = ("Predicted recall", "Predicted recall, corrected by how your latest answers went")


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
        known = "nearly all" if mean >= FRESH else percent(mean)
        sentence = f"Asked now, you would know {known} of your {counted(cards, 'seen card')}."
        sentence += " They are fresh: nothing fades yet." if mean >= FRESH else ""
    if len(seen) > 1 and (seen[0].shown or 0) < FRESH:
        sentence += f" “{shortened(titles[seen[0].name or ''], 60)}” fades most."
    head: tuple[str, ...] = ("Episode", "Recall now", "Cards seen", "Cards")
    return Chart(
        name="memory",
        title="What you remember now",
        sentence=sentence,
        drawing=meters(shown, chance),
        head=(*head, PLAIN) if corrected else head,
        rows=tuple(
            (
                *(titles[one.name or ""], chance(one.shown or 0), one.seen, one.cards),
                *((chance(one.recall or 0),) if corrected else ()),
            )
            for one in seen
        ),
        legend=LEVELS,
        axes=PREDICTED[corrected] + ", the weakest episodes first",
        links=tuple(addresses[one.name or ""] for one in seen),
    )


def counted(number: int, noun: str) -> str:
    """``1 fact``, ``1,200 facts``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def known_chart(found: Sequence[Known], facts: Facts, titles: dict[str, str]) -> Chart:
    """Facts known on all sides, by episode."""
    begun = sorted(
        (one for one in found if one.seen), key=lambda one: (-one.known / one.notes, one.episode)
    )
    sentence = "No fact was met yet."
    if facts.seen:
        known = f"You know {facts.known:,} of" if facts.known else "You know none yet of"
        sentence = (
            f"{known} {counted(facts.notes, 'fact')}, and have met {facts.seen:,}. A fact is known "
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
            f"Over {counted(whole.reviews, 'answer')} predictions were off by "
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
        f"over the latest {counted(online.plain.reviews, 'answer')} log loss is "
        f"{online.corrected.log_loss:.4f} with it, {online.plain.log_loss:.4f} without"
    )
    if not online.used:
        return f" A correction by your latest answers is of no help and not used: {figures}."
    return (
        " The chances on these pages are corrected by how your latest answers went, which predicts "
        f"you better: {figures}. When cards come back does not depend on it."
    )
