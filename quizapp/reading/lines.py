"""Single lines as blocks: signs before the text, markup left in it, labels glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.reading.areas import Area
from quizapp.reading.block import MENU, RULE, Block
from quizapp.reading.callouts import without_boxes
from quizapp.reading.dates import begins_with_day
from quizapp.reading.headings import area_of, glued_label, inline_label, label_at_end, spaced_label
from quizapp.reading.labels import field_of
from quizapp.reading.menu_rows import is_menu_row
from quizapp.reading.tables import with_rows
from quizapp.reading.wording import ends_sentence, fold, is_prose, looks_like_heading, word_count

_TIMES = re.compile(r"\d:\d\d\D.*\d:\d\d\D.*\d:\d\d")
"""An outline that runs on."""

_LABELS_IN_ROW = 3
"""So many labels may be glued together at the start of a line."""

_LINE = re.compile(
    r"^(?P<indent>[\s\u00a0]*)(?:(?P<heading>#{1,6})(?=\s)|(?P<quote>>(?!>)(?:\s?>(?!>))*)|"
    r"(?P<bullet>[~•●◦▪‣∙○■□▸►▶→➔➜➤➢⇒✓✔☑✅★☆❖◆◇⁃·*+–—-]\ufe0f?)(?=\s)|(?P<round>o)(?=\s+[A-Z])|"
    r"(?P<number>\d{1,3})[.)/](?=\s)|(?P<circled>[①-⑳❶-❿])(?=\s?\S)|[\[(](?P<boxed>\d{1,2})[\])](?=\s+[A-Z“\"]))?\s*(?P<text>.*)$"
)

_RULE = re.compile(r"^\s*(?:[-–—_*=~]\s?){3,}\s*$")

_UNDERLINES = {"=": 1, "-": 0}
"""Signs that may make the line above a heading; any other only parts what it is between."""

_PRIMES = re.compile(r"^(\d{1,3})[’'′](\d\d)(?:[”\"″]|['’′]{2})?(?=\s)")
"""``8'24 Un canal``: minutes and seconds."""

_PICTURE = re.compile(r"^\s*!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)\s*$")

_KEYCAP = re.compile(r"^\s*(\d{1,2})\ufe0f?\u20e3\s*")
"""``1️⃣``: a number in a box."""

_LONE_NUMBER = re.compile(
    r"^\s*(?:\d{1,2}[.)]?|(?:(?:key|big|main) )?"
    r"(?:idea|insight|lesson|takeaway|point|tip|step|rule)\s#?\d{1,2}(?:\s(?:of|/)\s\d{1,2}):?)\s*$",
    re.IGNORECASE,
)

_FIRST_OF = re.compile(
    r"^\s*(?:key|big|main) (?P<sort>idea|insight|lesson|takeaway)\s#?1(?:\s(?:of|/)\s\d{1,2})"
    r":?\s*$",
    re.IGNORECASE,
)
"""``Key idea 1 of 5``, where the ideas begin."""

_COUNT_LABEL = re.compile(
    r"^\s*(?:(?:podcast )?episode(?: (?:number|no\.?))?|season|series)\s*:?\s*$", re.IGNORECASE
)
"""A label whose value may stand alone on the next line."""

_LONE_MARK = re.compile(r"^\s*\W{0,4}(?:Q|A|Question|Answer)\s?#?\d{0,2}:?(?:\*\*|__)?:?\s*$")
"""``Question`` on a line of its own, above the question."""
_ITEM_SIGN = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•–])\s+(?=\S)")
"""The sign of the first item of a list below such a line."""

_TAG = re.compile(
    r"^\s*(?:</?[a-zA-Z][^<>]{0,200}>|\{[%:{][^{}]{0,200}\}{1,2}|<!--[^<>]{0,200}-->|%%[^%]{0,200}%%|"
    r"\[\[?TOC\]?\]|:::.{0,60})\s*$"
)
"""A line that is nothing but a tag, as some notes keep them."""

_COLUMN = re.compile(r"^\s*(?P<label>[A-Z][\w .#/()]{1,30}?):?\s*(?:\t\s*| {2,})(?P<value>\S.*)$")

