"""A title line taken apart: its title, show, number and people, by what the page says elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.reading import glued_titles
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of
from quizapp.reading.names import NAME, bare_name, is_name, split_names
from quizapp.reading.people import is_spoken_of, resolve
from quizapp.reading.show_names import is_name_of_show, is_no_person, uncapped
from quizapp.reading.shows import names_around, subscribed
from quizapp.reading.shows_before_titles import take_counted_sort, without_told_show
from quizapp.reading.shows_with_hosts import without_guest_on, without_show
from quizapp.reading.title_parts import BARS, LETTERS_COUNT, Title, is_lone_number, is_site
from quizapp.reading.titles import counted_title, parse_title
from quizapp.reading.wording import plain, word_count

_GUEST_ON = Form(
    rf"^(?P<title>.{{4,}}?): (?P<guest>{NAME}) on (?P<show>[A-Z].{{2,40}}?)"
    rf" with (?P<host>{NAME})$",
    needs=" with ",
)
"""``Deep Sleep: Ada Byron on Night Radio with Carl Roe``"""

_HONOUR = r"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s)?"

_PERSON_BEHIND = re.compile(r"^(?P<title>.{4,}?)\s[|·–—]\s(?P<name>[^|·–—]{4,40})$")

_PERSON_IN_BRACKETS = re.compile(r"^(?P<title>.{4,}?)\s[(\[](?P<name>[^()\[\]]{4,40})[)\]]$")

_WITH_IN_BRACKETS = re.compile(
    r"^(?P<title>.{4,}?)\s[(\[](?:with|w/|feat\.?|ft\.?|featuring|guest:?)\s(?P<name>[^()\[\]]{4,40})[)\]]"
    r"(?P<behind>(?:\s[|·–—-]\s.{3,})?)$",
    re.IGNORECASE,
)
"""``Deep Sleep (with Ada Byron) | Night Radio``"""

_BOTH_IN_BRACKETS = Form(
    rf"^(?P<title>.{{4,}}?)\s[(\[]{_HONOUR}(?P<one>{NAME}) (?:w/|(?:in conversation )?with|&|and) "
    rf"{_HONOUR}(?P<other>{NAME})[)\]]$"
)
"""``Deep Sleep (Carl Roe w/ Ada Byron)``: who talk, and not yet who asks"""

_WITH_BEHIND_BAR = re.compile(
    r"^(?P<title>[^|·]{4,}?)\s[|·]\s(?:with|w/|feat\.?|ft\.?|featuring)\s"
    r"(?P<name>[^()|·\[\]]{4,40}?)(?P<behind>(?:\s[|·]\s.{3,})?)$",
    re.IGNORECASE,
)
"""``Deep Sleep | with Ada Byron | Night Radio``"""

_COUNTED_WITH = Form(
    r"^(?P<title>.{4,}?\s[|–—-]\s[A-Z][^|–—:]{2,40}?,?\s(?i:ep(?:isode)?\.?\s?#?|#|no\.?\s?)\d{1,4})"
    rf",?\s[(\[]?(?i:with|w/|feat\.?|ft\.?|featuring)\s(?P<name>{NAME})[)\]]?$"
)
"""``Deep Sleep – Night Radio Ep. 7 with Ada Byron``"""

_COUNTED_PART = re.compile(r"^(?P<show>[A-Z][\w'’& ]{2,30}?)\s#?(?P<number>\d{1,3}|[3-9]\d{3})$")
"""``Night Radio 41``; a year counts no episodes."""

_COUNTED_IN_BRACKETS = Form(
    r"^(?P<title>.{4,}?)\s[(\[](?i:ep(?:isode)?\.?\s?#?|#|no\.?\s?)(?P<number>\d{1,4}),?\s?"
    rf"[:;·|–—-]?\s?(?i:with|w/|feat\.?|ft\.?|featuring|guest:?)\s(?P<name>{NAME})[)\]]"
    r"(?P<behind>(?:\s[|·–—-]\s.{3,})?)$"
)
"""``Deep Sleep (Ep. 12, with Ada Byron)``"""

_SITE_BEHIND = re.compile(r"\s[-–—]\s(?:YouTube|Spotify|Apple Podcasts|Transcript|Summary)$", re.I)

_THREE = 3

_READ = 6_000
"""Characters at the top of a page that say who takes part."""

_SIGNED = 3
"""So often a name behind a dash is that of somebody who is quoted; once it stands in the title."""

_SHOW_BEHIND = re.compile(
    r"^(?P<title>.{4,}?)\s?[|–—-]\s(?P<show>[A-Z][\w'’& ]{2,30}?)\s(?P<number>\d{1,4})$"
)

_COUNTED_SHOW = re.compile(r"^(?P<show>[A-Z][\w'’& ]{2,30}?)\s(?P<number>\d{1,4})\s?[|:–—-]\s?\S")

_PADDED = re.compile(
    r"^(?P<show>[A-Z][\w'’& ]{2,40}?)\s#?(?P<number>0\d{1,3})\s?[/|:–—-]\s(?P<title>\S.{3,})$"
)


_SORT_OF_PAGE = re.compile(
    r"^(?P<show>[A-Z][^|–—:\d]{2,40}?)\s[|–—-]\s(?P<sort>(?:listeners?['’]? |show |episode |your )?"
    r"(?:faqs?|q ?& ?a|notes|questions|summary|takeaways|highlights|quotes|transcript|recap))"
    r"(?:,| for| from| to| of)?\s(?:ep(?:isode)?\.?\s?#?|#|no\.?\s?)(?P<number>\d{1,4})$",
    re.IGNORECASE,
)
"""``Night Radio – listener FAQ, episode 17``: which episode, and no title."""


def take_title(text: str, line: int, draft: Draft) -> None:
    """Takes a title line apart into title, show and number."""
    sort = _SORT_OF_PAGE.match(plain(text))
    if sort and is_name_of_show(sort["show"]) and not resolve(sort["show"], draft.people):
        draft.claim("show", sort["show"], line)
        draft.claim("number", int(sort["number"]), line)
        draft.claim("title", f"{sort['show']}: {sort['sort']}", line)
        return
    text = glued_titles.without_season(text, line, draft)
    if take_counted_sort(text, line, draft):
        return
    text = glued_titles.without_count(text, line, draft)
    text = without_told_show(text, line, draft)
    around = names_around(draft)
    text = glued_titles.without_show(text, around, line, draft)
    shows = tuple(draft.values("show"))
    text = without_guest_on(without_show(text, line, draft), line, draft)
    told = _without_site(without_guest(_without_cast(text, line, draft), draft), around, draft)
    again = shows_again(told, draft)
    parsed = (
        _padded(told)
        or _behind_podcast(told, draft)
        or _with_person(told, line, draft)
        or _counted_behind(told, draft)
        or counted_title(told, (*shows, *around, *again))
    )
    parsed = parsed or _behind_bid(told, draft)
    parsed = parsed or parse_title(told, shows=(*shows, *filter(is_no_person, around)))
    met = _GUEST_ON.match(parsed.title)
    if met and is_name(met["guest"]) and is_name(met["host"]):
        parsed = replace(parsed, title=met["title"], show=parsed.show or met["show"])
        draft.claim("guest", bare_name(met["guest"]), line)
        draft.claim("host", bare_name(met["host"]), line)
    if LETTERS_COUNT.search(plain(text)):
        parsed = replace(parsed, number=None)
    parsed = _without_short_guest(_without_hosted(parsed, draft), line, draft)
    draft.claim("title", parsed.title, line)
    draft.claim("show", parsed.show, line)
    _take_host(parsed, line, draft)
    draft.claim("number", parsed.number, line)


_HOSTED = Form(rf"^(?P<show>[A-Z].{{2,40}}?),? with (?P<host>{NAME})$", needs=" with ")
_NAMED = Form(rf"^(?P<name>(?:(?:Dr|Prof)\.?\s)?{NAME}):\s", needs=":")


_SHORT_GUEST = Form(
    rf"^(?P<title>.{{4,}}?),? (?:w/|[Ff]eat\.?|[Ff]t\.?|FEAT\.?|FT\.?) ?(?P<name>{NAME})$"
)
"""``Deep Sleep w/ Ada Byron``"""


def _without_short_guest(parsed: Title, line: int, draft: Draft) -> Title:
    found = _SHORT_GUEST.match(parsed.title)
    if not found or not is_name(found["name"]) or resolve(found["name"], draft.values("host")):
        return parsed
    draft.claim("guest", bare_name(found["name"]), line)
    return replace(parsed, title=found["title"])


def _without_hosted(parsed: Title, draft: Draft) -> Title:
    """``Ada Byron: Engines | Night Radio with Carl Roe``: what is behind the bar is the show."""
    title, bar, behind = parsed.title.rpartition(" | ")
    found = _HOSTED.match(behind) if bar and not parsed.show else None
    if not found or not is_name(found["host"]) or not is_name_of_show(found["show"]):
        return parsed
    named = _NAMED.match(title)
    another = named and is_name(named["name"]) and not resolve(found["host"], [named["name"]])
    told = resolve(found["host"], draft.values("host")) or another
    return replace(parsed, title=title, show=behind) if told else parsed


def _take_host(parsed: Title, line: int, draft: Draft) -> None:
    """``Night Radio with Carl Roe`` is his, where the title begins with somebody else."""
    found, named = _HOSTED.match(parsed.show or ""), _NAMED.match(parsed.title)
    if not found or not named or draft.values("host"):
        return
    if is_name(found["host"]) and not resolve(found["host"], [bare_name(named["name"])]):
        draft.claim("host", bare_name(found["host"]), line)


_CUT = re.compile(r"\s[|·–—-]\s|\s?\|\s?")


def _without_cast(text: str, line: int, draft: Draft) -> str:
    """``Deep Sleep - Night Radio - Ep. 4 - Ada Byron & Carl Roe`` without who takes part."""
    parts = _CUT.split(plain(text))
    names = split_names(parts[-1])
    counted = any(is_lone_number(part) for part in parts)
    if len(parts) <= _THREE or len(names) != _TWO or not counted:
        return text
    if not _ARE_NAMES.fullmatch(parts[-1]):
        return text
    for name in names:
        draft.claim("person", name, line)
    return plain(text)[: plain(text).rindex(parts[-1])].rstrip(" |·–—-")


_TWO = 2
_ARE_NAMES = Form(rf"{NAME}(?:,| &| and| with) {NAME}")


def _with_person(text: str, line: int, draft: Draft) -> Title | None:
    """``Deep Sleep | Ada Byron | Night Radio 41``, in any order: each part is told by its form."""
    parts = [_SITE_BEHIND.sub("", part.strip()) for part in BARS.split(plain(text))]
    parts = [part for part in parts if part and not is_site(part)]
    people = [part for part in parts if is_name(part)]
    counted = [(part, found) for part in parts if (found := _COUNTED_PART.match(part))]
    if len(parts) != _THREE or len(people) != 1 or len(counted) != 1 or field_of(counted[0][0]):
        return None
    title = next(part for part in parts if part not in (people[0], counted[0][0]))
    draft.claim("person", bare_name(people[0]), line)
    return Title(title, counted[0][1]["show"], int(counted[0][1]["number"]))


def without_guest(text: str, draft: Draft) -> str:
    """``Why We Hum | Ada Byron`` without the guest, where the page names her as such."""
    met = _WITH_IN_BRACKETS.match(plain(text)) or _WITH_BEHIND_BAR.match(plain(text))
    if met and is_name(met["name"]):
        if resolve(met["name"], draft.values("host")) is None:
            draft.claim("guest", bare_name(met["name"]), 1)
        return _before_show(met["title"], met["behind"], draft)
    pair = _BOTH_IN_BRACKETS.match(plain(text))
    if pair and is_name(pair["one"]) and is_name(pair["other"]):
        for name in (pair["one"], pair["other"]):
            draft.claim("person", bare_name(name), 1)
        return pair["title"]
    both = _COUNTED_IN_BRACKETS.match(plain(text))
    if both and is_name(both["name"]):
        draft.claim("number", int(both["number"]), 1)
        if resolve(both["name"], draft.values("host")) is None:
            draft.claim("guest", bare_name(both["name"]), 1)
        return _before_show(both["title"], both["behind"], draft)
    counted = _COUNTED_WITH.match(plain(text))
    if counted and is_name(counted["name"]):
        name = bare_name(counted["name"])
        asks_there = resolve(name, draft.values("host")) is not None
        told_of = is_spoken_of(name, draft.source.text[:_READ])
        draft.claim("guest" if told_of and not asks_there else "person", name, 1)
        return counted["title"]
    found = _PERSON_BEHIND.match(plain(text)) or _PERSON_IN_BRACKETS.match(plain(text))
    if not found or not is_name(found["name"]):
        return text
    told = draft.source.text[:_READ]
    known = resolve(found["name"], draft.people) or is_spoken_of(found["name"], told)
    signed = len(re.findall(rf"[–—-]\s?{re.escape(found['name'])}", told)) >= _SIGNED
    if not (known or signed):
        return text
    hosts = signed and resolve(found["name"], draft.values("host"))
    draft.claim("guest" if signed and not hosts else "person", bare_name(found["name"]), 1)
    if found.re is _PERSON_IN_BRACKETS and resolve(found["name"], draft.values("host")) is None:
        draft.claim("guest", bare_name(found["name"]), 1)
    return found["title"]


def _before_show(title: str, behind: str, draft: Draft) -> str:
    """A title whose guest stood in brackets, with what stood behind them if it is no show."""
    name = behind.strip(" |·–—-")
    if not name:
        return title
    person = resolve(name, draft.people) or is_spoken_of(name, draft.source.text[:_READ])
    if is_name_of_show(name) and not person:
        if not draft.values("show"):
            draft.claim("show", name, 1)
        return title
    return f"{title}{behind}"


_PODCAST_BEFORE = re.compile(
    r"^(?!(?:new|our|the|this|latest|next|bonus|video|audio|special|guest)\b)"
    r"(?P<show>[A-Z][^|–—:\d]{2,40}? [Pp]odcast): (?P<title>\S+ \S.{3,})$",
    re.IGNORECASE,
)


def _behind_podcast(text: str, draft: Draft) -> Title | None:
    """``Night Radio podcast: Deep Sleep``, where the page says ``Night Radio podcast`` again."""
    found = _PODCAST_BEFORE.match(plain(text))
    if not found or not is_name_of_show(found["show"]):
        return None
    name = found["show"].lower()
    again = any(name in b.plain.lower() and b.plain != plain(text) for b in draft.source.blocks)
    return Title(found["title"].strip(), found["show"]) if again else None


def _behind_bid(text: str, draft: Draft) -> Title | None:
    """``Night Radio: Deep Sleep``, where the page bids to subscribe to ``Night Radio``."""
    show, colon, title = plain(text).partition(": ")
    if not colon or word_count(title) <= 1 or show not in subscribed(draft):
        return None
    return Title(title.strip(), show)


def _padded(text: str) -> Title | None:
    """``NIGHT RADIO 009 / Deep Sleep``: a number with noughts before it counts episodes."""
    found = _PADDED.match(plain(text))
    if not found or not is_name_of_show(found["show"]):
        return None
    return Title(found["title"].strip(), uncapped(found["show"]), int(found["number"]))


def _counted_behind(text: str, draft: Draft) -> Title | None:
    """``Why We Fold | Table Talk 31``, where the page says ``Table Talk`` again."""
    found = _SHOW_BEHIND.match(plain(text))
    if not found or is_lone_number(f"{found['show']} {found['number']}"):
        return None
    name = found["show"].lower()
    again = any(name in b.plain.lower() and b.plain != plain(text) for b in draft.source.blocks)
    return Title(found["title"].strip(), found["show"], int(found["number"])) if again else None


def _without_site(text: str, names: tuple[str, ...], draft: Draft) -> str:
    """``Deep Swell Night Radio podcast with Ada Byron`` → ``Deep Swell``; names of the page."""
    for name in names:
        found = re.search(
            rf"\s(?:on (?:the )?)?{re.escape(name)}\s(?:podcast|show)(?:\swith\s[A-Z].{{3,40}})?$",
            text,
        )
        if found and word_count(text[: found.start()]) > 1:
            draft.claim("show", name, 1)
            return text[: found.start()]
    return text


def shows_again(text: str, draft: Draft) -> tuple[str, ...]:
    """``Offshore`` of ``Offshore 129 | Deep Swell``, where the page says that name again.

    So it is where a label gives that number.
    """
    found = _COUNTED_SHOW.match(plain(text))
    if not found or field_of(found["show"]):
        return ()
    again = sum(
        1
        for block in draft.source.blocks
        if re.search(rf"\b{re.escape(found['show'])}\b", block.plain) and block.text != text
    )
    told = found["number"] in draft.values("number") and is_name_of_show(found["show"])
    return (found["show"],) if again or told else ()
