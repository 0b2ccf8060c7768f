"""Raw wikitext: headings in signs of equality, templates that quote, lines set in by colons.

``== Summary ==``, ``{{Quote|It is late.|Ada Byron}}``, ``: "It is late." – Ada``
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.reading.wording import is_prose

_HEAD = re.compile(r"^\s*(?P<signs>={2,5})\s*(?P<text>[^=\s][^=]{0,118}?)\s*(?P=signs)\s*$")
_QUOTED = re.compile(
    r"^\s*\{\{\s*(?:block |pull |c)?(?:quotes?|quotation|quote box|dialogue)\s*\|"
    r"(?P<told>[^{}]{2,2000})\}\}\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\s*(?:1|2|text|quote|author|by|source|speaker|sign|who)\s*=\s*(?=\S)", re.I)
_SET_IN = re.compile(r"^\s*:{1,3}\s*(?P<text>(?:'{2,5}\s?)?[“\"].{2,2000})$")
_LINK_OF_SITE = re.compile(
    r"^\s*\[\[(?:Category|File|Image|[a-z]{2,3}):[^\[\]]{1,200}\]\]\s*$", re.I
)
_MARKS = re.compile(r"'{2,5}")
_BOLD = re.compile(r"'''(?:'')?")
_NOTED = re.compile(r"<ref\b[^<>]{0,200}/>|<ref\b[^<>]{0,200}>[^<>]{0,500}</ref>", re.IGNORECASE)
_SIGNS = re.compile(r"(?P<signs>[#*:;]{1,4})\s*(?=[^\s#*:;])")
"""Of lists: bullets, counts, terms and what they mean."""

_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,100}\|)?([^\[\]|]{1,100})\]\]")

_FORM = 2
"""So many headings, with other wikitext beside them, make such a page."""

_OTHER = re.compile(r"^\s*\{\{[^{}]{2,2000}\}\}|'''|\[\[")

_NOTE = re.compile(r"^\s*''(?!')(?=[^']*\[\[|\s?[(\[])[^'“\"][^\n]{2,300}?''\s*(?:<br\s?/?>\s*)?$")
"""``''The rest is at [[Deep Sleep/Transcript]].''``, ``''(A bell rings.)''``: asides."""


def marked(lines: list[tuple[int, str]], *, of_wiki: bool = False) -> Iterable[tuple[int, str]]:
    """Numbered lines of wikitext as Markdown; all others as they are.

    ``of_wiki`` says that a wiki's box stood above them.
    """
    if of_wiki:
        return _marked(lines)
    near = [raw[:_LONG] for _, raw in lines]
    if sum(map(_is_head, near)) < _FORM or _is_markdown(near):
        return lines
    return _marked(lines) if any(map(_OTHER.search, near)) else lines


def _is_head(raw: str) -> bool:
    """``== Summary ==``; ``==A bell settles.==`` is what somebody has marked in a text."""
    found = _HEAD.match(raw) if raw.lstrip()[:2] == "==" else None
    return found is not None and not is_prose(found["text"])


def _is_markdown(near: Sequence[str]) -> bool:
    """Whether a heading is marked by ``#``: more than one, or one beside no other of a list."""
    heads = [bool(_SHARP.match(raw)) for raw in near]
    listed = [raw[:1] in ("#", "*") for raw in near]
    around = zip(heads, [False, *listed], [*listed[1:], False], strict=False)
    return any(raw.startswith("##") for raw, head in zip(near, heads, strict=True) if head) or any(
        head and not (above or below) for head, above, below in around
    )


_SHARP = re.compile(r"#{1,6} \S")

_LONG = 2_200
"""Letters of a line that may be a heading or a quote."""


def _marked(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for number, raw in lines:
        if len(raw) > _LONG:
            yield number, _bare(raw)
            continue
        head, quoted, set_in = _HEAD.match(raw), _QUOTED.match(raw), _SET_IN.match(raw)
        if head:
            yield number, f"{'#' * len(head['signs'])} {_MARKS.sub('', head['text'])}"
        elif quoted:
            yield number, _as_quote(quoted["told"])
            yield number, ""
        elif set_in:
            yield number, f"> {_bare(set_in['text'])}"
        elif not (_LINK_OF_SITE.match(raw) or _NOTE.match(raw)):
            yield from _line(number, raw)


def _line(number: int, raw: str) -> Iterator[tuple[int, str]]:
    """A line of prose, of a list or of a talk; what is set in stands by itself."""
    text = _NOTED.sub("", raw)
    signs = _SIGNS.match(text)
    if signs is None or (text.startswith("**") and "**" in text[signs.end() :]):
        yield number, _bare(text)
        return
    depth, sign, rest = len(signs["signs"]) - 1, signs["signs"][-1], _bare(text[signs.end() :])
    if sign in "#*":
        yield number, f"{'  ' * depth}{'1.' if sign == '#' else '*'} {rest}"
        return
    yield number, rest if sign == ":" or "**" in rest else f"**{rest}**"
    if sign == ":":
        yield number, ""


def _bare(text: str) -> str:
    """A text with its bold marks as in Markdown, and without those of italics."""
    return _MARKS.sub("", _BOLD.sub("**", text))


def _as_quote(told: str) -> str:
    """``It is late.|Ada Byron`` → ``> It is late. — Ada Byron``."""
    text, *others = (_NAMED.sub("", part).strip() for part in _LINK.sub(r"\1", told).split("|"))
    name = next(filter(None, others), "")
    return f"> {text} — {name}" if name else f"> {text}"
