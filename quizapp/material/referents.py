"""Whether a sentence says by itself of what and of whom it tells, or only another one does."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material.pages import Pages
from quizapp.material.vocabulary import Vocabulary
from quizapp.model import Section, SectionKind
from quizapp.sentences.generality import tells_alone
from quizapp.sentences.grammar.capitals import is_national
from quizapp.sentences.strangers import strangers

_CLAIMING = (SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.TAKEAWAY)
"""Kinds whose heading says what their text is about; the text alone may not."""
_ONLY_ONE = frozenset(
    "sun moon earth world sea ocean sky universe brain body mind heart liver public internet web "
    "government police law church army press media economy past future middle poor rich young old "
    "dead blind elderly".split()
)
_SAYS_WHICH = re.compile(
    r",? (?:of|that|which|who|whose|where|in|on|at|to|for|from|with|under|between|behind|against|"
    r"called|named|known|responsible|an?|or)\b|['’]"
)
"""What tells which one is meant, or what it is."""
_SOME_OF = re.compile(
    r"(?:None|Some|Most|Half|All|Many|Few|One|Two|Three|Each|Neither|Both) of the (?P<what>[a-z]+)"
    r"(?= (?:is|are|was|were|had|has|have|did|do|does|could|can|will|would|[a-z]+ed)\b)"
)
_SOMEBODYS = re.compile(r"(?:He|She|His|Her)\b")
_THE = re.compile(r"\b[Tt]he $")
_MONTH = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|of) "
    r"(?:(?:early|late|mid) |the (?:night|morning|evening) of )?"
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
)
_LATER = re.compile(
    r"\b(?:\w+ )?(?:minute|hour|day|week|month|year|decade|centurie|century)s? (?:later|earlier)\b"
    r"(?! than)"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_NAMED_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+|\d")
_SELDOM = 3
"""Sentences; what more of them speak of is a subject of the episode."""


def floats(text: str, section: Section, position: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence of a section does not say what it is about.

    It takes up no word of the heading, of the question or of what the episode is about. The
    first sentence may, where it names a term, unless the heading makes a claim of its own.
    """
    stems = set(language.content_stems(text))
    named = set(language.content_stems(section.heading or ""))
    if _unnamed(text, section, vocabulary) or is_bare(text, section, vocabulary):
        return True
    if position > 0 and _takes_up(text, section, position, vocabulary):
        return True
    if _is_one_of_many(text, section, vocabulary):
        return True
    if _LATER.search(text) and not _YEAR.search(text):
        return True  # "died four years later": than what?
    dated = _YEAR.search(f"{section.heading} {text}")
    if _MONTH.search(text) and not dated and _is_past(text):
        return True  # "In July the peasants rose": of which year?
    if position == 0 and not (named and section.kind in _CLAIMING):
        return False
    named |= set(language.content_stems(vocabulary.names.topic or ""))
    phrases = language.noun_phrases(text)
    known = any(
        vocabulary.is_trite(p.text) or (position == 0 and vocabulary.is_term(p.text))
        for p in phrases
    )
    told = known or tells_alone(text) or _tells_its_field(text, vocabulary)
    return not stems & named and not told


def _is_one_of_many(text: str, section: Section, vocabulary: Vocabulary) -> bool:
    """Whether something is told of ``the auction`` where the episode is about auctions.

    A year or a name, in the sentence or above it, tells which.
    """
    subject = vocabulary.subject.text
    if not subject or " " in subject or not _names_many(subject) or not _is_past(text):
        return False
    told = f"{vocabulary.inside(section.heading or '')}. {text}"
    if _YEAR.search(told) or re.search(r"(?<=[a-z,:;] )[A-Z][\w’'-]+", told):
        return False
    return any(
        len(phrase.tokens) == 1
        and phrase.head.tag == "NN1"
        and _THE.search(text[: phrase.start])
        and language.stem(phrase.text) in language.content_stems(subject)
        and not _SAYS_WHICH.match(text[phrase.end :])
        for phrase in language.noun_phrases(text)
    )


def _names_many(subject: str) -> bool:
    return any(phrase.is_plural for phrase in language.noun_phrases(subject))


def _is_past(text: str) -> bool:
    """Whether a sentence tells what once happened."""
    return any(t.tag in ("VVD", "VBD", "VHD") for t in language.tag(text))


def _takes_up(text: str, section: Section, position: int, vocabulary: Vocabulary) -> bool:
    """Whether ``the pain`` in a sentence is what one before it in its section tells of.

    What the heading, the title or most of the episode names, and what there is one of in the
    world, is known without it.
    """
    before = language.sentences(section.text)[:position]
    told = {stem for s in before for stem in language.content_stems(s)}
    known = set(language.content_stems(section.heading or "")) | vocabulary.subject.telling
    for phrase in language.noun_phrases(text):
        if len(phrase.tokens) != 1 or not phrase.text.islower():
            continue
        if not _THE.search(text[: phrase.start]) or phrase.text in _ONLY_ONE:
            continue
        if _SAYS_WHICH.match(text[phrase.end :]) or phrase.head.tag == "CRD":
            continue
        stem = language.stem(phrase.text)
        if stem in told and stem not in known:
            return True
    return False


