"""Timed transcripts: captions with voices or without, joined to turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.model import Turn
from quizapp.reading import fields, own_names, signatures
from quizapp.reading.adverts import is_break, without_sounds
from quizapp.reading.areas import Area
from quizapp.reading.draft import Draft, Source
from quizapp.reading.layouts.layout import Layout
from quizapp.reading.names import is_name
from quizapp.reading.noise import is_credit
from quizapp.reading.page import HOST, Cue
from quizapp.reading.sections import READERS
from quizapp.reading.speakers import mark, speakers_named, trusted_labels
from quizapp.reading.wording import ends_sentence

_PARAGRAPH = 300
"""Letters after which captions without voices begin a new turn, at the next sentence."""

_GAP = 5
"""Seconds without a caption that separate two paragraphs, where no voice is known."""


@dataclass(frozen=True, slots=True)
class _Voiced:
    """A cue with its voice (a label, or none), the speaker, and whether a turn begins with it."""

    cue: Cue
    voice: str | None
    speaker: str | None
    starts: bool = False


def _confidence(source: Source) -> float:
    return 0.99 if source.cues or source.chapters else 0.0


def _read(draft: Draft) -> None:
    fields.read_fields(draft.source.fields, draft)
    draft.chapters += draft.source.chapters
    heard = [cue for cue in draft.source.cues if not _is_unsaid(cue)]
    cues = list(_voiced(heard, draft))
    draft.cues += (replace(one.cue, speaker=one.speaker) for one in cues)
    voiced = any(one.voice or one.starts for one in cues)
    for group in _grouped(cues, voiced=voiced):
        said = " ".join(one.cue.text for one in group)
        text = without_sounds(said)
        if any(char.isalnum() for char in text):
            first, last = group[0].cue, group[-1].cue
            draft.turns.append(
                Turn(
                    text,
                    draft.path,
                    first.line,
                    last.end,
                    speaker=group[0].speaker,
                    seconds=first.seconds,
                )
            )
        else:
            draft.drop(group[0].cue.line, group[-1].cue.end, "music or sound", said)
    for cue in draft.source.cues:
        if _is_unsaid(cue):
            draft.drop(cue.line, cue.end, "break or music", cue.text)
    for part in draft.source.regions[1:] if draft.source.lines else ():
        if part.area in READERS and part.area is not Area.CHAPTERS:
            READERS[part.area](part, draft)
    signatures.read_speaking(draft)


def _is_unsaid(cue: Cue) -> bool:
    """A break, music, or a caption without a voice that tells who wrote the captions, and where."""
    noted = is_credit(cue.text) or _LINK.match(cue.text) is not None
    if _SPONSOR.fullmatch(cue.text):
        return True
    return is_break(cue.text) or (cue.speaker is None and noted)


_SPONSOR = re.compile(r"\[(?:sponsor(?:ed by)?|advert(?:isement)?|ad)\b[^\[\]]*\]", re.IGNORECASE)
"""``[Sponsor: Night Mills, flour by the sack]``"""

_LINK = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def _voiced(cues: list[Cue], draft: Draft) -> Iterator[_Voiced]:
    """Each cue with its speaker, and whether it is marked as the start of a turn."""
    written = {cue.speaker for cue in cues if cue.speaker}
    labels = (
        trusted_labels((cue.text for cue in cues), draft.people) if not written else frozenset()
    )
    told = own_names.said_of_themselves(
        (_voice_of(cue, labels), _words_of(cue, labels)) for cue in cues
    )
    marks = Counter(said for cue in cues if (said := _voice_of(cue, labels)))
    names = speakers_named(written | labels, [*draft.people, *told], marks)
    voice: str | None = None
    before = ""
    continued = draft.source.path.lower().endswith(".json")  # It tells who speaks at each change.
    for cue in cues:
        found = mark(cue.text, labels) if labels else None
        if cue.speaker or (found and found.label):
            voice = cue.speaker or (found.label if found else None)
            starts = found is not None
            cue = replace(cue, text=found.rest) if found and labels else cue
            if found and found.role and names.get(voice or ""):
                _take_role(found.role, names[voice or ""], cue, draft)
            yield _Voiced(cue, voice, names[voice or ""], starts)
        elif cue.text.startswith((">>", "- ")):
            voice = None
            yield _Voiced(replace(cue, text=cue.text.lstrip(">- ")), None, None, starts=True)
        else:
            # A caption without a voice goes on with a sentence, but not with a new one.
            if written and not continued and ends_sentence(before):
                voice = None
            yield _Voiced(cue, voice, names[voice] if voice else None)
        before = cue.text


def _voice_of(cue: Cue, labels: frozenset[str]) -> str | None:
    found = mark(cue.text, labels) if labels else None
    return cue.speaker or (found.label if found else None)


def _words_of(cue: Cue, labels: frozenset[str]) -> str:
    found = mark(cue.text, labels) if labels else None
    return found.rest if found else cue.text


def _take_role(role: str, speaker: str | None, cue: Cue, draft: Draft) -> None:
    if speaker and is_name(speaker):
        draft.claim("host" if role == HOST else "guest", speaker, cue.line)


def _grouped(cues: list[_Voiced], *, voiced: bool) -> Iterator[list[_Voiced]]:
    """Captions of one voice in a row; without voices, paragraphs of whole sentences."""
    group: list[_Voiced] = []
    for one in cues:
        if group and _starts(group, one, voiced=voiced):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _starts(group: list[_Voiced], one: _Voiced, *, voiced: bool) -> bool:
    last = group[-1]
    if _who(one) != _who(last) or (one.starts and one.voice is None):
        return True
    if voiced and (one.voice or any(each.starts for each in group)):
        return False
    length = sum(len(each.cue.text) for each in group)
    gap = (one.cue.seconds or 0) - (last.cue.seconds or 0)
    return ends_sentence(last.cue.text) and (length >= _PARAGRAPH or gap > _GAP)


def _who(one: _Voiced) -> str | None:
    """Spellings of one name are one person; voices without names are told by their labels."""
    return one.speaker or one.voice


LAYOUT = Layout("captions", _confidence, _read)
