"""The head of a mail, as newsletters are saved: ``From``, ``Subject``, ``Date``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading.block import Block
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.fields import is_field
from quizapp.reading.forms import Form
from quizapp.reading.names import NAME, bare_name, is_name
from quizapp.reading.show_names import is_name_of_show, is_no_person, uncapped
from quizapp.reading.show_values import taken_apart
from quizapp.reading.times import duration
from quizapp.reading.title_lines import take_title
from quizapp.reading.wording import plain, unquoted, word_count

_LINE = re.compile(
    r"^(?:\*\*)?(?P<label>From|To|Cc|Bcc|Reply-To|Subject|Date|Sent|Von|An|Betreff|Datum)"
    r"(?:\*\*)?:(?:\*\*)?\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s(?=(?:To|Cc|Bcc|Reply-To|Subject|Date|Sent|Betreff|Datum):\s)")
"""Lines of a head that were joined."""

_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$|\s*\S+@\S+\s*$")
_AGAIN = re.compile(r"^(?:(?:Re|Fwd?|Fw|Aw|Wg):\s*)+", re.IGNORECASE)
_AT_SHOW = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? (?:at|from|of|@) (?P<show>[A-Z].{2,40})$")
"""``Ada at Night Radio``"""

_FORM = 2
_NEAR = 12
_TOP = 40
"""Blocks."""

_OF_SHOW = re.compile(
    r"^(?:from|on) (?P<show>[A-Z][^,.:;()]{2,40}?),? [(]?(?:ep(?:isode)?\.?\s?|no\.\s?)#?"
    r"(?P<number>\d{1,4})\b(?P<rest>.{0,60})"
)
"""``from Night Radio, episode 12 (May 4, 2020), 1h 2m``, right below a title"""
_DAY = re.compile(r"[(](?P<day>[^()]{6,30})[)]")
_LONGEST_TITLE = 90


def read(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Takes sender, subject and day of a mail; hands back all that is no line of its head."""
    found = [_LINE.match(block.text) for block in blocks[:_NEAR]]
    labels = {one["label"].lower() for one in found if one}
    if len(labels) < _FORM or not labels & {"subject", "betreff"}:
        return list(blocks)
    told = _read_told_of(draft)
    sent = _OF_SENDER if not told and _read_fielded(draft) else None
    told = told or sent is not None
    for block, one in zip(blocks, found, strict=False):
        if one and (not told or (sent and one["label"].lower() in sent)):
            first, *others = _INSIDE.split(one["value"])
            _take(one["label"].lower(), plain(first), block.start, draft)
            for inner in filter(None, map(_LINE.match, others)):
                _take(inner["label"].lower(), plain(inner["value"]), block.start, draft)
    taken = {claim.line for claim in draft.claims if claim.field == "title"} if told else set()
    head = [block for block, one in zip(blocks, found, strict=False) if not one]
    return [block for block in (*head, *blocks[_NEAR:]) if block.start not in taken]


def _read_told_of(draft: Draft) -> bool:
    """Takes the one episode that a letter of several tells in full: title, show, number, day.

    Subject, sender and day of such a letter are its own.
    """
    top = draft.source.blocks[:_TOP]
    pairs = [(a, b, f) for a, b in pairwise(top) if (f := _OF_SHOW.match(b.plain))]
    _read_companion(top, draft)
    if len(pairs) != 1:
        return _read_headed(top, draft) or _read_counted(top, draft) or _read_quoted(top, draft)
    title, below, found = pairs[0]
    if title.end + 1 != below.start or title.is_item or len(title.plain) > _LONGEST_TITLE:
        return False
    draft.claim("title", title.plain, title.start)
    draft.claim("show", found["show"], below.start)
    draft.claim("number", int(found["number"]), below.start)
    dated = _DAY.search(found["rest"])
    day = published(dated["day"]) if dated else None
    draft.claim("released", day.isoformat() if day else None, below.start)
    return True


