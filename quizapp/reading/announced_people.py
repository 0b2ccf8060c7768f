"""Who meets whom, as a sentence announces it: ``Listen as Ada chats with Carl Roe``."""

from __future__ import annotations

import re

from quizapp.reading.callings import SPEECH
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.history import around, is_of_year, is_story, speaks_of_episode
from quizapp.reading.meetings import without_trade
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.other_episodes import is_other
from quizapp.reading.people import resolve
from quizapp.reading.show_names import is_name_of_show, trimmed

_HONOURED = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?"

_MEETS = Form(
    r"^In (?:our |the )?[Ee]pisode #?(?P<number>\d{1,4}),? (?:host )?"
    rf"(?P<host>{NAME}) (?:talks|chats|speaks|sits down|catches up) (?:to|with) "
    rf"(?P<guest>{NAME})(?: and (?P<other>{NAME}))?\b",
    needs="pisode",
)
"""``In Episode 12, Ada Byron talks with Carl Roe about …``"""

_HOSTS = Form(
    rf"\b(?P<host>{NAME}) hosts (?P<guest>{NAME})"
    r"(?:, (?:an?|the|author|founder|who)\b[^.!?]{3,90}?)?"
    rf"(?:,? (?:along|together) with (?:guest |fellow guest )?(?P<other>{NAME}))?"
    r"(?=[,.]| (?:for|to)\b)",
    needs=" hosts ",
)
"""``Ada Byron hosts Carl Roe, a potter, along with guest Eve Low``"""

_LISTENS = Form(
    r"^(?:Listen|Tune|Join|Hear)(?: in)?(?: us)? as (?:host )?"
    rf"(?P<host>{BIG}[\w'’-]+(?: {BIG}[\w'’-]+){{0,2}}) "
    r"(?:talks|chats|speaks|sits down|catches up) (?:to|with) (?:(?:Dr|Prof|Professor)\.? )?"
    rf"(?P<guest>{NAME})\b",
    needs=" as ",
)
"""``Listen as Ada chats with Carl Roe, a potter``"""

_FIRST_NAME_ASKS = Form(
    r"^(?:[Ii]n|[Oo]n) this (?:week['’]s |month['’]s )?(?:podcast |special |bonus )?"
    r"(?:episode|edition|talk)"
    rf"(?: of [^.,]{{3,40}})?,? (?:host )?(?P<host>{BIG}[a-z'’-]+) "
    r"(?:interviews|welcomes|is joined by|(?:talks|chats|speaks|sits down|catches up) (?:to|with)) "
    rf"(?:(?:the )?(?:[a-z]+ ){{1,3}}|(?:Dr|Prof|Professor)\.? )?(?P<guest>{NAME})\b",
    needs="n this ",
)
"""``In this episode, Ada interviews Carl Roe, a potter``: of hosts it tells the first name."""

_ONTO = Form(
    r"\b(?:(?:When|After|As|Since|While|Once|Before|Because) )?(?:[Tt]he )?"
    rf"(?:[Hh]ost,? |[Pp]resenter,? )?(?P<host>{NAME}),? "
    r"(?:(?:has |had )?(?:invited|invites|brought|brings|welcomed|welcomes|got)|has) (?:back )?"
    r"(?:(?:the|an?) )?(?:[a-z][\w-]* ){0,4}(?:(?:Dr|Prof|Professor)\.? )?"
    rf"(?P<guest>{NAME}),? (?:back )?(?P<on>onto|on to|on) (?:the )?"
    rf"(?P<show>{BIG}[\w'’&-]*(?: (?:(?:of|the|and|in|for|to|a|&) ){{0,2}}{BIG}[\w'’&-]*){{0,4}})",
    needs=" ",
)
"""``When Ada Byron invited the potter Carl Roe onto Night Radio``"""

_BESIDE = 30
_ON = re.compile(r"\b(?:has|invite[sd]|brings|brought|welcome[sd]|got)\b.{5,120}\b(?:on|onto) ")
_DATED = re.compile(r"\b[Ii]n (?:1\d{3}|20\d\d)\b")
"""What happened in a year is history, and no invitation to a show."""

_EXPLORES = Form(
    r"\b[Ii]n (?:a|an|this|our|her|his) (?:\w+ )?(?:conversation|talk|interview|discussion) with "
    rf"(?:guest |co-)?(?:host |presenter )?(?P<host>{NAME}), "
    rf"(?P<last>{BIG}[\w'’-]+) (?:{SPEECH})\b",
    needs=" with ",
)
"""``Carl Roe is a potter. In a conversation with host Ada Byron, Roe explores …``"""


_HIS_GUEST = Form(
    rf"(?:^|[.!?]\s)(?:(?P<host>{NAME})(?: \w+)? (?:asks|asked|welcomes|interviews|hears from) |"
    r"[^.!?]{0,160}?\b)"
    r"(?:(?P<his>[Hh]is|[Hh]er|[Tt]heir)|[Mm]y|[Oo]ur|[Tt]oday['’]s|[Tt]his week['’]s) "
    r"guest(?: today| this week)?,? "
    rf"(?:is |was )?(?:(?:Dr|Prof|Professor)\.? )?(?P<guest>{NAME})"
    r"(?=[,.;:]| (?:and|is|was|on|how)\b)",
    needs=" guest",
)
"""``She asked her guest, Carl Roe, how long a wall lasts``"""


