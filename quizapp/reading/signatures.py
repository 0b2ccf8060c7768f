"""Who signs a page, asks in it, or speaks in its transcript."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quizapp.model import SectionKind
from quizapp.reading import answering, askers, houses, opening_words, printed
from quizapp.reading.adverts import bids_welcome
from quizapp.reading.dates import find_date
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, is_name
from quizapp.reading.people import resolve
from quizapp.reading.roles import speaks_of_guest
from quizapp.reading.sections.single_voice import greets
from quizapp.reading.show_names import is_name_of_show
from quizapp.reading.titles import parse_title
from quizapp.reading.wording import is_prose

READ = 30_000
"""So many characters of a page are searched for people; transcripts only say names at the start."""

_BYLINE = re.compile(r"^(?P<name>[A-Z][^\W\d_a-z][^:,\n]{1,40}), HOST:", re.MULTILINE)

_FIRST_TURNS = 6
"""So many turns from the start may hold the welcome."""

_BARS = re.compile(r"\s+[|·•–—/]\s+|(?<=\d)\s+(?=by\s[A-Z])")

_BY = re.compile(
    r"^(?:(?:posted|written|published|words|text)\s)?(?:by|hosted by)\s|\s(?:on|in)\s.*$",
    re.IGNORECASE,
)

_SHORT = 40

_SIGNED = Form(
    rf"^(?:(?i:interview(?:ed)?|words|questions|text|asked|story|article|reporting|posted) )?"
    rf"(?i:by):?\s(?P<name>{NAME})"
    r"(?=$|\s[|·•,–—-]|\son\s)"
)

_INTERVIEW = 3

_TOP = 15
"""Blocks above the first question."""


def read_speaking(draft: Draft) -> None:
    """Takes the speakers of a transcript as people, and as host or guest where that is told.

    The one who bids welcome is the host; one whom the title names is a guest, if not the host.
    """
    houses.read(draft)
    lines: dict[str, int] = {}
    for turn in draft.turns:
        if turn.speaker and is_name(turn.speaker):
            lines.setdefault(turn.speaker, turn.line_start)
    for turn in draft.turns[:_FIRST_TURNS]:
        if turn.speaker in lines and bids_welcome(turn.text) and not draft.values("host"):
            draft.claim("host", turn.speaker, turn.line_start)
    opening_words.read(draft)
    _take_announced(lines, draft)
    for found in _BYLINE.finditer(draft.source.text[:READ]):
        name = resolve(found["name"], list(lines))
        if name and not draft.values("host"):
            draft.claim("host", name, lines[name])
    _take_asking(list(lines), draft)
    _claim_welcomed(list(lines), draft)
    _claim_interviewed(list(lines), draft)
    answering.read(list(lines), draft)
    alone = draft.turns[0] if draft.turns and len(lines) == 1 else None
    name = alone.speaker if alone and not draft.values("host") else None
    if alone and name and is_name(name) and greets(alone.text, name):
        draft.claim("host", name, alone.line_start)
    for section in draft.sections:
        if section.speaker and is_name(section.speaker):
            lines.setdefault(section.speaker, section.line_start)
    titles = " ".join(draft.values("title"))
    shows = " ".join(draft.values("show"))
    for name, line in lines.items():
        known = resolve(name, [*draft.values("host"), *draft.values("guest")])
        if known is None and name in shows and not draft.values("host"):
            draft.claim("host", name, line)
        elif known is None and name in titles:
            draft.claim("guest", name, line)
        else:
            draft.claim("person", name, line)


_SHOW = (
    r"(?:[Tt]he )?[A-Z][\w'’&-]*"
    r"(?: (?:of|the|and|in|on|for|a|an|to|from|at|by|[A-Z0-9][\w'’&-]*)){0,5}?"
)
_ANNOUNCED = Form(
    r"\b(?:[Tt]his is|[Ww]elcome (?:back )?to|[Yy]ou(?:['’]re| are) listening to) "
    rf"(?P<show>{_SHOW})"
    rf"(?:,|\.)? (?:and )?I(?:['’]m| am) (?P<name>{NAME}|{BIG}[\w'’-]+(?=[.!,]))"
)
"""``This is Night Radio, I'm Ada Byron``; ``and I'm Ada``, of Ada Byron's turn"""


