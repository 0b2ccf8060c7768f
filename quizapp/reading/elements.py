"""The elements of a saved page as lines with signs, in the order of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from quizapp.reading.areas import Area
from quizapp.reading.block import RULE, Block
from quizapp.reading.dates import begins_with_day
from quizapp.reading.headings import area_named
from quizapp.reading.linked_data import linked_fields
from quizapp.reading.page import Field
from quizapp.reading.wording import fold

_SKIPPED = frozenset(
    "script style noscript template svg nav footer aside form button select iframe head "
    "video audio canvas dialog".split()
)

_VOID = frozenset("area base br col embed hr img input link meta source track wbr param".split())

_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote section article main header tr td th dt dd dl "
    "table pre figure figcaption address details summary cite hr br body html".split()
)

START = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)

_OF_FIGURE = frozenset("figure img picture blockquote".split())
"""The caption of a figure tells of its picture, or signs the quote in it."""

_BOLD = frozenset({"b", "strong"})

_INLINE = frozenset({"span", "a"})
"""What frames a word or a few of them."""

_FRAMES = frozenset({"html", "body", "main", "article", "h1"})
"""What a page is made of; their classes tell what stands in them, not what they are."""

_BESIDE = re.compile(
    r"^(?:[\w-]*[_-])?(?:sidebar|side|widgets?|widget-area|nav|navbar|navigation|menu|breadcrumbs?|"
    r"footer|foot|cookies?|cookie-\w+|consent|gdpr|related|relatedposts|recommended|recommendations|"
    r"share|sharing|share-\w+|sharedaddy|social|socials|social-\w+|newsletter|subscribe|signup|"
    r"promo|promos|cta|cta-\w+|support|advert|adverts|ads?|sponsors?|comments|comment-list|respond|popup|modal|"
    r"toolbar|pagination|disclaimer|disclosure|legal|copyright|colophon|buttons|author-box|related-\w+|more-episodes)$",
    re.IGNORECASE,
)

_BIDS = re.compile(r"(?<![^\s_-])cta(?![^\s_-])", re.IGNORECASE)

_HEADING = re.compile(r"h[1-6]")

_BUTTON = re.compile(r"^(?:button|btn|btn-(?!link)\w+)$", re.IGNORECASE)
"""A link that looks like a button."""

_PULLED = re.compile(
    r"\b(?:pull(?:ed)?[-_]?quotes?)\b|(?<![\w-])(?:pull|pulled)(?![\w-])", re.IGNORECASE
)
"""A sentence of the page that is set large beside its text."""

_HAS = re.compile(r"^(?:has|with|no|without|is|js|supports?)[_-]", re.IGNORECASE)

_META = {
    "og:site_name": "site",
    "application-name": "site",
    "og:title": "page title",
    "twitter:title": "page title",
    "article:published_time": "page date",
    "datepublished": "page date",
    "author": "page author",
    "article:author": "page author",
    "parsely-author": "page author",
}
"""What the head of a page says of it; a date of the page need not be the episode's."""

_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved|\b(?:19|20)\d\d\b", re.IGNORECASE)

_BANNER = re.compile(
    r"\b(?:banner|site-title|site-name|logo|brand|navbar-brand|site-header|masthead)\b", re.I
)

_CHIP = re.compile(
    r"(?:^|[\s_-])(?:tags?|chips?|pills?|badges?|keywords?|topics?)(?:$|[\s_-])", re.IGNORECASE
)
"""Words that stand side by side in frames of their own."""

_COUNTED = re.compile(
    r"^(?:(?P<bullet>[•●▪◦‣])\s*(?=\S)|"
    r"(?:\d{1,2}[.)]|[(\[]\d{1,2}[)\]])\s+(?=[^\W\d_a-zß-öø-ÿ]|[“\"]))"
)
"""A paragraph that is an item for the eye: ``• Bees dance``, ``(2) Bees sleep``."""

