"""A card's texts as the fields of an Anki note: HTML, in which nothing of the text is markup.

Anki reads a field as HTML, and looks inside it for marks of its own: clozes, sounds, formulas.
What stands in a source is text, so everything is escaped and each such mark is broken with an
empty element, which shows nothing and survives Anki's editor (Anki's manual advises the same).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from quizapp.media import MARK, pieces
from quizapp.model import Card, CardKind, Episode, Source

BLANK = "____"
"""How a card's prompt shows what is asked for."""

_BREAK = "<span></span>"
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKS = re.compile(r"\{(?=\{)|\}(?=\})|:(?=:)|\[(?=[a-z$/])|\\(?=[()\[\]])", re.IGNORECASE)
_PLAIN = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff&<>{}:\[\\]*")
_LINE_END = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"https?://(?!.*(?:::|\{\{|\}\}))[^\s\"'<>\[\]\\]+")
_NOT_IN_TAG = re.compile(r"[^\w]+")

KIND_LABELS: Mapping[CardKind, str] = {
    CardKind.RECALL: "Recall",
    CardKind.CLOZE: "Fill in",
    CardKind.CHOICE: "Choose",
    CardKind.TRUE_FALSE: "True or false",
    CardKind.ATTRIBUTION: "Who said it",
    CardKind.FINISH_QUOTE: "Finish the quote",
    CardKind.DEFINITION: "Define",
    CardKind.NUMBER: "The number",
    CardKind.INTERVIEW: "From the conversation",
    CardKind.ORDER: "Put in order",
}


@lru_cache(maxsize=1024)
def field_html(text: str) -> str:
    """Text as a field that shows exactly that text; line ends become ``<br>``.

    Marks of pictures and sounds that are kept beside the library become those.
    """
    if _PLAIN.fullmatch(text):  # most texts are; it is a third of an export's time
        return text.strip()
    clean = _UNSTORABLE.sub(" ", text).strip()
    parts = list(pieces(clean)) if MARK.search(clean) else [("text", clean)]
    return "".join(_shown(kind, part) for kind, part in parts)


def _shown(kind: str, text: str) -> str:
    """A piece of a text: its words, or what has Anki show a picture or play a sound."""
    if kind == "image":
        return f'<img src="{text}">'
    if kind == "sound":
        return f"[sound:{text}]"
    broken = _MARKS.sub(lambda mark: mark[0] + "\x00", text)
    return _LINE_END.sub("<br>", html.escape(broken, quote=False)).replace("\x00", _BREAK)


def list_html(items: Iterable[str], css_class: str) -> str:
    """Texts as an ordered list that reads well without any script or style."""
    rows = "".join(f"<li>{field_html(item)}</li>" for item in items)
    return f'<ol class="{css_class}">{rows}</ol>'


def cloze_html(prompt: str, answer: str, number: int = 1) -> str:
    """The prompt with each blank as the cloze of one number, so that one card asks for them all.

    Several blanks share out the answers, which are joined with ``; ``. A prompt that lost its
    blanks to an edit gets its answer behind it: Anki turns down a cloze note without a cloze.
    """
    parts = prompt.split(BLANK)
    if len(parts) == 1:
        parts = [f"{prompt} ", ""]
    hidden = _share_out(answer, len(parts) - 1)
    marked = [cloze_mark(number, each) for each in hidden]
    spaced = [field_within(part) for part in parts]
    return "".join(text for pair in zip(spaced, [*marked, ""], strict=True) for text in pair)


def cloze_mark(number: int, hidden: str, hint: str = "") -> str:
    """What is hidden as a cloze of Anki's; ``hint`` shows in its place."""
    inner = field_html(hidden) or "…"
    end = _BREAK if inner.endswith(("}", ":")) else ""
    return f"{{{{c{number}::{inner}{end}{'::' if hint else ''}{hint}}}}}"


def field_within(text: str) -> str:
    """``field_html``, with the spaces that part the text from its neighbours."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{field_html(text)}{tail}"


def _share_out(answer: str, blanks: int) -> list[str]:
    """One answer for each blank; what is left over stands in the last one."""
    if blanks == 1:
        return [answer]
    answers = answer.split("; ", blanks - 1)
    return answers + answers[-1:] * (blanks - len(answers))


def clock_time(seconds: int) -> str:
    """A place in a recording as players show it: ``7:05``, ``1:02:03``."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def place(source: Source) -> str:
    """The file and its lines, for a person: ``notes.md, lines 3–5``."""
    if source.line_start == 0:
        return "written by hand"
    if source.line_start == source.line_end:
        return f"{source.path}, line {source.line_start}"
    return f"{source.path}, lines {source.line_start}–{source.line_end}"


