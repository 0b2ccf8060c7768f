"""The tools that all layouts share: times, dates, titles, people, glue, quotes, citations."""

from __future__ import annotations

from datetime import date

import pytest

from quizapp.model import Chapter
from quizapp.reading.areas import Area
from quizapp.reading.attributions import attribution, introduced_by, split_attribution
from quizapp.reading.block import numbered_lines
from quizapp.reading.blocks import blocks
from quizapp.reading.chapters import chapter_of, chapters_run_on
from quizapp.reading.citations import Citations
from quizapp.reading.dates import find_date, published
from quizapp.reading.glued import glued_items, split_glued
from quizapp.reading.headings import area_of, glued_label, inline_label
from quizapp.reading.labels import glued_fields
from quizapp.reading.names import bare_name, is_name, split_names
from quizapp.reading.noise import is_noise
from quizapp.reading.people import resolve
from quizapp.reading.speakers import mark, trusted_labels
from quizapp.reading.times import duration, seconds, timed
from quizapp.reading.title_parts import Title
from quizapp.reading.titles import parse_title
from quizapp.reading.wording import is_prose, plain, sentence_count, unquoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:00", 0), ("0:0", 0), ("36:4", 2164), ("92:7", 5527), ("90:09", 5409),
        ("1:04:14", 3854), ("(2:30)", 150), ("[00:00:38]", 38), ("00:00:01.500", 1),
        ("1m49s", 109), ("0h26m28s", 1588), ("@00:59", 59), ("2 hours 5 min", 7500),
        ("1:75", None), ("1:99:00", None), ("word", None), ("", None), ("12", None),
    ],
)  # fmt: skip
def test_a_time_is_whole_seconds(text: str, expected: int | None) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1h 37m", 5820), ("1h37m", 5820), ("97 min", 5820), ("1 hr 37 mins", 5820),
        ("1:37:00", 5820), ("PT1H37M", 5820), ("1h 15mWatch on it", 4500), ("soon", None),
    ],
)  # fmt: skip
def test_a_length_is_whole_seconds(text: str, expected: int | None) -> None:
    assert duration(text) == expected


def test_a_time_is_taken_off_a_text() -> None:
    assert timed("[12:40] Sleep decides.") == (760, "Sleep decides.")
    assert timed("12:40Sleep decides.") == (760, "Sleep decides.")
    glued = split_attribution("It is late in the day.Dr. Carl Roe", ("Carl Roe",))
    assert glued is not None and glued[1].speaker == "Carl Roe"
    assert timed("Sleep decides. (1:00:01)") == (3601, "Sleep decides.")
    assert timed("At 10:30 we left.") == (None, "At 10:30 we left.")


@pytest.mark.parametrize(
    "text",
    [
        "May 8, 2020", "8 May 2020", "2020-05-08", "2020/5/8", "Fri May 08 2020", "8.5.2020",
        "Published May 8, 2020", "enMay 08, 2020", "May 8, 20201h 37m", "1588896000000",
    ],
)  # fmt: skip
def test_a_date_is_found_in_any_form(text: str) -> None:
    assert published(text) == date(2020, 5, 8)


@pytest.mark.parametrize(
    "text", ["March 2022", "5/8/2020", "Updated May 8, 2020", "Exported 2020-05-08", "2020-13-45"]
)
def test_what_is_not_sure_to_be_the_day_is_none(text: str) -> None:
    assert published(text) is None


def test_a_date_knows_where_it_stands() -> None:
    assert find_date("on 2020-05-08, at noon") == (date(2020, 5, 8), 3, 13)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ada Byron: Engines | Night Podcast #94",
            Title("Ada Byron: Engines", "Night Podcast", 94),
        ),
        ("Engines | Night Podcast #94 | Summary and Q&A", Title("Engines", "Night Podcast", 94)),
        ("Night Podcast #94: Engines", Title("Engines", "Night Podcast", 94)),
        ("Engines - Night Podcast", Title("Engines", "Night Podcast", None)),
        ("The Long Table | Ep 7: Soup and Memory", Title("Soup and Memory", "The Long Table", 7)),
        ("#12 – How Rivers Move", Title("How Rivers Move", None, 12)),
        ("Full transcript of The Long Table", Title("The Long Table", None, None)),
        ("How Rivers Move - and Why", Title("How Rivers Move - and Why", None, None)),
        ("How Rivers Move (YouTube)", Title("How Rivers Move (YouTube)", None, None)),
    ],
)
def test_a_title_line_comes_apart(line: str, expected: Title) -> None:
    assert parse_title(line) == expected


