"""Title, show, number, people and day of one episode, in the forms in which pages give them."""

from __future__ import annotations

import datetime

import pytest

from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

BELOW = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"
HEADS = {
    "labels": """# Why Wells Sing
Show: Night Radio
Episode: 12
Host: Ada Byron
Guest: Carl Roe
Date: March 4, 2021""",
    "show and number before": """# Night Radio #12: Why Wells Sing

March 4, 2021

Hosted by Ada Byron. With Carl Roe.""",
    "bars and roles": """Why Wells Sing | Night Radio #12
Ada Byron (host) · Carl Roe (guest)
4 March 2021""",
    "prose": """# Why Wells Sing

In episode 12 of Night Radio, Ada Byron talks to the well digger Carl Roe about lids. \
Published 4 March 2021.""",
    "joins": """Night Radio
Ep 12 – Why Wells Sing
Thu, 4 Mar 2021

Well digger Carl Roe joins host Ada Byron to talk about lids.""",
    "interviewed": """Why Wells Sing
Night Radio 12 — 2021-03-04

Carl Roe, a well digger, is interviewed by Ada Byron.""",
    "dashes": """Night Radio – Why Wells Sing – Episode 12
Published on March 4th, 2021
Host – Ada Byron
Guest – Carl Roe""",
    "table": """| Podcast | Night Radio |
|---|---|
| Episode | #12 Why Wells Sing |
| Host | Ada Byron |
| Guest | Carl Roe |
| Aired | 04.03.2021 |""",
    "bold labels": """**Why Wells Sing**

**Podcast:** Night Radio
**Episode:** 12
**Host(s):** Ada Byron
**Guest(s):** Carl Roe
**Release date:** 4 Mar 2021""",
    "bullets": """# Why Wells Sing

- Podcast: Night Radio
- Episode number: 12
- Hosts: Ada Byron
- Guests: Carl Roe, well digger
- Published: 2021/03/04""",
    "front matter": """---
title: Why Wells Sing
podcast: Night Radio
episode: 12
host: Ada Byron
guests: [Carl Roe]
date: 2021-03-04
---""",
    "front matter with lists": """---
title: "Night Radio #12 - Why Wells Sing"
hosts:
  - Ada Byron
guests:
  - name: Carl Roe
    bio: Digger of wells
published: 2021-03-04T06:00:00Z
---""",
    "capitals": """NIGHT RADIO
EPISODE 12: WHY WELLS SING

HOST: ADA BYRON
GUEST: CARL ROE
AIRED: MARCH 4, 2021""",
    "other labels": """Title: Why Wells Sing
Series: Night Radio
No.: 12
Interviewer: Ada Byron
Interviewee: Carl Roe
First aired: 4 March 2021""",
    "equals": """Title = Why Wells Sing
Show = Night Radio
Episode = 12
Host = Ada Byron
Guest = Carl Roe
Date = 4 March 2021""",
    "small words below": """[Night Radio] Ep. 12 - Why Wells Sing
with Carl Roe
hosted by Ada Byron
2021-03-04""",
    "a mail": """From: Night Radio <post@night.example>
To: you
Date: Thu, 4 Mar 2021 06:00:00 +0000
Subject: Ep. 12: Why Wells Sing

Ada Byron talks to the well digger Carl Roe about lids.""",
    "glued": """Podcast NameNight RadioEpisode TitleWhy Wells Sing\
Ada ByronhostCarl RoeguestMar 4, 2021
Episode 12""",
    "signed by the host": """Night Radio
#12: Why Wells Sing

Ada Byron
Mar 4, 2021

My guest this week is Carl Roe. He digs wells.""",
}


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_page_names_the_episode(name: str) -> None:
    (episode,) = assemble([read_page(Document("a.md", "/r", HEADS[name] + BELOW))])
    told = (episode.title, episode.show, episode.number, episode.host, episode.guests)
    shown = [value.title() if isinstance(value, str) else value for value in told]
    assert shown == ["Why Wells Sing", "Night Radio", 12, "Ada Byron", ("Carl Roe",)]
    assert episode.published == datetime.date(2021, 3, 4)


NOBODY = {
    "two names in a title": "# Ada Byron and Carl Roe\n\nThey walk along a brook for wells.",
    "the writer of a page": "# Why Wells Sing\n\nBy Ada Byron, May 4, 2021\n\nWells sing in May.",
    "a name in passing": "# Why Wells Sing\n\nAs Ada Byron once wrote, a lid is half of a well.",
    "a company": "# Why Wells Sing\n\nby Wells Media\n\nA lid is half of a well.",
}


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_takes_part_whom_the_page_does_not_say_so_of(name: str) -> None:
    (episode,) = assemble([read_page(Document("a.md", "/r", NOBODY[name] + BELOW))])
    assert (episode.host, episode.guests) == (None, ())