_SPOKEN_ROW = re.compile(
    r"^(?:(?P<time>\d{1,3}(?::\d\d){1,2})\t)?(?P<name>[A-Z][^\t\d:]{1,40})\t"
    r"(?:(?P<time2>\d{1,3}(?::\d\d){1,2})\t)?(?P<text>[^\t]*[.?!…][”\"]?)$"
)
"""``0:03<tab>Ada<tab>Why?``: a line of a table that was pasted."""

_PIPED = re.compile(
    r"^\s*(?:\|\s)?(?P<time>\d{1,3}(?::\d\d){1,2})(?:\.\d{1,3})?\s\|\s(?P<text>[^|]{1,400}?)(?:\s\|)?\s*$"
)
"""``0:08.4 | how do we see | ``: what was said, beside its time."""

_EDIT = re.compile(
    r"^(?P<text>\S.{1,80}?)\s?\[(?:|edit|edit source|bearbeiten|modifier|editar)\]\s*$"
)
"""``Synopsis[edit]``: a heading of a wiki."""

_FRAMED = re.compile(
    r"^\s*(?P<mark>[=~|/+:–—-])(?P=mark){1,}\s*(?P<text>[^\W_][^=~|]{1,60}?)\s*(?P=mark){2,}\s*$"
)
"""``=== Quotes ===``: a heading in a frame of signs."""

_BETWEEN_DASHES = re.compile(r"^\s*(?P<mark>[–—])\s(?P<text>[^\W_][^–—]{1,60}?)\s(?P=mark)\s*$")
"""``— Quotes —``"""

_FRAME = 120

_TICK = re.compile(r"^\[[ xX]\]\s+(?=\S)")
"""The box of a task."""

_BOLD = re.compile(r"^(?:\*\*|__)(?P<inside>[^*_].*?)(?:\*\*|__):?$")

_BOLD_COUNT = re.compile(r"^(?:\*\*|__)(\d{1,2})[.)](?:\*\*|__)\s+(?=\S)")
"""``**1.** Wells sing.``: the number of an item, in bold by itself."""

_OF_EPISODE = re.compile(r"\s(?:of|from) (?:the |this )?(?:episode|podcast|interview)$", re.I)

TITLE_WORDS = 20

_FEWEST = 3

_TOP = 12
"""Lines that say something, within which the menu of a site stands."""


