"""Flat pages, in which headings run into their texts and labels into their values."""

from __future__ import annotations

import pytest

from quizapp.model import Episode, Section, SectionKind
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document
from quizapp.reading.glued import glued_head
from quizapp.reading.page_titles import without_swapped


def _sections(text: str) -> list[Section]:
    return list(read_page(Document("page.txt", "/notes", text)).sections)


HEAD = "Night Radio\nWhy Wells Sing\nMar 4, 20211h 31m\nAda ByronhostCarl Roeguest\n"

BELOW = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"

STOPPED = """7 ideas
A well is a flute.Wind over the rim sets the air inside humming in one note. A lid ends it.
Oak outlasts iron.Iron rusts where the water stands. A lid of oak lasted for 90 years in Ulm.
Moss was right, and it took a year to prove it.In 1911 he dug through 14 metres of clay.
"""

TITLED = """Highlights
The rope that countsA knot for each metre tells how deep the bucket is. The knots wear out first.
"A rope has a better memory than I have." – Carl Roe
Nobody digs in JuneThe ground is dry and the water low, so a well dug then fails in autumn.
"""

MIXED = """3 highlights
Deep roomsBehind the wall of the shaft are small chambers that kept butter cold for a week.
After the flood: The parish lined the shaft with brick and raised the rim by two feet.
"""


@pytest.mark.parametrize("label", ["Key ideas", "Takeaways", "Key insights"])
def test_a_sentence_glued_to_its_text_is_its_heading(label: str) -> None:
    """The full stop between heading and text needs no space behind it."""
    found = _sections(f"{HEAD}{label}\n{STOPPED}")
    assert [one.heading for one in found] == [
        "A well is a flute",
        "Oak outlasts iron",
        "Moss was right, and it took a year to prove it",
    ]
    assert found[0].text.startswith("Wind over the rim")
    assert found[2].text.startswith("In 1911 he dug")


def test_titles_glued_to_highlights_part_them() -> None:
    """Each line is a highlight of its own; a quote between them stays a quote."""
    found = _sections(HEAD + TITLED)
    told = [(one.heading, one.line_start) for one in found if one.kind is SectionKind.HIGHLIGHT]
    assert told == [("The rope that counts", 6), ("Nobody digs in June", 8)]
    said = [(one.text, one.speaker) for one in found if one.kind is SectionKind.QUOTE]
    assert said == [("A rope has a better memory than I have.", "Carl Roe")]


def test_glued_titles_and_titles_with_colons_stand_side_by_side() -> None:
    """Only half of the lines need be glued."""
    found = _sections(
        HEAD + MIXED.replace("Deep", "The gateRoe keeps a key of it. It is old.\nDeep")
    )
    assert [one.heading for one in found] == ["The gate", "Deep rooms", "After the flood"]


def test_sentences_without_a_space_are_no_headings_alone() -> None:
    """One line that is glued among many is a slip, and its words stay together."""
    text = "Key takeaways\nDig in May.It is dry then.\nOak is best for a lid.\nIron rusts.\n"
    assert all(one.heading is None for one in _sections(HEAD + text))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Wind is a toolA steady wind lifts a kilo of sand.", "Wind is a tool"),
        ("Wind is a tool.A steady wind lifts a kilo of sand.", "Wind is a tool."),
        ("Why wait?Nobody knew what the river would do.", "Why wait?"),
        ("Wind is old. It is a tool.A steady wind lifts sand.", None),
        ("Wind and sand are told by YouTube in an hour.", None),
        ("Wind", None),
    ],
)
def test_a_head_ends_where_its_text_begins(text: str, head: str | None) -> None:
    """Only the first sentence or title of a text is its heading."""
    found = glued_head(text)
    assert (found[0] if found else None) == head
    assert found is None or "".join(found) == text


def test_a_tagline_above_the_points_of_a_summary_heads_none_of_them() -> None:
    """Sentences right below each other are points of the summary, whatever line leads them."""
    text = (
        "At a glance\nWHAT IT'S REALLY ABOUTHoles that outlive their diggers\n"
        "Carl Roe tells Ada Byron how a well was dug by hand.\n"
        "They follow a bucket from the rim to the bottom.\n"
        "The end is about lids and who pays for them.\n"
        "KEY IDEAS\nOak lasts: A lid of oak outlives a lid of iron.\n"
        "Dig in May: The ground is still soft in May.\n"
    )
    found = _sections(HEAD + text)
    assert [one.line_start for one in found if one.kind is SectionKind.SUMMARY] == [7, 8, 9]
    assert not any(one.kind is SectionKind.HIGHLIGHT for one in found)


