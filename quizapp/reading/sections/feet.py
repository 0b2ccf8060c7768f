"""Where a talk is over though its page goes on: biographies, tags, imprints, other pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from quizapp.reading.adverts import is_break, without_sounds
from quizapp.reading.areas import Area
from quizapp.reading.articles import is_other_page
from quizapp.reading.block import RULE, Block
from quizapp.reading.draft import Draft
from quizapp.reading.headings import area_of
from quizapp.reading.no_titles import is_caption
from quizapp.reading.noise import is_noise
from quizapp.reading.sections import bios
from quizapp.reading.speakers import mark, speakers_named
from quizapp.reading.wording import ends_sentence, is_quoted, word_count

_FOOT = 12
"""Paragraphs at the end of a talk that may be about the page."""
_BOLD = 7
"""The level of a line in bold."""
_NOTE_WORDS = 60
"""Words of a note on the page; whoever speaks last may well say more."""
_FEW_WORDS = 45
"""Words of all that stands below a talk, where only its place tells that it is no part of it."""
_LINE_WORDS = 8
"""Words of a line that heads a box or is a link."""
_ROW_WORDS = 12
"""Words of a line of a list."""
_SLANTED_WORDS = 5
"""Words of a note in italics; ``*She laughs.*`` is none."""
_BEGINNING = 160
"""Letters of a note in which it says what it is."""
_FURNITURE = 3
"""Words of a line that comes again below the talk; ``Thank you.`` may be said twice."""

_SPEAKS = re.compile(r"\b(?:I|I['’]\w+|me|my|mine|myself)\b")
"""Whoever speaks says so, as a note on the page does not."""
_SPEAKS_TO_ALL = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our)\b|\?")
_SLANTED = re.compile(r"^(?P<sign>\*{1,3}|_{1,3})(?![*_\s]).+(?P=sign)$", re.DOTALL)
_OF_PAGE = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:available (?:from|at|on|through|as|in|wherever|now)\b|out now\b|"
    r"published (?:by|in|on)\b|supported by\b|a (?:non-?profit|reader-supported|registered charity|"
    r"listener-supported|member-supported)\b)|"
    r"\bis free and open to (?:all|everyone|the public)\b|"
    r"\bthis (?:interview|article|piece|story|post|conversation|talk|segment|broadcast) (?:was|is|"
    r"has|first|originally|appeared|appears|aired)\b|\b(?:reader|listener|member)-supported\b|"
    r"^(?:want to (?:keep|read|hear|know|work|join)|never miss|get the (?:best|latest)|"
    r"support (?:us|our)|subscribe|sign up|"
    r"licen[cs]e(?:d under)?: |(?:this work is )?licensed under |"
    r"(?:found|spotted|seen|notice) (?:an? )?(?:errors?|mistakes?|typos?) in |"
    r"(?:next|previous) (?:session|talk|panel|lecture|event|interview): |sponsors?: |"
    r"(?:tags?|filed under|categories|keywords)\s?[:·•|] |"
    r"become a (?:member|subscriber|sponsor|patron)|made possible)\b|"
    r"^(?:photo(?:graph)?s?|photography|illustrations?|images?|portraits?)(?: by\b|:)|"
    r"^(?:this (?:episode|programme|program|show) was |(?:audio )?(?:produced|edited|mixed|"
    r"recorded|engineered) (?:and \w+ )?by\b)|"
    r"^[^.,!?]{3,50} is (?:produced(?: and \w+)? by|a (?:co-?)?production of)\b|"
    r"\bmusic (?:is )?by\b|^thank(?:s| you) for reading\b|"
    r"\bsign up (?:for|to) (?:our|the|my)\b|^transcribe your own\b|"
    r"^try (?:our|\w+)\b[^.!?]{0,40}\bsave time\b|"
    r"^(?:first |originally )?(?:published|appeared|aired|broadcast) (?:in|on|by)\b|"
    r"\b(?:screens|opens|is screened|is shown|plays|tours) (?:on|at|in|from) [^.!?]{3,80}\. "
    r"(?:book|tickets|get tickets|reserve)\b|"
    r"^(?:listen|watch)(?: to)? (?:the|this|our) (?:full|whole|complete)\b|"
    r"^follow \w.{2,80}\bon (?:twitter|x\b|instagram|mastodon|bluesky|facebook|linkedin|threads|"
    r"substack)",
    re.IGNORECASE,
)
"""What a page says of itself, of a book, or of what it wants."""
_OVER = re.compile(
    r"(?:[-–—*\[(]\s?)?(?:(?:the )?end(?: of (?:the )?(?:recording|transcript|interview|audio|tape|"
    r"episode|conversation))?|fin|ends)(?:\s?[-–—*\])])?\.?|[■◆●▪□#~*•]{1,5}|-?30-?",
    re.IGNORECASE,
)
"""``END``, ``■``: the last words of many talks, said by nobody."""
_COMMENTS = re.compile(
    r"(?:comments?|responses|replies) ?[(\[]\d{1,5}[)\]]|\d{1,5} (?:comments?|responses|replies)",
    re.IGNORECASE,
)
"""``Comments (2)``, above what readers write"""
_MANY = 6
"""Turns that are one paragraph each: then nobody goes on in another one."""


def above_foot(pieces: Sequence[Block], labels: frozenset[str], draft: Draft) -> list[Block]:
    """The blocks of a talk without what stands below its last turn and nobody said.

    Below the last mark somebody may speak on, in several paragraphs: a note begins where form or
    words say so (a rule, italics, a heading, a list of tags, what the page says of itself), and
    nothing below it is told by an ``I``.
    """
    told = _without_menu(_without_cast(list(pieces), labels, draft), labels, draft)
    said = _marked(told, labels)
    if not said:
        return told
    first = said[-1] + (1 if _is_spoken(told[said[-1]], labels) else 2)
    foot = next((i for i in range(said[-1] + 1, len(told)) if _is_head(told, i)), len(told))
    if foot - first <= _FOOT:
        found = mark(told[said[-1]].text, labels)
        named = speakers_named(labels, draft.people).get(found.label or "") if found else None
        whole = _are_whole(told, said, labels)
        foot = _first_note(told[:foot], (said[0], first), named, draft, whole=whole)
    if foot == len(told):
        return told
    draft.drop(told[foot].start, told[-1].end, "note on the page", told[foot].plain)
    return told[:foot]


def _marked(pieces: Sequence[Block], labels: frozenset[str]) -> list[int]:
    return [i for i, b in enumerate(pieces) if (m := mark(b.text, labels)) and m.label]


def _is_spoken(piece: Block, labels: frozenset[str]) -> bool:
    """Whether words stand behind a name, and not below it."""
    found = mark(piece.text, labels)
    return found is not None and bool(found.rest)


def _without_cast(pieces: list[Block], labels: frozenset[str], draft: Draft) -> list[Block]:
    """The blocks above a list of those who took part: ``Ada Byron`` above ``Host``, or a life."""
    end = len(pieces)
    for place in reversed(_marked(pieces, labels)):
        if _is_spoken(pieces[place], labels) or place + 1 >= len(pieces):
            break
        below = pieces[place + 1].plain
        if not (_is_role(below) or bios.tells_of(below, pieces[place].plain)):
            break
        end = place
    if end < len(pieces):
        draft.drop(pieces[end].start, pieces[-1].end, "note on the page", pieces[end].plain)
    return pieces[:end]


def _without_menu(pieces: list[Block], labels: frozenset[str], draft: Draft) -> list[Block]:
    """The blocks of a page without blank lines, without the short lines at its end.

    No line but these lacks the end of a sentence, as it would where nobody set any.
    """
    said = _marked(pieces, labels)
    if not said or any(one.spaced for one in pieces[1:]):
        return pieces
    least = said[-1] + (1 if _is_spoken(pieces[said[-1]], labels) else 2)
    last = len(pieces)
    while last > least and _is_short(pieces[last - 1]):
        last -= 1
    if len(pieces) - last < _LINES:
        return pieces
    named = set(said)
    told = [b for i, b in enumerate(pieces[:last]) if i not in named or _is_spoken(b, labels)]
    if sum(ends_sentence(b.plain) for b in told) < _PUNCTUATED * len(told):
        return pieces
    draft.drop(pieces[last].start, pieces[-1].end, "menu, button or notice", pieces[last].plain)
    return pieces[:last]


def _is_short(block: Block) -> bool:
    return word_count(block.plain) <= _LINE_WORDS and not ends_sentence(block.plain)


_LINES, _PUNCTUATED = 3, 0.8
"""Short lines in a row that are a menu; the share of what is said that ends as sentences do."""

_ROLES = frozenset({"host", "co-host", "guest", "producer", "editor", "presenter", "interviewer"})


def _is_role(text: str) -> bool:
    return text.lower().strip(" .") in _ROLES


def _is_head(pieces: Sequence[Block], place: int) -> bool:
    """``## Credits`` below the last turn, or a heading right below it, the first one of all."""
    one = pieces[place]
    if _COMMENTS.fullmatch(one.plain):
        return True
    if one.sign != "#":
        return False
    return area_of(one.text) is Area.NOISE or _heads_box(pieces, place)


