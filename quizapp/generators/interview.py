"""Interview cards: the host's last real question in a turn, and what the guest answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp import language, speech
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.interviewing import asked
from quizapp.material import Material
from quizapp.model import CardKind, Note, Turn
from quizapp.names import Names
from quizapp.phrasing import capitalised, tidy
from quizapp.pronouns import in_third_person

_CONTENT = 4
"""Content words that a question has at least."""
_SHORTEST, _LONGEST = 15, 60
"""Words of an answer."""
_TO_THE_POINT = 8
"""Words of an answer that takes up what is asked for."""
_TAKEN_UP = 2
"""Words of a question that an answer has, which does not stand at the beginning of the turn."""
_HEARD = 5
"""Sentences of a turn in which an answer is looked for."""
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
_SMALL_TALK = re.compile(
    r"^(?:(?:all right|okay|sort of|kind of|like|so|and|but),? )+|"
    r"^forgive (?:the|my) [^,]+, but |^looking back to you, ",
    re.IGNORECASE,
)
_DO_YOU_THINK = re.compile(r",? (?:do you think|would you say|in your view)\?$", re.IGNORECASE)
_LONGEST_PROMPT = 28
"""Words."""
_ALOUD = re.compile(
    r"\b(?:I|me|my|myself|you|your|yourself|gotta|gonna|wanna|stuff|whatever|like if|something in|"
    r"we're going to)\b|^(?:(?:it|it's)(?! (?:definitely |quite |very |pretty )?(?:possible|likely|"
    r"clear|true) that\b)|that|that's|there's|this|they|he|she|because),? ",
    re.IGNORECASE,
)
"""Words of thinking aloud, which no clean answer has."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each exchange that can be asked on its own, the best of the talk."""
    words = sum(len(turn.text.split()) for turn in material.episode.turns)
    most = -(-words // (2 * speech.WORDS_A_CARD))
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
    prompt = prompt and replace(prompt, prompt=_with_object(prompt.prompt, material.names))
    answer = None if prompt is None else _answer(answering.text, material, prompt.prompt)
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


def _with_object(prompt: str, names: Names) -> str:
    """A question that ends in whom it asks of: ``impresses him?`` for ``impresses he?``."""
    if names.pronoun and names.object_pronoun and prompt.endswith(f" {names.pronoun}?"):
        return f"{prompt.removesuffix(f'{names.pronoun}?')}{names.object_pronoun}?"
    return prompt


def _question(text: str) -> str | None:
    """The last sentence of a turn that asks something, without the talk before it."""
    last = language.sentences(text)[-1]
    plain = _SPOKEN.sub("", last).strip()
    while plain != (told := _SMALL_TALK.sub("", plain)):
        plain = told
    plain = _DO_YOU_THINK.sub("?", plain)
    return plain if plain.endswith("?") else None


def _answer(text: str, material: Material, prompt: str) -> str | None:
    """The first sentences that answer, cleaned of what people say while they think.

    Where the turn begins with thinking aloud, an answer is what takes up the words of the question.
    """
    taken: list[str] = []
    clean = (capitalised(_SPOKEN.sub("", s).strip(" ,")) for s in language.sentences(text))
    told = in_third_person(" ".join(s for s in clean if s), material.names)
    asked_for = set(language.content_stems(prompt)) - _stems_of(material.names.people)
    to_the_point = False
    for at, plain in enumerate(language.sentences(told)):
        if not taken and (len(language.content_words(plain)) < _CONTENT or _ANECDOTE.match(plain)):
            continue
        said_of = _BROKEN.search(plain) or _ALOUD.search(plain) or _repeats(plain)
        takes_up = len(asked_for & set(language.content_stems(plain))) >= _TAKEN_UP
        if not taken and at < _HEARD and (said_of or (at and not takes_up)):
            to_the_point = True
            continue
        if said_of or len(" ".join([*taken, plain]).split()) > _LONGEST:
            break
        if to_the_point and (not takes_up or _FLOATING.search(plain)):
            break
        taken.append(plain)
    answer = " ".join(taken)
    fewest = _TO_THE_POINT if to_the_point else _SHORTEST
    whole = len(answer.split()) >= fewest and not answer.startswith(("What ", "Which "))
    return answer if whole else None


def _stems_of(names: tuple[str, ...]) -> set[str]:
    return {stem for name in names for stem in language.content_stems(name)}


def _repeats(sentence: str) -> bool:
    """Whether somebody began anew: three words stand in a sentence twice."""
    words = language.plain_words(sentence.lower())
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return len(triples) != len(set(triples))
