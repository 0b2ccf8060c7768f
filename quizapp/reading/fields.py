"""Labelled values: a label, a sign, and what a field takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quizapp.reading.block import Block
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of
from quizapp.reading.names import NAME, is_name, split_names
from quizapp.reading.noise import is_noise
from quizapp.reading.page import Field
from quizapp.reading.people import borne_by_one
from quizapp.reading.roles import roles_in
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.show_values import ShowValue, taken_apart, without_facts
from quizapp.reading.times import duration
from quizapp.reading.title_lines import take_title
from quizapp.reading.wording import EMOJI, fold, plain, word_count

LABELLED = re.compile(
    r"^(?:\*\*|__)?(?P<label>[^\W\d_](?:[^\W\d]|[ /()'’.#-]){1,28}?)(?:\*\*|__)?\s?::?(?:\*\*|__)?"
    r"\s*(?P<value>\S.*)$"
)

_DASHED = re.compile(
    r"^(?:\*\*|__)?(?P<label>[^\W\d_](?:[^\W\d]|[ /()'’.#]){1,28}?)(?:\*\*|__)?\s"
    r"(?P<sign>=|::|[–—-])\s(?P<value>\S.*)$"
)
"""``Host – Ada Byron``, ``Show = Night Radio``."""

_BOLD_LABEL = re.compile(
    r"^(?:\*\*|__)(?P<label>[^\W\d_](?:[^\W\d]|[ /()'’.#]){1,28}?)(?:\*\*|__)\s+"
    r"(?P<value>[^\s:].*)$"
)
"""``**Host** Ada Byron``"""

_WITH_NUMBER = re.compile(
    r"^(?P<show>.{3,60}?)[\s,–—-]*[(\[]?\s?(?:ep(?:isode)?\.?\s?#?|#)\s?(?P<number>\d{1,4})[)\]]?$",
    re.I,
)
"""``Night Radio (Ep. 31)``"""

TELLING = frozenset({"host", "guest", "person", "published", "released", "duration_seconds"})
"""Fields whose values are names, dates and lengths, and so never sentences."""

LONGEST_VALUE = 160

_BUTTONS = re.compile(r"\b(?:play|download|listen|subscribe|new window)\b", re.IGNORECASE)


_ADDRESS = re.compile(r"^<?(?:https?://|www\.)\S+")
_WORDED = frozenset({"title", "show", "number"})


def _take_behind_address(text: str, line: int, draft: Draft) -> None:
    """``Episode: https://… (1 hr 3 min, 21 September 2023)``: day and length behind an address."""
    day = published(text)
    if day and not draft.values("published"):
        draft.claim("published", day.isoformat(), line)
    draft.claim("duration_seconds", duration(text) or None, line)


def take_field(field: str, value: str, line: int, draft: Draft) -> bool:
    """Takes a labelled value in its normal form; False where it is none for that field."""
    if field in _WORDED and _ADDRESS.match(value):
        _take_behind_address(_ADDRESS.sub("", value), line, draft)
        return True
    text = _without_marks(fold(plain(value)).strip())
    taker = _TAKERS[field]
    return taker(field, text, line, draft)


def _without_marks(text: str) -> str:
    """A value without quotation marks at its ends, unless they belong to a part of it.

    ``Night Radio, episode 4, “Deep Sleep”`` keeps both of its marks.
    """
    bare = text.strip(" \"'“”")
    return text if _pairs_up(text) and not _pairs_up(bare) else bare


def _pairs_up(text: str) -> bool:
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _take_text(field: str, text: str, line: int, draft: Draft) -> bool:
    if field == "show" and (is_noise(text) or _BUTTONS.search(text) or _MENU.match(text)):
        return False
    if field == "show" and _is_headline(text, line, draft):
        return False
    if field == "show":
        text, length = without_facts(text)
        draft.claim("duration_seconds", length, line)
    told = taken_apart(text) if field == "show" else None
    if told:
        _take_told(told, line, draft)
        text = told.show
    counted = _WITH_NUMBER.match(text) if field == "show" else None
    if counted:
        draft.claim("number", int(counted["number"]), line)
        text = counted["show"]
    draft.claim(field, text, line)
    return bool(text)


def _take_told(told: ShowValue, line: int, draft: Draft) -> None:
    """Takes what stands behind a show's name: title, number and day of its episode."""
    if told.title:
        take_title(told.title, line, draft)
    draft.claim("number", told.number, line)
    draft.claim("released", told.released.isoformat() if told.released else None, line)


_MENU = re.compile(r"\||[^|]{1,40}\|[^|]{1,40}\|[^|]{1,40}\|")
"""``| Speakers | Venue``, behind ``Programme``: the rest of a row of links"""

_HEADLINE = 7
"""Words: ``PODCAST: …`` with so many behind it, at the top of a page, is its headline."""


def _is_headline(text: str, line: int, draft: Draft) -> bool:
    first = draft.source.blocks[0] if draft.source.blocks else None
    loud = first is not None and first.start == line and first.plain.startswith("PODCAST:")
    return loud and word_count(text) >= _HEADLINE


