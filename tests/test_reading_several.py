"""Several files of several episodes: who belongs to whom, and what is known only together."""

from __future__ import annotations

from itertools import permutations

from quizapp.model import Episode
from quizapp.reading import Page, assemble, read_page
from quizapp.reading.documents import Document


def page(path: str, text: str) -> Page:
    return read_page(Document(path, "/r", text))


def of(episodes: tuple[Episode, ...]) -> dict[str, list[str]]:
    return {episode.title: [file.path for file in episode.files] for episode in episodes}


LIGHT = """---
title: The Lantern Makers
show: Coast Stories
episode: 11
host: Willa Brandt
guest: Ezra Lindholm
---
## Summary

Ezra Lindholm restores the lenses of lighthouses, which are built of hundreds of prisms.

## Quotes

> "A lens is a machine for throwing a candle twenty miles." – Ezra Lindholm

> "The keepers polished the brass because they were afraid of the dark."

## Chapters

- 0:00 Welcome
- 0:20 Prisms
- 1:10 Keepers
"""
SALT = """---
title: The Salt Harvest
show: Coast Stories
episode: 12
host: Willa Brandt
guest: Ezra Lindholm
---
## Summary

Ezra Lindholm returns, and rakes salt with a wooden rake at dawn in the marshes.

## Quotes

> "Salt is the only rock that we eat every single day." – Ezra Lindholm

> "You rake at dawn since the wind sleeps then." – Willa Brandt
"""
LIGHT_SPOKEN = """WEBVTT

00:00.000 --> 00:05.000
<v Willa Brandt>Welcome to Coast Stories. Ezra, what is a lens?

00:22.000 --> 00:28.000
<v Ezra Lindholm>Well, a lens is a machine for throwing a candle

00:28.000 --> 00:33.000
<v Ezra Lindholm>some twenty miles. It is built of prisms.

01:15.000 --> 01:20.000
<v Ezra Lindholm>And the keepers, they polished the brass because they were afraid of the dark.
"""
SALT_SPOKEN = """1
00:00:01,000 --> 00:00:04,000
Willa Brandt: Ezra is back, with a rake.

2
00:00:05,000 --> 00:00:09,000
Ezra Lindholm: Salt is the only rock that we eat every single day.

3
00:00:11,000 --> 00:00:14,000
Willa Brandt: And you rake at dawn?

4
00:00:15,000 --> 00:00:19,000
Ezra Lindholm: You rake at dawn since the wind sleeps then.
"""


def test_transcripts_without_a_title_find_their_episode_by_what_is_said() -> None:
    pages = [
        page("ep11.md", LIGHT),
        page("ep12.md", SALT),
        page("x.vtt", LIGHT_SPOKEN),
        page("y.srt", SALT_SPOKEN),
    ]
    episodes = assemble(pages)
    assert of(episodes) == {
        "The Lantern Makers": ["ep11.md", "x.vtt"],
        "The Salt Harvest": ["ep12.md", "y.srt"],
    }
    for order in permutations(pages):
        assert assemble(order) == episodes


def test_a_file_name_alone_joins_nothing() -> None:
    other = "Ines Falk: Is it far?\n\nHugo Roth: It is.\n\nInes Falk: How far?\n\nHugo Roth: Far.\n"
    episodes = assemble([page("ep11.md", LIGHT), page("ep11.txt", other)])
    assert of(episodes) == {"The Lantern Makers": ["ep11.md"], "ep11": ["ep11.txt"]}


def test_a_transcript_under_another_title_is_known_by_the_quotes_from_it() -> None:
    spoken = "Full Transcript of Light at Sea\n\nTranscript\n\n" + "\n\n".join(
        line.replace("<v ", "").replace(">", ": ")
        for line in LIGHT_SPOKEN.split("\n")
        if line.startswith("<v")
    ).replace("Well, a", "A").replace("candle\n\nEzra Lindholm: some twenty", "candle twenty")
    (episode,) = assemble([page("notes.md", LIGHT), page("talk.txt", spoken)])
    assert [conflict.field for conflict in episode.conflicts] == ["title"]


def test_quotes_have_the_second_the_chapter_and_the_speaker_of_the_transcript() -> None:
    (episode,) = assemble([page("n.md", LIGHT), page("t.vtt", LIGHT_SPOKEN)])
    assert [(q.seconds, q.chapter, q.speaker) for q in episode.sections if q.kind == "quote"] == [
        (22, "Prisms", "Ezra Lindholm"),
        (75, "Keepers", "Ezra Lindholm"),
    ]


def test_a_quote_that_was_never_said_has_no_time() -> None:
    text = LIGHT.replace("A lens is a machine for throwing", "No man ever forgets the smell of")
    (episode,) = assemble([page("n.md", text), page("t.vtt", LIGHT_SPOKEN)])
    assert [q.seconds for q in episode.sections if q.kind == "quote"] == [None, 75]