def episode_label(episode: Episode) -> str:
    """The show with its number, and the title: ``The Show #94 · A Talk``."""
    number = f"#{episode.number}" if episode.number is not None else ""
    show = " ".join(part for part in (episode.show, number) if part)
    return f"{show} · {episode.title}" if show else episode.title


@lru_cache(maxsize=4096)
def tag(text: str) -> str:
    """Text as one part of an Anki tag: words joined by hyphens, no spaces, no marks."""
    return _NOT_IN_TAG.sub("-", text.lower()).strip("-")


def tags(card: Card) -> tuple[str, ...]:
    """The card's tags in a tree, which Anki shows folded: episode, kind, chapter, and its own."""
    tree = [f"episode::{tag(card.episode)}", f"kind::{card.kind}"]
    if card.source.chapter and tag(card.source.chapter):
        tree.append(f"chapter::{tag(card.source.chapter)}")
    tree += filter(None, map(tag, card.tags))
    return tuple(dict.fromkeys(tree))


def link(card: Card, recording: str | None) -> str:
    """The address of the second at which the card's passage is said; empty where it is not known.

    It stands in an attribute, where nothing can be broken: what Anki would read as a mark of its
    own is left out altogether.
    """
    seconds = card.source.seconds
    if recording is None or seconds is None or not _ADDRESS.fullmatch(recording):
        return ""
    return html.escape(f"{recording}{seconds}")


def _question(card: Card, _: Episode) -> str:
    asked = field_html(card.prompt)
    if card.kind is CardKind.ORDER and not all(o in card.prompt for o in card.options or ()):
        return asked + list_html(card.options or (), "given")
    return asked


def choices(card: Card) -> tuple[tuple[str, ...], int | None]:
    """The options of a card, and which of them is the key.

    A person may have edited the answer, not the options: the key then is the option they named,
    or their words take the place of the old key.
    """
    options, index = card.options or (), card.answer_index
    if card.answer in options:
        return options, options.index(card.answer)
    if index is None:
        return options, None
    return (*options[:index], card.answer, *options[index + 1 :]), index


def _options(card: Card, _: Episode) -> str:
    fixed = " fixed" if card.kind is CardKind.TRUE_FALSE else ""
    return list_html(choices(card)[0], f"options{fixed}")


def _key(card: Card, _: Episode) -> str:
    key = choices(card)[1]
    return "" if key is None else str(key + 1)


def _text(of: Callable[[Card, Episode], str | None]) -> Callable[[Card, Episode], str]:
    return lambda card, episode: field_html(of(card, episode) or "")


def _time(card: Card, episode: Episode) -> str:
    """The second of the passage; ``about`` that of its chapter, where the chapter was inferred."""
    source = card.source
    if source.seconds is not None:
        return clock_time(source.seconds)
    starts = (one.seconds for one in episode.chapters if one.title == source.chapter)
    start = next(starts, None) if source.inferred else None
    return "" if start is None else f"about {clock_time(start)}"


FIELDS: Mapping[str, Callable[[Card, Episode], str]] = {
    "Question": _question,
    "Prompt": _text(lambda card, _: card.prompt),
    "Text": lambda card, _: cloze_html(card.prompt, card.answer),
    "Answer": _text(lambda card, _: card.answer),
    "Options": _options,
    "Key": _key,
    "Accepted": _text(lambda card, _: ", ".join(card.accepted)),
    "Explanation": _text(lambda card, _: card.explanation),
    "Excerpt": _text(lambda card, _: card.source.excerpt),
    "Speaker": _text(lambda card, _: card.source.speaker),
    "Episode": _text(lambda _, episode: episode_label(episode)),
    "Chapter": _text(lambda card, _: card.source.chapter),
    "Time": _time,
    "Place": _text(lambda card, _: "\n".join(map(place, card.sources))),
    "Kind": lambda card, _: KIND_LABELS[card.kind],
    "Card ID": lambda card, _: card.id,
    "Note ID": lambda card, _: card.note_id,
}
"""What stands in each field; a field that is not here is a spare one, and empty."""