_INTRODUCED = Form(
    rf"\bI(?:['’]m| am) (?P<name>{NAME})(?:,|\.)? (?:and )?(?:[Tt]his is|[Ww]elcome to|"
    r"[Yy]ou(?:['’]re| are) listening to) "
    rf"(?P<show>{_SHOW})"
    r"(?=[,.:;!?]|$)"
)
"""``I'm Ada Byron, this is Night Radio``"""


def _take_announced(lines: dict[str, int], draft: Draft) -> None:
    """Takes the host and the show that somebody says at the start of a talk."""
    for turn in draft.turns[:_FIRST_TURNS]:
        said = turn.text[:READ] if turn.speaker in lines else ""
        found = _ANNOUNCED.search(said) or _INTRODUCED.search(said)
        if not found or resolve(found["name"], [turn.speaker or ""]) is None:
            continue
        show = found["show"].removeprefix("the ")
        if not [one for one in draft.values("host") if one != show]:
            draft.claim("host", turn.speaker, turn.line_start)
        if not draft.values("show") and is_name_of_show(show):
            draft.claim("show", show, turn.line_start)
            _shorten_title(show, draft)
        return


def _shorten_title(show: str, draft: Draft) -> None:
    """``Night Radio - Deep Sleep`` → ``Deep Sleep``, now that the show is known."""
    for place, claim in enumerate(draft.claims):
        parsed = parse_title(claim.value, shows=(show,)) if claim.field == "title" else None
        if parsed and parsed.show == show and parsed.title != claim.value:
            draft.claims[place] = replace(claim, value=parsed.title)


_BOTH = 2

_TURNS = 3
"""Of each of the two; somebody in a clip says less."""

_ASKED = 2
"""Questions that the one who asks has more than the other."""


def _take_asking(speakers: list[str], draft: Draft) -> None:
    """Of two who speak, the one who speaks first, names the other in full, and asks, is the host.

    ``Carl Roe, what does it say?`` … ``Thank you, Carl Roe.``
    """
    named = [turn for turn in draft.turns if turn.speaker in speakers]
    if len(speakers) != _BOTH or draft.values("host") or draft.values("guest") or not named:
        return
    host = named[0].speaker or ""
    other = next(name for name in speakers if name != host)
    own = [turn.text for turn in named if turn.speaker == host]
    replies = [turn.text for turn in named if turn.speaker == other]
    asked = [sum(text.count("?") for text in texts) for texts in (own, replies)]
    thanks = rf"\b[Tt]hank you\b[^.!?]{{0,80}}\b{re.escape(other)}"
    met = other in own[0] or re.search(thanks, own[-1])
    if met and asked[0] >= asked[1] + _ASKED and not any(host in text for text in replies):
        draft.claim("host", host, named[0].line_start)


_ALSO_HOSTS = re.compile(r"\bco-?hosts?\b|\bas (?:always|ever|usual)\b", re.IGNORECASE)


_TRADE_TOLD = Form(
    rf"\bI(?:['’]m| am) (?P<name>{NAME}),? (?:and )?"
    r"(?:I (?:teach|study|research|work (?:at|for|as|in)|run|lead|curate|write about)\b|"
    r"I(?:['’]m| am) (?:an?|the) (?!host|co-?host)(?:[a-z-]+ ){0,3}(?:at|of|in|from)\b)"
)
"""``I'm Ada Byron, and I teach the history of clocks``: who says so is asked here."""


def _claim_welcomed(speakers: list[str], draft: Draft) -> None:
    """Of two who speak, the one whom the other, who bids welcome, names there is the guest."""
    hosts = draft.values("host")
    others = [name for name in speakers if resolve(name, hosts) is None]
    if len(speakers) != _BOTH or len(others) != 1 or draft.values("guest"):
        return
    guest = others[0]
    said = [t.text for t in draft.turns[:_FIRST_TURNS] if t.speaker != guest]
    turns = Counter(turn.speaker for turn in draft.turns)
    if min(turns[name] for name in speakers) < _TURNS:
        return
    own = next((t for t in draft.turns if t.speaker == guest), None)
    welcomed = any(guest in text and not _ALSO_HOSTS.search(text) for text in said)
    welcomed = welcomed or _takes_leave(guest, draft)
    trade = _TRADE_TOLD.search(own.text) if own and hosts else None
    if own and trade and resolve(trade["name"], [guest]):
        draft.claim("guest", guest, own.line_start)
        return
    as_host = own and re.search(rf"\bI(?:['’]m| am) {re.escape(guest.split()[0])}\b", own.text)
    met = any(map(speaks_of_guest, said)) and _is_thanked(guest, draft)
    if own and (met or (welcomed and not as_host)):
        draft.claim("guest", guest, own.line_start)