def _heads_box(pieces: Sequence[Block], place: int) -> bool:
    """Whether a marked heading, the first one of all, ends a talk."""
    below = pieces[place:]
    if not 1 < len(below) <= min(_FOOT, place) or not 0 < below[0].level < _BOLD:
        return False
    return not any(0 < one.level < _BOLD for one in pieces[:place])


def _first_note(
    pieces: Sequence[Block],
    talk: tuple[int, int],
    last: str | None,
    draft: Draft,
    *,
    whole: bool,
) -> int:
    """The first block below which, itself included, nobody speaks; the end where there is none.

    ``talk`` is where the first turn begins, and what may follow the last one, which is of ``last``;
    ``whole`` says that every turn above is one paragraph.
    """
    start, first = talk
    least = len(pieces)
    while least > first and _is_untold(pieces[least - 1]):
        least -= 1
    if whole and _are_notes(pieces[least:]):
        told = [*draft.people, *draft.values("show")]
        first_note = (i for i in range(least, len(pieces)) if _may_be_note(pieces[i], told))
        return next(first_note, len(pieces))
    rules = rules_of(draft)
    begun = pieces[start].start
    above = {b.plain for b in draft.source.blocks if b.start < begun}
    listed = any(one.is_item for one in pieces[start:first])
    flat = not any(one.spaced for one in pieces[start + 1 : first])
    for place in range(least, len(pieces)):
        after = next(b.end for b in reversed(pieces[:place]) if b.sign != RULE)
        ruled = any(after < line <= pieces[place].start for line in rules)
        one = pieces[place]
        lived = last is not None and " " in last and bios.tells_of(one.plain, last)
        clapped = _CLAPS.fullmatch(pieces[place - 1].plain) and not ends_sentence(one.plain)
        tagged = not listed and _are_tags(pieces[place:])
        if lived or tagged or clapped or _is_note(one, above, ruled=ruled, flat=flat):
            return _with_list_above(pieces, place, least) if flat else place
    return len(pieces)


