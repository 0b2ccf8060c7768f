"""What of a talk can be asked: sentences that could stand on a page, and questions with answers.

Raw speech bears few cards. A sentence is taken only where it stands alone, is about the episode's
subject, says what something is, why, or how much, and has none of the words by which people think
aloud. A question is taken with its answer only where the host asks and the guest answers, as far
as that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizapp import language
from quizapp.identity import fold
from quizapp.material import CAUSAL, DEFINING, Material, Statement
from quizapp.model import Section, SectionKind, Turn
from quizapp.phrasing import capitalised
from quizapp.rewriting import standalone

WORDS_A_CARD = 300
"""Words of talk (about two minutes) for each sentence of it that may become a note."""
_SHORTEST, _LONGEST = 9, 28
"""Words of a sentence."""
ABOUT = 0.15
"""How much a sentence is about the episode's subject, at least: see ``Material.aboutness``."""
_TERMS = 2
"""Names and terms in a sentence that says neither what something is, nor why, nor how much."""
_ALOUD = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your|let's|really|actually|just|pretty|quite|kind of|sort of|"
    r"basically|literally|obviously|okay|gonna|wanna|yeah|something|somehow|stuff|things?|lots?|"
    r"somebody|someone|everybody|everyone|whatever|anyway|maybe|guess|or rather|what that means|"
    r"in some sense|no question|there's|there was|there were|like that|very,|but,|and,|so,)(?!\w)|"
    r"[\"“”…?]|—|--|^(?:if|then|let|oh|so|well|like)\b|\bthat's\b|\bit's (?:able|like)\b|"
    r"\ba little bit\b|\bon that\b|^it(?: is|'s) (?:the|an?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_OPENING = re.compile(
    r"^(?:(?:and|but|so|now|yeah|yes|no|well|okay|oh|right|because|also|then|again|basically|"
    r"actually|you know|I mean|in fact|of course|in reality|for example|for instance)\b,? )+",
    re.IGNORECASE,
)
_TAKEN_FOR = re.compile(
    r"^(?:I (?:do |also |really )?(?:think|believe|guess|would say|would expect)(?: that)? |"
    r"I['’]d say(?: that)? |"
    r"the (?:(?:first|second|third|other|main|important|only) )?(?:thing|point)(?: here)? is"
    r"(?: basically)?,?(?: that)? |"
    r"what (?:that means|this means|we['’]ve done|we did|they found) (?:is|was)(?: to show)? that |"
    r"there(?:['’]s| is) no (?:question|doubt) that |it turns out(?: that)? |"
    r"one of the (?:beautiful|nice|great|interesting) things is that )",
    re.IGNORECASE,
)
"""How people lead up to what they say."""
_BETWEEN = re.compile(
    r",? \b(?:basically|actually|sort of|kind of|you know|I mean|obviously|literally)\b,?(?= )",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"^(?P<what>(?:The|An?) [\w-]+(?: [\w-]+)?), (?:it['’]s|it is) ")
_VAGUE = re.compile(
    r"\b(?:almost|of that|may or may not|and so on|possible that)\b|^(?:there are|as)\b|"
    r"^[\w-]+, the\b|\bthe \w+, the \w+\b",
    re.IGNORECASE,
)
"""What leaves open who or what is meant, or takes back half of it."""


def statements(material: Material) -> list[Statement]:
    """The best sentences of the talk, at most one for every ``WORDS_A_CARD`` words of it."""
    found = {s.text: s for turn in guests(material) for s in _of(turn, material)}
    misheard = [fold(m.heard) for m in material.episode.misspellings]
    clean = [s for s in found.values() if not any(m in fold(s.text) for m in misheard)]
    words = sum(len(turn.text.split()) for turn in material.episode.turns)
    best = sorted(clean, key=lambda s: (-s.score, s.text))[: -(-words // WORDS_A_CARD)]
    return sorted(best, key=lambda s: (s.section.path, s.section.line_start, s.text))


def guests(material: Material) -> Iterator[Turn]:
    """The turns that are not known to be the host's."""
    host = material.names.host
    foreign = material.passages.foreign
    known = (t for t in material.episode.turns if t.path not in foreign)
    return (t for t in known if t.speaker is None or t.speaker != host)


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


def plain(sentence: str) -> str:
    """A spoken sentence without the words that lead up to it and fill it.

    ``Yeah, so I think the transformer, it's a great advance`` is ``The transformer is a great
    advance``: what is claimed stays as it was said.
    """
    text, before = sentence, None
    while text != before:
        before, text = text, _TAKEN_FOR.sub("", _OPENING.sub("", text))
    text = capitalised(_BETWEEN.sub("", text).strip(" ,"))
    return _TAKEN_UP.sub(r"\g<what> is ", text)


def _of(turn: Turn, material: Material) -> Iterator[Statement]:
    before = None
    section = section_of(turn)
    nobody = replace(material.names, guest=None)  # who speaks is "I": "he" is somebody else
    for sentence in language.sentences(turn.text):
        # Most of what is said falls at a glance: that is cheaper than making it stand alone.
        said = plain(sentence)
        heard = len(said.split()) >= _SHORTEST and not _ALOUD.search(said)
        heard = heard and (said == sentence or not _VAGUE.search(said))
        text = standalone(said, nobody, before) if heard else None
        if text is not None and _worth(text, material):
            source = material.passages.source(section, sentence)
            yield Statement(text, section, (source,), 1, score=_promise(text, material))
        before = sentence


def _worth(text: str, material: Material) -> bool:
    """Whether a spoken sentence says something, and nothing but that."""
    if not _SHORTEST <= len(text.split()) <= _LONGEST or _ALOUD.search(text):
        return False
    if material.aboutness(text) < ABOUT:
        return False
    tells = DEFINING.search(text) or CAUSAL.search(text) or _NUMBER.search(text)
    terms = [p for p in language.noun_phrases(text) if p.is_name or material.is_term(p.text)]
    return len(terms) >= (1 if tells else _TERMS)


def _promise(text: str, material: Material) -> float:
    """How promising a sentence is, below those that people wrote (0 to 0.5)."""
    score = min(0.25, material.aboutness(text)) + 0.1 * bool(DEFINING.search(text))
    return score + 0.1 * bool(_NUMBER.search(text)) + 0.05 * bool(CAUSAL.search(text))


def exchanges(material: Material) -> Iterator[tuple[Turn, Turn]]:
    """Each question with its answer: the host's and the guest's, where it is known who speaks."""
    turns = [t for t in material.episode.turns if t.path not in material.passages.foreign]
    for asking, answering in pairwise(turns):
        if asking.path != answering.path or not asking.text.rstrip().endswith("?"):
            continue
        if _asked_by_host(asking, answering, material):
            yield asking, answering


def _asked_by_host(asking: Turn, answering: Turn, material: Material) -> bool:
    names = material.names
    if asking.speaker is not None and asking.speaker in names.guests:
        return False
    if answering.speaker is not None:
        return answering.speaker in names.guests
    # Nobody is named: one who asks at length, of "you", and is answered at greater length, asks.
    question = language.sentences(asking.text)[-1]
    longer = len(answering.text.split()) > 2 * len(question.split())
    return bool(re.search(r"\byou\b|\byour\b", question, re.IGNORECASE)) and longer