_INTERVIEWED = Form(
    rf"(?m:^)\W{{0,4}}(?i:interview(?:ed)?|words|questions|text|in conversation) (?i:by|with):?\s"
    rf"(?P<name>{NAME})"
    rf"|^(?:(?i:by)|From:) (?P<alone>{NAME})(?:$| <[^<>@\s]{{1,60}}@)"
)
"""``Interview by Ada Byron · Photographs by Eve Low``, ``By Ada Byron``, the sender of a letter"""


def _claim_interviewed(speakers: list[str], draft: Draft) -> None:
    """Of two who speak, the one whom the head names, where the other signs the interview."""
    if len(speakers) == 1:
        _claim_asked_by_house(speakers[0], draft)
    if len(speakers) != _BOTH or draft.values("guest") or not draft.turns:
        return
    above = [b.plain for b in draft.source.blocks if b.end < draft.turns[0].line_start][:_TOP]
    signed = {
        found["name"] or found["alone"] for text in above for found in _INTERVIEWED.finditer(text)
    }
    others = [name for name in speakers if resolve(name, list(signed)) is None]
    if len(others) != 1 or resolve(others[0], draft.values("host")) is not None:
        return
    if any(others[0] in text for text in above):
        host = next(name for name in speakers if name != others[0])
        if not draft.values("host"):
            draft.claim("host", host, draft.turns[0].line_start)
        draft.claim("guest", others[0], draft.turns[0].line_start)


def _claim_asked_by_house(name: str, draft: Draft) -> None:
    """The one named speaker of a talk in which a magazine asks, whose name heads the page.

    ``Night Mail:`` asks, and ``Ada Byron:`` answers; the magazine is the show.
    """
    others = {turn.speaker for turn in draft.turns if turn.speaker} - {name}
    house = others.pop() if len(others) == 1 else ""
    heads = [block.plain for block in draft.source.blocks[:_TOP]]
    told = [text for text in heads if name in text and text != name]
    if not house or is_name(house) or house not in heads or not told:
        return
    asking = [turn for turn in draft.turns if turn.speaker == house]
    if len(asking) < _INTERVIEW or draft.values("guest") or resolve(name, draft.values("host")):
        return
    draft.claim("guest", name, draft.turns[0].line_start)
    if not draft.values("show") and is_name_of_show(house):
        draft.claim("show", house, asking[0].line_start)


def _is_thanked(guest: str, draft: Draft) -> bool:
    """``Carl Roe, thank you.``, the last words of the other one"""
    last = next((t.text for t in reversed(draft.turns) if t.speaker != guest), "")
    name = re.escape(guest)
    return bool(
        re.search(rf"{name}, thank(?:s| you)\b|\b[Tt]hank(?:s| you)[^.!?]{{0,60}}{name}", last)
    )


def _takes_leave(guest: str, draft: Draft) -> bool:
    """Whether the host, whom the page names, takes leave of the other: ``Carl, thank you.``"""
    first = re.escape(guest.split()[0])
    leave = re.compile(
        rf"\b{first}(?: \w+)?, (?:many )?thank(?:s| you)|"
        rf"\b[Tt]hank(?:s| you)[^.!?]{{0,40}}, {first}\b"
    )
    last = [turn for turn in draft.turns[-_FIRST_TURNS:] if turn.speaker]
    return any(
        leave.search(turn.text) and resolve(turn.speaker or "", draft.values("host"))
        for turn in last
        if turn.speaker != guest
    )


_DESK = re.compile(
    r", (?:Communications?(?: Office| Team)?|(?:Press|News|Media)(?: Office| Desk| Team)?|"
    r"(?:Staff|Senior|Features?|Science|Arts|Books|News) "
    r"(?:Writer|Editor|Correspondent|Reporter))$",
    re.IGNORECASE,
)
"""``By Ada Byron, Communications``: where in a house she writes"""