_CLAPS = re.compile(r"[\[(](?:\w+ )?applause(?: \w+)?[\])]", re.IGNORECASE)
"""Below it stands what a conference offers: ``Slides (PDF)``"""


def _with_list_above(pieces: Sequence[Block], place: int, least: int) -> int:
    """Where a note begins with the lines of a list right above it, which are no sentences."""
    first = place
    while first > least and not ends_sentence(pieces[first - 1].plain):
        if word_count(pieces[first - 1].plain) > _ROW_WORDS:
            break
        first -= 1
    return first if place - first > 1 else place


def _is_untold(block: Block) -> bool:
    """Whether no ``I`` tells a block, except where a page asks for something."""
    text = block.plain
    return not _SPEAKS.search(text) or bool(_OF_PAGE.search(text))


def _may_be_note(block: Block, names: Sequence[str]) -> bool:
    """A line that is no sentence, or begins with a name of the page's people or show, …"""
    text = block.plain
    named = text.startswith(tuple(names)) or not ends_sentence(text)
    return named or is_noise(text) or _OF_PAGE.search(text[:_BEGINNING]) is not None


def _are_notes(blocks: Sequence[Block]) -> bool:
    """Whether blocks are few words, and none of them is spoken to anybody."""
    if sum(word_count(one.plain) for one in blocks) > _FEW_WORDS:
        return False
    return not any(
        _SPEAKS_TO_ALL.search(one.plain) and not _OF_PAGE.search(one.plain) for one in blocks
    )


