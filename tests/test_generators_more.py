"""Facts told on several pages, chapters in order, acronyms, guests, and gaps in quotes."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import bees
import pytest

from quizapp import speech
from quizapp.blanks import blanks
from quizapp.choosing.selection import selected
from quizapp.generators import (
    acronyms,
    addressing,
    interview,
    order,
    people,
    quotes,
    recall,
    statements,
)
from quizapp.generators.drafting import MODEST
from quizapp.material import Material, facts
from quizapp.material.passages import Passages
from quizapp.material.statement import Statement
from quizapp.model import Card, CardKind, Chapter, Section, SectionKind, Turn

TITLES = (
    "Introduction", "A first hive", "Royal jelly", "Dances", "Winter", "Mites and hunger",
    "Robbing", "The price of honey", "Trees in town", "What to plant", "Farewell",
)  # fmt: skip


def _statement(text: str, line: int) -> Statement:
    section = Section(SectionKind.INSIGHT, None, text, bees.PATH, line, line)
    return Statement(text, section, (), 0, score=0.5)


def test_a_fact_told_in_other_words_is_one_note_with_all_its_sources() -> None:
    texts = (
        "The collapse of 2006 was fuelled by mites, hunger and careless transport of hives.",
        "Mites, hunger and careless transport were the key causes of the collapse of 2006.",
        "Drones leave the hive in the early afternoon.",
    )
    extra = [Section(SectionKind.INSIGHT, None, t, bees.PATH, 1, 1) for t in texts]
    material = bees.material(*extra)
    told = [_statement(t, i) for i, t in enumerate(texts)]
    groups = facts.grouped(told, material)
    assert [len(group) for group in groups] == [2, 1]


def test_the_sides_of_one_fact_ask_for_different_things() -> None:
    for note in statements.notes(bees.material()):
        asked = [(c.kind, c.answer) for c in note.cards if c.kind is CardKind.CLOZE]
        assert len(asked) == len(set(asked))
        for card in note.cards:
            assert card.sources


def _with_chapters(titles: tuple[str, ...]) -> Material:
    material = bees.material()
    lines = "\n".join(f"{i}:00 {title}" for i, title in enumerate(titles))
    chapters = tuple(Chapter(60 * i, title) for i, title in enumerate(titles))
    passages = Passages.of(
        [*((p, "\n".join(t)) for p, t in material.passages.lines.items()), ("outline.txt", lines)]
    )
    return Material(replace(material.episode, chapters=chapters), passages)


def _only(material: Material) -> list[Card]:
    return [c for n in selected(order.notes(material), material).notes for c in n.cards]


def test_chapters_that_lie_apart_are_put_in_order() -> None:
    cards = _only(_with_chapters(TITLES))
    assert len(cards) == 2
    for card in cards:
        steps = card.answer.split(" → ")
        at = [TITLES.index(step) for step in steps]
        assert at == sorted(at)
        assert all(b - a > 1 for a, b in pairwise(at))
        assert card.options is not None
        assert sorted(card.options) == sorted(steps)
        assert list(card.options) != steps
        assert not {"Introduction", "Farewell"} & set(steps)
        assert all(step in card.prompt for step in steps)


def test_few_chapters_are_not_put_in_order() -> None:
    assert _only(_with_chapters(TITLES[:6])) == []


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Keepers fear colony collapse disorder (CCD) most.", "CCD", "Colony collapse disorder"),
        ("Varroa-sensitive hygiene (VSH) is bred for.", "VSH", "Varroa-sensitive hygiene"),
        ("They use integrated control plans (ICPs) now.", "ICP", "Integrated control plan"),
    ],
)
def test_an_acronym_is_asked_for_what_it_stands_for(text: str, short: str, long: str) -> None:
    section = Section(SectionKind.INSIGHT, None, text, bees.PATH, 1, 1)
    cards = [c for n in acronyms.notes(bees.material(section)) for c in n.cards]
    assert (f"What does the acronym {short} stand for?", long) in [
        (c.prompt, c.answer) for c in cards
    ]


@pytest.mark.parametrize("row", ["A", "a-", "a ", "word of a hive "])
def test_a_long_row_has_no_acronym_and_costs_no_time(row: str) -> None:
    start = time.process_time()
    section = Section(SectionKind.INSIGHT, None, row * 20_000, bees.PATH, 1, 1)
    assert list(acronyms.notes(bees.material(section))) == []
    assert time.process_time() - start < 5


def test_a_bracket_that_spells_nothing_out_is_no_acronym() -> None:
    section = Section(SectionKind.INSIGHT, None, "The old hive (USA) stood long.", bees.PATH, 1, 1)
    assert list(acronyms.notes(bees.material(section))) == []


def test_a_guest_who_is_introduced_is_asked_for() -> None:
    text = "Anneke Vos, professor of zoology at Utrecht, keeps bees."
    section = Section(SectionKind.SUMMARY, None, text, bees.PATH, 1, 1)
    (note,) = people.notes(bees.material(section))
    (card,) = note.cards
    assert card.prompt == "Who is Anneke Vos?"
    assert card.answer == "Professor of zoology at Utrecht."


def test_a_quote_is_asked_for_its_term_besides_its_end() -> None:
    text = "A beekeeper who fights the waggle dance fights the weather and will lose his swarms."
    quote = Section(SectionKind.QUOTE, None, text, bees.PATH, 1, 1, speaker="Anneke Vos")
    for note in quotes.notes(bees.material(quote)):
        gaps = [c for c in note.cards if c.kind is CardKind.CLOZE]
        ends = [c for c in note.cards if c.kind is CardKind.FINISH_QUOTE]
        for gap in gaps:
            assert gap.prompt.startswith("Anneke Vos: “")
            assert all(gap.answer not in end.answer for end in ends)


def _with_turns(*turns: tuple[str | None, str]) -> Material:
    material = bees.material()
    text = "\n".join(said for _, said in turns)
    pages = [(path, "\n".join(page)) for path, page in material.passages.lines.items()]
    spoken = tuple(
        Turn(said, "talk.txt", i, i, speaker) for i, (speaker, said) in enumerate(turns, 1)
    )
    filler = Turn("word " * 900, "talk.txt", 1, 1, None)
    episode = replace(material.episode, turns=(*spoken, filler))
    return Material(episode, Passages.of([*pages, ("talk.txt", text)]))


def test_a_sentence_of_the_talk_becomes_a_card_where_it_stands_alone() -> None:
    said_at_length = (
        "I mean, it is sort of a thing that bees do. "
        "The waggle dance is a language of 12 figures because scouts have no maps. "
        "He told me that a swarm is a democracy of 300 scouts."
    )
    material = _with_turns(("Anneke Vos", said_at_length))
    said = [s.text for s in speech.statements(material)]
    assert said == ["The waggle dance is a language of 12 figures because scouts have no maps."]
    cards = [c for n in statements.spoken(material) for c in n.cards]
    assert cards
    assert all(c.tags == ("transcript",) and c.source.speaker == "Anneke Vos" for c in cards)


def test_a_talk_that_nobody_wrote_about_is_asked_for_what_it_is_about_itself() -> None:
    said = (
        "The waggle dance is a language of 12 figures because scouts have no maps. "
        "A scout repeats the waggle dance for a good cavity. "
        "The waggle dance ends when the swarm has decided."
    )
    both = _with_turns(("Anneke Vos", said))
    alone = Material(replace(both.episode, sections=()), both.passages)
    told = "The waggle dance is a language of 12 figures because scouts have no maps."
    assert told in [s.text for s in speech.statements(alone)]


def test_what_the_host_says_is_not_asked() -> None:
    text = "The waggle dance is a language of 12 figures because scouts have no maps."
    host = bees.material().names.host
    assert host is not None
    assert speech.statements(_with_turns((host, text))) == []


def test_a_question_of_the_host_is_asked_with_the_answer_of_the_guest() -> None:
    host = bees.material().names.host
    answer = (
        "Well, colonies swarm in spring because the hive becomes crowded when the fruit trees "
        "bloom. The old queen leaves with half of the workers, and scouts look for a cavity."
    )
    material = _with_turns(
        (host, "So, why do crowded colonies swarm in spring?"), ("Anneke Vos", answer)
    )
    (card,) = [c for n in interview.notes(material) for c in n.cards]
    assert card.kind is CardKind.INTERVIEW
    assert card.prompt == "Why do crowded colonies swarm in spring?"
    assert card.answer.startswith("Colonies swarm in spring because")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What was that evening like?", "It was lovely. " * 8),
        ("Right?", "Colonies swarm in spring because the hive becomes crowded in the bloom. " * 2),
        ("Why do colonies swarm in spring?", "I, I remember one day, um, my neighbour, he came."),
    ],
)
def test_a_question_without_its_subject_or_a_broken_answer_is_not_asked(
    question: str, answer: str
) -> None:
    host = bees.material().names.host
    material = _with_turns((host, question), ("Anneke Vos", answer))
    assert list(interview.notes(material)) == []


def test_what_a_long_talk_has_no_word_of_comes_last() -> None:
    advert = Section(
        SectionKind.INSIGHT,
        "Ledgers and cryptocurrency",
        "Bitcoin, ledgers, debits, dividends and brokers may redefine cryptocurrency.",
        bees.PATH,
        1,
        2,
    )
    material = bees.material(advert)
    assert material.is_told(advert)
    words = "scouts dance for the cavity that every scout of the swarm has inspected before noon "
    talk = tuple(Turn(words * 50, bees.PATH, 1, 1, "Anneke Vos") for _ in range(8))
    heard = Material(replace(material.episode, turns=talk), material.passages)
    assert not heard.is_told(advert)
    cards = [c for n in recall.notes(heard) for c in n.cards if "cryptocurrency" in c.prompt]
    assert cards
    assert all(c.score < MODEST for c in cards)


@pytest.mark.parametrize(
    ("asked", "of_one"),
    [
        ("Does my hive need a lid?", "Does one's hive need a lid?"),
        ("Why do my bees die when I haven't fed them?", "Why do one's bees die when one hasn't"),
        ("Should I feed my bees?", "Should one feed one's bees?"),
        ("How can my bees and I get along?", "How can one's bees and one get along?"),
        ("Why do you need to feed your bees?", "Why do people need to feed their bees?"),
        ("How much should you feed?", "How much should people feed?"),
    ],
)
def test_what_somebody_asks_of_his_own_is_asked_of_one(asked: str, of_one: str) -> None:
    assert addressing.for_everyone(asked).startswith(of_one)


def test_a_figure_that_only_sets_a_thing_apart_is_no_blank() -> None:
    text = "After the flood of 1988, which drowned 793,000 hives, honey doubled its price."
    section = Section(SectionKind.IDEA, "Floods", text, "hive.txt", 1, 1)
    found = blanks(Statement(text, section, (), 0), bees.material())
    assert "793,000" not in [blank.text for blank in found]


@pytest.mark.parametrize(
    "text",
    [
        "Keepers in Slovenia paint the boards of their hives with saints and devils.",
        "The old hives of Europe were hollow logs that hung from branches.",
    ],
)
def test_where_somebody_is_and_a_continent_are_no_blanks(text: str) -> None:
    section = Section(SectionKind.IDEA, "Boards", text, "hive.txt", 1, 1)
    found = blanks(Statement(text, section, (), 0), bees.material())
    assert not {"Slovenia", "Europe"} & {blank.text for blank in found}
