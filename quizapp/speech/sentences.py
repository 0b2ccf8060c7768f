"""The sentences of a talk that can be asked: those that could stand on a page.

Raw speech bears few cards. A sentence is taken only where it stands alone, is about the episode's
subject, says what something is, why, or how much, and has none of the words by which people think
aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from rapidfuzz.fuzz import partial_ratio, ratio

from quizapp import language
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import Section, SectionKind, Turn
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.sentences.rewriting import standalone
from quizapp.speech import companies
from quizapp.speech.aloud import is_made_up, thinks_aloud
from quizapp.speech.anybody import means_anybody, of_people, says_you, to_you
from quizapp.speech.persons import Subject
from quizapp.speech.references import GRADED, is_of_a_story, stands
from quizapp.speech.strung import told_in
from quizapp.speech.utterances import plain
from quizapp.speech.worth import FIGURE, is_long_enough, is_worth, promise

WORDS_A_CARD = 150
"""Words of talk (about a minute) for each sentence of it that may become a note."""
_VAGUE = re.compile(
    r"\b(?:almost|of that|may or may not|and so on|possible that)\b|^as\b|"
    r"^[\w-]+, the\b|\bthe \w+, the \w+\b",
    re.IGNORECASE,
)
"""What leaves open who or what is meant, or takes back half of it."""
_AFTER_A_PAUSE = re.compile(r"^[^.]*\.\.\. (?=[A-Z])")
"""What somebody began and gave up: ``That is a very... Scouts dance.``"""
_TAKEN_BACK = re.compile(
    r"(?:(?:and|but|well|now|though|I should (?:say|add)|I have to say),? )*(?:that|it|this)"
    r"(?:['’]s| is) (?:all |very |just |only |still |highly )?(?:disputed|contested|"
    r"controversial|a theory|a guess|speculation|speculative|"
    r"not (?:certain|clear|proven|proved|settled|true|known))\b",
    re.IGNORECASE,
)
"""What somebody says after a claim that he does not stand by."""
_LONG_NAME = re.compile(r"\b[A-Z][a-z]{5,}\b")
_SAME = 85
"""Of 100, from which on a page quotes the sentence: it is asked as a quote."""
_ALIKE = 75
"""Of 100, from which on two spellings may be of one name."""


def statements(material: Material) -> list[Statement]:
    """The best sentences of the talk, at most one for every ``WORDS_A_CARD`` words of it."""
    firm = companies.company(material.names, _told(material))
    theirs = companies.told_in(material.episode.turns, firm, material.names.guest)
    said = ((turn, turn in theirs) for turn in guests(material))
    found = {s.text: s for turn, we in said for s in _of(turn, material, firm, is_firm=we)}
    misheard = [fold(m.heard) for m in material.episode.misspellings]
    clean = [s for s in found.values() if not any(m in fold(s.text) for m in misheard)]
    quotes = [fold(q.text) for q in material.sections if q.kind is SectionKind.QUOTE]
    clean = [s for s in clean if not any(partial_ratio(fold(s.text), q) >= _SAME for q in quotes)]
    names = _capitalised(material)
    clean = [
        s for s in clean if not any(_is_misspelt(n, names) for n in _LONG_NAME.findall(s.text))
    ]
    words = sum(len(turn.text.split()) for turn in material.episode.turns)
    best = sorted(clean, key=lambda s: (-s.score, s.text))[: -(-words // WORDS_A_CARD)]
    return sorted(best, key=lambda s: (s.section.path, s.section.line_start, s.text))


def _capitalised(material: Material) -> frozenset[str]:
    """The words of the talk and of its pages that are spelt as names are."""
    return frozenset(name for text in _told(material) for name in _LONG_NAME.findall(text))


def _told(material: Material) -> list[str]:
    return [*(t.text for t in material.episode.turns), *(s.text for s in material.sections)]


def _is_misspelt(name: str, names: frozenset[str]) -> bool:
    """Whether a name may be heard wrong: something very like it is told as well."""
    others = (n for n in names if n[0] == name[0] and n[:4] != name[:4])
    return any(ratio(name, other) >= _ALIKE for other in others)


def guests(material: Material) -> Iterator[Turn]:
    """The turns that are not known to be the host's: the guests' own, where they are known."""
    host = material.names.host
    foreign = material.passages.foreign
    known = [t for t in material.episode.turns if t.path not in foreign]
    speaking = {t.speaker for t in known} & set(material.names.guests)
    others = [t for t in known if t.speaker is None or t.speaker != host]
    if not speaking:
        return iter(others)
    return (t for t in others if t.speaker is None or t.speaker in speaking)


def section_of(turn: Turn) -> Section:
    """A turn as the section that its cards come from."""
    return Section(
        SectionKind.SUMMARY,
        None,
        turn.text,
        turn.path,
        turn.line_start,
        turn.line_end,
        turn.speaker,
        turn.chapter,
        turn.seconds,
        turn.inferred,
    )


def _of(turn: Turn, material: Material, firm: str | None, *, is_firm: bool) -> Iterator[Statement]:
    """The sentences of a turn, of whose ``we`` it is told whether it is the company."""
    before: str | None = None
    section = section_of(turn)
    nobody = replace(material.names, guest=None)  # who speaks is "I": "he" is somebody else
    subject = Subject(material.names)
    sentences = language.sentences(turn.text)
    for after, sentence in zip_longest(sentences[1:], sentences, fillvalue=""):
        if _TAKEN_BACK.match(after):
            continue
        # Most of what is said falls at a glance: that is cheaper than making it stand alone.
        said = subject.named(plain(_AFTER_A_PAUSE.sub("", sentence)))
        said = companies.told_of(said, firm) if is_firm else said
        if is_made_up(sentence) and FIGURE.search(said):
            continue
        for part in told_in(said):
            fit = is_long_enough(part) and not thinks_aloud(part)
            fit = fit and (part == sentence or not _VAGUE.search(part))
            text = _alone_of(firm, part, nobody, before) if fit else None
            if text is not None and is_worth(text, material):
                source = material.passages.source(section, sentence)
                yield Statement(text, section, (source,), 1, score=promise(text, material))
                break
        before = sentence


def clean(said: str, material: Material) -> str | None:
    """What somebody says as it stands alone, where it does: no thinking aloud, nothing unnamed."""
    nobody = replace(material.names, guest=None)
    heard = closed(capitalised(said))
    if thinks_aloud(heard) or _VAGUE.search(heard) or is_of_a_story(heard):
        return None
    text = _alone(heard, nobody, None)
    return text if text is not None and stands(text, material) else None


def names_all(said: str, material: Material) -> bool:
    """Whether a sentence names all that it speaks of."""
    return stands(said, material) and not is_of_a_story(said)


_A_FIRM = "Ford"


def _alone_of(firm: str | None, said: str, names: Names, before: str | None) -> str | None:
    """The same of a company: as if it had a name that everyone knows, so that its verb is told."""
    if firm is None or firm not in said:
        return _alone(said, names, before)
    text = _alone(said.replace(firm, _A_FIRM, 1), names, before)
    return text and text.replace(_A_FIRM, firm, 1)


def _alone(said: str, names: Names, before: str | None) -> str | None:
    """The sentence as it can stand alone; ``you`` may be anybody in it, as ``people`` would be."""
    if GRADED.match(said) and not re.search(r"\b(?:it|its|they|them|he|she|this|these)\b", said):
        return said if not says_you(said) or means_anybody(said) else None
    if not says_you(said):
        return standalone(said, names, before)
    theirs = re.search(r"\b(?:their|themselves)\b", said)
    yours = re.search(r"\byour(?:self)?\b", said, re.IGNORECASE)
    if not means_anybody(said) or re.search(r"\b[Pp]eople\b", said) or (theirs and yours):
        return None
    made = standalone(of_people(said), names, before)
    return None if made is None else to_you(made, yours=not theirs)