def test_a_known_show_comes_off_a_title_that_begins_with_it() -> None:
    shows = ("Night Radio",)
    split = Title("Ada Byron: Engines", "Night Radio", None)
    assert parse_title("Night Radio Ada Byron: Engines", shows=shows) == split
    assert parse_title("Night RadioAda Byron: Engines", shows=shows) == split
    special = "Night Radio Summer Special"
    assert parse_title(special, shows=shows).title == special


def test_values_come_off_the_labels_they_are_glued_to() -> None:
    assert glued_fields("Podcast NameNight RadioEpisode12HostAda Byron") == [
        ("Podcast Name", "show", "Night Radio"),
        ("Episode", "number", "12"),
        ("Host", "host", "Ada Byron"),
    ]
    for line in ("Hosting a guest", "Podcasts of 2020", "The Host", "Show notes", "With Ada"):
        assert glued_fields(line) == [], line


def test_names_have_a_shape() -> None:
    for name in (
        "Ada Byron",
        "Jean-Luc Moreau",
        "Ludwig van Hoven",
        "J. K. Rowe",
        "Siobhán O'Neil",
    ):
        assert is_name(name), name
    for other in ("Deep Learning", "Break", "the Queen", "What Next", "Ada", "Key Takeaways"):
        assert not is_name(other), other
    assert bare_name("Dr. Ada Byron, PhD") == "Ada Byron"
    assert split_names("Dr. Ada Byron (Oxford), Carl Roe & Jane Poe") == [
        "Ada Byron", "Carl Roe", "Jane Poe",
    ]  # fmt: skip


def test_a_short_or_misspelt_name_is_the_one_person_it_can_be() -> None:
    people = ["Ada Byron", "Carl Friedman"]
    assert resolve("Byron", people) == "Ada Byron"
    assert resolve("ADA BYRON", people) == "Ada Byron"
    assert resolve("Carl Fridman", people) == "Carl Friedman"
    assert resolve("Ada", [*people, "Ada Lowe"]) is None
    assert resolve("", people) is None


KNOWN = {"AlexNet", "ImageNet", "GPUs", "deep", "AI"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Deep sleep and dreamsWhy we yawn", ["Deep sleep and dreams", "Why we yawn"]),
        ("Roots (AlexNet, GPUs)Neural nets", ["Roots (AlexNet, GPUs)", "Neural nets"]),
        ("AlexNet and ImageNetThe rise", ["AlexNet and ImageNet", "The rise"]),
        ("Fast GPUsSlow disks", ["Fast GPUs", "Slow disks"]),
        ("AlphaZero, OpenAI and YouTube", ["AlphaZero, OpenAI and YouTube"]),
        ("McDonald and DiCaprio", ["McDonald and DiCaprio"]),
        ("An iPhone and an eBay sale", ["An iPhone and an eBay sale"]),
        ("What is a soul?Where is it?", ["What is a soul?", "Where is it?"]),
        ("nothing here", ["nothing here"]),
        ("Wars up to 1945Peace", ["Wars up to 1945", "Peace"]),
        ("The rise of AISafety first", ["The rise of AI", "Safety first"]),
        ("War with DenmarkSweden, later", ["War with Denmark", "Sweden, later"]),
        ("Ideas of KahnemanBias", ["Ideas of Kahneman", "Bias"]),
        ("It ended there.Then it rained", ["It ended there.", "Then it rained"]),
        ("NASA, HTMLElement and 3D", ["NASA, HTMLElement and 3D"]),
    ],
)
def test_glued_text_comes_apart_at_its_seams_only(text: str, items: list[str]) -> None:
    assert split_glued(text, KNOWN) == items


def test_a_glued_list_is_neither_prose_nor_a_menu() -> None:
    assert len(glued_items("How bats hear shapesWhy moths clickCounting a colony")) == 3
    assert glued_items("HomeAboutContactLogin") == []
    assert glued_items("One whole sentence. And then another. And a third one.") == []


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Key Takeaways", Area.TAKEAWAYS), ("🔑 Quick takeaways:", Area.TAKEAWAYS),
        ("Top insights", Area.INSIGHTS), ("TL;DR", Area.SUMMARY), ("5 ideas", Area.IDEAS),
        ("Questions & Answers", Area.QA), ("Recent questions", Area.QA), ("FAQs", Area.QA),
        ("WORDS WORTH SAVING", Area.QUOTES), ("Quotes from this episode", Area.QUOTES),
        ("Topics discussed in this episode", Area.TOPICS), ("Timestamps:", Area.CHAPTERS),
        ("Summary & Key Takeaways", Area.TAKEAWAYS), ("Full Transcript", Area.TRANSCRIPT),
        ("Related Episodes", Area.NOISE), ("0:0 Summary", None), ("A summary of my life", None),
    ],
)  # fmt: skip
def test_headings_are_known_by_any_usual_name(text: str, area: Area | None) -> None:
    assert area_of(text) is area


