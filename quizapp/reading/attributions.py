"""Who said a quote: ``“…” – Name``, the name below it, or the words that introduce it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.reading.blocks import Block
from quizapp.reading.chapters import time_alone
from quizapp.reading.people import NAME, bare_name, is_name, is_short_name, resolve
from quizapp.reading.times import CLOCK, seconds
from quizapp.reading.wording import is_prose, is_quoted, plain, unquoted

_TIME_AT_END = re.compile(rf"[\s,|·•–—-]*[(\[]?@?({CLOCK})[)\]]?\s*$")
_SIGN = re.compile(r"^\s*(?:[-–—~―]{1,3}|by\s)\s*")
_BEHIND = re.compile(
    r"^(?P<text>.{8,}?[.!?…\"”’'»])\s*(?:[-–—―~]{1,3})\s*(?P<by>(?:[^-–—―]|(?<=\w)-(?=\w)){2,80})$",
    re.DOTALL,
)
_INTRODUCED = re.compile(
    rf"(?:\b[Aa]s\s+)?(?P<name>{NAME}|[A-ZÀ-ÖØ-Þ][\w'’-]+)\s+(?:\w+ly\s+)?(?:says?|said|explain(?:s|ed)|"
    rf"notes?|noted|puts?(?:\sit)?|argue[sd]|state[sd]|remark(?:s|ed)|describe[sd]|recall(?:s|ed)|"
    rf"add(?:s|ed)|observe[sd]|share[sd]|reflect(?:s|ed)|emphasi[sz]e[sd]|highlight(?:s|ed)|"
    rf"point(?:s|ed)\sout|admit(?:s|ted)|suggest(?:s|ed)|conclude[sd]|claim(?:s|ed)|believe[sd]|"
    rf"declare[sd]|quip(?:s|ped)|warn(?:s|ed)|write[sr]?|wrote|asks?|asked|joke[sd]|elaborate[sd]|"
    rf"illustrate[sd]|clarif(?:ies|ied)|regards?|considers?|maintains?|believes?|calls?|(?:does|did|has|had|would)\s\w+|summari[sz]e[sd]|insist(?:s|ed)|discuss(?:es|ed)|liken(?:s|ed))\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote's speaker (None: nobody is named), and when it was said."""

    speaker: str | None
    seconds: int | None = None


def attribution(line: str, people: Sequence[str], *, signed: bool = False) -> Attribution | None:
    """The speaker that a line of its own names; None where it is no such line.

    ``signed`` says that a dash stood before the text.
    """
    text = plain(line)
    if len(text) > 120:
        return None
    bare = _SIGN.sub("", text)
    signed = signed or bare != text
    time = _TIME_AT_END.search(bare)
    at = seconds(time[1]) if time else None
    name = bare[: time.start()] if time else bare
    name = name.strip(" ()[],:|")
    alone = time_alone(bare)
    if alone is not None:
        return Attribution(None, alone)
    head = re.split(r",\s|\s\(|\s[-–—|]\s|\s(?:on|about)\s", name)[0].strip()
    known = resolve(head, people)
    if known:
        return Attribution(known, at)
    if head.isupper() and is_name(head.title()):
        head = name = head.title()
    if is_name(head) and (head == name or signed or at is not None):
        return Attribution(bare_name(head), at)
    if signed and is_short_name(head):
        return Attribution(head, at)
    return None


def split_attribution(text: str, people: Sequence[str]) -> tuple[str, Attribution] | None:
    """``“…” – Name`` taken apart; None where no name follows."""
    bare = plain(text)
    found = _BEHIND.match(bare) if len(bare) < 4000 else None
    if found:
        said = attribution(found["by"], people, signed=True)
        if said:
            return found["text"].strip(), said
    head, colon, rest = bare.partition(":")
    if colon and len(head) < 50 and is_quoted(rest.strip()):
        known = resolve(head, people) or (bare_name(head) if is_name(head) else None)
        if known:
            return rest.strip(), Attribution(known)
    time = _TIME_AT_END.search(bare)
    if time and is_quoted(bare[: time.start()].strip()):
        return bare[: time.start()].strip(), Attribution(None, seconds(time[1]))
    return None


def signed_quote(block: Block, people: Sequence[str]) -> tuple[str, Attribution] | None:
    """A block quote that names its speaker at its end, taken apart."""
    found = split_attribution(block.text, people) if block.sign == ">" else None
    if found is None or found[1].speaker is None or not is_prose(unquoted(found[0])):
        return None
    return found


def introduced_by(text: str, people: Sequence[str]) -> str | None:
    """Who speaks after ``… as Byron explains:``: the last one named with a verb of speech.

    A surname alone counts where one of ``people`` bears it; else a full name.
    """
    speaker: str | None = None
    for found in _INTRODUCED.finditer(text[-1200:]):
        name = found["name"]
        known = resolve(name, people) or (bare_name(name) if is_name(name) else None)
        speaker = known or speaker
    return speaker