def read_author(draft: Draft) -> None:
    """Claims who signs a page beside its day and speaks of ``my guest`` as the host."""
    if draft.values("host"):
        return
    told = draft.source.text[:READ]
    mine = speaks_of_guest(told) or bool(_OURS.search(told)) or _is_own_letter(told, draft)
    near = draft.source.blocks[:_TOP]
    for place, block in enumerate(near):
        if block.is_item or is_prose(block.plain):
            continue
        parts = [part.strip() for part in _BARS.split(block.plain)]
        around = [*near[max(0, place - 2) : place], *near[place + 1 : place + 3]]
        beside = [other for other in around if not other.text.isalnum()]
        dates = [*parts, *(other.plain for other in beside if len(other.text) < _SHORT)]
        dated = any(find_date(part) for part in dates)
        if any(title in block.plain for title in draft.values("title")):
            dated = any(find_date(part) for part in parts)
        for part in parts:
            name = _DESK.sub("", _BY.sub("", part)) if _BY.match(part) else _BY.sub("", part)
            subject = part.partition(" on ")[2]
            if subject and not find_date(subject):
                continue  # "Ada Byron on bells"
            if not is_name(name) or not (dated or not part.startswith(name)):
                continue
            signs = part == block.plain and place > 0 and _MET.match(near[place - 1].plain)
            if not (mine or signs or _is_told(name, told) or _asks(name, told)):
                continue
            others = [*draft.values("guest"), *draft.values("show"), *draft.values("title")]
            if resolve(name, draft.values("guest")) is None and not any(
                name in other for other in others
            ):
                draft.claim("host", name, block.start)
                return


_OURS = re.compile(
    r"\b[Ii]n (?:this|our|today['’]s) (?:conversation|interview|talk),? we\b"
    r"|\bWe also (?:talk|discuss|argue|speak) about\b"
    r"|(?m:^)\W{0,6}(?:The )?[Qq]uestions (?:I|we) asked\W{0,4}(?m:$)"
)
"""``In this conversation we follow a bell``: whoever writes took part."""


def _is_own_letter(text: str, draft: Draft) -> bool:
    """Whether a page that counts the show says that readers pay for it: one person's letter."""
    paid = r"is (?:an? (?:reader|listener|member)-(?:supported|funded)|free(?: to \w+)? because)\b"
    shows = draft.values("show") if draft.values("number") else ()
    return any(re.search(rf"\b{re.escape(show)} {paid}", text) for show in shows)


_MET = re.compile(
    r"^(?:(?:[Aa]n?|[Mm]y|[Oo]ur) )?(?:[Cc]onversation|[Ii]nterview|[Tt]alk|[Cc]hat) with [A-Z]"
)
"""``A conversation with Carl Roe``, above the name of whoever signs the page"""


def _is_told(name: str, text: str) -> bool:
    """``She tells Ada why``, where the page is signed by Ada Byron."""
    first = re.escape(name.split()[0])
    return bool(re.search(rf"\b(?:tells|told|explains to|shows|with|asks|joins) {first}\b", text))


def _asks(name: str, text: str) -> bool:
    """``Ada Byron asks him why``, where the page is signed by her."""
    verbs = (
        r"asks|visits|meets|interviews|(?:met|interviewed) (?:him|her|them)|"
        r"(?:talks|speaks|sits down|sat down|spoke|talked) (?:to|with)"
    )
    return bool(re.search(rf"\b{re.escape(name)} (?:{verbs})\b", text))


def read_interviewer(draft: Draft) -> None:
    """Claims who signs a printed interview, of questions and answers throughout, as its host."""
    asked = [one for one in draft.sections if one.kind is SectionKind.QA]
    told = [one for one in draft.sections if one.kind is not SectionKind.TOPIC]
    if len(asked) < _INTERVIEW or len(asked) < 0.7 * len(told):
        return
    for block in draft.source.blocks[:_TOP]:
        found = _SIGNED.match(block.plain)
        if found and block.start < asked[0].line_start and is_name(found["name"]):
            if resolve(found["name"], draft.values("guest")) is not None:
                return
            if not draft.values("host"):
                draft.claim("host", found["name"], block.start)
            if resolve(found["name"], draft.values("host")) is not None:
                printed.read(block, asked[0].line_start, draft)
            return
    askers.read(asked[0].line_start, draft)
    _read_author_of_page(asked[0].line_start, draft)


def _read_author_of_page(first: int, draft: Draft) -> None:
    """Claims as the host whom the head of a printed interview names, and a line above it too.

    ``first`` is the line of the first question. The line is the name and nothing else.
    """
    named = [one.value for one in draft.source.fields if one.name == "page author"]
    lines = [block for block in draft.source.blocks[:_TOP] if block.start < first]
    for block in lines if not draft.values("host") else ():
        if block.plain in named and is_name(block.plain):
            if resolve(block.plain, draft.values("guest")) is None:
                draft.claim("host", block.plain, block.start)
                printed.read(block, first, draft)
            return