def _take_title(_: str, text: str, line: int, draft: Draft) -> bool:
    take_title(text, line, draft)
    return True


def _take_number(_: str, text: str, line: int, draft: Draft) -> bool:
    found = re.match(r"^#?\s?(\d{1,5})\b(?:\s*[:–—-]\s*(.+))?$", text)
    if found:
        draft.claim("number", int(found[1]), line)
        if found[2]:
            take_title(found[2], line, draft)
    elif text and word_count(text) > 1:
        take_title(text, line, draft)
    return bool(found)


_OF_ANOTHER = re.compile(r"\s?[(\[](?:co-?)?host of [^()\[\]]{2,120}[)\]]", re.IGNORECASE)
"""``Ada Byron (host of Night Radio)``, who is a guest here."""

_HOSTS_SHOW = re.compile(
    r"[(\[](?:co-?)?host(?:,| of) (?P<show>(?:the )?[A-Z][^()\[\],;]{2,50})[)\]]"
)
"""``Ada Byron (host, Night Radio)`` among those who take part"""

_SAID_OF = re.compile(r"\s[-–—]\s.*$")
"""``Ada Byron - Night Radio``, in a field for people."""


def _take_people(field: str, text: str, line: int, draft: Draft) -> bool:
    text = _turned(text.title() if text.isupper() else text, draft)
    if field == "guest":
        text = _OF_ANOTHER.sub("", text)
    elif (hosts := _HOSTS_SHOW.search(text)) and not draft.values("show"):
        draft.claim("show", hosts["show"].strip(), line)
    text = _SAID_OF.sub("", text) if is_name(_SAID_OF.sub("", text)) else text
    told = roles_in(text)
    text = _without_calling(text, draft)
    known = {name for _, name in told}
    names = [name for name in split_names(text) if name not in known]
    if not (names or told):
        names = _borne(text, draft) or _slugged(text, draft)
    for role, name in [*told, *((field, name) for name in names)]:
        draft.claim(role, name, line)
    return bool(names or told)


_CALLED = re.compile(rf"(?P<name>{NAME}), (?P<calling>[^,;&]{{3,60}})")
_PLACED = re.compile(rf"(?P<name>{NAME}), [a-z][^,;&]{{2,60}}, (?!and\b)[^,;&]{{3,60}}")
"""``Ada Byron, leak inspector, Lidmark Water``: what she does, and for whom"""
_CALLING = re.compile(
    r"(?:\S+ ){1,5}(?i:librarian|engineer|director|professor|editor|producer|curator|manager|"
    r"designer|developer|officer|reporter|researcher|scientist|archivist|journalist|historian|"
    r"lecturer|president|founder|planner|\w{3,}(?:ographer|ologist|keeper|maker))"
)
"""``Maps Librarian``; ``Marta Fisher`` and ``Karen Baker`` are people."""


def _without_calling(text: str, draft: Draft) -> str:
    """``Ada Byron, Maps Librarian`` without what she does, which could be another name.

    Somebody whom the page names again, on their own, is somebody: ``Carl Weaver``.
    """
    if placed := _PLACED.fullmatch(text):
        return placed["name"]
    found = _CALLED.fullmatch(text)
    if not found or not is_name(found["calling"]) or not _CALLING.fullmatch(found["calling"]):
        return text
    calling, first = found["calling"], found["name"].split()[0]
    whole = draft.source.text
    alone = whole.count(calling) - whole.count(f"{calling} {first}")
    return text if alone > 1 else found["name"]


_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")


def _borne(text: str, draft: Draft) -> list[str]:
    """``Roe`` where the page tells of one ``Carl Roe``; nobody where a surname stays open."""
    found = [borne_by_one(part, draft.source.text[:_BORNE]) for part in _AND.split(text)]
    names = [name for name in found if name]
    return names if len(names) == len(found) else []


_BORNE = 6_000
"""Letters from the top."""

_SLUG = re.compile(r"^[a-z]+(?:[-_.]?[a-z]+)*$")


def _slugged(text: str, draft: Draft) -> list[str]:
    """``ada-byron``, ``adabyron``, where the page writes ``Ada Byron``: how sites file people."""
    slugs = [re.sub(r"[-_.]", "", part) for part in _AND.split(text) if _SLUG.match(part)]
    top = draft.source.text[:_BORNE]
    named = {_letters(one[0]): one[0] for one in _WRITTEN.finditer(top)} if slugs else {}
    found = [named[slug] for slug in slugs if slug in named and is_name(named[slug])]
    return found if len(found) == len(slugs) else []


_WRITTEN = Form(NAME)