def single_lines(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    """One block for each line that says something."""
    spaced, number, label, mark, first, told = True, False, False, "", 0, 0
    named: list[str] = []
    titled = False
    for line, raw in with_rows(without_boxes(lines)):
        if not raw or raw.isspace() or _TAG.match(raw):
            spaced = True
            continue
        told += 1
        if told <= _TOP and is_menu_row(raw):
            yield Block(fold(raw), line, line, MENU, spaced=spaced)
            spaced = False
            continue
        if _LONE_MARK.match(raw):
            mark, first = raw.strip(" *_:#") + ": ", line
            continue
        raw = _PRIMES.sub(r"\1:\2", raw, count=1) if raw[:1].isdigit() else raw
        if _PICTURE.match(raw):
            spaced = True
            continue
        raw = _KEYCAP.sub(r"\1. ", raw, count=1) if "\u20e3" in raw else raw
        raw = _BOLD_COUNT.sub(r"\1. ", raw, count=1) if raw[:1] in "*_" else raw
        counted = label and not spaced and raw.strip().isdecimal()
        label = bool(_COUNT_LABEL.match(raw))
        if _LONE_NUMBER.match(raw) and not counted:
            first_of = _FIRST_OF.match(raw)
            if first_of and _area_of_last(named) not in _COUNTED_AREAS:
                yield Block(f"Key {first_of['sort'].lower()}s", line, line, "#", 0, 2)
            number, spaced, titled = True, True, _OF_SEVERAL.search(raw) is not None
            continue
        shown = _aligned(_untagged(raw))
        shown = mark + _ITEM_SIGN.sub("", shown, count=1) if mark else shown
        whole = block_of(shown, line, spaced)
        site = told <= _FIRST_LINES and _ONE_WORD.match(shown.strip())
        for block in [whole] if site else labels_apart(whole):
            if _LONE_NUMBER.match(block.text) and not counted:
                number = True
                continue
            if mark:
                block = replace(block, start=first)
            if number and not block.sign:
                block = replace(block, sign="1")
                if titled and word_count(block.text) <= _IDEA_WORDS:
                    block = replace(block, text=block.text.removesuffix("."))
            number, spaced, mark = False, False, ""
            if len(block.text) < _NAME_LENGTH:
                named.append(block.text)
            yield block


_FIRST_LINES = 2
_ONE_WORD = re.compile(r"^[^\W\d_]{4,30}$")
"""``RecapRadio`` at the top names a site, and no part."""

_NAME_LENGTH = 60
_OF_SEVERAL = re.compile(r"\d\s(?:of|/)\s\d")
_IDEA_WORDS = 14
"""Of a sentence that stands below ``Key idea 1 of 5``: it heads what is told of it."""

_COUNTED_AREAS = frozenset({Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})


def _area_of_last(named: Sequence[str]) -> Area | None:
    """The area that the last of some lines names, which names one."""
    return next((area for text in reversed(named) if (area := area_of(text))), None)


_CITE = re.compile(r"(?<!\s)\s*(?:[-–—]\s*)?<cite>\s*(?:[-–—]\s*)?([^<>]{2,80}?)\s*</cite>")

_SAID = re.compile(
    r"^\s*<blockquote>\s*<(?P<tag>b|strong)>(?P<name>[^<>]{2,60}?):?</(?P=tag)>:?\s*"
    r"(?:<br\s*/?>\s*)*(?P<text>[^<>].*?)</blockquote>\s*$"
)
"""``<blockquote><b>Ada Byron</b><br/>It is late.</blockquote>``: what was said, in a note."""

_FOLDED = re.compile(
    r"^\s*(?:<details(?: open)?>\s*)?<summary>\s*(?:<(?:b|strong)>)?(?P<name>[^<>]{2,200})"
    r"(?:</(?:b|strong)>)?\s*</summary>\s*$"
)
"""The name of what is folded away."""

_INLINE_TAG = re.compile(
    r"</?(?:b|i|em|strong|span|u|br|sup|sub|a|p|div|small|mark|center|font|q|li|ul|td|tr|details)(?:\s[^<>]{0,200})?/?>"
)


def _untagged(raw: str) -> str:
    """A line of text without the tags that were left in it; ``<cite>`` signs a quote."""
    if "</" not in raw and "<br" not in raw:
        return raw
    said = _SAID.match(raw)
    if said:
        return f"{said['name']}: {_INLINE_TAG.sub('', said['text'])}"
    folded = _FOLDED.match(raw)
    if folded:
        return f"###### {folded['name']}"
    return _INLINE_TAG.sub("", _CITE.sub(r" – \1", raw) if "<cite" in raw else raw)


_BARS = ("|", "·", "•")
"""Between links in a row, the first of which may be called as a label is"""


def _aligned(raw: str) -> str:
    """``Host<tab>Ada Byron``, as copied from a table, with a colon."""
    piped = _PIPED.match(raw) if "|" in raw else None
    if piped:
        return f"{piped['time']} {piped['text']}"
    spoken = _SPOKEN_ROW.match(raw) if "\t" in raw else None
    if spoken:
        time = spoken["time"] or spoken["time2"] or ""
        return f"{time} {spoken['name']}: {spoken['text']}".strip()
    found = _COLUMN.match(raw)
    if not found or found["value"][:1] in _BARS or not field_of(found["label"]):
        return raw
    return f"{found['label'].rstrip('.')}: {found['value']}"


def block_of(raw: str, line: int, spaced: bool) -> Block:
    """One line as a block: its sign, its indent, its text."""
    if _RULE.match(raw[:200]) and len(raw) < 200:
        return Block("", line, line, RULE, level=_UNDERLINES.get(raw.strip()[0], -1), spaced=spaced)
    found = _LINE.match(raw)
    if not found or (found["number"] and begins_with_day(raw)):
        return Block(fold(raw), line, line, spaced=spaced)
    text, indent = fold(found["text"]), len(found["indent"].expandtabs(4))
    edited = _EDIT.match(text) if text.endswith("]") else None
    if edited:
        return Block(edited["text"], line, line, "#", indent, 2, spaced)
    framed = _FRAMED.match(raw) or _BETWEEN_DASHES.match(raw) if len(raw) < _FRAME else None
    if framed and looks_like_heading(framed["text"]):
        return Block(fold(framed["text"]), line, line, "#", indent, 3, spaced)
    if found["heading"]:
        return Block(text.rstrip("# "), line, line, "#", indent, len(found["heading"]), spaced)
    bold = _BOLD.match(text) if len(text) < 160 else None
    if bold and not found["bullet"] and "**" not in bold["inside"] and looks_like_heading(text):
        return Block(text, line, line, "1" if found["number"] else "#", indent, 7, spaced)
    text = _TICK.sub("", text) if found["bullet"] else text
    if found["quote"] and text.startswith("#") and ends_sentence(text):
        text = text.lstrip("# ")  # "> ### It is late.": a quotation that is set large
    counted = found["number"] or found["boxed"] or found["circled"]
    sign = (
        found["bullet"]
        or ("◦" if found["round"] else "")
        or ("1" if counted else "")
        or (">" if found["quote"] else "")
    )
    return Block(text, line, line, sign, indent, 0, spaced)


def labels_apart(block: Block, depth: int = 0) -> Iterator[Block]:
    """Splits known labels off: ``TLDRThe video``, ``Summary: The video``."""
    if block.sign not in ("", "#", ">") or not block.text:
        yield block
        return
    glued = glued_label(block.text) if depth < _LABELS_IN_ROW else None
    if glued and not _is_in_outline(*glued):
        yield replace(block, text=glued[0])
        if glued[1] in _BADGES:
            return
        rest = replace(block_of(glued[1], block.start, False), end=block.end)
        yield from labels_apart(rest, depth + 1)
        return
    apart = spaced_label(block.text)
    if apart:
        yield replace(block, text=apart[0], sign="", level=0)
        yield replace(block, text=apart[1], sign="", level=0, spaced=False)
        return
    tail = label_at_end(block.text) if depth < _LABELS_IN_ROW else None
    if tail:
        yield from labels_apart(replace(block, text=tail[0]), depth + 1)
        yield replace(block, text=tail[1], sign="", level=0, spaced=False)
        return
    announced = _ANNOUNCED.search(block.text) if block.text.endswith(":") else None
    if announced and (area := area_of(announced["label"])) and area.kind:
        head = block.text[: announced.start("label")].rstrip()
        yield replace(block, text=head)
        yield replace(block, text=announced["label"], sign="", level=0, spaced=False)
        return
    labelled = inline_label(block.text)
    outlined = labelled is not None and labelled[1] is Area.CHAPTERS and _TIMES.search(labelled[2])
    if (
        labelled
        and (labelled[1].kind or outlined)
        and not _labels_title(block, labelled[0], labelled[2])
    ):
        yield replace(block, text=labelled[0], sign="#", level=block.level or 7)
        yield replace(block, text=labelled[2], sign="", level=0, spaced=False)
        return
    yield block


_LATER = re.compile(r"(?!0{1,2}:0{1,2}(?::00)?$)\d{1,3}(?::\d\d){1,2}")
"""A time that is not the start."""


def _is_in_outline(label: str, behind: str) -> bool:
    """``Listener letters1:07:08``: a chapter and its time, though letters may be a part too."""
    return _LATER.fullmatch(behind) is not None and area_of(label) is not Area.TRANSCRIPT


_BADGES = frozenset({"Beta", "BETA", "New", "NEW", "Pro", "PRO", "AI"})
"""``AI SummaryBeta``: beside a heading, and no text below it."""

_ANNOUNCED = re.compile(r"\w[.!?…][”\"’)]?\s+(?P<label>[A-Z][^.!?:]{5,70}:)$")
"""``… In our conversation, we discuss:``, above what is discussed"""


_COUNTS = re.compile(r"^(?:episode|ep\.?)\s#?\d{1,4}\b", re.IGNORECASE)
"""``Recap: Episode 27, with Ada Byron``"""


def _labels_title(block: Block, label: str, rest: str) -> bool:
    """``Summary of the episode: Deep Sleep``, ``# Podcast Summary: Deep Sleep``: the title."""
    first = block.start == 1 and word_count(rest) >= _FEWEST
    asks = rest.endswith("?") and block.start <= _TOP and rest.count("?") == 1
    counts = block.start <= _TOP and _COUNTS.match(rest) is not None
    names = block.level == 1 or first or asks or counts or bool(_OF_EPISODE.search(label))
    return names and (asks or not is_prose(rest)) and word_count(rest) <= TITLE_WORDS
