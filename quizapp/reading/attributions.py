"""Who said a quote: ``“…” – Name``, the name below it, or the words that introduce it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.reading.block import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.forms import Form
from quizapp.reading.initials import of_initials
from quizapp.reading.names import NAME, bare_name, is_name, is_short_name
from quizapp.reading.people import resolve
from quizapp.reading.times import CLOCK, seconds
from quizapp.reading.wording import is_prose, is_quoted, plain, unquoted

_TIME_AT_END = re.compile(rf"(?<![\s,|·•–—-])[\s,|·•–—-]*[(\[]?@?({CLOCK})[)\]]?\s*$")
_TIME_FIRST = re.compile(rf"^[(\[]?({CLOCK})[)\]]?[\s,|·•–—-]+(?=[A-Z])")
_SIGN = re.compile(r"^\s*(?:[-–—~―]{1,3}(?:\s*said\s(?:by\s)?)?|by\s|said\s(?:by\s)?)\s*")
_AT = re.compile(r"\s(?:at|from|around)$")
"""``Ada Byron at``, before the time"""

_AGAIN = re.compile(r"(?<=\w),? (?:again|once (?:more|again)|too|later|also)$", re.IGNORECASE)
"""``— Byron again``, below the next of her quotes"""

_BEHIND = re.compile(
    r"^(?P<text>.{8,}?[.!?…\"”’'»])\s*(?:[-–—―~]{1,3})\s*(?P<by>(?:[^-–—―]|(?<=\w)-(?=\w)){2,80})$",
    re.DOTALL,
)
_GLUED = re.compile(
    rf"^(?P<text>.{{8,}}?[.!?…\"”’'»])(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\.?\s)?"
    rf"(?P<by>{NAME})\s?[(\[]?(?P<time>{CLOCK})?[)\]]?$",
    re.DOTALL,
)
"""``It was late.Ada Byron13:45``"""

_SLANTED_BEHIND = re.compile(
    r"^(?P<text>.{8,}?[.!?…\"”’'»]) +(?P<sign>\*\*?|__?)(?P<by>[^*_]{2,80})(?P=sign)$", re.DOTALL
)
"""``It is late. *Ada Byron*``: a name in italics behind the last stop"""

_BRACKETED = re.compile(
    r"^(?P<text>.{8,}?[.!?…\"”’'»])\s*[(\[](?P<by>[^()\[\]]{2,80})[)\]]$", re.DOTALL
)
_BESIDE = re.compile(r"^(?P<text>[“\"«„].{6,}[”\"»“])[,:]?\s?(?P<by>[^“\"«„”»]{3,60})$", re.DOTALL)
_BESIDE_SINGLE = Form(
    rf"^(?P<text>[‘'].{{6,}}[.!?…][’'])\s?(?P<by>{NAME}(?:,\s[^.!?]{{2,40}})?)$", re.DOTALL
)
"""``'It is late.' Ada Byron``: behind a stop no apostrophe stands."""

_BEFORE = re.compile(
    r"^(?P<by>[^:“\"«„]{2,70}?)\s*(?::|\s[-–—])\s*(?P<text>[“\"«„‘'].*)$", re.DOTALL
)
_TIMED_NAME = re.compile(rf"^(?P<by>[^\d:“\"«„]{{2,50}}?),?\s[(\[]?(?P<time>{CLOCK})[)\]]?(?=\s?:)")
"""``Ada Byron (3:05): “…”``"""

_TIMED_END = 20
_NAMED = 80
"""Letters of the end and of the start of a text in which such a time stands."""

_VERB = (
    r"(?:says?|said|explain(?:s|ed)|"
    r"notes?|noted|puts?(?:\sit)?|argue[sd]|state[sd]|remark(?:s|ed)|describe[sd]|recall(?:s|ed)|"
    r"add(?:s|ed)|observe[sd]|share[sd]|reflect(?:s|ed)|emphasi[sz]e[sd]|highlight(?:s|ed)|"
    r"point(?:s|ed)\sout|admit(?:s|ted)|suggest(?:s|ed)|conclude[sd]|claim(?:s|ed)|believe[sd]|"
    r"declare[sd]|quip(?:s|ped)|warn(?:s|ed)|write[sr]?|wrote|asks?|asked|joke[sd]|elaborate[sd]|"
    r"illustrate[sd]|clarif(?:ies|ied)|regards?|considers?|maintains?|believes?|calls?|(?:does|did|has|had|would)\s\w+|summari[sz]e[sd]|insist(?:s|ed)|(?:dis)?agree[sd]|counter(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)|respond(?:s|ed)|"
    r"continue[sd]|compare[sd]|reject(?:s|ed)|predict(?:s|ed)|jokes?|stresse[sd]|contrasts?|laugh(?:s|ed)|tells?|told|object(?:s|ed)|discuss(?:es|ed)|liken(?:s|ed))\b"
)
_INTRODUCED = Form(rf"(?:\b[Aa]s\s+)?(?P<name>{NAME}|[A-ZÀ-ÖØ-Þ][\w'’-]+)\s+(?:\w+ly\s+)?{_VERB}")
_ADVERB = r"(?:(?:\w+ly|still|often|always|also|now|then)\s+)?"
_PRONOUN = re.compile(rf"\b(?:[Ss]he|[Hh]e)\s+{_ADVERB}{_VERB}")
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_PRONOUNS = frozenset("he she it they we i you one who that this these those which".split())
_NAMES = Form(rf"\b{NAME}")
_SENTENCE_START = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"])")
_CAPITAL = re.compile(r"(?<![\w'’])[^\W\d_](?<=[A-ZÀ-ÖØ-Þ])\w")
_OF_ANOTHER = re.compile(
    r"\b(?:quot|cit|paraphras|echo|repeat|borrow|read|respon|repl|answer|told|recit|refer)\w*\b"
)
"""Verbs that pass on another's words."""