def _are_whole(pieces: Sequence[Block], said: Sequence[int], labels: frozenset[str]) -> bool:
    """Whether every turn but the last is one paragraph, so that nobody goes on in a second one."""
    if len(said) < _MANY:
        return False
    for place, after in pairwise(said):
        first = place + (1 if _is_spoken(pieces[place], labels) else 2)
        if any(not _breaks_in(one.plain) for one in pieces[first:after]):
            return False
    return True


def _breaks_in(text: str) -> bool:
    """``[Music]``, ``Advertisement``: between two turns, and nobody's words."""
    return not without_sounds(text) or is_break(text) or is_noise(text)


def _is_note(block: Block, above: Collection[str], *, ruled: bool, flat: bool) -> bool:
    """Whether a block is about the page or about somebody, by its form or by its words.

    ``flat`` says that no blank line stands between the turns either.
    """
    text = block.plain
    count = word_count(text)
    if is_quoted(text) or count > _NOTE_WORDS:
        return False
    if (count >= _FURNITURE and text in above) or is_noise(text) or _OVER.fullmatch(text):
        return True
    if flat and is_caption(text[-_BEGINNING:]):
        return True
    apart = ruled or (_SLANTED.match(block.text) and count >= _SLANTED_WORDS)
    if apart and not _SPEAKS_TO_ALL.search(text):
        return True
    if not (block.spaced or ruled or flat):
        return False
    short = count <= _LINE_WORDS and not ends_sentence(text)
    of_page = count <= _FEW_WORDS and _OF_PAGE.search(text[:_BEGINNING]) is not None
    return (short and is_other_page(text)) or of_page


def tells_of_page(block: Block, *, apart: bool = False) -> bool:
    """Whether a few sentences are what a page says of itself or asks for, and nobody's words.

    What may as well be part of an answer is so only in italics, or where it stands ``apart``.
    """
    text = block.plain
    if word_count(text) > _FEW_WORDS or _SPEAKS.search(text):
        return False
    found = _OF_PAGE.search(text[:_BEGINNING])
    if found is None:
        return False
    told = text[found.start() : found.end() + _WORD]
    return apart or _SLANTED.match(block.text) is not None or not _MAY_BE_SAID.search(told)


_WORD = 12
"""Letters behind what a page says of itself, in which it goes on."""


_MAY_BE_SAID = re.compile(
    r"\b(?:produced|production of|music (?:is )?by|(?:is|are) .*(?:available|published|supported)|"
    r"want to (?!keep\b|\w+ (?:with|for|at|us|our|more)\b)|get the|try|screens|opens|"
    r"shown|screened|plays|tours)\b",
    re.IGNORECASE,
)
"""``Cider is produced by yeast``, ``The music is by Carl Roe``: also said in answers."""


def first_of_page(blocks: Sequence[Block], rules: Sequence[int]) -> int:
    """The place of the first block behind an answer that a page says of itself; or their number.

    ``rules`` are the lines of the page with a rule on them, in order.
    """
    perhaps = {i: one for i, one in enumerate(blocks) if i and tells_of_page(one, apart=True)}
    for place, block in perhaps.items():
        above = blocks[place - 1]
        ruled = bisect_right(rules, above.end) < bisect_right(rules, block.start)
        if block.spaced and tells_of_page(block, apart=ruled or place + 1 in perhaps):
            return place
    return len(blocks)


def rules_of(draft: Draft) -> list[int]:
    """The lines of a page with a rule on them."""
    return [one.start for one in draft.source.blocks if one.sign == RULE]


def _are_tags(blocks: Sequence[Block]) -> bool:
    """Whether nothing follows but short items of a list, more than one, that say nothing."""
    return len(blocks) > 1 and all(
        one.is_item and word_count(one.plain) <= _LINE_WORDS and not ends_sentence(one.plain)
        for one in blocks
    )