def read(text: str, line: int, draft: Draft) -> None:
    """Claims host and guests of a paragraph that announces them."""
    _read_his_guest(text, line, draft)
    _read_exploring(text, line, draft)
    _read_onto(text, line, draft)
    listens = _LISTENS.match(text) or _FIRST_NAME_ASKS.match(text)
    if listens and is_name(listens["guest"]) and not draft.values("guest"):
        draft.claim("guest", bare_name(listens["guest"]), line)
        if is_name(listens["host"]) and not draft.values("host"):
            draft.claim("host", bare_name(listens["host"]), line)
        return
    found = _MEETS.search(text) or _HOSTS.search(text)
    if not found or not (is_name(found["host"]) and is_name(found["guest"])):
        return
    hosts = draft.values("host")
    if draft.values("guest") or (hosts and resolve(found["host"], hosts) is None):
        return
    number = found.groupdict().get("number")
    if number and not draft.values("number"):
        draft.claim("number", int(number), line)
    draft.claim("host", bare_name(found["host"]), line)
    for name in filter(None, (found["guest"], found["other"])):
        if is_name(name) and resolve(name, [found["host"]]) is None:
            draft.claim("guest", bare_name(name), line)


def _read_his_guest(text: str, line: int, draft: Draft) -> None:
    """Claims whom a paragraph calls somebody's guest, where nobody is known to be one."""
    near = (one for one in _HIS_GUEST.finditer(text) if not is_other(text, one.start("guest")))
    found = next((one for one in near if not _is_of_story(text, one, draft)), None)
    if not found or draft.values("guest"):
        return
    guest = bare_name(found["guest"])
    if not is_name(guest) or resolve(guest, draft.values("host")):
        return
    draft.claim("guest", guest, line)
    host = bare_name(found["host"] or "")
    if host and is_name(host) and not draft.values("host") and resolve(host, [guest]) is None:
        draft.claim("host", host, line)


def _is_of_story(text: str, found: re.Match[str], draft: Draft) -> bool:
    """Whether ``his guest`` is somebody's of whom an episode tells, and not a host's."""
    place, end = found.start("guest"), found.end()
    if not found["his"]:
        return is_of_year(text, place, end)
    if is_story(text, place, end, draft):
        return True
    said = around(text, place, end)
    hosts = draft.values("host")
    return not any(
        speaks_of_episode(one) or any(host.split()[-1] in one for host in hosts) for one in said
    )


_BEGINS = Form(rf"{_HONOURED}(?P<guest>{NAME}) ")
_VISITS_HIM = Form(
    rf"[.!?] (?:Host |Presenter |Our )?(?P<host>{NAME}) (?:also |then )?"
    r"(?P<does>visits|meets|interviews|joins|asks|calls on|sits down with|"
    r"(?:talks|speaks|chats) (?:to|with)) (?:him|her|them)\b",
)
"""``Carl Roe mends bells. Ada Byron visits him at work.``"""


def read_visited(text: str, line: int, draft: Draft) -> None:
    """Claims of whom a paragraph tells first, and who visits that one; it names nobody else."""
    visits = _VISITS_HIM.search(text) if _HIM.search(text) else None
    begins = _BEGINS.match(text) if visits else None
    if not visits or not begins or draft.values("host"):
        return
    host, guest = (bare_name(without_trade(n, text)) for n in (visits["host"], begins["guest"]))
    told = {
        without_trade(one["name"], text) for one in _FULL.finditer(text) if is_name(one["name"])
    }
    if is_story(text, visits.start("host"), visits.end(), draft) or (
        _LIVED.match(text, begins.end())
        and _GOES.match(visits["does"])
        and not any(map(speaks_of_episode, around(text, visits.start("host"), visits.end())))
        and resolve(guest, draft.values("guest")) is None
    ):
        return
    both = is_name(host) and is_name(guest) and resolve(host, [guest]) is None
    guests = draft.values("guest")
    if (
        not both
        or len({bare_name(without_trade(name, text)) for name in told} | {host, guest}) != _BOTH
    ):
        return
    if not guests or resolve(guest, guests):
        draft.claim("host", host, line)
        draft.claim("guest", guest, line)


_LIVED = re.compile(r"(?:[a-z]+ly )?(?:[a-z]+ed|led|was|were|had|went|came|took|fled|sought)\b")
_GOES = re.compile(r"meets|joins")
"""Of one who did something long ago, these tell what came next in the story."""
_HIM = re.compile(r"\b(?:visits|meets|interviews|joins|asks|on|to|with) (?:him|her|them)\b")
_BOTH = 2


def _read_exploring(text: str, line: int, draft: Draft) -> None:
    found = _EXPLORES.search(text)
    if not found or draft.values("guest"):
        return
    before = (m["name"] for m in _FULL.finditer(text[: found.start()]))
    named = {name for name in before if name.split()[-1] == found["last"] and is_name(name)}
    if len(named) == 1 and resolve(found["host"], list(named)) is None:
        draft.claim("guest", bare_name(named.pop()), line)


def _read_onto(text: str, line: int, draft: Draft) -> None:
    """Claims both sides of an invitation to a show, and the show where nothing tells it yet."""
    found = _ONTO.search(text) if _ON.search(text) else None
    if not found or is_other(text, found.start()):
        return
    if _DATED.search(text, max(0, found.start() - _BESIDE), found.end() + _BESIDE):
        return
    names = (bare_name(found["host"]), bare_name(found["guest"]))
    host, guest = names
    show = trimmed(found["show"])
    shows = [one.casefold().removeprefix("the ") for one in draft.values("show")]
    if not all(map(is_name, names)) or resolve(host, [guest, *draft.values("guest")]):
        return
    if resolve(guest, draft.values("host")) or (shows and show.casefold() not in shows):
        return
    sure = found["on"] != "on" or not is_name(show)
    if not shows and not (sure and is_name_of_show(show)):
        return
    if not shows:
        draft.claim("show", show, line)
    if not draft.values("host"):
        draft.claim("host", host, line)
    if not draft.values("guest"):
        draft.claim("guest", guest, line)


_FULL = Form(rf"(?P<name>{NAME})")
