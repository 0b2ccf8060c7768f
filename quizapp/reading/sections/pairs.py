"""Questions and answers in a row: where one pair ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from quizapp.model import SectionKind
from quizapp.reading.asking import ANSWER_INSIDE, ANSWER_MARK, QUESTION_MARK, answers, is_call
from quizapp.reading.block import Block
from quizapp.reading.draft import Draft
from quizapp.reading.measures import tells_of_tool
from quizapp.reading.names import is_name
from quizapp.reading.page import GUEST
from quizapp.reading.sections.feet import first_of_page, rules_of
from quizapp.reading.sections.items import Item
from quizapp.reading.times import timed
from quizapp.reading.wording import is_prose, looks_like_heading, plain, unquoted, word_count

_GLUED_ANSWER = re.compile(r"(?<=[a-z)\"”]\?)[\"”]?(?=[A-Z“])")

_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")

BOLD_ASKED = re.compile(r"^(?:\*\*|__)[^*_?]{6,300}\?(?:\*\*|__)\s+(?=[^\s*_])")
"""``**Who winds it?** Nobody has.``: a question in bold, its answer behind it."""

_INITIALS = re.compile(r"^(?:[A-Z]\.\s?){2,3}:\s+")
"""``E.S.: Why?`` and ``R.V.: Because``, in a printed interview."""

_ASKER = re.compile(r"(?<=\?)[”\"]?\s*(?:[(\[][^()\[\]?]{2,40}[)\]]|[–—-]\s?[A-Z][^?.!]{1,30})$")
"""Who asked it, behind a question: ``(Ingrid, aged 9)``, ``– Tom, York``."""

_ASKER_BEHIND = re.compile(
    r"(?<=\?)(?P<close>\*\*|__|[”\"])?\s*(?:[(\[][^()\[\]?]{2,40}[)\]]|[–—-]\s?[A-Z][^?.!]{1,30})$"
)

_ONE_QUESTION = 400
"""Letters."""

_BIDS = re.compile(
    r"\b(?:subscribe|sign up|newsletter|follow (?:us|me)|join (?:us|our)|"
    r"download|review|rate (?:us|it)|"
    r"next (?:episode|week)|this (?:episode|podcast|show|summary|transcript)|website|https?:|"
    r"e-?mails?|patreon|podcast platforms|wherever you (?:get|listen)|listen to the episode|"
    r"contact (?:us|sales)|(?:talk|speak) to (?:our|us)|book a (?:demo|call)|get a (?:demo|quote)|"
    r"free trial|members?|©|generated|copyright|sponsor)\b",
    re.IGNORECASE,
)

_LONGEST = 90

FORM = 2
"""So many questions are no chance."""


def read_pairs(blocks: list[Block], draft: Draft) -> list[Block]:
    """Reads question and answer pairs among blocks; hands back what is none."""
    apart = [part for block in blocks for part in _apart(block)]
    asks = _asking(apart)
    items: list[Item] = []
    rest: list[Block] = []
    ended = False
    for block in apart:
        if asks(block) and not (items and _answers_asking(items[-1], block)):
            items.append(Item(block))
            ended = False
        elif tells_of_tool(block.plain):
            ended = bool(items)
            rest.append(block)
        elif items and not ended and _answers(items[-1], block):
            items[-1].body.append(block)
        else:
            ended = ended or bool(items and _ends(items[-1], block))
            rest.append(block)
    if len(items) >= FORM:
        whole = all(len(item.body) <= 1 for item in items[:-1])
        rest += _cut_behind(items[-1], draft, whole=whole)
    for item in items:
        _pair(item, draft)
    return rest


def _cut_behind(item: Item, draft: Draft, *, whole: bool) -> list[Block]:
    """Takes off what the page says of itself behind the last answer.

    Where all other answers are one paragraph each (``whole``), what bids the readers is enough.
    """
    bids = (
        place
        for place, block in enumerate(item.body)
        if place and whole and block.spaced and _BIDS.search(block.plain)
    )
    end = min(first_of_page(item.body, rules_of(draft)), next(bids, len(item.body)))
    behind, item.body = item.body[end:], item.body[:end]
    return behind


def _asking(blocks: list[Block]) -> Callable[[Block], bool]:
    """What makes a block a question on this page: ``Q:``, the sign of the first one, or a "?".

    An answer may end in a question too; where questions are marked, only marked ones count.
    """
    if any(QUESTION_MARK.match(block.text) for block in blocks):
        return lambda block: bool(QUESTION_MARK.match(block.text))
    asking = [block for block in blocks if ends_asking(block)]
    sign = _sign(asking[0]) if asking else ""
    bold = {id(block) for block in _said_in_bold(blocks, asking)} if sign == "#" else set()
    return lambda block: (_sign(block) == sign and ends_asking(block)) or id(block) in bold


_BOLD_SENTENCE = re.compile(r"^(?:\*\*|__)[^*_]{6,200}[.!…](?:\*\*|__)$")
"""``**You must see people at their worst.**``, said by whoever asks."""

_OFTEN = 3


def _said_in_bold(blocks: list[Block], asking: list[Block]) -> list[Block]:
    """What an interviewer says without asking, in bold as the questions are, with an answer."""
    if sum(bool(_BOLD_LINE.match(block.text)) for block in asking) < _OFTEN:
        return []
    return [
        block
        for block, told in pairwise(blocks)
        if asking[0].start < block.start <= asking[-1].start
        and _BOLD_SENTENCE.match(block.text)
        and not (_BIDS.search(block.plain) or told.sign or told.text.startswith("**"))
        and is_prose(told.plain)
    ]


_BOLD_LINE = re.compile(r"^(?:\*\*|__)[^*_]+\?(?:\*\*|__)$")


def _sign(block: Block) -> str:
    """The sign of a block; a whole line in bold is a heading, however long it is."""
    return "#" if not block.sign and _BOLD_LINE.match(block.text) else block.sign


def _answers_asking(item: Item, block: Block) -> bool:
    """An answer such as ``It is cold. Why would it not be?``, right behind its question."""
    if item.body or block.sign or QUESTION_MARK.match(block.text):
        return False
    return "?" not in _FIRST_SENTENCE.split(block.plain, maxsplit=1)[0]


def ends_asking(block: Block) -> bool:
    """Whether a block ends with a question."""
    text = _ASKER.sub("", plain(timed(block.text)[1]))
    answer = ANSWER_MARK.match(block.text)
    asked = len(text) > 1 and text.endswith("?") and word_count(text) <= _LONGEST
    return asked and not answer


def _apart(block: Block) -> list[Block]:
    """A question and its answer on one line, apart."""
    if answers(block.text):
        return [block]
    block = without_asker(block)
    found = ANSWER_INSIDE.search(block.text[:1500])
    bold = None if found else BOLD_ASKED.match(block.text)
    if bold:
        answer = replace(block, text=block.text[bold.end() :], sign="", level=0)
        return [replace(block, text=bold[0].strip()), answer]
    if not found and QUESTION_MARK.match(block.text):
        found = _GLUED_ANSWER.search(block.text[:1500])
    if not found:
        return [block]
    answer = replace(block, text=block.text[found.end() :], sign="", level=0)
    return [replace(block, text=block.text[: found.start()].strip()), answer]


def without_asker(block: Block) -> Block:
    """A question in bold without the name of whoever asked it, behind the bold."""
    found = _ASKER_BEHIND.search(block.text) if len(block.text) < _ONE_QUESTION else None
    return (
        replace(block, text=block.text[: found.start()] + (found["close"] or ""))
        if found
        else block
    )


_TO_DO = re.compile(r"^(?:\[[ xX]?\]|[☐☑☒])\s")
"""``[ ] Write to the library``, of another list"""


def _answers(item: Item, block: Block) -> bool:
    """Whether a block is part of the answer: prose, or a list in it; not the next thing."""
    head = item.head
    if block.sign == "#" or head is None or _TO_DO.match(block.text):
        return False
    if block.sign == ">" and item.body and block.plain[-1:] in ".!":
        return True
    if ANSWER_MARK.match(block.text) or is_prose(block.plain) or block.indent > head.indent:
        return True
    if item.body:
        return block.is_item
    marked = bool(QUESTION_MARK.match(head.text)) or head.sign == "#" or not block.spaced
    return marked or not looks_like_heading(block.plain)


def _ends(item: Item, block: Block) -> bool:
    """Whether a heading begins something else, once the question has its answer."""
    if block.sign != "#" or not item.body or item.head is None:
        return False
    return item.head.sign != "#" or block.level <= item.head.level


def _pair(item: Item, draft: Draft) -> None:
    if not item.head or not item.body:
        return
    at, text = timed(QUESTION_MARK.sub("", item.head.text, count=1))
    question = _ASKER.sub("", plain(text)).strip()
    _take_pulled(item, draft)
    answer = ANSWER_MARK.sub("", item.text, count=1)
    if _INITIALS.match(question) and _INITIALS.match(plain(answer)):
        question, answer = (_INITIALS.sub("", plain(one)) for one in (question, answer))
    if all(block.plain.endswith("?") for block in item.body[:-1] or item.body) and _asks_on(item):
        return
    if not _told(answer) or is_call(question, plain(answer)):
        return
    draft.section(SectionKind.QA, question, answer, item.start, item.end, seconds=at)


def _asks_on(item: Item) -> bool:
    """Whether several bullets that ask stand below a question: more of them, and no answer."""
    if re.search(r"\b(?:questions?|ask)\b", item.text, re.IGNORECASE):
        return False  # "What questions should one ask before buying?"
    return sum(block.is_item and block.plain.endswith("?") for block in item.body) >= FORM


_SAYING = 3
"""Words"""

_DASHES = frozenset("—–")
"""What stands before the name of whoever is quoted."""

_READ = 100_000
"""Letters of a page in which a pull quote is looked for."""


def _take_pulled(item: Item, draft: Draft) -> None:
    """Takes a block quote below an answer as a quote, where nothing in the answer leads to it.

    The page says those words again, or has them between quotation marks.
    """
    said_by = {id(one): sign for one, sign in pairwise(item.body) if sign.sign in _DASHES}
    for above, block in list(pairwise(item.body)):
        said = unquoted(block.plain) if block.sign == ">" else ""
        apart = said != block.plain and not above.plain.endswith((":", ","))
        again = bool(said) and _stands_again(said, draft)
        if (apart and is_prose(said)) or (again and word_count(said) >= _SAYING):
            by = GUEST if again else None
            draft.section(SectionKind.QUOTE, None, said, block.start, block.end, speaker=by)
            item.body.remove(block)
            sign = said_by.get(id(block))
            if sign is not None and is_name(sign.plain):
                item.body.remove(sign)


def _stands_again(said: str, draft: Draft) -> bool:
    text = draft.source.text[:_READ].casefold()
    return text.count(said.rstrip(".!?… ").casefold()) > 1


_LINKED = re.compile(r"\[\[[^\]]*\]\]|https?://\S+|(?<!\S)#\w[\w/-]*")
_LINKS = re.compile(r"^(?:links?|tags?|see also|related)\s*:?", re.IGNORECASE | re.MULTILINE)


def _told(answer: str) -> bool:
    """Whether something is left of an answer without its links and tags, if it has any."""
    if _LINKED.search(answer) is None:
        return True
    return word_count(_LINKS.sub("", _LINKED.sub("", answer))) > 0
