"""Who the guest is: one card for each, from the sentence that introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.material import Material
from quizapp.model import CardKind, Note, Section, SectionKind
from quizapp.sentences.phrasing import capitalised, closed

_WHERE = (SectionKind.SUMMARY, SectionKind.HIGHLIGHT, SectionKind.IDEA, SectionKind.INSIGHT)
_WHO = (
    r"(?:the |an? )?(?:[\w‑-]+(?:,? and)? ){0,5}?"
    r"(?:(?:co-?)?founder|scientist|professor|author|co-author|researcher|historian|engineer|"
    r"physicist|economist|writer|director|chief|head|president|chair|inventor|editor|journalist|"
    r"physician|doctor|surgeon|therapist|psychologist|psychiatrist|neuroscientist|biologist|"
    r"chemist|mathematician|philosopher|lawyer|teacher|coach|carpenter|designer|governor|member|"
    r"investor|entrepreneur|executive|chef|musician|artist|physiologist|anthropologist|\w+ologist|"
    r"joiner|maker|lecturer|fellow|officer|minister|ambassador|general|astronaut|athlete)\b"
)


def notes(material: Material) -> Iterator[Note]:
    """A note for each guest whom a page introduces in a few words."""
    for guest in material.episode.guests:
        found = next(filter(None, (_introduced(guest, s) for s in material.sections)), None)
        if found is not None:
            section, sentence, who = found
            source = material.passages.source(section, sentence)
            side = Side(CardKind.RECALL, f"Who is {guest}?", closed(capitalised(who)), modest(0.5))
            yield drafted("person", material, section, guest, (source,), (side,))


def _introduced(guest: str, section: Section) -> tuple[Section, str, str] | None:
    if section.kind not in _WHERE:
        return None
    for sentence in language.sentences(section.text):
        apposed = re.search(
            rf"\b{re.escape(guest)}, (?P<who>{_WHO}[^,;.]*(?:, and [^,;.]*)?)[,.]", sentence
        )
        plain = re.search(rf"\b{re.escape(guest)} is (?P<who>{_WHO}[^;.]*)\.", sentence)
        match = apposed or plain
        if match is not None and 3 <= len(match["who"].split()) <= 30:
            return section, sentence, match["who"]
    return None