def _letters(text: str) -> str:
    """``Ève O'Low`` → ``eveolow``."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if char.isascii() and char.isalpha())


_INVERTED = re.compile(
    r"^(?P<family>[^\W\d_][\w'’-]+), (?P<given>[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*)?)"
    r"(?P<years>,? \(?(?:b\. ?)?\d{4}(?:\s?[–-]\s?(?:\d{4})?)?\)?)?$"
)


def _turned(text: str, draft: Draft) -> str:
    """``Byron, Ada, 1815-1852`` → ``Ada Byron``; without years where the page says that too."""
    found = _INVERTED.match(text)
    name = f"{found['given']} {found['family']}" if found else ""
    told = found and is_name(name) and (found["years"] or name in draft.source.text)
    return name if told else text


def read_roles(block: Block, draft: Draft) -> bool:
    """Reads ``Ada Byron (host)``; False where no role stands behind a name."""
    told = roles_in(block.plain)
    for role, name in told:
        draft.claim(role, name, block.start)
    return bool(told)


def _take_date(field: str, text: str, line: int, draft: Draft) -> bool:
    day = published(text)
    draft.claim(field, day.isoformat() if day else None, line)
    return day is not None


def _take_duration(_: str, text: str, line: int, draft: Draft) -> bool:
    length = int(text) if text.isdecimal() and int(text) > 300 else duration(text)
    draft.claim("duration_seconds", length or None, line)
    return bool(length)


_TAKERS = {
    "title": _take_title,
    "show": _take_text,
    "number": _take_number,
    "host": _take_people,
    "guest": _take_people,
    "person": _take_people,
    "published": _take_date,
    "released": _take_date,
    "duration_seconds": _take_duration,
    "description": _take_text,
}


_LONGEST_LINE, _LONGEST_TEXT = 400, 4_000
_DESCRIBES = re.compile(
    r"^(?:\*\*|__)?(?:(?:Episode|Podcast|Show|AI|Short|Long) ){0,3}(?i:description|summary)"
    r"(?:\*\*|__)?\s?:"
)
"""``Episode AI description: …``: the only value that may be a paragraph."""


def read_labelled(block: Block, draft: Draft) -> bool:
    """Reads ``Host: Ada Byron``; False where a block is no labelled value."""
    short = len(block.text) < _LONGEST_LINE or _DESCRIBES.match(block.text)
    found = labelled_value(block.text) if short and len(block.text) < _LONGEST_TEXT else None
    if not found:
        return False
    field = field_of(found["label"])
    return bool(field) and take_field(field or "", found["value"], block.start, draft)


def labelled_value(text: str) -> re.Match[str] | None:
    """``Host: Ada Byron``, perhaps with an emoji before it, taken apart."""
    bare = EMOJI.sub("", text).strip()
    found = LABELLED.match(bare) or _BOLD_LABEL.match(bare)
    if found and found.re is _BOLD_LABEL and field_of(found["label"]) is None:
        return None
    dashed = _DASHED.match(bare) if found is None else None
    field = field_of(dashed["label"]) if dashed else None
    told = dashed and (field in TELLING or (field and dashed["sign"] == "="))
    return dashed if told else found


def is_field(block: Block) -> bool:
    """Whether a block is a labelled value."""
    found = labelled_value(block.text) if len(block.text) < LONGEST_VALUE else None
    return found is not None and field_of(found["label"]) is not None


_OF_EPISODE = frozenset({"show", "podcast", "guest", "host", "episode"})

_HEARD = re.compile(r"\b(?:I|we)(?:['’]ve| have)?\b[^.!?\n]{0,60}\blisten(?:ed|ing) to\b")
"""``Last week I listened to …``: whoever writes so gives the day of what is written."""

_READ = 3_000


def read_fields(fields: Sequence[Field], draft: Draft) -> None:
    """Takes the labelled values of front matter; names that nobody knows are passed over."""
    names = {one.name.lower() for one in fields}
    text = draft.source.text[:_READ] if "author" in names else ""
    heard = not names & _OF_EPISODE and _HEARD.search(text)
    for one in fields:
        field = field_of(one.name)
        if field and not (heard and field == "published"):
            take_field(field, one.value, one.line, draft)
    _read_source(fields, draft)


_SHOWN = re.compile(r"^(?P<show>[A-Z].{2,50}? (?:Podcast|Show|Radio))(?:\s[(\[][^()\[\]]*[)\]])?$")


def _read_source(fields: Sequence[Field], draft: Draft) -> None:
    """``source: Night Podcast``, or the author of what an exporter files under podcasts."""
    told = {one.name.lower(): one for one in fields}
    for name in ("source", "publication", "channel"):
        found = _SHOWN.match(told[name].value) if name in told else None
        if found and not draft.values("show"):
            draft.claim("show", found["show"], told[name].line)
    filed = told.get("category") or told.get("type")
    series = told.get("publication")
    signed = told["author"].value if "author" in told else ""
    named = series and series.value != signed and is_name_of_show(series.value)
    podcast = filed is not None and _PODCASTS.fullmatch(filed.value)
    if series and named and podcast and not draft.values("show"):
        draft.claim("show", series.value, series.line)
    author = told.get("author")
    known = draft.values("show") or draft.values("host") or "full-title" not in told
    if filed and author and not known and _PODCASTS.fullmatch(filed.value):
        draft.claim("show", author.value.strip("[] "), author.line)


_PODCASTS = re.compile(r"\W*podcasts?", re.IGNORECASE)
