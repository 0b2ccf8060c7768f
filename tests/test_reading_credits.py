"""Who and what an episode is, where a page has a headline, a menu or a writer of its own."""

from __future__ import annotations

import datetime

import pytest

from quizapp.model import Episode
from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

BELOW = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"

HEADS = {
    "a sign and a number glued": """Night Radio#12
Why Wells Sing
Ada ByronhostCarl RoeguestMar 4, 20211h 31m""",
    "a title glued to its number": """Night RadioEpisode 12Why Wells Sing
Mar 4, 20211h 31mWatch on YouTube ↗
Ada ByronHostCarl RoeGuest""",
    "a day glued to a number": """Night Radio
Episode 12Mar 4, 202131 min
Why Wells Sing
HostAda ByronGuestCarl Roe""",
    "bars": """Night Radio · Episode 12
Why Wells Sing
Mar 4, 2021
Ada ByronhostDr. Carl Roeguest""",
    "a season": """Night RadioS1 E12
Why Wells Sing
Mar 4, 20211h 31m
Ada Byron (host)Carl Roe (guest)""",
    "roles with capitals": """Night Radio
Why Wells Sing
Ep. 12Mar 4, 20211h 31m
Ada ByronCo-hostCarl RoeGuest""",
    "a menu of an app": """Home  Explore  My notes  Upgrade

Night Radio
#12 Why Wells Sing
Dr. Carl Roe · Night Radio with Ada Byron · Mar 4, 2021 · 1h 12m""",
    "a menu of a shop": """Home Product Pricing Blog Log in

Night Radio
#12 Why Wells Sing
with Carl Roe, hosted by Ada Byron · Mar 4, 2021""",
    "a menu that ends with a button": """Dashboard  Library  Discover  Settings  Log out

Night Radio #12: Why Wells Sing
Host: Ada Byron
Guest: Carl Roe
Mar 4, 2021""",
    "a menu with tabs": """Home	Features	Pricing	Sign in

Night Radio #12: Why Wells Sing
Host: Ada Byron
Guest: Carl Roe
Mar 4, 2021""",
    "a menu with bars": """Library | Saved | Profile | Settings

Night Radio #12: Why Wells Sing
Host: Ada Byron
Guest: Carl Roe
Mar 4, 2021""",
    "a menu that is shut": """☰ Menu

Night Radio #12: Why Wells Sing
Host: Ada Byron
Guest: Carl Roe
Mar 4, 2021""",
    "a path": """Home / Library / Night Radio

Night Radio #12: Why Wells Sing
Host: Ada Byron
Guest: Carl Roe
Mar 4, 2021""",
    "dots in a menu": """Home · Feed · Bookmarks · Account

# Why Wells Sing

Night Radio, episode 12. Host: Ada Byron. Guest: Carl Roe. Released 4 March 2021.""",
    "a unit of a course": """# Unit 6 · Why Wells Sing

**What we heard:** *Night Radio*, episode 12, "Why Wells Sing". Host: Ada Byron.
Guest: Carl Roe, well digger.
**Released:** 2021/3/4""",
    "a digest": """# The Bucket List: what water tells you

*About* **Night Radio**, *episode 12: "Why Wells Sing", with well digger Carl Roe. \
Hosted by Ada Byron. Out 4 March 2021.*""",
    "a letter": """# Water & Stone, issue 212

## This week's listen: "Why Wells Sing"

*Night Radio*, season 5, episode 12. Hosted by Ada Byron, with well digger **Carl Roe**. \
71 minutes, aired 4 March 2021.""",
    "bars in italics": """# Why Wells Sing

*Night Radio*, hosted by Ada Byron · with Carl Roe · Episode 12 · 4 March 2021 · 58 min""",
    "brackets behind the show": """# Why Wells Sing

From *Night Radio* (episode 12, 4 March 2021). \
Ada Byron in conversation with Carl Roe, a well digger.""",
    "a lesson": """# Lesson 3: Wells

Based on "Why Wells Sing", episode 12 of Night Radio, released 4 March 2021. \
Host: Ada Byron. Guest: Carl Roe.""",
    "host in italics": """# Episode 12: Why Wells Sing

*Night Radio*, hosted by Ada Byron · 4 March 2021 · 58 min

Well digger Carl Roe, who has dug for thirty years, joins Ada to talk about lids.""",
    "a show with its host": """# Why Wells Sing
**Night Radio with Ada Byron · episode 12 · guest Carl Roe, well digger**
*4 March 2021 · Reading time 5 minutes*""",
    "told by a reader": """# What I heard about wells

This week's episode of *Night Radio* (host: Ada Byron) is an evening with the well digger \
**Dr. Carl Roe**. Episode title: "Why Wells Sing". Episode 12. Aired 4 March 2021.""",
    "the cast in conversation": """# Why Wells Sing

**Night Radio** | Episode 12 | March 4, 2021

**Ada Byron** in conversation with **Carl Roe**, well digger""",
    "buttons and dots": """Search
Sign in

Night Radio

Why Wells Sing

Episode 12 • March 4, 2021 • 58 min

Hosted by Ada Byron
Guest Carl Roe""",
    "answers": """# Why Wells Sing

A summary of Night Radio #12, first broadcast on 4 March 2021. Carl Roe, who digs wells, \
answers Ada Byron's questions.""",
    "brackets behind the people": """# Why Wells Sing

These are my notes on the conversation between Ada Byron and the well digger Carl Roe \
(Night Radio, episode 12, released 4 March 2021).""",
    "a block quote": """# Why Wells Sing

> Night Radio, episode 12 (4 March 2021). Ada Byron interviews Carl Roe.""",
    "a handout": """# Handout 4: Why Wells Sing

Course: Water 101 · Tutor: Jane Poe

Listen first: Night Radio, episode 12, "Why Wells Sing" (released 4 March 2021; \
host Ada Byron, guest Carl Roe).""",
    "roles in brackets": """# Why Wells Sing

Episode 12 of the podcast Night Radio, 4 March 2021. With Ada Byron (host), Carl Roe (digger).""",
    "a guest in short": """Night Radio Ep12: Why Wells Sing w/ Carl Roe
March 4, 2021
Host: Ada Byron""",
}