def test_labels_come_off_what_they_are_glued_to() -> None:
    assert glued_label("5 ideasStart small") == ("5 ideas", "Start small")
    assert glued_label("TLDRThe video shows") == ("TLDR", "The video shows")
    assert glued_label("BIG IDEAS6 ideasStart small") == ("BIG IDEAS", "6 ideasStart small")
    assert glued_label("Summary of it") is None
    assert glued_label("QuotesX")
    assert inline_label("**TL;DR:** The talk is short.") == (
        "TL;DR", Area.SUMMARY, "The talk is short.",
    )  # fmt: skip
    assert inline_label("Sleep: it matters.") is None


@pytest.mark.parametrize(
    "line",
    [
        "(1:02) – The start", "1:02 The start", "[@01:02] - The start",
        "**[01:02](#t=62)** The start",
        "The start (1:02)", "The start: 0:01:02", "1:02 – 4:01 The start", "[1m02s] The start",
        "0h1m02s The start",
    ],
)  # fmt: skip
def test_a_chapter_line_has_its_time_on_either_side(line: str) -> None:
    assert chapter_of(line) == Chapter(62, "The start")


def test_chapters_that_run_on_come_apart() -> None:
    text = "OUTLINE: 0:00 - Hello 2:23 - What is 1 plus 1? 1:00:35 - The end CONNECT: - us"
    assert chapters_run_on(text) == [
        Chapter(0, "Hello"), Chapter(143, "What is 1 plus 1?"), Chapter(3635, "The end"),
    ]  # fmt: skip
    behind = "Topics: Hello (0:00) Middle part (2:23) The end (4:00)"
    assert [chapter.seconds for chapter in chapters_run_on(behind)] == [0, 143, 240]
    assert chapters_run_on(behind)[1].title == "Middle part"
    assert chapters_run_on("We met at 10:30 and left at 11:15.") == []


def test_citation_numbers_are_known_by_their_count() -> None:
    citations = Citations()
    assert citations.removed("It rained in the top 10.") == "It rained in the top 10."
    assert citations.removed("It changed their powers 1 2.") == "It changed their powers."
    assert citations.removed("It went on 3.") == "It went on."
    assert citations.removed("He has 9.") == "He has 9."
    assert citations.removed("It was built in 1874 4.") == "It was built in 1874."
    assert citations.removed("It takes 12 hours (or 50%) 5 6") == "It takes 12 hours (or 50%)"
    assert citations.removed("It ended in 1990 9 10.") == "It ended in 1990."
    assert citations.removed("It ranked 40 50.") == "It ranked 40 50."


def test_markup_emoji_and_references_go() -> None:
    assert plain("🧠 **Deep** [sleep](http://x.org) helps[1], they `say`.") == (
        "Deep sleep helps, they say."
    )
    assert plain("snake_case and 2*3*4") == "snake_case and 2*3*4"
    assert plain("E = mc² here") == "E = mc² here"


def test_quotation_marks_go_only_around_the_whole() -> None:
    assert unquoted("“It is late.”") == "It is late."
    assert unquoted("“Yes” and “no”") == "“Yes” and “no”"
    assert unquoted('"Don\'t go."') == "Don't go."
    assert unquoted("‘It’s late.’") == "It’s late."


def test_prose_is_told_from_labels() -> None:
    assert is_prose("The dog ran home.")
    assert not is_prose("Install to Summarize Videos and Get Transcripts")
    assert sentence_count("Dr. Roe came. She left!") == 2


def test_a_line_below_a_quote_names_its_speaker() -> None:
    people = ["Ada Byron"]
    for line in ("Ada Byron", "– Byron", "— Ada Byron, on engines [1:02]", "Ada Byron (1:02)"):
        found = attribution(line, people)
        assert found is not None, line
        assert found.speaker == "Ada Byron", line
    assert attribution("Engines are loud and warm", people) is None
    assert attribution("Key Takeaways", people) is None


