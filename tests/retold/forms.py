"""In which forms pages put what they tell, one template for each.

``para {q} / line {a}`` is a paragraph with the question and, right below it, a line with the
answer; the words in braces are filled with what the conversation says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.retold.blocks import Block, Part, Wanted
from tests.retold.times import spelt
from tests.retold.told import Told

Form = Callable[[Told], Part]

_SIGNS = ("🔑", "🌊", "🧭", "📌", "🕰️")

PAIRS = (
    "item **{h}:** {t}",
    "item {h}: {t}",
    "item **{h}** – {t}",
    "item {sign} **{h}:** {t}",
    "item {h} / inner {t}",
    "item **{h}** / inner - {t}",
    "number {h} / line {t}",
    "number **{h}:** {t}",
    "number **{h}** / inner {t}",
    "number **{h}.** {t}",
    "sub {h} / para {t}",
    "sub {n}. {h} / para {t}",
    "sub {sign} {h} / para {t}",
    "para **{h}** / para {t}",
    "para **{n}. {h}** / para {t}",
    "para **{h}.** {t}",
    "para **{h}** / line {t}",
    "para {sign} {h}: {t}",
    "para {sign} **{h}** / line {t}",
    "para {h} / line {t}",
    "para {n} / line {h} / line {t}",
    "para {n}. {h} / para {t}",
    "para #{n} {h} / para {t}",
)
LISTS = ("item {t}", "number {t}", "para ✅ {t}", "para {t}", "para {n}) {t}", "para ({n}) {t}")
QUESTIONS = (
    "para Q: {h} / line A: {t}",
    "para **Q:** {h} / para **A:** {t}",
    "para **Q: {h}** / para {t}",
    "para **Q: {h}** / line A: {t}",
    "para Q: {h} / line {t}",
    "para Q{n}: {h} / line A{n}: {t}",
    "para Q{n}. {h} / line {t}",
    "para Q. {h} / para A. {t}",
    "para Question: {h} / line Answer: {t}",
    "para Question {n}: {h} / para Answer: {t}",
    "para {h} / para {t}",
    "para {h} / line {t}",
    "sub {h} / para {t}",
    "sub {n}. {h} / para {t}",
    "para **{h}** / para {t}",
    "para **{h}** / line {t}",
    "para **{n}. {h}** / para {t}",
    "para {n}. {h} / line {t}",
    "number **{h}** / inner {t}",
    "number {h} / line {t}",
    "item {h} / inner {t}",
    "item **{h}** {t}",
    "item **{h}** / inner - {t}",
    "item Q: {h} / inner A: {t}",
    "para ❓ {h} / line 💡 {t}",
)
QUOTES = (
    "para “{t}” – {name}",
    "para “{t}” ―{name}",
    'para "{t}" — {name}',
    'para "{t}" ~ {name}',
    "item “{t}” — {name}",
    'number "{t}" - {name}',
    "cite {t}\n— {name}",
    "cite “{t}”\n– {name}",
    "cite “{t}” / para — {name}",
    "cite {t}",
    "para “{t}” / line {name}",
    "para “{t}” / line – {name}",
    "para “{t}” / line **{name}**",
    "para {t} / line {name}",
    "para {name}: “{t}”",
    "item **{name}:** “{t}”",
    "para **{name}** – “{t}”",
    "para “{t}” ({name})",
    "para “{t}” ({name}, {clock})",
    "para “{t}” – {name} [{clock}]",
    "para “{t}” – {name}, {minutes}",
    "item {clock} “{t}” – {name}",
    "item [{minutes}] “{t}” – {name}",
    "para [{clock}] {name}: “{t}”",
    "para “{t}” / line – {name} ({clock})",
    "para “{t}” / line {name} · {minutes}",
    "para “{t}” [{full}]",
    "para {clock} / line “{t}” / line – {name}",
    "para [{full}] / cite {t}\n— {name}",
    "cite {t}\n– {name} ({clock})",
    "cite {t}\n\n– {name} ({minutes})",
    "para “{t}”",
    'item "{t}"',
    "item {t}",
)
TOPICS = ("item {t}", "number {t}", "para {t}")
OUTLINES = (
    "{clock} {title}",
    "{clock}: {title}",
    "{clock} | {title}",
    "{clock} → {title}",
    "{clock} – {until} {title}",
    "{clock} - {until}: {title}",
    "({clock}) {title}",
    "{minutes} - {title}",
    "{minutes}{title}",
    "({minutes}) – {title}",
    "({minutes}): {title}",
    "[{minutes}] {title}",
    "[@{minutes}] - {title}",
    "{full} {title}",
    "[{full}] {title}",
    "({full}) - {title}",
    "{letters} {title}",
    "({letters}) {title}",
    "⏱️ {clock} {title}",
    "▶ {minutes} {title}",
    "**{clock}** {title}",
    "**{minutes}** – {title}",
    "**[{minutes}](#t={minutes})** {title}",
    "[{minutes}](https://x.example/?t={at}) {title}",
    "{title} ({clock})",
    "{title} [{minutes}]",
    "{title} – {clock}",
    "{title}: {hours}",
    "{title} @ {clock}",
    "{title} … {clock}",
)
TURNS = (
    "para {name}: {t}",
    "para **{name}:** {t}",
    "para **{name}**: {t}",
    "para __{name}__: {t}",
    "para *{name}*: {t}",
    "para {NAME}: {t}",
    "para {sooner}: {t}",
    "para **{sooner}:** {t}",
    "para {name} ({role}): {t}",
    "para [{name}]: {t}",
    "para [{name}] {t}",
    "para **{name}** — {t}",
    "para >> {name}: {t}",
    "item **{name}:** {t}",
    "sub {name} / para {t}",
    "para {name} / line {t}",
    "para {NAME} / line {t}",
    "para **{name}** / para {t}",
    "para **{name}** {clock} / line {t}",
    "para {name} ({full}): {t}",
    "para {name} ({full}): / line {t}",
    "para {name} ({full}) / para {t}",
    "para {name} ({clock}) / line {t}",
    "para {name}  {minutes} / line {t}",
    "para {name} | {minutes} / line {t}",
    "para {name} · {clock} / line {t}",
    "para {name}, {clock} / line {t}",
    "para {name} - {minutes} / line {t}",
    "para {name} [{minutes}] {t}",
    "para **{name}** ({minutes}): {t}",
    "para **{name} ({minutes}):** {t}",
    "para {clock} {name}: {t}",
    "para [{full}] {NAME} {t}",
    "para {minutes} {NAME} {t}",
    "para {NAME} {clock} {t}",
    "para ({minutes}) {name} {t}",
    "para {NAME} ({clock}) {t}",
    "para [{full}] {name}: {t}",
    "para ({minutes}) {name}: {t}",
    "para [{full}] {name} / line {t}",
    "para {minutes} - {name}: {t}",
    "para **[{minutes}] {name}:** {t}",
    "para {clock} / line {name} / line {t}",
    "para {minutes} - {name} ({role}) / line {t}",
    "para {name} / line ({full}) / line {t}",
    "para {name} / line {clock} / line {t}",
)


def _blocks(template: str, place: int, **words: str) -> list[Block]:
    """The blocks of a template, filled."""
    words |= {"n": str(place + 1), "sign": _SIGNS[place % len(_SIGNS)]}
    parts = (part.partition(" ") for part in template.split(" / "))
    return [Block(sort, text.format(**words), place + 1) for sort, _, text in parts]  # type: ignore[arg-type]


def _part(blocks: Iterable[list[Block]], wanted: Iterable[Wanted]) -> Part:
    return Part(blocks=[block for one in blocks for block in one], wanted=list(wanted))


def pairs(kind: str, rows: tuple[tuple[str, str], ...], template: str) -> Part:
    """Headings with their texts, or questions with their answers."""
    return _part(
        (_blocks(template, i, h=head, t=text) for i, (head, text) in enumerate(rows)),
        (Wanted(kind, f"{head} {text}") for head, text in rows),
    )


def listed(kind: str, rows: tuple[str, ...], template: str) -> Part:
    """One text a line."""
    return _part(
        (_blocks(template, i, t=text) for i, text in enumerate(rows)),
        (Wanted(kind, text) for text in rows),
    )


def quotes(told: Told, template: str) -> Part:
    """What was said, by whom and when, as far as the template tells."""
    timed = any(time in template for time in ("{clock}", "{minutes}", "{full}"))
    return _part(
        (
            _blocks(template, i, t=one.text, name=one.speaker, **spelt(one.seconds))
            for i, one in enumerate(told.quotes)
        ),
        (
            Wanted(
                "quote",
                one.text,
                one.speaker if "{name}" in template else None,
                one.seconds if timed else None,
            )
            for one in told.quotes
        ),
    )


def in_one(kind: str, rows: tuple[str, ...]) -> Part:
    """All in one paragraph."""
    text = " ".join(rows)
    return Part(blocks=[Block("para", text)], wanted=[Wanted(kind, text)])


def outline(told: Told, template: str, sort: str) -> Part:
    """Chapters: each a bullet, each a line, or all run on in one paragraph."""
    ends = [at for at, _ in told.chapters[1:]] + [told.minutes * 60]
    rows = [
        template.format(title=title, at=at, until=spelt(end)["clock"], **spelt(at))
        for (at, title), end in zip(told.chapters, ends, strict=True)
    ]
    if sort == "run on":
        blocks = [Block("para", " ".join(rows))]
    elif sort == "item":
        blocks = [Block("item", row) for row in rows]
    else:
        blocks = [Block("para", rows[0]), *(Block("line", row) for row in rows[1:])]
    return Part(blocks=blocks, chapters=list(told.chapters))


def spoken(told: Told, template: str) -> Part:
    """The turns of a conversation."""
    part = Part()
    for place, said in enumerate(told.talk):
        first = said.speaker.partition(" ")[0]
        part.blocks += _blocks(
            template,
            place,
            t=said.text,
            name=said.speaker,
            NAME=said.speaker.upper(),
            sooner=said.speaker if place < len(set(told.talk[:2])) else first,
            first=first,
            LAST=said.speaker.split()[-1].upper(),
            INITIALS="".join(word[0] for word in said.speaker.split() if word[0].isupper()),
            role="Guest" if said.speaker == told.guest else "Host",
            ROLE="GUEST" if said.speaker == told.guest else "HOST",
            **spelt(said.seconds),
        )
        part.turns.append((said.speaker, said.text))
    return part