PROSE = [
    "I heard episode 12 of Night Radio, where Ada Byron talks all night with Carl Roe, a digger.",
    "Episode 12 of Night Radio brings together host Ada Byron and the well digger Carl Roe.",
    "On episode 12 of Night Radio, Ada Byron's guest is Carl Roe, a well digger.",
    "In episode 12 of Night Radio, Ada Byron spends an hour with Carl Roe, who digs wells.",
    "In episode 12 of Night Radio Ada Byron sat down for two hours with the well digger Carl Roe.",
    "Well digger Carl Roe spoke at length with Ada Byron on episode 12 of Night Radio.",
    "Carl Roe, a well digger, was Ada Byron's guest in episode 12 of Night Radio.",
    "In episode 12 of Night Radio, Ada Byron puts her questions to Carl Roe, a well digger.",
    "Episode 12 of Night Radio: Ada Byron has invited Carl Roe, a well digger, to sing.",
    "In episode 12 of Night Radio, presented by Ada Byron, the guest is the well digger Carl Roe.",
    "Ada Byron welcomes Carl Roe to episode 12 of Night Radio.",
    "On episode 12 of Night Radio, Carl Roe (well digger) talks to Ada Byron (host).",
    "Night Radio, episode 12: the well digger Carl Roe in conversation with host Ada Byron.",
    "In episode 12 of Night Radio, hosted by Ada Byron, Carl Roe explains why wells sing.",
    "Ada Byron and her guest, the well digger Carl Roe, discuss lids in episode 12 of Night Radio.",
    "For episode 12 of Night Radio Ada Byron visited the well digger Carl Roe at home.",
    "In episode 12 of Night Radio, Ada Byron and Carl Roe, a well digger, talk about lids.",
    "Last week Ada Byron had Carl Roe on episode 12 of Night Radio, and I took notes.",
    "Carl Roe joined Ada Byron for episode 12 of Night Radio to explain why wells sing.",
]


def _episode(head: str) -> Episode:
    (episode,) = assemble([read_page(Document("a.md", "/r", head + BELOW))])
    return episode


@pytest.mark.parametrize("name", HEADS)
def test_what_a_page_is_about_holds_and_not_its_own_head(name: str) -> None:
    episode = _episode(HEADS[name])
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",))
    assert episode.published == datetime.date(2021, 3, 4)


@pytest.mark.parametrize("sentence", PROSE)
def test_a_sentence_about_the_episode_names_host_and_guest(sentence: str) -> None:
    episode = _episode(f"# Why Wells Sing\n\n{sentence}")
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",))