def test_a_quote_and_its_speaker_on_one_line_come_apart() -> None:
    text, said = split_attribution("“It is late.” – Carl Roe, on time (1:02)", ()) or ("", None)
    assert text == "“It is late.”"
    assert said is not None
    assert (said.speaker, said.seconds) == ("Carl Roe", 62)
    assert split_attribution("It is late – or early.", ()) is None
    for name in ("Eva Holm-Larsen", "Rory O’Neil-Ruiz", "Miguel D'Angelo", "İpek Çağlar"):
        found = split_attribution(f"“It is late.” – {name}", ())
        assert found is not None, name
        assert found[1].speaker == name


def test_the_words_before_a_quote_name_its_speaker() -> None:
    people = ["Ada Byron", "Carl Roe"]
    assert introduced_by("It was new, as Byron explains:", people) == "Ada Byron"
    assert introduced_by("As Roe notes:", people) == "Carl Roe"
    assert introduced_by("In 1950 Max Lund had published the paper:", people, "Ada Byron") is None
    assert introduced_by("Byron describes it. It is explained by heat:", people) == "Ada Byron"
    assert introduced_by("The machine was new:", people) is None


@pytest.mark.parametrize(
    "text",
    [
        "Byron built one in Turin. She says:",
        "Byron sold it in 1843. The reason, she argues, is plain:",
        "Engines were loud then. Byron remains doubtful:",
        "It was sold to Mary Somer. Byron remains doubtful:",
        "The press was kind to Byron. Heat, she warns, is not:",
    ],
)
def test_the_one_guest_is_meant_where_nobody_else_can_be(text: str) -> None:
    people = ["Ada Byron", "Carl Roe"]
    assert introduced_by(text, people, "Ada Byron") == "Ada Byron"
    assert introduced_by(text, people) is None


@pytest.mark.parametrize(
    "text",
    [
        "Byron learnt it from Mary Somer. She says:",
        "Byron and Roe tried it. She says:",
        "Byron met her teacher, and he paid. She says:",
        "Byron met Babbage at once:",
        "Byron's critics were loud:",
        "Byron likes to quote an old saying:",
        "It was new. She says:",
        "Babbage warned Byron in a letter. He says:",
        "The reason was plain:",
    ],
)
def test_nobody_is_meant_where_two_could_be(text: str) -> None:
    assert introduced_by(text, ["Ada Byron", "Carl Roe"], "Ada Byron") is None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Byron: It is.", "**Ada Byron:** It is.", "**Ada Byron**: It is.",
        "__Ada Byron__: It is.", "[Ada Byron]: It is.", "[Ada Byron] It is.",
        "- - [Ada Byron] It is.", "Ada Byron (00:01:48): It is.", "Ada Byron (00:01:48) It is.",
        "[00:01:48] Ada Byron: It is.", "**Ada Byron:** [00:01:48] It is.",
        "Ada Byron: (1:48) - It is.", ">> Ada Byron: It is.",
    ],
)  # fmt: skip
def test_a_speaker_is_marked_in_any_form(line: str) -> None:
    found = mark(line)
    assert found is not None
    assert (found.label, found.rest) == ("Ada Byron", "It is.")
    if "1:48" in line:
        assert found.seconds == 108


def test_false_speakers_are_not_trusted() -> None:
    lines = ["Ada: yes", "Ada: no", "Ada: well", "Break: now", "News: one", "News: two", "News: x"]
    assert trusted_labels(lines, ["Ada Byron"]) == {"Ada"}
    assert trusted_labels(["Note: this", "Resources: that"] * 3, []) == frozenset()


def test_menus_adverts_and_refusals_are_noise() -> None:
    for line in ("Skip to content", "541.7K views", "I'm sorry, but I cannot help.", "Read more"):
        assert is_noise(line), line
    for line in ("Readers read more than ever, says the study.", "He is sorry for the dog."):
        assert not is_noise(line), line


def test_wrapped_lines_are_one_paragraph_and_flat_lines_are_not() -> None:
    wrapped = "The dog ran home because it\nwas late and the night was\ncold.\n\nNext."
    assert [(b.text, b.start, b.end) for b in blocks(numbered_lines(wrapped))] == [
        ("The dog ran home because it was late and the night was cold.", 1, 3),
        ("Next.", 5, 5),
    ]
    flat = "The dog ran home.\nThe cat stayed.\n"
    assert len(blocks(numbered_lines(flat))) == 2
