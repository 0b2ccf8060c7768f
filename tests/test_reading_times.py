"""Chapters of one short talk, in every form in which lists of them are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.reading import assemble, read_page
from quizapp.reading.documents import Document

CHAPTERS = (
    (0, "Introduction"),
    (75, "Why wells sing"),
    (632, "The storm of 1953"),
    (3905, "Advice for diggers"),
)
BEFORE = "Singing Wells\n\nAda Byron talks with Carl Roe about wells that sing before a storm.\n\n"
BEHIND = "\n\nKey takeaways\n\n- A lid of oak lasts longer than a lid of iron.\n- Dig in May.\n"
TOLD = "It is told what a well is and why the lid of it has to be of oak.\n\n"


def short(at: int) -> str:
    hours, minutes, rest = at // 3600, at // 60 % 60, at % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def long(at: int) -> str:
    return f"{at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d}"


def place(at: int) -> int:
    return [start for start, _ in CHAPTERS].index(at) + 1


FORMS: dict[str, Callable[[int, str], str]] = {
    "time, title": lambda s, t: f"{short(s)} {t}\n",
    "time - title": lambda s, t: f"{short(s)} - {t}\n",
    "time – title": lambda s, t: f"{long(s)} – {t}\n",
    "time | title": lambda s, t: f"{short(s)} | {t}\n",
    "(time) title": lambda s, t: f"({short(s)}) {t}\n",
    "[time] title": lambda s, t: f"[{long(s)}] {t}\n",
    "time) title": lambda s, t: f"{short(s)}) {t}\n",
    "@time title": lambda s, t: f"@{short(s)} {t}\n",
    "time glued": lambda s, t: f"{long(s)}{t}\n",
    "time, tab, title": lambda s, t: f"{short(s)}\t{t}\n",
    "title (time)": lambda s, t: f"{t} ({short(s)})\n",
    "title time": lambda s, t: f"{t} {short(s)}\n",
    "title – time": lambda s, t: f"{t} – {short(s)}\n",
    "title: time": lambda s, t: f"{t}: {long(s)}\n",
    "title ..... time": lambda s, t: f"{t} ..... {short(s)}\n",
    "bullets": lambda s, t: f"- {short(s)} {t}\n",
    "arrows": lambda s, t: f"→ {short(s)} {t}\n",
    "bold in bullets": lambda s, t: f"* **{short(s)}** – {t}\n",
    "numbered, behind": lambda s, t: f"{place(s)}. {t} ({short(s)})\n",
    "numbered, before": lambda s, t: f"{place(s)}. {short(s)} {t}\n",
    "rows": lambda s, t: f"| {short(s)} | {t} |\n",
    "linked time": lambda s, t: f"[{short(s)}](https://e.example/?t={s}) {t}\n",
    "linked title": lambda s, t: f"[{t}](https://e.example/?t={s}) ({short(s)})\n",
    "code": lambda s, t: f"`{long(s)}` {t}\n",
    "bold": lambda s, t: f"**{short(s)}** {t}\n",
    "emoji": lambda s, t: f"⏱ {short(s)} {t}\n",
    "time above": lambda s, t: f"{short(s)}\n{t}\n",
    "time above, spaced": lambda s, t: f"{short(s)}\n\n{t}\n\n",
    "units": lambda s, t: f"({s // 3600}h{s // 60 % 60:02d}m{s % 60:02d}s) {t}\n",
    "from and to": lambda s, t: f"{short(s)}–{short(s + 60)} {t}\n",
    "headings, behind": lambda s, t: f"### {t} ({short(s)})\n\n{TOLD}",
    "headings, before": lambda s, t: f"### [{short(s)}] {t}\n\n{TOLD}",
    "run on": lambda s, t: f"{short(s)} {t} ",
    "run on, dashes": lambda s, t: f"{short(s)} - {t}, ",
    "run on, behind": lambda s, t: f"{t} ({short(s)}), ",
    "run on, dots": lambda s, t: f"{short(s)} {t} · ",
}


@pytest.mark.parametrize("heading", ["Chapters\n\n", "Timestamps:\n", ""])
@pytest.mark.parametrize("name", FORMS)
def test_every_chapter_has_its_second_and_its_title(name: str, heading: str) -> None:
    listed = "".join(FORMS[name](at, title) for at, title in CHAPTERS)
    text = BEFORE + heading + listed + BEHIND
    (episode,) = assemble([read_page(Document("a.txt", "/r", text))])
    assert tuple((one.seconds, one.title) for one in episode.chapters) == CHAPTERS
    assert episode.title == "Singing Wells"
    assert [one.text for one in episode.sections if one.kind == "takeaway"] == [
        "A lid of oak lasts longer than a lid of iron.",
        "Dig in May.",
    ]
