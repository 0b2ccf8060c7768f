"""Which chapter a section belongs to where no page says so: told by its words, and marked so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quizapp import resources
from quizapp.build import parse
from quizapp.model import Chapter, Episode, Section, SectionKind, Turn
from quizapp.reading.stems import Weights, stem, stems
from quizapp.reading.whereabouts import located

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
EPISODES = ROOT / "tests" / "episodes"

OWN = """
idea | Deep learning needed data, computing | Key ideas
idea | The largest networks overfit less than | Deep double
idea | A neural network reasons only if the task | Can neural
idea | Language models move from syntax to | Language
idea | An AGI can be designed to want human | Question
quote | It's definitely possible to build AI | Question
quote | When it really counts, people can be | Staged / Question
quote | I think that it's unwise to bet against | Can neural
quote | The most beautiful thing about deep | We're massively
quote | If you can prove an unproven theorem, | Long-term
highlight | AlexNet's Impact | AlexNet
quote | If you can train a big neural network, a | AlexNet
highlight | Transformers | GPT-2
quote | The transformer is successful because it | GPT-2
highlight | Deep Double Descent | Deep double
quote | Overfitting is when your model is somehow | Deep double
insight | Ten layers of thought | AlexNet
insight | Hard benchmarks end debates | Key ideas
insight | Ideas taken from the brain | AlexNet
insight | Where a recurrent network keeps knowledge | Recurrent
insight | The unity of machine learning | What's harder
insight | Between physics and biology | We're massively
insight | The deepening stack | We're massively
insight | Early stopping | Deep double
insight | Trainability comes first | Can neural
insight | Two ways to interpret a network | Long-term
insight | Active learning needs a problem | Active
insight | From simulation to a real hand | How to
insight | Values that are learned | Question
insight | Happiness is a way of looking | Meaning
qa | Which three things did deep learning need | Key ideas
qa | What did James Martens do in 2010 that | AlexNet
qa | Why does Ilya Sutskever want to keep | Backprop
qa | What evidence does Ilya Sutskever give | Can neural
qa | What does Ilya Sutskever think is needed | How to
qa | Why did a network of ten layers seem | AlexNet
qa | What was Ilya Sutskever's main doubt | AlexNet
qa | Why does Ilya Sutskever doubt that spikes | AlexNet / Cost
qa | What is a cost function, and what makes | Cost
qa | Why does a GAN not have a clear cost | Cost
qa | What is a recurrent neural network? | Recurrent
qa | Why does reinforcement learning need | What's harder
qa | Why is a network's test error highest at | Deep double
qa | Why does deep learning not simply search | Can neural
qa | Why does a language model have to be | Language
qa | Which properties make the transformer | GPT-2
qa | Why did OpenAI release GPT-2 in stages? | Staged
takeaway | Data, computing power, conviction | Key ideas
takeaway | Size changes what a network learns | Language
takeaway | Intelligence that wants to help | Question
"""
"""Of the bundled episode: the beginning of a heading or quote, and of its chapters' titles."""

THEIRS = {
    "000": "15 AlexNet, 19 AlexNet, 27 GPT-2, 31 GPT-2, 39 Deep double, 43 Deep double",
    "001": "26 Key ideas / AlexNet, 30 Deep double, 34 What's harder, 38 Can neural, 42 Language, "
    "50 We're, 54 We're, 58 We're, 62 Can neural, 66 Question",
    "002": "18 AlexNet, 19 Key ideas, 20 Key ideas, 21 Introduction, 22 AlexNet, "
    "23 AlexNet / Deep double, 24 Can neural, 25 Language / GPT-2, 26 Deep double, 27 Recurrent, "
    "28 Long-term, 29 What's harder, 30 -, 31 -, 39 -, 43 Key ideas, 47 Backprop, 51 Can neural, "
    "55 -, 65 AlexNet, 69 AlexNet, 73 AlexNet, 77 AlexNet / Cost, 81 Cost, 85 What's harder, "
    "89 What's harder, 93 Recurrent, 97 We're, 101 We're, 105 We're, 109 Deep double, "
    "115 Key ideas, 117 AlexNet, 119 What's harder",
}
"""Of the original pages: the line of each section, and its chapters; a dash where none is right."""