HEADS_EPISODE = re.compile(
    r"^\W{0,4}(?:(?:this|last) (?:week|month)['’]s|today['’]s|(?:the|our|my|new|latest|featured)) "
    r"(?:(?:new|featured|main|big) )?(?:episode|listen|pick|podcast|conversation|interview)"
    r"\W{0,3}$|"
    r"^\W{0,4}(?:episode|podcast|listen|pick) of the (?:day|week|month)\W{0,3}$|"
    r"^\W{0,4}(?:this (?:week|month)|now playing|on the (?:show|podcast)(?: this week)?)\W{0,3}$",
    re.IGNORECASE,
)
"""``THIS WEEK'S EPISODE``: what stands below is what a letter tells of."""

_SHOW_THEN_LENGTH = re.compile(
    r"^(?P<show>[A-Z][^,.:;()|·•]{2,40}?)(?:,? [(]|,? [|·•–—-] |, )"
    r"(?P<length>\d{1,3} ?(?:h|m)[^()]{0,60})[)]?$"
)
"""``Night Radio (58 minutes, out on Tuesday)``"""


def _read_headed(top: Sequence[Block], draft: Draft) -> bool:
    """Takes the title below ``This week's episode``, and the show and length below it."""
    rows = zip(top, top[1:], top[2:], strict=False)
    found = [
        (title, below, show)
        for head, title, below in rows
        if HEADS_EPISODE.match(head.plain) and (show := _SHOW_THEN_LENGTH.match(below.plain))
    ]
    if len(found) != 1 or len(found[0][0].plain) > _LONGEST_TITLE:
        return False
    title, below, told = found[0]
    draft.claim("title", unquoted(title.plain), title.start)
    draft.claim("show", told["show"], below.start)
    draft.claim("duration_seconds", duration(told["length"]) or None, below.start)
    return True


_COMPANION = re.compile(
    r"\b(?:newsletter|letter|mail|digest|bulletin|companion|notes) (?:of|from|for|to|by|behind) "
    r"(?:the|our) (?P<sort>weekly |daily |monthly )?(?:podcast|show|radio show) "
    r"(?P<show>[A-Z][^,.:;()|·•–—]{2,40}?)(?= ?(?:[,.:;()|·•–—]|$))"
)
"""``The newsletter of the podcast Night Radio · No. 14``: the number is the letter's own."""


def _read_companion(top: Sequence[Block], draft: Draft) -> None:
    """Takes the show whose letter a mail says it is."""
    for block in top[:_NEAR]:
        found = _COMPANION.search(block.plain[:_READ])
        if found and is_name_of_show(found["show"]) and not draft.values("show"):
            draft.claim("show", found["show"].strip(), block.start)
            return


_READ = 300
"""Letters"""

_COUNTED = re.compile(
    r"^(?:ep(?:isode)?\.?|no\.?|#)\s?#?(?P<number>\d{1,4})\s?[:|·–—-]\s(?P<title>\S.{3,120})$",
    re.IGNORECASE,
)


_WITH_GUEST = Form(
    r",? (?:with|w/|feat\.?|ft\.?|featuring) (?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?"
    rf"(?P<name>{NAME})$"
)
"""``Deep Sleep, with Ada Byron``"""


def _read_counted(top: Sequence[Block], draft: Draft) -> bool:
    """Takes ``Ep. 12: Deep Sleep, with Ada Byron`` right below ``This week's episode``."""
    found = [
        (block.start, told)
        for head, block in pairwise(top)
        if HEADS_EPISODE.match(head.plain) and (told := _COUNTED.match(block.plain))
    ]
    if len(found) != 1:
        return False
    line, told = found[0]
    guest = _WITH_GUEST.search(told["title"])
    named = guest is not None and is_name(guest["name"])
    take_title(told["title"][: guest.start()] if guest and named else told["title"], line, draft)
    draft.claim("number", int(told["number"]), line)
    draft.claim("guest", bare_name(guest["name"]) if guest and named else None, line)
    return True


_OF_SENDER = ("from", "von")
_FIELDS = 4
"""Lines below a counted title, in which its people, its day or its length are labelled."""