def test_a_signed_block_quote_below_an_insight_is_said_by_who_signs_it() -> None:
    """The name behind the dash is no part of what the insight tells."""
    text = (
        "# Why Wells Sing\n\n## Key insights\n\n### Air in a shaft hums\n\n"
        "The deeper the shaft, the lower the note that the wind draws from it.\n\n"
        "> “You hear the depth. You hear it before you see it.”\n> — Carl Roe\n\n"
        "### Lids of oak\n\nOak outlives iron where it is always wet.\n"
    )
    found = list(read_page(Document("page.md", "/notes", text)).sections)
    insight = next(one for one in found if one.heading == "Air in a shaft hums")
    assert insight.text.endswith("from it.")
    said = [(one.text, one.speaker) for one in found if one.kind is SectionKind.QUOTE]
    assert said == [("You hear the depth. You hear it before you see it.", "Carl Roe")]


@pytest.mark.parametrize(
    "note",
    [
        "*Nothing in this programme is medical advice. Talk to your own doctor.*",
        "This podcast does not constitute legal advice.",
        "Disclaimer: This show is for informational purposes only.",
    ],
)
def test_a_disclaimer_is_no_part_of_the_last_answer(note: str) -> None:
    """What a page says of itself answers no question."""
    text = (
        "**1. Why do wells sing?**\n\nThe wind over the rim hums in the shaft.\n\n"
        f"**2. Who digs them?**\n\nMost are dug by two people and a rope.\n\n{note}\n"
    )
    found = list(read_page(Document("page.md", "/notes", text)).sections)
    assert [one.text for one in found][-1] == "Most are dug by two people and a rope."


def test_a_length_glued_to_a_day_of_numbers_leaves_both() -> None:
    """``2022/9/141h 37m`` is a day in September and an hour and a half."""
    page = read_page(
        Document("page.txt", "/notes", "Night Radio\nWhy Wells Sing\n2022/9/141h 37m\n")
    )
    assert list(page.values("published")) == ["2022-09-14"]
    assert list(page.values("duration_seconds")) == ["5820"]


def _episode(*texts: str) -> Episode:
    names = ("chapters.md", "takeaways.md")
    pages = [
        read_page(Document(f"wells/{name}", "/notes", text))
        for name, text in zip(names, texts, strict=False)
    ]
    episodes = assemble(pages)
    assert len(episodes) == 1
    return episodes[0]


def test_a_page_of_questions_joins_the_episode_that_it_counts() -> None:
    """``Night Radio – listener FAQ, episode 17`` names no episode but by its number."""
    episode = _episode(
        "# Night Radio, Episode 17: Why Wells Sing\n\nHosted by Ada Byron. With Carl Roe.\n"
        + BELOW,
        "Night Radio – listener FAQ, episode 17\n\n• Why do wells sing?\n"
        "  The wind over the rim hums in the shaft.\n\n• Who digs them?\n"
        "  Most are dug by two people and a rope.\n",
    )
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "Night Radio", 17)
    assert sum(one.kind is SectionKind.QA for one in episode.sections) == 2


def test_a_title_of_two_names_tells_less_of_their_roles_than_hosted_by() -> None:
    """Another page of the episode says who of the two asks."""
    told = "# Why Wells Sing\n\n*With digger **Carl Roe**. Hosted by **Ada Byron**.*\n" + BELOW
    names = "Night Radio #17\nCarl Roe with Ada Byron\n" + BELOW
    pages = [read_page(Document("page.md", "/notes", text)) for text in (told, names)]
    sure, unsure = without_swapped(pages)
    assert (*sure.values("host"), *sure.values("guest")) == ("Ada Byron", "Carl Roe")
    assert not (*unsure.values("host"), *unsure.values("guest"))


def test_what_stands_behind_the_bar_is_the_show_that_another_page_is_called_by() -> None:
    """``Why Wells Sing | The Deep Shaft`` beside ``The Deep Shaft — show notes``."""
    episode = _episode(
        "Why Wells Sing | The Deep Shaft | Summary\n\nGuest: Carl Roe\nHost: Ada Byron\n" + BELOW,
        "**The Deep Shaft — show notes**\n\nAda Byron talks with Carl Roe about wells.\n\n"
        "**1. Why do wells sing?**\n\nThe wind over the rim hums in the shaft.\n\n"
        "**2. Who digs them?**\n\nMost are dug by two people and a rope.\n",
    )
    assert (episode.title, episode.show) == ("Why Wells Sing", "The Deep Shaft")


def test_notes_before_a_show_are_no_part_of_its_name() -> None:
    """``Show notes — Night Radio #17`` is about Night Radio."""
    episode = _episode(
        "# Show notes — Night Radio #17: Why Wells Sing\n\n**Host:** Ada Byron\n" + BELOW
    )
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "Night Radio", 17)