_TIMED_BUTTON = re.compile(
    r"\s*(?:[▶►⏵]\ufe0f?\s*)?\d{1,2}(?::\d\d){1,2}(?=\s|$)"
    r"(?!\s+(?:x|×|skip|speed|faster|slower|rewind|forwards?|backwards?|ahead)(?:\W|$))"
    r"(?P<titled>\s+\S)?",
    re.IGNORECASE,
)
"""What such a button says that plays a recording from there on: a time, and perhaps a title."""

_NEXT_LINK = "\x1f"
"""Stands between two links while a block is gathered; links alone are several things."""

_PAIR, _COLUMNS = 2, 6
"""Cells of a row: two are a label and its value, and more than so many are no text."""

_LONGEST_NAME = 40

_MOST = 40
"""Labelled values of one page."""


def _stands_beside(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    """Whether an element is a sidebar, a menu, a banner by its class, its id or its role."""
    if tag in _FRAMES:
        return False
    told = " ".join(value or "" for name, value in attrs if name in ("class", "id", "role"))
    names = told[:500].split()
    if tag == "a" and any(_BUTTON.match(name) for name in names):
        return True
    return any(_BESIDE.match(name) and not _HAS.match(name) for name in names)


def _holds_contents(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    """``<ul class="toc">``: links to the parts of a page, or its chapters with their times."""
    told = " ".join(value or "" for name, value in attrs if name in ("class", "id"))
    return tag not in _FRAMES and any(_CONTENTS.match(name) for name in told[:500].split())


_CONTENTS = re.compile(r"^(?:[\w-]*[_-])?toc$", re.IGNORECASE)
_CLOCK = re.compile(r"\d:[0-5]\d")


def _bids(attrs: list[tuple[str, str | None]]) -> bool:
    """``<div class="cta-box">``, which may hold a part of the page"""
    return any(name == "class" and _BIDS.search((value or "")[:500]) for name, value in attrs)


def _is_pulled(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    """``<aside class="pullquote">``"""
    if tag not in _OF_PULLED:
        return False
    return any(name == "class" and _PULLED.search((value or "")[:500]) for name, value in attrs)


_OF_PULLED = frozenset("aside div p figure blockquote".split())


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open."""

    tag: str
    beside: bool
    pulled: bool = False
    chips: bool = False
    bids: bool = False
    contents: int = -1
    """How many blocks stand above a table of contents; of others, nothing."""


class Elements(HTMLParser):
    """Gathers text into blocks as the tags open and close."""

    def __init__(self, *, only_main: bool, whole: bool, headed: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title: Block | None = None
        self.fields: list[Field] = []
        self.rows: list[tuple[Block, ...]] = []
        self._row = 0
        self._linked = False
        self._banner = 0
        self._chips = self._after_span = self._plays = False
        self._term: Block | None = None
        self._told = False
        self._only_main = only_main
        self._main_tags = ("main", "article", *(("header",) if headed else ()))
        self._whole = whole
        self._listed = False
        self._stack: list[_Open] = []
        self._beside = self._pulled = 0
        self._inside: dict[str, int] = {}
        self._figure = ""
        self._parts: list[str] = []
        self._start = self._end = 0
        self._spaced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a tag; a block ends the text before it."""
        if tag == "script":
            self._linked = any(
                name == "type" and "ld+json" in (value or "") for name, value in attrs
            )
        if tag == "meta":
            self._meta({name: value or "" for name, value in attrs})
        if tag in _BLOCKS or (tag == "footer" and self._inside.get("blockquote")):
            self.flush(spaced=tag != "br")
        if tag == "hr" and self._wanted():
            line = self.getpos()[0]
            self.blocks.append(Block("", line, line, RULE, level=-1))
        if tag in _OF_FIGURE:
            self._figure = tag
        self._row = len(self.blocks) if tag == "tr" else self._row
        self._listed = self._listed and tag != "li"
        if tag in _BOLD:
            self._parts.append("**")
        chips = any(name == "class" and _CHIP.search(value or "") for name, value in attrs)
        is_tag = tag in _INLINE and (chips or self._is_boxed())
        if is_tag and self._chips and any(part.strip() for part in self._parts):
            self._parts.append(" · ")
        self._chips = is_tag or (self._chips and tag not in _BLOCKS)
        self._chips = self._chips or (tag in _INLINE and any(one.chips for one in self._stack))
        self._after_span = False
        if tag == "a" and not is_tag and any(part.strip() for part in self._parts):
            self._parts.append(_NEXT_LINK)
        if tag not in _VOID:
            beside = not self._whole and _stands_beside(tag, attrs)
            pulled = _is_pulled(tag, attrs)
            contents = len(self.blocks) if _holds_contents(tag, attrs) else -1
            bids = beside and _bids(attrs)
            self._stack.append(_Open(tag, beside, pulled, chips, bids, contents))
            self._pulled += pulled
            self._inside[tag] = self._inside.get(tag, 0) + 1
            self._beside += beside
            told = " ".join(value or "" for name, value in attrs if name in ("role", "class"))
            if _BANNER.search(told):
                self._banner = len(self._stack)

    def _is_boxed(self) -> bool:
        """Whether a word stands right behind another, in a frame that holds such words."""
        return self._after_span and any(one.chips for one in self._stack)

    def _joined_term(self) -> None:
        """A term and its meaning, as lists of definitions give them, become one paragraph."""
        if len(self.blocks) < _PAIR or self._term is None:
            return
        term, told = self.blocks[-2:]
        if term is self._term and not term.text.rstrip("* ").endswith("?") and len(term.text) < 80:
            name = term.text.strip("*: ")
            text = f"**{name}:** {told.text}"
            self.blocks[-2:] = [replace(told, text=text, start=term.start, spaced=term.spaced)]
        self._term = None

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag, and those that were left open inside of it."""
        if not self._inside.get(tag):
            return
        signs = tag == "footer" and self._inside.get("blockquote")
        if tag in _BLOCKS or tag == "title" or signs:
            self.flush()
        if tag == "dt":
            self._term = self.blocks[-1] if self.blocks else None
        if tag == "dd":
            self._joined_term()
        if tag == "tr":
            row = tuple(self.blocks[self._row :])
            self.rows += [row] if _PAIR <= len(row) <= _COLUMNS else []
        if tag in _BOLD:
            self._parts.append("**")
        if tag == "button" and self._plays:
            self._parts.append(" ")
            self._plays = False
        self._after_span = tag in _INLINE
        while self._stack:
            last = self._stack.pop()
            self._inside[last.tag] -= 1
            self._beside -= last.beside
            self._pulled -= last.pulled
            if last.contents >= 0 and not self._whole:
                self._close_contents(last.contents)
            if len(self._stack) < self._banner:
                self._banner = 0
            if last.tag == tag:
                break

    def _close_contents(self, above: int) -> None:
        """Drops the entries of a table of contents, unless times make chapters of them."""
        timed = sum(bool(_CLOCK.search(block.text)) for block in self.blocks[above:])
        if timed < _PAIR:
            del self.blocks[above:]

    def handle_data(self, data: str) -> None:
        """Takes text, with the lines it stands on."""
        if self._linked and self._inside.get("script"):
            self.fields += linked_fields(data, self.getpos()[0])
            return
        played = _TIMED_BUTTON.match(data) if self._inside.get("button") else None
        if played and (played["titled"] or not any(part.strip("* ") for part in self._parts)):
            self._plays = True
        if self._beside and data.strip():
            self._open_boxes(data)
        self._after_span = self._after_span and not data.strip()
        if data.strip() and not self._wanted():
            self._take_margin(data)
        if not data.strip() or not self._wanted():
            if self._parts:
                self._parts.append(" ")
            return
        line = self.getpos()[0]
        lead = len(data) - len(data.lstrip())
        if not any(part.strip("* ") for part in self._parts):
            self._start = line + data.count("\n", 0, lead)
        self._end = line + data.rstrip().count("\n")
        self._told = self._told or not self._inside.get("a")
        self._parts.append(data)

    def _open_boxes(self, data: str) -> None:
        """Reads on in a box that bids something, where a heading in it names a part of a page."""
        headed = any(_HEADING.fullmatch(one.tag) for one in self._stack)
        if not headed or area_named(fold(data)) in (None, Area.NOISE, Area.UNKNOWN):
            return
        opened = [replace(one, beside=False) if one.bids else one for one in self._stack]
        self._beside -= sum(one.beside for one in self._stack if one.bids)
        self._stack = opened

    def _wanted(self) -> bool:
        if self._inside.get("title") and not self._inside.get("body"):
            return True
        if self._beside or any(self._inside.get(tag) for tag in self._skipped()):
            return False
        if self._figure in ("img", "picture") and self._inside.get("figcaption"):
            return False
        return not self._only_main or any(self._inside.get(tag) for tag in self._main_tags)

    def _take_margin(self, data: str) -> None:
        """Takes a short text from the head or foot of the page, which may be the site's name."""
        name = _RIGHTS.sub("", fold(data)).strip(" .,·|–—-")
        name = name.partition(". ")[0] if "©" in data else name
        near = self._inside.get("header") or self._inside.get("footer") or self._banner
        hidden = self._inside.get("script") or self._inside.get("style") or self._inside.get("nav")
        if near and not hidden and 3 <= len(name) <= _LONGEST_NAME and len(self.fields) < _MOST:
            self.fields.append(Field("site", name, self.getpos()[0]))

    def _skipped(self) -> frozenset[str]:
        """The tags that hold no content here; in a block quote the footer names the speaker."""
        skipped = _SKIPPED - {"footer"} if self._inside.get("blockquote") else _SKIPPED
        skipped = skipped - {"button"} if self._plays else skipped
        return skipped - {"aside"} if self._pulled else skipped

    def _meta(self, attrs: dict[str, str]) -> None:
        """Takes what the head says of the page."""
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
        field = _META.get(name.lower())
        if field and attrs.get("content", "").strip():
            self.fields.append(Field(field, fold(attrs["content"]), self.getpos()[0]))

    def flush(self, *, spaced: bool = True) -> None:
        """Ends the block that is being gathered."""
        links = not self._told and self._parts.count(_NEXT_LINK) >= _PAIR
        whole = "".join(self._parts).replace(_NEXT_LINK, " · " if links else "")
        text = fold(whole).replace("****", "")
        self._parts, self._told = [], False
        if text.strip("* "):
            block = self._block(text)
            if self._inside.get("title") and not self._inside.get("body"):
                self.title = self.title or block
            else:
                self.blocks.append(block)
            self._spaced = spaced
        self._spaced = self._spaced or spaced

    def _block(self, text: str) -> Block:
        heading = next((o.tag for o in reversed(self._stack) if _HEADING.fullmatch(o.tag)), None)
        start, end, spaced = self._start, max(self._start, self._end), self._spaced
        if heading or self._inside.get("title"):
            level = int(heading[1]) if heading else 1
            return Block(text.replace("**", ""), start, end, "#", 0, level, spaced)
        signs = self._inside.get("figcaption") and self._figure == "blockquote"
        if (
            self._inside.get("cite")
            or signs
            or (self._inside.get("footer") and self._inside.get("blockquote"))
        ):
            return Block(text.lstrip("—– "), start, end, "—", 0, 0, spaced)
        depth = self._inside.get("ul", 0) + self._inside.get("ol", 0)
        if self._inside.get("li"):
            if self._listed:
                return Block(text, start, end, "", 2 * depth + 1, 0, spaced)
            self._listed = True
            sign = "1" if self._inside.get("ol") and not self._inside.get("ul") else "•"
            return Block(text, start, end, sign, 2 * depth, 0, spaced)
        listed = not (self._inside.get("blockquote") or begins_with_day(text))
        counted = _COUNTED.match(text) if listed else None
        if counted:
            sign = "•" if counted["bullet"] else "1"
            return Block(text[counted.end() :], start, end, sign, 0, 0, spaced)
        sign = ">" if self._inside.get("blockquote") or self._pulled else ""
        return Block(text, start, end, sign, 0, 0, spaced)