def test_a_quote_given_to_another_than_its_speaker_is_a_conflict() -> None:
    (episode,) = assemble([page("n.md", SALT), page("t.srt", SALT_SPOKEN)])
    quotes = [q for q in episode.sections if q.kind == "quote"]
    assert [(q.seconds, q.speaker) for q in quotes] == [(5, "Ezra Lindholm"), (15, None)]
    ((field, values),) = [(c.field, c.values) for c in episode.conflicts]
    assert field == "speaker"
    assert [(v.value, v.path) for v in values] == [
        ("Willa Brandt", "n.md"),
        ("Ezra Lindholm", "t.srt"),
    ]


def test_chapters_in_a_file_of_their_own_hold_for_the_episode_of_their_folder() -> None:
    chapters = (
        '{"chapters": [{"startTime": 0, "title": "Rake"},'
        ' {"startTime": 12, "title": "Dawn"}, {"startTime": 14, "title": "art", "toc": false}]}'
    )
    (episode,) = assemble(
        [page("2/n.md", SALT), page("2/t.srt", SALT_SPOKEN), page("2/c.json", chapters)]
    )
    assert [chapter.title for chapter in episode.chapters] == ["Rake", "Dawn"]
    assert [turn.chapter for turn in episode.turns] == ["Rake", "Rake", "Rake", "Dawn"]


def test_turns_without_times_have_those_of_captions_with_the_same_words() -> None:
    spoken = (
        "The Salt Harvest | Coast Stories #12\n\nTranscript\n\n"
        "Willa Brandt: Ezra is back, with a rake.\n\n"
        "Ezra Lindholm: Salt is the only rock that we eat every single day.\n\n"
        "Willa Brandt: Oh.\n"
    )
    (episode,) = assemble(
        [page("2/n.md", SALT), page("2/t.srt", SALT_SPOKEN), page("2/a.txt", spoken)]
    )
    assert [t.seconds for t in episode.turns if t.path == "2/a.txt"] == [1, 5, None]


def test_what_is_left_out_is_shown_with_its_reason() -> None:
    text = (
        "The Salt Harvest | Coast Stories #12\n\nTranscript\n\n"
        "Willa Brandt: Salt, then.\n\nBreak\n\n"
        "This show is sponsored by Rakewell. Use code SALT.\n\n"
        "Ezra Lindholm: Salt it is.\n\n(upbeat music)\n\n"
        "Willa Brandt: Why at dawn?\n\nEzra Lindholm: The wind sleeps then.\n"
    )
    left = [(one.line_start, one.reason) for one in page("a.txt", text).omissions]
    assert left == [(7, "break or music"), (9, "advert"), (13, "break or music")]


GLASS = """---
title: "Blown Thin: Glass in the Furnace Age"
show: Workbench Radio
episode: 31
host: Tilda Maas
guest: Orla Fenwick
---
## Takeaways

- Glass is worked hot: The furnace keeps the glass soft while the blower turns the pipe.
- Sand is not enough: Soda lowers the heat that the furnace has to give to melt glass.
"""
GLASS_ASKED = """# Your glass questions, answered

**1. Why does the blower turn the pipe?**

Fenwick says that soft glass sags, and a furnace makes it softer still.

**2. Can old glass be melted again?**

Yes, and Fenwick argues that broken glass helps the furnace, as it melts sooner than sand.
"""


def test_pages_alone_in_a_folder_are_one_episode_under_its_own_title() -> None:
    notes, asked = page("glass/notes.md", GLASS), page("glass/asked.md", GLASS_ASKED)
    for order in ([notes, asked], [asked, notes]):
        (episode,) = assemble(order)
        assert episode.title == "Blown Thin: Glass in the Furnace Age"
        assert episode.guests == ("Orla Fenwick",)
    apart = assemble([notes, page("other/asked.md", GLASS_ASKED)])
    assert len(apart) == 2


def test_a_guest_who_comes_twice_has_two_episodes_in_one_folder() -> None:
    light = LIGHT.replace("episode: 11\n", "")
    salt = SALT.replace("episode: 12\n", "")
    assert len(assemble([page("a.md", light), page("b.md", salt)])) == 2
    numbered = [page("a.md", LIGHT), page("b.md", SALT), page("c.md", GLASS)]
    assert len(assemble(numbered)) == 3


def test_one_number_with_two_guests_is_two_episodes_and_said_to_be_wrong() -> None:
    def told(path: str, title: str, guest: str) -> Page:
        labels = f"Podcast: Night Radio\nEpisode: 12\nHost: Ada Byron\nGuest: {guest}"
        text = f"# {title}\n\n{labels}\n\n## Takeaways\n\n- Dig in May.\n- Sing in June.\n"
        return read_page(Document(path, "", text))

    first = told("a.md", "Why Wells Sing", "Carl Roe")
    episodes = assemble([first, told("b.md", "The Price of Salt", "Eve Low")])
    assert [(one.title, one.guests) for one in episodes] == [
        ("Why Wells Sing", ("Carl Roe",)),
        ("The Price of Salt", ("Eve Low",)),
    ]
    for one in episodes:
        (conflict,) = one.conflicts
        assert conflict.field == "number"
        assert [(v.value, v.path) for v in conflict.values] == [
            ("12 (Carl Roe)", "a.md"),
            ("12 (Eve Low)", "b.md"),
        ]
    assert len(assemble([first, told("b.md", "Wells That Sing: why", "Eve Low")])) == 1