def test_names_with_accents_are_parted_from_their_roles() -> None:
    head = (
        "Night RadioEpisode 12\nWhy Wells Sing\nMar 4, 20211h 31m\nÉva ByronhostÅsa Roe-Holtguest"
    )
    episode = _episode(head)
    assert (episode.host, episode.guests) == ("Éva Byron", ("Åsa Roe-Holt",))
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "Night Radio", 12)


NOBODY = [
    "Episode 12 of Night Radio is about Lake Geneva and Upper Egypt.",
    "In episode 12 of Night Radio, potter Ada Byron and weaver Carl Roe talk about lids.",
    "Night Radio, episode 12, is named after Ada Byron.",
    "In episode 12 of Night Radio we hear of Ada Byron, Carl Roe and Jane Poe, a well digger.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_sentence_that_does_not_tell_them_apart_names_no_host(sentence: str) -> None:
    assert _episode(f"# Why Wells Sing\n\n{sentence}").host is None


def test_an_earlier_episode_is_not_the_one_the_page_is_about() -> None:
    said = "Unlike back in episode 7 of Night Radio, this time the lids are made of iron."
    assert _episode(f"# Why Wells Sing\n\n{said}").number is None


def test_the_show_with_its_host_behind_the_title_is_no_part_of_it() -> None:
    episode = _episode("Carl Roe: Why Wells Sing | Night Radio with Ada Byron\n\nMarch 4, 2021")
    assert episode.title == "Carl Roe: Why Wells Sing"
    assert (episode.show, episode.host) == ("Night Radio with Ada Byron", "Ada Byron")


def test_a_page_that_is_called_by_its_sort_joins_the_episode_of_its_folder() -> None:
    first = "# Why Wells Sing\n\n*Night Radio*, episode 12. Host: Ada Byron. Guest: Carl Roe."
    told = "\n\nCarl Roe lowers a bucket into each shaft. Roe says that buckets sing in shafts."
    heads = [
        "Night Radio — Carl Roe — highlights",
        "# Chapter-by-chapter notes: Carl Roe on *Night Radio*",
        "# Fan notes on Night Radio",
    ]
    for head in heads:
        pages = [
            read_page(Document("f/one.md", "/r", first + told + BELOW)),
            read_page(
                Document("f/two.md", "/r", head + told + "\n\n> Every shaft has a bucket.\n")
            ),
        ]
        (episode,) = assemble(pages)
        assert (episode.title, len(episode.files)) == ("Why Wells Sing", 2)


def test_a_letter_counts_its_issues_and_not_the_episodes() -> None:
    head = "**The Bucket Letter** — issue 38\n\n# Wells, wells\n\n"
    said = "This week's episode of *Night Radio* (host: Ada Byron) is called “Why Wells Sing”."
    episode = _episode(head + said)
    assert (episode.show, episode.number) == ("Night Radio", None)


def test_whoever_is_met_in_an_answer_is_no_guest_beside_the_one_with_a_label() -> None:
    head = "# Why Wells Sing\n\n**Host:** Ada Byron\n**Guest:** Carl Roe"
    said = "\n\n## Q&A\n\n**Can one learn it?**\n\nA boy dug for two hours with Otto Lind and sang."
    assert _episode(head + said).guests == ("Carl Roe",)


@pytest.mark.parametrize(
    "other",
    [
        "Carl Roe: Why Wells Sing",
        "Why Wells Sing, with Dr. Carl Roe",
        "Why Wells Sing – Night Radio S2E12 – extras",
    ],
)
def test_titles_that_differ_by_the_guest_or_the_show_are_no_conflict(other: str) -> None:
    first = "# Why Wells Sing\n\n*Night Radio*, episode 12. Host: Ada Byron. Guest: Carl Roe."
    told = "\n\nCarl Roe lowers a bucket into each shaft. Roe says that buckets sing in shafts."
    pages = [
        read_page(Document("f/one.md", "/r", first + told + BELOW)),
        read_page(Document("f/two.md", "/r", f"# {other}{told}\n\n> Every shaft has a bucket.\n")),
    ]
    (episode,) = assemble(pages)
    assert (episode.title, episode.conflicts) == ("Why Wells Sing", ())


def test_a_number_before_the_title_counts_the_episode_and_no_list() -> None:
    head = (
        "Night Radio\n140. Carl Roe: Why Wells Sing\nMar 4, 20211h 31m\nAda ByronhostCarl Roeguest"
    )
    episode = _episode(head)
    assert (episode.title, episode.number) == ("Carl Roe: Why Wells Sing", 140)
    assert episode.show == "Night Radio"


def test_a_title_that_is_named_with_its_number_only_is_the_episodes() -> None:
    said = 'I liked one show this week. Episode 12, "Why Wells Sing" (4 March 2021), has Ada Byron '
    said += "talking to Carl Roe, a well digger."
    episode = _episode(f"# Seven things a digger knows\n\nPosted by Jane Poe\n\n{said}")
    assert (episode.title, episode.number) == ("Why Wells Sing", 12)
    assert (episode.host, episode.guests) == ("Ada Byron", ("Carl Roe",))


def test_a_heading_that_repeats_the_title_and_adds_the_guest_heads_no_section() -> None:
    head = '---\ntitle: "Why Wells Sing"\nhost: Ada Byron\nguest: Carl Roe\n---\n\n'
    head += "# Why Wells Sing: a conversation with Carl Roe\n\n"
    head += "Carl Roe has dug wells for thirty years, and Ada Byron met him at the last of them."
    episode = _episode(head)
    assert "Why Wells Sing: a conversation" not in str([one.heading for one in episode.sections])
    assert (episode.description or "").startswith("Carl Roe has dug wells")


LABELLED = "# Why Wells Sing\n\nPodcast: Night Radio\nEpisode: 12\n"
LABELLED += "Host: Ada Byron\nGuest: Carl Roe\n\n"
PASSING = [
    "I discovered Carl through episode 77 of Deep Time, “Cold Water”, which was great.",
    "Carl was on Deep Time, episode 77, “Cold Water”, before.",
    "If you liked No. 77 of Deep Time, “Cold Water”, you will like this one.",
    "If you enjoyed this, try Deep Time #77, “Cold Water”.",
    "Carl Roe first spoke about this in episode 77 of Deep Time.",
    "Unlike episode 77 of Deep Time with Otto Lind, it is a short one.",
    "In episode 77 of Deep Time, Otto Lind had asked Carl Roe about ropes.",
    "Deep Time, episode 77, “Cold Water”, hosted by Otto Lind, is the one to hear next.",
]
OTHER = "Cold Water\n\nDeep Time, episode 77, “Cold Water”, with the diver Lea Sand."


@pytest.mark.parametrize("said", PASSING)
def test_what_labels_say_holds_against_another_episode_named_in_passing(said: str) -> None:
    episode = _episode(LABELLED + said)
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",))


@pytest.mark.parametrize("said", PASSING)
def test_an_episode_that_another_one_mentions_is_not_joined_to_it(said: str) -> None:
    below = "\n\nHighlights\n\nLight dies: Two hundred metres down there is none of it."
    pages = [
        read_page(Document("one.md", "/r", LABELLED + said + BELOW)),
        read_page(Document("two.txt", "/r", OTHER + below)),
    ]
    told = {(one.title, one.show, one.number, len(one.files)) for one in assemble(pages)}
    assert told == {("Why Wells Sing", "Night Radio", 12, 1), ("Cold Water", "Deep Time", 77, 1)}


@pytest.mark.parametrize("said", PASSING[:5])
def test_a_page_that_names_only_its_people_takes_no_show_from_a_sentence_in_passing(
    said: str,
) -> None:
    episode = _episode(f"# Why Wells Sing\n\nHost: Ada Byron\nGuest: Carl Roe\n\n{said}")
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", None, None, "Ada Byron", ("Carl Roe",))


def test_front_matter_holds_against_another_episode_named_in_passing() -> None:
    head = "---\ntitle: Why Wells Sing\npodcast: Night Radio\nepisode: 12\nguest: Carl Roe\n---\n\n"
    episode = _episode(head + "A friend played me Deep Time, episode 77, “Cold Water”, on a walk.")
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "Night Radio", 12)


