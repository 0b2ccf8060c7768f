"""Pages by chance: one form for each part, names for the headings, and an extraction."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.retold import forms
from tests.retold.blocks import Block, Part
from tests.retold.extractions import WRITERS
from tests.retold.heads import HEADS
from tests.retold.told import ALL, Told

ONE = "one paragraph"

FORMS: dict[str, tuple[str, ...]] = {
    "summary": (ONE, *forms.LISTS),
    "idea": forms.PAIRS,
    "takeaway": (*forms.LISTS, *forms.PAIRS),
    "quote": forms.QUOTES,
    "qa": forms.QUESTIONS,
    "topic": forms.TOPICS,
    "chapters": tuple(
        f"{sort}: {line}"
        for line in forms.OUTLINES
        for sort in ("line", "item", *(("run on",) if line[0] == "(" else ()))
    ),
    "transcript": forms.TURNS,
}
"""The templates by the kind of a part."""

NAMES: dict[str, tuple[str, ...]] = {
    "summary": (
        "Summary",
        "TL;DR",
        "At a glance",
        "Overview",
        "In a nutshell",
        "The short version",
    ),
    "idea": ("Key ideas", "Ideas", "Big ideas", "Main ideas", "Ideas worth remembering"),
    "takeaway": (
        "Key takeaways",
        "Takeaways",
        "Quick takeaways",
        "Lessons learned",
        "Main lessons",
    ),
    "quote": ("Quotes", "Notable quotes", "Memorable quotes", "Best quotes", "Lines worth keeping"),
    "qa": ("Q&A", "Questions and answers", "FAQ", "Questions answered", "Recent questions"),
    "topic": ("Topics", "Topics covered", "Topics discussed", "Themes"),
    "chapters": ("Chapters", "Timestamps", "Outline", "Timeline", "Episode outline"),
    "transcript": ("Transcript", "Full transcript", "Episode transcript"),
}
"""What pages call the parts."""

OWN_NAMES: dict[str, tuple[str, ...]] = {
    "quote": ("Words worth saving", "From the studio", "Said aloud", "Lines that stuck"),
    "qa": ("What listeners wanted to know", "You asked", "Curious minds", "Ask away"),
    "transcript": ("", "The conversation", "From the conversation", "Listen and read along"),
    "chapters": ("", "In the episode", "Jump to", "Where to find what"),
}
"""What only one site calls them; times and turns also begin without a heading."""

_NOISE = (
    "Share this episode",
    "Subscribe on Apple Podcasts",
    "12,480 views",
    "Show more",
    "Read more",
    "Was this helpful?",
    "Download the app",
)


_ABOVE = (
    "Skip to content",
    "Home  Episodes  About  Shop  Donate",
    "We use cookies to improve your experience. Accept all",
    "Listen on Apple Podcasts | Spotify | RSS",
    "← Back to all episodes",
)
"""What a site puts above its pages."""

_BELOW = (
    ("Related episodes", "#81: The Kelp Queen"),
    ("You may also like", "How Bread Came North"),
    ("3 comments", "anna_k: Loved this one!"),
    ("About the host", "She has made radio for twenty years and lives with two dogs."),
    ("Subscribe to our newsletter", "One letter a week, no spam."),
    ("Support the show", "Become a member for five euros a month."),
    ("Credits", "Produced by Lena Ohm. Music by The Small Hours."),
    ("Links mentioned", "A Field Guide to Mud"),
)
"""What stands below them, with its heading."""


DRESSES = (
    "{name}",
    "{name}",
    "{name}",
    "🔑 {name}",
    "{name} ({count})",
    "{name} from the episode",
    "{place}. {name}",
    "{name}:",
    "[{name}]",
    "— {name} —",
)
"""What stands around the name of a part."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One choice for each part: kind, template and name, in the order of the page."""

    told: Told
    head: str
    writer: str
    parts: tuple[tuple[str, str, str], ...]
    dress: str = "{name}"
    noise: tuple[str, ...] = ()
    """What stands at the end of each part."""
    above: tuple[str, ...] = ()
    below: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        parts = "; ".join(f"{kind} as {form!r} under {name!r}" for kind, form, name in self.parts)
        around = f"above {self.above}, below {self.below}, noise {self.noise}"
        return f"{self.writer}; head {self.head!r}; {parts}; {self.dress}; {around}"


@dataclass(frozen=True, slots=True)
class Made:
    """A page with its name, and what must be read."""

    name: str
    text: str
    parts: tuple[Part, ...]


def chosen(chance: random.Random) -> Layout:
    """A layout with two to five parts; a transcript comes last."""
    kinds = chance.sample([kind for kind in FORMS if kind != "transcript"], chance.randint(2, 4))
    kinds += ["transcript"] if chance.random() < 0.4 else []
    return Layout(
        chance.choice(ALL),
        chance.choice(list(HEADS)),
        chance.choice(list(WRITERS)),
        tuple((kind, chance.choice(FORMS[kind]), chance.choice(NAMES[kind])) for kind in kinds),
        chance.choice(DRESSES),
        tuple(chance.choice(_NOISE) for _ in kinds) if chance.random() < 0.25 else (),
        tuple(chance.sample(_ABOVE, 2)) if chance.random() < 0.25 else (),
        tuple(chance.sample(_BELOW, 2)) if chance.random() < 0.25 else (),
    )


def _read(told: Told, kind: str, form: str) -> Part:
    if kind == "quote":
        return forms.quotes(told, form)
    if kind == "chapters":
        sort, _, line = form.partition(": ")
        return forms.outline(told, line, sort)
    if kind == "transcript":
        return forms.spoken(told, form)
    if kind in ("idea", "qa"):
        return forms.pairs(kind, told.ideas if kind == "idea" else told.qa, form)
    rows = {"summary": told.summary, "takeaway": told.takeaways, "topic": told.topics}[kind]
    if form == ONE:
        return forms.in_one(kind, rows)
    return (
        forms.pairs(kind, told.lessons, form) if "{h}" in form else forms.listed(kind, rows, form)
    )


def made(layout: Layout) -> Made:
    """The page of a layout."""
    ending, write = WRITERS[layout.writer]
    parts = [HEADS[layout.head](layout.told)]
    for place, (kind, form, name) in enumerate(layout.parts):
        part = _read(layout.told, kind, form)
        count = max(len(part.wanted), len(part.chapters), 3) + 1
        dress = "{name}" if layout.writer in ("glued", "one line") else layout.dress
        if layout.writer in ("colons", "underlined heads") and "—" in dress:
            dress = "{name}"
        if "from" in dress and kind in ("summary", "chapters", "transcript"):
            dress = "{name}"
        head = dress.format(name=name, count=count, place=place + 1)
        if name:
            part.blocks.insert(0, Block("head", head))
        if layout.noise and kind != "transcript" and layout.writer != "one line":
            part.blocks.append(Block("para", layout.noise[place]))
        parts.append(part)
    blocks = [Block("para", line) for line in layout.above]
    blocks += [block for part in parts for block in part.blocks]
    for head, text in layout.below if layout.writer != "colons" else ():
        blocks += [Block("head", head), Block("para", text)]
    return Made(f"page.{ending}", write(blocks), tuple(parts))