def _tells_its_field(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence says by itself what it is about: a word of the field and a name."""
    telling = vocabulary.subject.telling & set(language.content_stems(text))
    return bool(telling) and _NAMED_INSIDE.search(text) is not None


def is_bare(text: str, section: Section, vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with ``The instruction`` that only another one tells of.

    What the heading names, what the episode speaks of again and again, and what there is one of
    in the world, is known.
    """
    if (some := _SOME_OF.match(text)) is not None:
        return language.stem(some["what"]) not in language.content_stems(section.heading or "")
    first = next(iter(language.noun_phrases(text)), None)
    if first is None or len(first.tokens) != 1 or first.text[:1].isupper():
        return False
    if not re.fullmatch(r"[Tt]he ", text[: first.start]) or first.text.lower() in _ONLY_ONE:
        return False
    if _SAYS_WHICH.match(text[first.end :]):
        return False
    stem = language.stem(first.text)
    if stem in language.content_stems(section.heading or ""):
        named = re.search(
            rf"\b(?P<of>[A-Z][\w’'-]+) {re.escape(first.text)}\b", section.heading or "", re.I
        )
        return (
            named is not None and named["of"][:1].isupper() and _is_name_missing(named["of"], text)
        )
    happened = next((t for t in language.tag(text) if t.tag in language.FINITE_TAGS), None)
    if first.head.tag == "NN1" and happened and happened.tag in ("VVD", "VBD"):
        return True  # "The tunnel was opened": which of all tunnels?
    seldom = max(1, min(_SELDOM, len(vocabulary.stem_sets) // 30))
    return sum(stem in stems for stems in vocabulary.stem_sets) <= seldom


def _is_name_missing(name: str, text: str) -> bool:
    """Whether ``the bridge`` below ``The Forth Bridge`` stands there without its name."""
    return not language.is_function_word(name.lower()) and name.lower() not in text.lower()


def _unnamed(text: str, section: Section, vocabulary: Vocabulary) -> bool:
    """Whether a heading names whom or what it is about, and a sentence below it nobody.

    ``People died when it arrived`` below ``Armero``: which of all disasters?
    """
    heading = vocabulary.inside(section.heading or "")
    names = {
        w
        for w in re.findall(r"(?<!^)(?<![.?!] )\b[A-Z][a-z][\w’'-]*", heading)
        if not (vocabulary.names.mentions(w) or language.is_function_word(w.lower()))
    }
    if not names or is_national(next(iter(names))):
        return False
    told = re.findall(r"(?<=[\w,;] )[A-Z][\w’'-]+|^[A-Z][\w’'-]*[A-Z0-9][\w’'-]*", text)
    if any(not is_national(w) for w in told):
        return False
    first = text.split()[0]
    return not {language.stem(n) for n in names} & set(language.content_stems(text)) and (
        vocabulary.cased(first) != first
    )


def tells_of_another(sentence: str, section: Section, position: int, pages: Pages) -> bool:
    """Whether ``his`` at the start of a sentence is somebody's whom its section named before.

    A sentence right behind one about the guest is about the guest, whoever else is named.
    """
    if not _SOMEBODYS.match(sentence):
        return False
    before = language.sentences(section.text)[:position]
    if not position and not section.heading:
        before = _beside(section, pages)
    if before and pages.names.mentions(before[-1].split(",")[0][:60]):
        return False
    return bool(_others(f"{section.heading or ''}. {' '.join(before)}", pages))


def _beside(section: Section, pages: Pages) -> list[str]:
    """The sentences of the item above one without a heading, in the same list."""
    above = [
        other
        for other in pages.sections
        if other.path == section.path
        and other.kind is section.kind
        and not other.heading
        and 0 < section.line_start - other.line_end <= _GAP
    ]
    return language.sentences(above[-1].text) if above else []


_GAP = 2
"""Lines from an item to the next."""


def names_another(heading: str, text: str, pages: Pages) -> bool:
    """Whether a question, or what stands before it on its page, names anybody else."""
    at = next(
        (i for i, s in enumerate(pages.sections) if s.heading == heading and s.text == text),
        None,
    )
    if at is None:
        return False
    path = pages.sections[at].path
    before = (s for s in pages.sections[:at] if s.path == path)
    told = " . ".join(f"{s.heading or ''}. {s.text}" for s in before)
    return bool(_others(f"{told} . {heading}", pages))


def _others(told: str, pages: Pages) -> set[str]:
    """The people whom a text names beside the speakers."""
    return strangers(told, pages.names.people, pages.full_names.people)