WRONG = """
Wood as a living material
The best programme is the one that survives your worst week.
How did your own training change after your heart surgery?
Three weeks in bed did more damage than thirty years of living.
Bed Rest Studies
A privilege is only worth as much as the weakness of the prince who grants it.
An alarm clock is a device for amputating REM sleep.
"""
"""Sections of the made-up episodes whose titles mislead: no reader would put them there."""


@dataclass(frozen=True)
class Tally:
    """Sections in a right chapter, in a wrong one, and in none though one is right."""

    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.wrong + self.missing)


def tally(episode: Episode, wanted: Callable[[Section], str | None]) -> Tally:
    """Holds the chapters of all sections that are labelled against the labels."""
    right = wrong = missing = 0
    for section in episode.sections:
        label = wanted(section)
        if label is None:
            continue
        accepted = [] if label == "-" else label.split(" / ")
        if section.chapter is None:
            missing += bool(accepted)
        elif section.chapter.startswith(tuple(accepted) or "\n"):
            right += 1
        else:
            wrong += 1
    return Tally(right, wrong, missing)


def read(folder: Path) -> Episode:
    (episode,) = parse([folder]).episodes
    return episode


@pytest.fixture(scope="module")
def own() -> Episode:
    return read(resources.source_texts())


def by_words(section: Section) -> str | None:
    for row in OWN.strip().splitlines():
        kind, beginning, chapters = row.split(" | ")
        if section.kind == kind and (section.heading or section.text).startswith(beginning):
            return chapters
    return None


def by_line(section: Section) -> str | None:
    labels = dict(row.split(" ", 1) for row in THEIRS[section.path[:3]].split(", "))
    told = section.kind not in {SectionKind.SUMMARY, SectionKind.TOPIC}
    return labels.get(str(section.line_start)) if told else None


def test_sections_of_the_bundled_episode_stand_in_their_chapters(own: Episode) -> None:
    found = tally(own, by_words)
    assert found.right + found.wrong + found.missing == len(OWN.strip().splitlines())
    assert found.precision >= 0.95, found
    assert found.recall >= 0.92, found


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the original pages are not beside the checkout")
def test_sections_of_the_original_pages_stand_in_their_chapters() -> None:
    found = tally(read(SEEDS), by_line)
    assert found.precision >= 0.93, found
    assert found.recall >= 0.84, found


def test_without_a_transcript_the_titles_alone_are_as_right_and_tell_less(own: Episode) -> None:
    bare = [replace(s, chapter=None, inferred=False) for s in own.sections]
    found = tally(
        replace(own, sections=located(bare, (), own.chapters, own.duration_seconds).sections),
        by_words,
    )
    assert found.precision >= 0.9, found
    assert found.recall >= 0.33, found


def test_what_is_inferred_says_so_and_gives_no_second(own: Episode) -> None:
    titles = {chapter.title for chapter in own.chapters}
    parts: list[Section | Turn] = [*own.sections, *own.turns]
    inferred = [one for one in parts if one.inferred]
    assert len(inferred) > 150
    assert all(one.chapter in titles and one.seconds is None for one in inferred)
    assert all(one.chapter is None for one in own.sections if not one.inferred)


def test_turns_without_times_stand_where_their_share_of_the_words_is(own: Episode) -> None:
    order = [chapter.title for chapter in own.chapters]
    said = [order.index(turn.chapter) for turn in own.turns if turn.chapter]
    assert said == sorted(said)
    assert set(said) >= set(range(1, len(order)))
    backprop = [t for t in own.turns if "Hinton" in t.text and "start over" in t.text]
    assert [t.chapter for t in backprop] in ([], ["Backpropagation"])


def test_made_up_episodes_put_few_sections_where_no_reader_would() -> None:
    episodes = [read(folder) for folder in sorted(EPISODES.iterdir())]
    inferred = [s.heading or s.text for one in episodes for s in one.sections if s.inferred]
    odd = [name for name in inferred if name in WRONG.strip().splitlines()]
    assert len(inferred) >= 40
    assert len(odd) <= 0.1 * len(inferred), odd


CHAPTERS = (
    Chapter(0, "Introduction"),
    Chapter(120, "Bees in winter"),
    Chapter(900, "The waggle dance"),
    Chapter(1800, "Honey laws"),
)


