"""The credits of an episode near the top of a page: ``Night Radio, episode 12: “Deep Sleep”``.

Pages about an episode have headlines, writers and counts of their own; where a line says which
episode of which show it is about, that holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.reading import parties
from quizapp.reading.block import Block
from quizapp.reading.called_shows import is_said
from quizapp.reading.dates import published
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name
from quizapp.reading.other_episodes import in_passing, is_other, sentence_at
from quizapp.reading.show_names import is_name_of_show, trimmed
from quizapp.reading.stated import contradicts, counted_above, stated
from quizapp.reading.wording import is_prose, is_quoted, word_count

_NEAR = 10
"""Blocks from the top within which the credits stand."""

_READ = 900
"""Characters of each of them."""

_WORD = rf"{BIG}[\w'’&-]*"
_SHOW = rf"{_WORD}(?: (?:(?:of|the|and|in|on|for|to|a|&) ){{0,2}}{_WORD}){{0,5}}"
_COUNT = (
    r"(?:(?:[Ss](?:eason|eries)?\.? ?\w{1,6},? )?(?:[Ee]pisode|[Ee]p\.?|[Nn]o\.|[Nn]umber|EPISODE)"
    r" ?#? ?|(?:[Ss]\d{1,2} ?)?E(?=\d)|#)(?P<number>\d{1,4})\b"
)

_NUMBER_THEN_SHOW = Form(
    rf"\b{_COUNT}(?: was| is)? (?:of|from|on|in) (?:the (?:podcast|show|series|programme) )?"
    rf"(?P<show>(?:the )?{_SHOW})"
)
"""``episode 12 of Night Radio``"""

_SHOW_THEN_NUMBER = Form(
    rf"(?P<show>{_SHOW})(?: with (?P<host>{NAME}))?(?: podcast)?"
    rf"(?:, | [–—] |: | \(|,? (?=#)){_COUNT}"
)
"""``Night Radio, season 2, episode 12``, ``Night Radio (ep. 12``"""

_SHOW_AND_HOST = Form(
    rf"^(?P<show>{_SHOW}), (?:hosted|presented|with host)(?: by)? (?P<host>{NAME})"
    rf"(?:,? [(]?{_COUNT})?"
)
"""``Night Radio, hosted by Ada Byron, episode 12``, at the start of a line"""

_OF_THIS = Form(
    r"\b(?:[Tt]his|[Ll]ast|[Tt]he (?:latest|newest|new)) (?:week['’]s |month['’]s )?"
    rf"(?:new )?episode of (?P<show>(?:the )?{_SHOW})"
)

_OUR_SHOW = Form(
    rf"\b(?:our|my|his|her|their|the) (?:podcast|show|series|programme),? (?P<show>{_SHOW})"
    rf"(?:,? (?:for|in|on|as) |, ){_COUNT}"
)
"""``She came on our podcast, Night Radio, for episode 12``"""

_TITLED = Form(rf"(?:^|[.:;] |\b(?:for|in|on|is|was|,) ){_COUNT}(?=(?:,|:| [–—])? [“\"„])")
"""``Episode 12, “Deep Sleep”``, with the show somewhere else"""

_LEAD = re.compile(
    r"^(?:(?:(?:Show|Listening|Lecture|Class|Reading|My|Our|Some|These|Study) )?(?:Notes|Summary|"
    r"Recap|Highlights|Takeaways|Quotes|Lessons|Ideas|Questions|Source|Based|Taken|Adapted|"
    r"About|Episode|Podcast|Transcript|Write-up)\b[^A-Z]{0,24}|(?:From|On|In|For|At|Of|To|This|Heard|"
    r"The (?:podcast|show)|Listen(?:ing)?(?: first)?(?: to)?|And|But|Today|Yesterday|Tonight|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) )+",
)
"""Words before the show that have capitals only as they begin the line."""

_TITLE_BEHIND = re.compile(
    r"^[)\]]?\s?(?:[,:–—·|]\s?|\s)(?:(?:is |was )?(?:called|titled|entitled|named) )?"
    r"[“\"„](?P<title>[^“”\"„]{4,120}?)[,.]?[”\"“]"
)
_TITLE_BEFORE = re.compile(
    r"[“\"„](?P<title>[^“”\"„]{4,120}?)[,.]?[”\"“](?:,| is| was| –| —|:)?\s?[(\[]?(?:the )?"
    r"(?:from )?$"
)
_TITLE_LABELLED = re.compile(
    r"\b(?:[Ee]pisode|[Ii]ts) (?:title|name)(?:\sis|:)?\s"
    r"[“\"„](?P<title>[^“”\"„]{4,120}?)[,.]?[”\"“]"
)
_NUMBER_LABELLED = re.compile(
    r"(?:^|[.;·|]\s|^ ?[(])[Ee]pisode #?(?P<number>\d{1,4})(?=[.;,)]|\s[·|]|$)"
)
_RELEASED = re.compile(
    r"\b(?:[Rr]eleased|[Aa]ired|[Pp]ublished|[Oo]ut|[Bb]roadcast|[Dd]ated)(?: on)?:? "
    r"(?P<rest>.{6,40})"
)
_DAY_BEHIND = re.compile(
    r"(?:,? ?[“\"„][^“”\"„]{4,120}[”\"“])?,? ?[(]?(?P<rest>[^().;·|]{6,30}?)(?=[).;·|]|$)"
)
"""``, 4 March 2021.``, ``“Deep Sleep” (4 March 2021)`` behind the number"""

_SENTENCE_END = re.compile(
    r"(?<=[\w)”\"][.!?])(?<!\bDr\.)(?<!\bEp\.)(?<!\bep\.)(?<!\bNo\.)\s+(?=[A-Z“\"])"
)


def read(blocks: Sequence[Block], draft: Draft) -> None:
    """Claims what the credits say: show, number, title, people, day.

    What labels say on lines of their own holds; credits that say otherwise are another episode's.
    """
    for place, block in enumerate(blocks[:_NEAR]):
        text = block.plain[:_READ]
        if block.is_item or (block.sign == "#" and block.level):
            continue
        if block.sign == ">" and (place > _TOP or is_quoted(text)):
            continue
        mentioned = _mentions(block, below=place > 0)
        if mentioned and place and _is_below_show(blocks[:place], draft):
            mentioned = _mentions(block, below=False)
        told = stated(blocks, block, draft) if mentioned else draft
        first = None
        for one in mentioned:
            if _is_own(*one, block, blocks, told):
                first = one
                break
            if contradicts(one[1], one[0].groupdict().get("number"), told):
                draft.elsewhere.append(sentence_at(text, one[0].start(), one[0].end()))
        if first:
            known = len(told.claims)
            _take(*first, text, block.start, told)
            for claim in told.claims[known:]:
                draft.claim(claim.field, claim.value, claim.line)
            return


def _is_below_show(above: Sequence[Block], draft: Draft) -> bool:
    """Whether a line further up is the name by which the page calls its show elsewhere.

    Then ``Deep Sleep (ep. 12, with Carl Roe)`` is a title with its number.
    """
    names = (block.plain for block in above if not (block.level or block.is_item))
    return any(is_name_of_show(one) and is_said(one, draft.source.text) for one in names)


def _is_own(
    found: re.Match[str], show: str, block: Block, blocks: Sequence[Block], told: Draft
) -> bool:
    """Whether what a block names is the page's own episode, by all that the page states."""
    text = block.plain[:_READ]
    number = found.groupdict().get("number")
    if is_other(text, found.start(), found.end()) or contradicts(show, number, told):
        return False
    if number and counted_above(blocks, block, number):
        return False
    people = [*told.values("host"), *told.values("guest")]
    return not (people and is_prose(text) and in_passing(text, found.start(), found.end(), people))


def _mentions(block: Block, *, below: bool) -> list[tuple[re.Match[str], str]]:
    """Where a block says which show it is about, and the name of that, in order."""
    text = block.plain[:_READ]
    found = [
        (one, name)
        for form in (_NUMBER_THEN_SHOW, _SHOW_THEN_NUMBER, _SHOW_AND_HOST, _OF_THIS)
        for one in form.finditer(text)
        if (name := _name_of(one, text))
        and (form is not _SHOW_THEN_NUMBER or _is_told(one, name, block, below=below))
    ]
    if not found and (titled := _TITLED.search(text)):
        return [(titled, "")]
    return sorted(found, key=lambda pair: pair[0].start())


def _name_of(found: re.Match[str], text: str) -> str:
    """A show's name without what leads to it; empty where it is none."""
    bare = trimmed(_LEAD.sub("", found["show"]))
    words = bare.split()
    person = " ".join(words[-_TWO:])
    if len(words) > _TWO + 1 and is_name(person) and parties.acts(text[found.end("show") :]):
        bare = " ".join(words[:-_TWO])
    if found["show"].startswith("the ") and f"The {bare[4:]}" not in text.replace(found[0], " "):
        bare = bare[4:]
    return bare if is_name_of_show(bare) and len(bare) > _SHORTEST else ""


def _is_told(found: re.Match[str], name: str, block: Block, *, below: bool) -> bool:
    """Whether it is the show that is counted: a title may have a number behind it as well.

    ``below`` says that another line stands above, which may be the title.
    """
    text = block.plain[:_READ]
    marked = re.search(rf"[*_]{re.escape(name)}[*_]", block.text)
    titled = _TITLE_BEHIND.match(text[found.end() :])
    met = below and _WITH_BEHIND.match(text[found.end() :])
    return bool(marked or titled or met or _HOSTED.search(text) or is_prose(text))


_WITH_BEHIND = re.compile(r"^[)\]]?,? (?:with|featuring|feat\.|guest:?) ")
_GUEST_BEHIND = Form(
    rf"^[)\]]?,? (?:(?:with|featuring|feat\.) (?:the )?(?!host )(?:[a-z][\w-]* ){{1,4}}|guest:? )"
    rf"(?P<name>{NAME})(?= ?[.,(·|;]|$)"
)
"""``, with the potter Ada Byron`` behind the number; without her trade she may be the host"""

_ENDED = re.compile(
    r"^[)\]]?(?:,? (?:with|featuring|feat\.|guest:?|hosted|presented)\b|[.;,]? ?[(·|]|[.;]|$)"
)


def is_credit(block: Block, draft: Draft) -> bool:
    """``Night Radio, episode 12, with Carl Roe``: no title, where the show is known."""
    text = block.plain[:_READ]
    found = _SHOW_THEN_NUMBER.match(_LEAD.sub("", text))
    known = found and trimmed(found["show"]) in draft.values("show")
    return bool(known and found and _ENDED.match(_LEAD.sub("", text)[found.end() :]))


_HOSTED = re.compile(r"\b(?:[Hh]osts?:|[Hh]osted by|[Pp]resented by)\s")
_TWO = 2
_SHORTEST = 3
_TOP = 3
"""Blocks above a block quote that holds the credits."""


def _take(found: re.Match[str], show: str, text: str, line: int, draft: Draft) -> None:
    given = found.groupdict()
    behind = text[found.end() :]
    named = given.get("host") or ""
    hosted = f"{show} with {named}"
    if hosted in text and show and is_name(named):
        show = hosted
        titled = _TITLE_BEHIND.match(behind) and not draft.values("host")
        draft.claim("host", bare_name(named) if titled else None, line)
    elif is_name(named) and not draft.values("host"):
        draft.claim("host", bare_name(named), line)
    own = None if show else _OUR_SHOW.search(text)
    show = trimmed(own["show"]) if own else show
    if not draft.values("show"):
        draft.claim("show", show, line)
    labelled = _NUMBER_LABELLED.search(behind)
    number = given.get("number") or (labelled["number"] if labelled else None)
    if number and not draft.values("number"):
        draft.claim("number", int(number), line)
    title = (
        _TITLE_BEHIND.match(behind)
        or _TITLE_BEFORE.search(text[: found.start()])
        or _TITLE_LABELLED.search(text)
    )
    headed = title is not None and _is_headed(title["title"], draft)
    if title and not (headed or draft.values("title")) and word_count(title["title"]) > 1:
        draft.claim("title", title["title"], line)
    met = _GUEST_BEHIND.match(behind[title.end() :] if title and title.start() == 0 else behind)
    if met and is_name(met["name"]) and not (draft.values("guest") or draft.values("host")):
        draft.claim("guest", bare_name(met["name"]), line)
    _take_day(text, found, line, draft)
    known = tuple(filter(None, (show, *draft.values("title"), *draft.values("show"))))
    for said in _sentences_from(found, text):
        if parties.read(said, known, line, draft):
            return


def _is_headed(title: str, draft: Draft) -> bool:
    """Whether a heading tells the title behind a name: ``Ada Byron on Wells: Why Wells Sing``."""
    heads = [block.plain for block in draft.source.blocks[:_TOP] if block.level == 1]
    return any(
        one.endswith(title) and (found := _PERSON_FIRST.match(one)) and is_name(found["name"])
        for one in heads
    )


_PERSON_FIRST = Form(rf"^(?P<name>{NAME})(?::| on| about) ")


def _take_day(text: str, found: re.Match[str], line: int, draft: Draft) -> None:
    """``released 4 March 2021`` behind the number, or the day in brackets with it."""
    if draft.values("released"):
        return
    for one in _RELEASED.finditer(text):
        day = published(one["rest"])
        if day:
            draft.claim("released", day.isoformat(), line)
            return
    bracket = _DAY_BEHIND.match(text, found.end())
    day = published(bracket["rest"]) if bracket else None
    draft.claim("released", day.isoformat() if day else None, line)


def _sentences_from(found: re.Match[str], text: str) -> list[str]:
    """The sentence that names the show, and the next one."""
    ends = [0, *(one.end() for one in _SENTENCE_END.finditer(text)), len(text)]
    said = [text[start:end].strip() for start, end in pairwise(ends) if end > found.start()]
    return said[:_TWO]
