"""The bundled pages, as text: whole, consistent with each other, and in our own words."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EPISODE = ROOT / "source_texts" / "ilya-sutskever-deep-learning"
SEEDS = ROOT.parent / "shared" / "seeds"
PAGES = ("at-a-glance.txt", "highlights.txt", "summary-and-qa.txt", "transcript.txt")
TITLE = "Ilya Sutskever: Deep Learning | Lex Fridman Podcast #94"
GUEST = "Ilya Sutskever"
RUN = 10  # so many words in a row count as copied


def read(name: str) -> str:
    return (EPISODE / name).read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def runs(text: str) -> list[tuple[str, ...]]:
    tokens = words(text)
    return [tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1)]


def quotations() -> list[str]:
    """What the pages set as Sutskever's own words: before a rule, or above his name."""
    in_highlights = re.findall(r"^ +(\S.*)\n\n +---$", read("highlights.txt"), re.MULTILINE)
    in_overview = re.findall(rf"^(\S.*)\n\n{GUEST}$", read("at-a-glance.txt"), re.MULTILINE)
    return in_highlights + in_overview


def spoken() -> str:
    return read("transcript.txt").split("\nTranscript\n", 1)[1]


def turns() -> list[str]:
    """The marked turns, and first what the host says before any mark."""
    return re.split(r"(?:(?<=\s)|^)- ", spoken())


def outline(name: str) -> list[tuple[str, str]]:
    """The chapters of a page as (time, title); the overview runs them together in one line."""
    pattern = r"(\d\d:\d\d:\d\d)(?: -)? (.+?)(?= \d\d:\d\d:\d\d |$)"
    return re.findall(pattern, read(name), re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_the_episode_and_gives_one_date(name: str) -> None:
    text = read(name)
    assert text.startswith(TITLE)
    assert re.findall(r"[A-Z][a-z]+ \d{1,2}, 20\d\d", text) == ["May 8, 2020"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_links_or_adverts(name: str) -> None:
    noise = r"https?:|www\.|sponsor|subscribe|cash app|bitcoin|read more|chrome|youtube"
    assert re.search(noise, read(name), re.IGNORECASE) is None


def test_the_transcript_lists_eighteen_chapters_in_order() -> None:
    chapters = outline("transcript.txt")
    assert len(chapters) == 18
    assert chapters[0] == ("00:00:00", "Introduction")
    assert chapters[-1] == ("01:32:07", "Meaning of life")
    assert [time for time, _ in chapters] == sorted(time for time, _ in chapters)


def test_the_overview_gives_the_same_chapters_as_the_transcript() -> None:
    assert outline("at-a-glance.txt") == outline("transcript.txt")


def test_the_highlights_are_three_headings_each_with_a_quotation() -> None:
    text = read("highlights.txt")
    for heading in ("AlexNet's Impact", "Transformers", "Deep Double Descent"):
        assert re.search(rf"^ +(?:• )?{heading}$", text, re.MULTILINE), heading
    assert text.count("---") == 3


def test_the_overview_has_four_points_five_ideas_and_five_quotations() -> None:
    text = read("at-a-glance.txt")
    assert re.findall(r"^ +(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "4"]
    ideas = text.split("5 ideas\n", 1)[1].split("WORDS WORTH SAVING", 1)[0]
    assert len(ideas.strip().split("\n\n")) == 2 * 5
    assert text.count(f"\n\n{GUEST}\n") == 5


def test_the_overview_runs_seven_topics_together() -> None:
    topics = read("at-a-glance.txt").rstrip().rsplit("\n", 1)[1]
    assert len(re.split(r"(?<=[a-z])(?=[A-Z])", topics)) == 7


def test_there_are_seventeen_questions_and_each_is_answered() -> None:
    pairs = re.findall(r"^Q: (.+\?)\n\n(\S.+\.)$", read("summary-and-qa.txt"), re.MULTILINE)
    assert len(pairs) == 17
    assert read("summary-and-qa.txt").count("Q: ") == 17
    assert len({question for question, _ in pairs}) == 17


def test_there_are_fourteen_insights_and_three_takeaways_with_headings() -> None:
    text = read("summary-and-qa.txt")
    insights = re.findall(r"^  • [^\w\s]+ ([A-Z][^:]+): .+\.$", text, re.MULTILINE)
    takeaways = re.findall(r"^  • ([A-Z][^:]+): .+\.$", text, re.MULTILINE)
    assert len(set(insights)) == 14
    assert len(set(takeaways)) == 3
    assert text.count("\n  • ") == 17


def test_the_conversation_is_a_long_one_with_marked_turns() -> None:
    assert len(words(spoken())) >= 2500
    assert len(turns()) > 150
    assert all(turn.strip() for turn in turns())


def test_every_quotation_is_spoken_by_the_guest_in_the_transcript() -> None:
    """The host has the first turn and no mark is missing, so the guest's turns are the odd ones."""
    guest = [" ".join(words(turn)) for turn in turns()[1::2]]
    for quotation in quotations():
        assert any(" ".join(words(quotation)) in turn for turn in guest), quotation


def test_there_are_eight_quotations_and_they_are_short() -> None:
    assert len(set(quotations())) == 8
    assert max(len(words(quotation)) for quotation in quotations()) <= 20


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages this is compared with are not here")
@pytest.mark.parametrize("name", PAGES)
def test_only_quotations_share_ten_words_in_a_row_with_the_original_pages(name: str) -> None:
    originals = {run for page in SEEDS.iterdir() for run in runs(page.read_text("utf-8"))}
    quoted = {run for quotation in quotations() for run in runs(f"{quotation} {GUEST}")}
    copied = [" ".join(run) for run in runs(read(name)) if run in originals - quoted]
    assert copied == []