def test_a_title_that_counts_its_episode_holds_against_one_named_in_passing() -> None:
    head = "# Night Radio #12: Why Wells Sing\n\n"
    episode = _episode(head + "A friend played me Deep Time, episode 77, “Cold Water”, on a walk.")
    assert (episode.title, episode.show, episode.number) == ("Why Wells Sing", "Night Radio", 12)


def test_labels_are_filled_up_by_the_sentence_that_tells_of_the_same_episode() -> None:
    head = "# My notes on wells\n\nPodcast: The Night Radio Podcast\nHost: Ada Byron\n\n"
    said = "Episode 12 of Night Radio, “Why Wells Sing”: Ada Byron asks the well digger Carl Roe."
    episode = _episode(head + said)
    assert (episode.title, episode.number) == ("Why Wells Sing", 12)
    assert (episode.host, episode.guests) == ("Ada Byron", ("Carl Roe",))


def test_the_show_that_a_guest_hosts_is_no_guest() -> None:
    head = "Why Wells Sing\n\nHost: Ada Byron\nGuest: Carl Roe, well digger and host of Deep Time"
    assert _episode(head).guests == ("Carl Roe",)


@pytest.mark.parametrize(
    "said",
    [
        (
            "In this talk we meet the digger Carl Roe. Carl Roe talks of starting his own podcast, "
            "Bucket Time, from a shed."
        ),
        "Carl Roe digs wells. Carl Roe launched his podcast Bucket Time in May and wrote a book.",
        (
            "Carl Roe digs wells in a dry town. Otto Lind also recorded a talk about it on "
            "his show Weather Vane in Delft."
        ),
        (
            "Our guest is Carl Roe. Otto Lind recorded an edition of his podcast Stone Talk in "
            "that very room."
        ),
        "Otto Lind recorded an edition of his podcast Stone Talk in that room a year ago.",
    ],
)
def test_a_podcast_of_somebodys_own_is_not_the_show_of_the_page(said: str) -> None:
    episode = _episode(f"# Why Wells Sing\n\n{said}")
    assert (episode.show, episode.host) == (None, None)


