"""Cards from quotes: how does it end, and who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz import fuzz

from quizapp import distractors, language
from quizapp.blanks import BLANK, blanked, blanks
from quizapp.generators import endings
from quizapp.generators.drafting import Side, drafted, modest
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.material.statement import Statement, merged
from quizapp.model import CardKind, Note, Section, SectionKind, Source
from quizapp.sentences import circumstances
from quizapp.sentences.phrasing import capitalised, closed

_FEWEST = 5
"""Words of a quote worth keeping."""
_LONGEST_QUOTE = 45
_SHOWN = 5
"""Words of a quote that stay, at the least."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each quote with a known speaker; the same quote on several pages is one."""
    for section, speaker, sources in _once(material):
        ending = _ending(section, _lead(section, speaker, material))
        told = None if ending else next(_what_happens(section, speaker), None)
        asked = ending or told
        gap = None if told else _gap(section, speaker, ending, material)
        sides = [s for s in (asked, gap, _who(section, speaker, material)) if s]
        if sides:
            yield drafted("quote", material, section, section.text, sources, sides)


def _once(material: Material) -> Iterator[tuple[Section, str, tuple[Source, ...]]]:
    taken: list[tuple[Section, str, tuple[Source, ...]]] = []
    for section in material.sections:
        if section.kind is not SectionKind.QUOTE or section.speaker is None:
            continue
        if section.speaker == material.names.host and material.names.guests:
            continue  # people keep what the guest said
        if len(section.text.split()) < _FEWEST or section.text.rstrip('”"').endswith("?"):
            continue  # a call or a question is no quotation
        source = material.passages.quote_source(section, section.speaker)
        twin = next((i for i, t in enumerate(taken) if _same(t[0].text, section.text)), None)
        if twin is None:
            taken.append((section, section.speaker, (source,)))
        else:
            first = taken[twin]
            taken[twin] = (first[0], first[1], merged(first[2], (source,)))
    return iter(taken)


def _same(a: str, b: str) -> bool:
    return fuzz.ratio(fold(a), fold(b)) >= 90


def _ending(section: Section, lead: str) -> Side | None:
    """The quote without its last words: those that carry its end, not its first half.

    ``lead`` says who said it, and on what where the quote does not tell.
    """
    words = section.text.split()
    if not _SHOWN + 1 <= len(words) <= _LONGEST_QUOTE or _leaning(section.text):
        return None
    ending = endings.best(closed(" ".join(words)))
    if ending is None:
        return None
    prompt = f"{lead}: “{ending.shown} {BLANK}{ending.mark}”"
    return Side(CardKind.FINISH_QUOTE, prompt, ending.answer, 0.8 + 0.1 * ending.score)


_MARKUP = re.compile(r"</?\w{1,12}>|[*_>]")
_ON_WHAT = re.compile(
    r",? on (?!(?:stage|page|air|camera|the show|twitter|the phone|\d)\b)"
    r"(?P<what>[^.,;:()“”\"?]{3,60})\)?$",
    re.IGNORECASE,
)


def _lead(section: Section, speaker: str, material: Material) -> str:
    """Who said it, and on what: as the page has it below the quote, else as the episode tells."""
    lines = material.passages.text(section.path, section.line_start, section.line_end)
    lines = _MARKUP.sub("", lines)
    signed = lines.rpartition(speaker.split()[-1])
    found = _ON_WHAT.fullmatch(signed[2].rstrip()) if signed[1] else None
    what = found["what"].strip() if found else ""
    named = set(language.content_stems(what))
    named = named if re.search(r"[A-Za-z]", what) else set()
    if named and not named & set(language.content_stems(section.text)) and not _LEANS.search(what):
        return f"{speaker} on {what}"
    short = material.full_names.short_in(section.text)
    return f"{speaker} on the {short}" if short else material.subject.lead(speaker, section.text)


_LEANS = re.compile(r"\b(?:it|this|that|these|those|they|them|his|her|their)\b", re.IGNORECASE)