def section(heading: str, text: str, line: int = 1, kind: SectionKind = SectionKind.QA) -> Section:
    return Section(kind, heading, text, "qa.txt", line, line + 1)


OTHERS = [
    section(f"How do you clean the {thing}?", f"Take the {thing} out and scrub it.", 10 + n)
    for n, thing in enumerate(
        "smoker veil frame feeder excluder floor roof brush jar scale".split()
    )
]
"""Questions that no chapter is about."""


def placed(*sections: Section, turns: tuple[Turn, ...] = ()) -> list[str | None]:
    found = located([*sections, *OTHERS], turns, CHAPTERS, 2400)
    return [one.chapter for one in found.sections[: len(sections)]]


def test_a_section_stands_in_the_chapter_whose_title_it_takes_up() -> None:
    dance = section("What does the waggle dance tell?", "The direction of a flower.")
    assert placed(dance) == ["The waggle dance"]
    # The word of the whole talk decides nothing, nor does a title that fits every talk.
    assert placed(section("What are bees?", "Insects.")) != ["Introduction"]
    assert placed(section("A good introduction", "It is in every book.")) == [None]


def test_between_two_chapters_nothing_is_said() -> None:
    both = section("Do laws on honey touch the waggle dance?", "They do not.")
    assert placed(both) == [None]


def test_what_a_page_states_stays() -> None:
    stated = replace(section("The waggle dance", "It is a dance."), chapter="Honey laws")
    (found, *_) = located([stated, *OTHERS], (), CHAPTERS, 2400).sections
    assert found == stated


def test_what_has_a_second_is_not_put_elsewhere() -> None:
    """Before the first chapter there is none, whatever the words say."""
    early = replace(section("The waggle dance", "It is a dance."), seconds=5)
    late = tuple(replace(c, seconds=c.seconds + 60) for c in CHAPTERS)
    (found, *_) = located([early, *OTHERS], (), late, 2400).sections
    assert found == early


def test_a_page_that_tells_the_same_stands_beside_its_like() -> None:
    dance = section("The waggle dance", "Karl von Frisch saw foragers point to clover by angles.")
    idea = section("Angles", "Foragers point to clover by angles, as von Frisch saw.", 30)
    assert placed(dance, idea) == ["The waggle dance", "The waggle dance"]


def test_a_quote_stands_with_the_highlight_around_it() -> None:
    around = Section(SectionKind.HIGHLIGHT, "Honey laws", "A law of 1901.", "h.txt", 3, 9)
    quote = Section(SectionKind.QUOTE, None, "Nobody ever read it.", "h.txt", 5, 5)
    assert placed(around, quote) == ["Honey laws", "Honey laws"]


def test_summaries_and_topics_belong_to_no_chapter() -> None:
    for kind in (SectionKind.SUMMARY, SectionKind.TOPIC):
        assert placed(section("", "The waggle dance and honey laws.", kind=kind)) == [None]


def test_a_timed_transcript_tells_where_a_matter_is_spoken_of() -> None:
    """The words of a chapter's title need not fall in the section at all."""
    filler = "so we talked for a good while about gardens and roofs and rain and tea " * 12
    turns = tuple(
        Turn(
            filler + ("oxalic acid kills the varroa mite in december " * 3 if at == 600 else ""),
            "talk.vtt", n + 1, n + 1, seconds=at,
        )
        for n, at in enumerate(range(0, 2400, 200))
    )  # fmt: skip
    mite = section("Against varroa", "Oxalic acid in December kills the mite.")
    assert placed(mite, turns=turns) == ["Bees in winter"]
    # A transcript too short for the whole talk tells no place.
    assert placed(mite, turns=tuple(replace(t, seconds=None) for t in turns[:2])) == [None]


def test_stems_hold_the_forms_of_a_word_together() -> None:
    assert stem("networks") == stem("network")
    assert stem("explosive") == stem("explosion") == stem("explodes")
    assert stem("sharpening") == stem("sharpen")
    assert stem("virus") == "virus"
    assert stems("What is it about the two of them?") == []
    weights = Weights([["bee"], ["bee", "law"], ["bee"]])
    assert weights.of("law") > weights.of("bee") > 0