def test_somebody_who_is_told_in_the_title_has_no_host_by_a_podcast_of_his_own() -> None:
    said = "Otto Lind recorded an edition of his podcast Stone Talk in that very room."
    episode = _episode(f"Carl Roe: Why Wells Sing\n\n{said} Carl Roe laughs about that.")
    assert (episode.show, episode.host) == (None, None)


@pytest.mark.parametrize("line", ["Issue No. 214 · 4 March 2021", "Issue #214 | 4 March 2021"])
def test_the_number_of_a_letter_is_not_the_episodes(line: str) -> None:
    letter = f"ADA BYRON\n\n{line}\n\nWhy Wells Sing\n\nWhere to find Carl Roe:\n- Website"
    episode = _episode(letter)
    assert (episode.number, str(episode.published)) == (None, "2021-03-04")


def test_a_line_with_the_host_before_the_count_gives_number_and_day() -> None:
    head = "# Carl Roe on Wells: Why Wells Sing\n\nPodcast: Night Radio\n\n"
    said = "Night Radio, hosted by Ada Byron, season 3, episode 12, “Why Wells Sing” (4 March 2021)"
    episode = _episode(f"{head}{said}.\n\nCarl Roe explains how a shaft sings.")
    told = (episode.show, episode.number, episode.host, episode.guests, str(episode.published))
    assert told == ("Night Radio", 12, "Ada Byron", ("Carl Roe",), "2021-03-04")


def test_a_credit_line_holds_against_another_episode_named_below_it() -> None:
    head = "# Why Wells Sing\n\n*Night Radio*, episode 12. Host: Ada Byron. Guest: Carl Roe.\n\n"
    episode = _episode(head + "I found Carl by Deep Time, episode 77, “Cold Water”.")
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",))


def test_the_people_of_another_episode_are_not_this_ones() -> None:
    head = "---\ntitle: Why Wells Sing\npodcast: Night Radio\nepisode: 12\n---\n\n"
    said = "We liked Deep Time, episode 77, “Cold Water”, hosted by Otto Lind, with the "
    episode = _episode(f"{head}{said}diver Lea Sand.")
    assert (episode.host, episode.guests) == (None, ())


@pytest.mark.parametrize(
    "said",
    [
        "These are my notes on Night Radio, episode 12.",
        "I listened to episode 12 of Night Radio on a train.",
        "Listen to Night Radio, episode 12, “Why Wells Sing”.",
        "Ada Byron asks Carl Roe about lids in episode 12 of Night Radio.",
        "Carl Roe talks about lids in episode 12 of Night Radio.",
    ],
)
def test_a_sentence_about_the_episode_fills_up_the_labels_of_its_people(said: str) -> None:
    episode = _episode(f"# Why Wells Sing\n\nHost: Ada Byron\nGuest: Carl Roe\n\n{said}")
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    assert told == ("Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",))