_LONGEST = 4_000
"""Letters of a quote with its speaker."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote's speaker (None: nobody is named), and when it was said."""

    speaker: str | None
    seconds: int | None = None


_ON_SUBJECT = re.compile(r"^, (?:on|about|to|in|at|after|speaking)\s\S")
"""``Ada Byron, on the first day``"""


_BUTTON = r"\s*[·|•]\s*(?:share|copy(?: link)?|save|play|like|reply|report|tweet)\b"
_DOTS = ("·", "|", "•")
_COUNT = r"\s*[·|•]\s*(?:[♥❤👍↑⬆★☆]\ufe0f?\s?\d*|\d{1,6}(?:\s?(?:[♥❤👍]|likes?|shares?|votes?))?)"
_BUTTONS_BEHIND = re.compile(rf"(?:{_BUTTON})(?:{_BUTTON}|{_COUNT})*\s*$", re.IGNORECASE)
"""``Ada Byron — 3:18 · Share · ♥ 87``"""


def attribution(line: str, people: Sequence[str], *, signed: bool = False) -> Attribution | None:
    """The speaker that a line of its own names; None where it is no such line.

    ``signed`` says that a dash stood before the text.
    """
    text = plain(line)
    text = _BUTTONS_BEHIND.sub("", text) if any(dot in text for dot in _DOTS) else text
    if len(text) > 120:
        return None
    bare = _SIGN.sub("", text)
    signed = signed or bare != text
    time = _TIME_AT_END.search(bare) if ":" in bare else None
    first = None if time else _TIME_FIRST.match(bare)
    at = seconds((time or first)[1]) if time or first else None  # type: ignore[index]
    name = bare[: time.start()] if time else bare[first.end() :] if first else bare
    name = name.strip(" ()[],:|")
    name = _AT.sub("", name) if time else _AGAIN.sub("", name) if signed else name
    alone = time_alone(bare)
    if alone is not None:
        return Attribution(None, alone)
    head = re.split(r",\s|\s\(|\s[-–—|]\s|\s(?:on|about)\s", name)[0].strip()
    known = resolve(head, people)
    if known:
        return Attribution(known, at)
    if head.isupper() and is_name(head.title()):
        head = name = head.title()
    told = _ON_SUBJECT.match(name[len(head) :]) and not name.endswith((".", "!", "?"))
    if is_name(head) and (head == name or signed or at is not None or told):
        return Attribution(bare_name(head), at)
    if signed and (borne := of_initials(head, people)):
        return Attribution(borne, at)
    if signed and is_short_name(head):
        return Attribution(head, at)
    return None


def split_attribution(text: str, people: Sequence[str]) -> tuple[str, Attribution] | None:
    """``“…” – Name`` taken apart; None where no name follows."""
    slanted = _SLANTED_BEHIND.match(text) if len(text) < _LONGEST else None
    by = attribution(slanted["by"], people, signed=True) if slanted else None
    if slanted and by and by.speaker:
        return plain(slanted["text"]).strip(), by
    bare = plain(text)
    forms = ((_BEHIND, True), (_BRACKETED, False), (_BESIDE, False), (_BESIDE_SINGLE, False))
    for form, signed in forms if len(bare) < _LONGEST else ():
        found = form.match(bare)
        quoted = found is not None and is_quoted(found["text"].strip())
        named = signed or (quoted and form is _BRACKETED)
        said = attribution(found["by"], people, signed=named) if found else None
        if found and said and (signed or said.speaker):
            return found["text"].strip(), said
    short = len(bare) < _LONGEST
    timed_name = _TIMED_NAME.match(bare) if short and ":" in bare[:_NAMED] else None
    untimed = bare[: timed_name.end("by")] + bare[timed_name.end() :] if timed_name else bare
    before = _BEFORE.match(untimed) if short else None
    if before and is_quoted(before["text"].strip()):
        head = re.split(r",\s|\s[(\[]|\s(?:on|about)\s", before["by"])[0]
        known = resolve(head, people) or (bare_name(head) if is_name(head) else None)
        if known:
            at = seconds(timed_name["time"]) if timed_name else None
            return before["text"].strip(), Attribution(known, at)
    glued = _GLUED.match(bare) if len(bare) < 1000 else None
    if glued and is_name(glued["by"]):
        known = resolve(glued["by"], people)
        if known or glued["time"]:
            at = seconds(glued["time"]) if glued["time"] else None
            return glued["text"].strip(), Attribution(known or bare_name(glued["by"]), at)
    time = _TIME_AT_END.search(bare) if ":" in bare[-_TIMED_END:] else None
    if time and is_quoted(bare[: time.start()].strip()):
        return bare[: time.start()].strip(), Attribution(None, seconds(time[1]))
    return None


