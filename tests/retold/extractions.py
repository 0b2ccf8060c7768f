"""How an extraction writes the parts of a page down."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Sequence

from tests.retold.blocks import Block

Write = Callable[[Sequence[Block]], str]

_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)")
_SLANTED = re.compile(r"\*(?!\s)(.+?)\*")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")


def _bare(text: str) -> str:
    return _LINK.sub(r"\1", _SLANTED.sub(r"\1", _BOLD.sub(r"\1", text)))


_MARKDOWN: dict[str, Callable[[Block], str]] = {
    "title": lambda b: f"# {b.text}",
    "head": lambda b: f"## {b.text}",
    "sub": lambda b: f"### {b.text}",
    "item": lambda b: f"- {b.text}",
    "number": lambda b: f"{b.number}. {b.text}",
    "para": lambda b: b.text,
    "line": lambda b: b.text,
    "cite": lambda b: "> " + b.text.replace("\n", "\n> "),
    "inner": lambda b: f"   {b.text}",
}
_TEXT: dict[str, Callable[[Block], str]] = {
    **{sort: (lambda b: _bare(b.text)) for sort in _MARKDOWN},
    "item": lambda b: f"• {_bare(b.text)}",
    "number": lambda b: f"{b.number}. {_bare(b.text)}",
    "inner": lambda b: f"   {_bare(b.text)}",
}
_FLAT = {
    **_TEXT,
    "item": lambda b: f"- {_bare(b.text)}",
    "inner": lambda b: _bare(b.text),
}
_STARS = {**_MARKDOWN, "item": lambda b: f"* {b.text}", "head": lambda b: f"**{b.text}**"}
_UNDERLINED = {
    **_MARKDOWN,
    "title": lambda b: f"{b.text}\n{'=' * len(b.text)}",
    "head": lambda b: f"{b.text}\n{'-' * len(b.text)}",
}
_CAPITALS = {**_TEXT, "head": lambda b: b.text.upper()}
_COLONS = {**_TEXT, "head": lambda b: f"{b.text.rstrip(':')}:"}
_FRAMED = {**_TEXT, "head": lambda b: f"=== {b.text} ==="}


def _near(before: Block, block: Block) -> bool:
    """Whether no blank line stands between two blocks even in a spaced page."""
    if block.sort in ("line", "inner"):
        return True
    return before.sort == block.sort and block.sort in ("item", "number")


def _spaced(signs: dict[str, Callable[[Block], str]]) -> Write:
    def write(blocks: Sequence[Block]) -> str:
        parts: list[str] = []
        for place, block in enumerate(blocks):
            if place:
                parts.append("\n" if _near(blocks[place - 1], block) else "\n\n")
            parts.append(signs[block.sort](block))
        return "".join(parts) + "\n"

    return write


def _loose(signs: dict[str, Callable[[Block], str]]) -> Write:
    """A blank line between any two lines, as where every line was a paragraph."""
    return lambda blocks: "\n\n".join(signs[block.sort](block) for block in blocks) + "\n"


def _tight(signs: dict[str, Callable[[Block], str]]) -> Write:
    """Blank lines above headings and block quotes only."""

    def write(blocks: Sequence[Block]) -> str:
        lines: list[str] = []
        for block in blocks:
            lines += [""] if block.sort in ("head", "cite") else []
            lines.append(signs[block.sort](block))
        return "\n".join(lines) + "\n"

    return write


def _wrapped(blocks: Sequence[Block]) -> str:
    """Lines of seventy letters, as in mail."""
    lines: list[str] = []
    for block, before in zip(blocks, [None, *blocks], strict=False):
        lines += [""] if before and not _near(before, block) else []
        told = _TEXT[block.sort](block)
        lead = len(told) - len(told.lstrip("•0123456789. "))
        parts = textwrap.wrap(told, 70, subsequent_indent=" " * lead)
        signed = any(part.lstrip().startswith(("-", "–", "—", "(", "[")) for part in parts[1:])
        lines += [told] if signed else parts
    return "\n".join(lines) + "\n"


def _indented(blocks: Sequence[Block]) -> str:
    """All four blanks from the margin, with ends of lines as on Windows."""
    lines = _spaced(_TEXT)(blocks).split("\n")
    return "\r\n".join(f"    {line}" if line else "" for line in lines)


def _flat(blocks: Sequence[Block]) -> str:
    return "\n".join(_FLAT[block.sort](block) for block in blocks) + "\n"


def _glued(blocks: Sequence[Block]) -> str:
    """Without blank lines, and each heading glued to the line below it."""
    text = ""
    for block in blocks:
        text += _bare(block.text) if block.sort == "head" else _FLAT[block.sort](block) + "\n"
    return text


_TIMED = ("hapter", "imestamp", "imeline", "utline", "ranscript")
"""Parts of the names of what is not put into one line."""


def _one_line(blocks: Sequence[Block]) -> str:
    """Each part in one line, its heading and its items without a gap; times keep their lines."""
    lines: list[str] = []
    joined = False
    for block in blocks:
        told = _bare(block.text).replace("\n", "")
        if block.sort == "head":
            lines.append(told)
            joined = not any(name in told for name in _TIMED)
        elif joined:
            lines[-1] += f"- {told}" if block.sort in ("item", "number") else told
        else:
            lines.append(_FLAT[block.sort](block))
    return "\n".join(lines) + "\n"


_TAGS = {"title": "h1", "head": "h2", "sub": "h3", "para": "p", "line": "p", "cite": "blockquote"}


def _html_text(text: str) -> str:
    told = html.escape(text, quote=False).replace("\n", "<br>")
    bold = _BOLD.sub(r"<strong>\1</strong>", _LINK.sub(r"\1", told))
    return _SLANTED.sub(r"<em>\1</em>", bold)


def _html(blocks: Sequence[Block]) -> str:
    """A saved page with a menu above and a footer below."""
    body: list[str] = []
    open_list = ""
    for block in blocks:
        text = _html_text(block.text)
        listed = {"item": "ul", "number": "ol"}.get(block.sort, "")
        if block.sort == "inner" and body:
            body[-1] = body[-1].removesuffix("</li>") + f"<p>{text.removeprefix('- ')}</p></li>"
            continue
        if block.sort == "line" and body and body[-1].endswith("</p>"):
            body[-1] = body[-1].removesuffix("</p>") + f"<br>{text}</p>"
            continue
        if block.sort == "line" and body and body[-1].endswith("</li>"):
            body[-1] = body[-1].removesuffix("</li>") + f"<br>{text}</li>"
            continue
        if open_list and listed != open_list:
            body.append(f"</{open_list}>")
        if listed and listed != open_list:
            body.append(f"<{listed}>")
        open_list = listed
        tag = "li" if listed else _TAGS[block.sort]
        body.append(f"<{tag}>{text}</{tag}>")
    if open_list:
        body.append(f"</{open_list}>")
    told = "\n".join(body)
    return (
        "<!doctype html><html><head><meta charset='utf-8'></head><body>"
        "<nav><a href='/'>Home</a> <a href='/shows'>Shows</a> <a href='/about'>About</a></nav>\n"
        f"<main>\n{told}\n</main>\n"
        "<footer><p>© 2025 All rights reserved</p></footer></body></html>\n"
    )


def _html_divisions(blocks: Sequence[Block]) -> str:
    """A page without any element that says what it is; headings are bold."""
    body: list[str] = []
    for block in blocks:
        text = _html_text(_TEXT[block.sort](block))
        if block.sort in ("title", "head"):
            text = f"<b>{text}</b>"
        if block.sort in ("line", "inner") and body:
            body[-1] = body[-1].removesuffix("</div>") + f"<br>{text.strip()}</div>"
        else:
            body.append(f"<div>{text}</div>")
    return "<html><body><div id='page'>\n" + "\n".join(body) + "\n</div></body></html>\n"


WRITERS: dict[str, tuple[str, Write]] = {
    "markdown": ("md", _spaced(_MARKDOWN)),
    "markdown, all apart": ("md", _loose(_MARKDOWN)),
    "markdown, tight": ("md", _tight(_MARKDOWN)),
    "bold heads": ("md", _spaced(_STARS)),
    "underlined heads": ("md", _spaced(_UNDERLINED)),
    "text": ("txt", _spaced(_TEXT)),
    "text, all apart": ("txt", _loose(_TEXT)),
    "text, tight": ("txt", _tight(_TEXT)),
    "capitals": ("txt", _spaced(_CAPITALS)),
    "colons": ("txt", _spaced(_COLONS)),
    "framed": ("txt", _spaced(_FRAMED)),
    "flat": ("txt", _flat),
    "glued": ("txt", _glued),
    "one line": ("txt", _one_line),
    "wrapped": ("txt", _wrapped),
    "indented": ("txt", _indented),
    "one level": ("md", _spaced({**_MARKDOWN, "head": lambda b: f"# {b.text}"})),
    "html": ("html", _html),
    "html of divisions": ("html", _html_divisions),
}