def _read_fielded(draft: Draft) -> bool:
    """Takes ``Episode 12: Deep Sleep`` above ``Guest: Ada Byron``, if there is one such.

    The subject of such a letter may say it in other words, and its day is that of the mail.
    """
    top = draft.source.blocks[:_TOP]
    found = [
        (block.start, told)
        for place, block in enumerate(top)
        if (told := _COUNTED.match(block.plain))
        and any(is_field(one) for one in top[place + 1 : place + 1 + _FIELDS])
    ]
    if len(found) != 1:
        return False
    line, told = found[0]
    take_title(uncapped(told["title"]), line, draft)
    draft.claim("number", int(told["number"]), line)
    return True


_TOLD = re.compile(
    r"^(?:with|hosted by|presented by|featuring|guests?:|hosts?:)\s|[(]\d{1,3} ?(?:h|m)",
    re.IGNORECASE,
)
"""``with potter Ada Byron (58 min)``: who is in the one episode of a letter, or how long it is."""


def _read_quoted(top: Sequence[Block], draft: Draft) -> bool:
    """Takes ``Night Radio: “Deep Sleep”`` with who takes part below it, if there is one such."""
    pairs = [
        (block.start, told)
        for block, below in pairwise(top)
        if _TOLD.search(below.plain) and (told := taken_apart(block.plain)) and told.title
    ]
    if len(pairs) != 1:
        return False
    line, told = pairs[0]
    draft.claim("title", told.title, line)
    draft.claim("show", told.show, line)
    draft.claim("number", told.number, line)
    draft.claim("released", told.released.isoformat() if told.released else None, line)
    return True


_BEFORE_TITLE = re.compile(r"(?:^|[:|–—-]|[^\w\s,.;'’“\"(])\s*[“\"]?$")
_SURE = 3
"""Words of a line that say what a mail is about."""


def _told_again(subject: str, line: int, draft: Draft) -> str:
    """``5-minute read: Deep Sleep`` as ``Deep Sleep``, where that is a line of the mail."""
    for block in draft.source.blocks[:_TOP]:
        text = block.plain
        told = block.start > line and word_count(text) >= _SURE and subject != text
        if told and subject.endswith(text) and _BEFORE_TITLE.search(subject[: -len(text)]):
            return text
    return subject


_SHOW_LABEL = re.compile(r"^\W{0,4}(?:show|podcast)(?: name)?\W{0,2}:\W{0,3}\w", re.IGNORECASE)


def _labels_show(draft: Draft) -> bool:
    """``Show: Night Radio`` below the head: the sender is who sums up."""
    return any(_SHOW_LABEL.match(block.text) for block in draft.source.blocks[:_TOP])


_LETTER = re.compile(
    r"^(?:the |our )?(?P<show>[A-Z].{2,40}?) (?:news)?(?:letter|mail|digest|bulletin)$",
    re.IGNORECASE,
)


def _without_letter(sender: str, draft: Draft) -> str:
    """``The Night Radio Letter`` as ``Night Radio``, where the mail calls its show so."""
    found = _LETTER.match(sender)
    if found is None or not is_name_of_show(found["show"]):
        return sender
    name = found["show"]
    alone = re.compile(rf"\b{re.escape(name)}\b(?! (?:news)?(?:letter|mail|digest|bulletin))", re.I)
    text = draft.source.text
    ends = f"{text[:_ENDS]}\n{text[max(_ENDS, len(text) - _ENDS) :]}"
    return name if len(alone.findall(_ADDRESSES.sub(" ", ends))) >= _FORM else sender


_ENDS = 6_000
"""Letters of a mail at its top and at its foot."""

_ADDRESSES = re.compile(
    r"https?://\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,100}|\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}"
)


def _take(label: str, value: str, line: int, draft: Draft) -> None:
    if label in ("subject", "betreff"):
        take_title(_told_again(_AGAIN.sub("", value), line, draft), line, draft)
    elif label in ("from", "von"):
        sender = _ADDRESS.sub("", value).strip(" \"'")
        of_show = _AT_SHOW.match(sender)
        if of_show:
            draft.claim("show", of_show["show"], line)
        elif sender and is_no_person(sender) and not _labels_show(draft):
            draft.claim("show", _without_letter(sender, draft), line)
    elif label in ("date", "sent", "datum"):
        day = published(value)
        draft.claim("published", day.isoformat() if day else None, line)