def _gap(section: Section, speaker: str, ending: Side | None, material: Material) -> Side | None:
    """The quote with its best term left out, where that is not its end, which is asked already."""
    if len(section.text.split()) > _LONGEST_QUOTE or _leaning(section.text):
        return None
    if len(language.sentences(section.text)) > 1:
        return None
    text = closed(" ".join(section.text.split()))
    source = material.passages.quote_source(section, speaker)
    ends = set(language.content_stems(ending.answer)) if ending else set()
    for blank in blanks(Statement(text, section, (source,), 0), material):
        if blank.by_reflex or any(t.tag == "CRD" for t in blank.phrase.tokens):
            continue  # how many it were is not the point of a quotation
        if blank.score >= _GOOD_GAP and not ends & set(language.content_stems(blank.text)):
            lead = material.subject.lead(speaker, section.text, blank.text)
            prompt = f"{lead}: “{blanked(text, blank.phrase)}”"
            score = modest(0.5) if ending else 0.5  # one quotation, one card
            return Side(CardKind.CLOZE, prompt, blank.text, score, side=fold(blank.text))
    return None


def _what_happens(section: Section, speaker: str) -> Iterator[Side]:
    """A quote that tells how, why or when something happens, asked for that."""
    sentences = language.sentences(section.text)
    if len(sentences) != 1 or len(section.text.split()) > _LONGEST_QUOTE or _leaning(section.text):
        return
    for asked in islice(circumstances.asked(closed(sentences[0])), 1):
        yield Side(
            CardKind.RECALL,
            f"{asked.question.rstrip('?')}, according to {speaker}?",
            closed(capitalised(asked.answer)),
            0.7,
            side=asked.wants,
            explanation=f"“{closed(sentences[0])}”",
        )


_GOOD_GAP = 0.2


def _leaning(text: str) -> bool:
    """Whether a quote speaks of something that only its place in the talk would tell."""
    first = language.sentences(text)[0]
    if re.match(r"(?:yes|no|and|but|or|because|so)\b,? ", first, re.IGNORECASE):
        return True  # an answer to what was asked before
    if _POINTS.search(text):
        return True
    if re.match(r"(?:it|this|that|they|these|those|he|she)\b", first, re.IGNORECASE):
        return not re.match(r"it (?:is|was|will be|would be|'s)\s+\w+\s+(?:to|that)\b", first, re.I)
    return _acts_on_something_untold(first)


_BEHIND_AN_OBJECT = frozenset("PUN PRP PRF CJC CJS AVP AV0 NN1 NN2 AT0".split())


def _acts_on_something_untold(sentence: str) -> bool:
    """Whether a sentence has an ``it`` or a ``them`` that things are done to, and no noun before.

    ``I tap it, I weigh it, and then I put it on a shelf``: what?
    """
    tokens = language.tag(sentence)
    for i, token in enumerate(tokens):
        if token.is_noun or token.tag in ("CRD", "UNC"):
            return False
        if token.text.lower() in ("it", "them") and i and tokens[i - 1].is_verb:
            return i + 1 < len(tokens) and tokens[i + 1].tag in _BEHIND_AN_OBJECT
    return False


_POINTS = re.compile(
    r"\b(?:on|in|at|of|from|by) (?:that|this|these) (?!(?:is|was|day|world|country|life|"
    r"century|who|which|it|he|she|they|we|you|I)\b)[a-z]+\b"
)
"""``on that ridge``: which?"""


def _who(section: Section, speaker: str, material: Material) -> Side | None:
    """Who said it: only with three plausible speakers, and a quote that gives nobody away."""
    names = _speakers(speaker, material)
    if len(names) < 3 or any(p.split()[-1] in section.text for p in names):
        return None
    if not _SHOWN <= len(section.text.split()) <= 32 or _leaning(section.text):
        return None
    wrong = [n for n in names if n != speaker][: distractors.WANTED]
    options = distractors.arranged(speaker, wrong, fold(section.text))
    return Side(
        CardKind.ATTRIBUTION,
        f"Who said: “{section.text}”?",
        speaker,
        0.6,
        options=options.texts,
        answer_index=options.key,
    )


def _speakers(speaker: str, material: Material) -> Sequence[str]:
    """Who might have said it: the speakers of this episode, then the guests of others."""
    quoted = [s.speaker for s in material.sections if s.kind is SectionKind.QUOTE and s.speaker]
    said = dict.fromkeys([speaker, *quoted, *material.others])
    return tuple(n for n in said if n != material.names.host or n == speaker)
