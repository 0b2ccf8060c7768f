"""Interview cards: the host's last real question in a turn, and what the guest answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language, speech
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.interviewing import asked
from quizapp.material import Material
from quizapp.model import CardKind, Note, Turn
from quizapp.phrasing import capitalised, tidy
from quizapp.pronouns import in_third_person

_CONTENT = 4
"""Content words that a question has at least."""
_SHORTEST, _LONGEST = 15, 60
"""Words of an answer."""
_SCORE = 0.35
_SPOKEN = re.compile(
    r"^(?:(?:well|so|yeah|yes|no|right|okay|and|but|now|again)\b,? ?)+|\b(?:I mean|you know|"
    r"I think|I guess|I would say|basically|actually|sort of|kind of|really|obviously),? ?|, like,",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"—|--|\.\.\.|…|\b(\w+),? \1\b|\b(?:um|uh|er)\b|\b(?:the|a|of|to|and|that|is),|\?",
    re.IGNORECASE,
)
_ANECDOTE = re.compile(
    r"^(?:I remember|once|one day|there was|when I was|a friend)\b", re.IGNORECASE
)
_FLOATING = re.compile(
    r"\bthat (?!(?:the|an?|is|are|was|were|can|could|will|would|it|they|he|she|you)\b|(?-i:[A-Z]))"
    r"\w+|\bsuch (?!as)|\b(?:those|these|this)\b|^(?:one|two|three|first|second)\b|, though\b",
    re.IGNORECASE,
)
"""What a question says of something that was talked about before it."""
_OPENING = re.compile(
    r"(?:how|what|why|which|when|where|who|whose|to what extent)\b", re.IGNORECASE
)
_LONGEST_PROMPT = 28
"""Words."""
_ALOUD = re.compile(
    r"\b(?:I|me|my|myself|you|your|yourself|gotta|gonna|wanna|stuff|whatever|like if)\b|^(?:it|"
    r"it's|that|that's|there's|this|they|he|she|because),? ",
    re.IGNORECASE,
)
"""Words of thinking aloud, which no clean answer has."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each exchange that can be asked on its own, the best of the talk."""
    words = sum(len(turn.text.split()) for turn in material.episode.turns)
    most = words // (2 * speech.WORDS_A_CARD)
    made = [m for m in (_made(q, a, material) for q, a in speech.exchanges(material)) if m]
    best = sorted(made, key=lambda m: (-m[0], m[1].prompt))[:most]
    for _, side, turn in best:
        section = speech.section_of(turn)
        source = material.passages.source(section)
        yield drafted(
            "interview", material, section, side.prompt, (source,), (side,), tag="transcript"
        )


def _made(asking: Turn, answering: Turn, material: Material) -> tuple[float, Side, Turn] | None:
    question = _question(asking.text)
    if question is None or len(language.content_words(question)) < _CONTENT:
        return None
    prompt = asked(tidy(question), material, answering.text)
    answer = _answer(answering.text, material)
    if prompt is None or answer is None or _BROKEN.search(prompt.prompt.rstrip("?")):
        return None
    if _FLOATING.search(question) or not _OPENING.match(prompt.prompt):
        return None
    if material.names.surname and prompt.prompt.count(material.names.surname) > 2:
        return None
    if len(prompt.prompt.split()) > _LONGEST_PROMPT or _ALOUD.search(prompt.prompt):
        return None
    about = material.aboutness(f"{prompt.prompt} {answer}")
    side = Side(CardKind.INTERVIEW, prompt.prompt, answer, _SCORE * min(1.0, 0.5 + 2 * about))
    return about, side, answering


def _question(text: str) -> str | None:
    """The last sentence of a turn that asks something, without the talk before it."""
    last = language.sentences(text)[-1]
    plain = _SPOKEN.sub("", last).strip()
    return plain if plain.endswith("?") else None


def _answer(text: str, material: Material) -> str | None:
    """The first sentences that answer, cleaned of what people say while they think."""
    taken: list[str] = []
    clean = (capitalised(_SPOKEN.sub("", s).strip(" ,")) for s in language.sentences(text))
    told = in_third_person(" ".join(s for s in clean if s), material.names)
    for plain in language.sentences(told):
        if not taken and (len(language.content_words(plain)) < _CONTENT or _ANECDOTE.match(plain)):
            continue
        said_of = _BROKEN.search(plain) or _ALOUD.search(plain) or _repeats(plain)
        if said_of or len(" ".join([*taken, plain]).split()) > _LONGEST:
            break
        taken.append(plain)
    answer = " ".join(taken)
    whole = len(answer.split()) >= _SHORTEST and not answer.startswith(("What ", "Which "))
    return answer if whole else None


def _repeats(sentence: str) -> bool:
    """Whether somebody began anew: three words stand in a sentence twice."""
    words = language.plain_words(sentence.lower())
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return len(triples) != len(set(triples))