def signed_quote(block: Block, people: Sequence[str]) -> tuple[str, Attribution] | None:
    """A block quote that names its speaker at its end, taken apart."""
    found = split_attribution(block.text, people) if block.sign == ">" else None
    if found is None or found[1].speaker is None or not is_prose(unquoted(found[0])):
        return None
    return found


def are_signed(blocks: Sequence[Block]) -> bool:
    """Whether blocks begin with two quotations, each with a name behind it or below."""
    place, found = 0, 0
    while found < _TWO and place < len(blocks) and blocks[place].plain[:1] in _OPENS:
        if split_attribution(blocks[place].text, ()) is not None:
            place, found = place + 1, found + 1
        elif place + 1 < len(blocks) and attribution(blocks[place + 1].text, ()) is not None:
            place, found = place + 2, found + 1
        else:
            return False
    return found == _TWO


_TWO = 2
_OPENS = tuple('“"«„')


def introduced_by(text: str, people: Sequence[str], guest: str | None = None) -> str | None:
    """Who speaks after ``… as Byron explains:``: the last one named with a verb of speech.

    A surname alone counts where one of ``people`` bears it; else a full name. ``guest`` is the
    only one, if there is one: who is meant by ``she says:`` or ``Byron is cautious:`` too, where
    nobody else can be.
    """
    speaker: str | None = None
    last: re.Match[str] | None = None
    for found in _INTRODUCED.finditer(text[-1200:]):
        name = found["name"]
        known = resolve(name, people) or (bare_name(name) if is_name(name) else None)
        if known != guest and _DID.search(found[0]):
            known = None  # "Roe had published it:" tells what he did, not what he said
        speaker = known or (None if is_short_name(name) else speaker)
        last = found
    rest = text[-1200:][last.end() :] if last else ""
    if last and speaker and (_others_behind(rest, speaker, people) or _REPLIED.search(rest)):
        return None
    if speaker is None and guest and _only_meant(guest, text[-1200:], people):
        return guest
    return speaker


_DID = re.compile(r"\b(?:does|did|has|had|would)\s\w+$")
_REPLIED = re.compile(r"\b(?:the|an|her|his|their) (?:answer|reply|response|verdict)\b", re.I)
"""``Ada asks why, and the answer is:`` is said by somebody else."""


def _others_behind(rest: str, speaker: str, people: Sequence[str]) -> bool:
    """Whether somebody else comes after the verb, to whom the quote may belong as well."""
    return any(
        re.search(rf"\b{re.escape(person.split()[-1])}\b", rest)
        for person in people
        if person != speaker
    )


def _only_meant(guest: str, text: str, people: Sequence[str]) -> bool:
    """Whether nobody but the guest can be the one whom the last sentence has speak.

    A pronoun may mean anybody whom the paragraph names; a name at the start is sure.
    """
    surname = guest.split()[-1]
    named = re.compile(rf"(?<![\w-])(?:{re.escape(guest)}|{re.escape(surname)})(?![\w-])")
    last = _SENTENCE_START.split(text)[-1]
    if _PRONOUN.search(last):
        alone = not _others_named(named.sub("", text), guest, people)
        one_sort = len({found.lower() for found in _HE_OR_SHE.findall(text)}) == 1
        return alone and one_sort and bool(named.search(text))
    subject = named.match(last)
    rest = last[subject.end() :] if subject else ""
    return rest[:1].isspace() and not _CAPITAL.search(rest) and not _OF_ANOTHER.search(rest)


def _others_named(text: str, guest: str, people: Sequence[str]) -> bool:
    """Whether a text names a person that is not the guest."""
    if any(found and resolve(found, [guest]) is None for found in _full_names(text)):
        return True
    if any(re.search(rf"\b{re.escape(p.split()[-1])}\b", text) for p in people if p != guest):
        return True
    speaking = (found["name"] for found in _INTRODUCED.finditer(text))
    return any(is_short_name(name) and name.lower() not in _PRONOUNS for name in speaking)


def _full_names(text: str) -> list[str]:
    return [found[0] for found in _NAMES.finditer(text) if is_name(found[0])]
