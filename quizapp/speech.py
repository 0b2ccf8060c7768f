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

from rapidfuzz.fuzz import partial_ratio, ratio

from quizapp import clauses, grammar, language
from quizapp.aloud import is_made_up, thinks_aloud
from quizapp.identity import fold
from quizapp.material import CAUSAL, DEFINING, Material, Statement
from quizapp.model import Section, SectionKind, Turn
from quizapp.names import Names
from quizapp.phrasing import capitalised, closed
from quizapp.references import GRADED, is_of_a_story, stands
from quizapp.rewriting import standalone
from quizapp.utterances import means_anybody, plain, says_you

WORDS_A_CARD = 150
"""Words of talk (about a minute) for each sentence of it that may become a note."""
_SHORTEST, _LONGEST = 8, 30
"""Words of a sentence."""
ABOUT = 0.15
"""How much a sentence is about the episode's subject, at least: see ``Material.aboutness``."""
_TERMS = 2
"""Names and terms in a sentence that says neither what something is, nor why, nor how much."""
FIGURE = re.compile(
    r"\d|\b(?:(?:ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|"
    r"hundreds?|thousands?|million|billion|percent|per cent|dozens?)\b|(?:two|three|four|five|six|"
    r"seven|eight|nine|half an?|a third|a quarter) (?:\w+ )?(?:of|hours?|days|weeks|months|years|"
    r"decades|centuries|times|minutes|seconds|metres|meters|kilometres|miles|kilos|grams|tons|"
    r"litres))",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:if|when|once|unless|without|until|the (?:more|less|\w+er))\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:almost|of that|may or may not|and so on|possible that)\b|^as\b|"
    r"^[\w-]+, the\b|\bthe \w+, the \w+\b",
    re.IGNORECASE,
)
"""What leaves open who or what is meant, or takes back half of it."""
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[- ][A-Z][a-z]+)+\b")
NO_PERSON = re.compile(
    r"\b(?:University|Institute|College|School|Street|Road|Church|Museum|Company|City|River|Island|"
    r"North|South|East|West|New|Saint|United|War|World|Great|Black|Silicon|Valley|Kingdom|States|"
    r"Empire|Party|Court|Times|Death|Plague|Revolution|Union|League|Bank|Act|Sea|Lake|Mount|January|February|March|April|June|"
    r"July|August|September|October|November|December)\b"
)
_SOMEBODY = re.compile(
    r"(?<!in )(?<!at )(?<!near )(?<!from )(?<!to )(?<!of )\b[A-Z][a-z]+|"
    r"\b(?:with|and|his|her) (?:a |the )?(?:wife|husband|brother|sister|"
    r"son|daughter|father|mother|friend|colleague|student|teacher|"
    r"assistant|partner|rival)\b"
)
"""Somebody else in a sentence, whom a pronoun after it may mean as well."""
_HE = re.compile(r"^(?P<who>[Hh]e|[Ss]he|[Hh]is|[Hh]er)(?P<has>['’]s|['’]d)?\b(?= [a-z])")
_CONCRETE = 0.03
"""How much a sentence with a name or a figure is about the episode's subject, at least."""


def statements(material: Material) -> list[Statement]:
    """The best sentences of the talk, at most one for every ``WORDS_A_CARD`` words of it."""
    found = {s.text: s for turn in guests(material) for s in _of(turn, material)}
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


_LONG_NAME = re.compile(r"\b[A-Z][a-z]{5,}\b")


def _capitalised(material: Material) -> frozenset[str]:
    """The words of the talk and of its pages that are spelt as names are."""
    told = [*(t.text for t in material.episode.turns), *(s.text for s in material.sections)]
    return frozenset(name for text in told for name in _LONG_NAME.findall(text))


def _is_misspelt(name: str, names: frozenset[str]) -> bool:
    """Whether a name may be heard wrong: something very like it is told as well."""
    others = (n for n in names if n[0] == name[0] and n[:4] != name[:4])
    return any(ratio(name, other) >= _ALIKE for other in others)


_SAME = 85
"""Of 100, from which on a page quotes the sentence: it is asked as a quote."""
_ALIKE = 75
"""Of 100, from which on two spellings may be of one name."""


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


def _of(turn: Turn, material: Material) -> Iterator[Statement]:
    before: str | None = None
    section = section_of(turn)
    nobody = replace(material.names, guest=None)  # who speaks is "I": "he" is somebody else
    subject = _Subject(material.names)
    for sentence in language.sentences(turn.text):
        # Most of what is said falls at a glance: that is cheaper than making it stand alone.
        said = subject.named(plain(_AFTER_A_PAUSE.sub("", sentence)))
        if is_made_up(sentence) and FIGURE.search(said):
            continue
        for part in _told_in(said):
            fit = len(part.split()) >= _SHORTEST and not thinks_aloud(part)
            fit = fit and (part == sentence or not _VAGUE.search(part))
            text = _alone(part, nobody, before) if fit else None
            if text is not None and _worth(text, material):
                source = material.passages.source(section, sentence)
                yield Statement(text, section, (source,), 1, score=_promise(text, material))
                break
        before = sentence


_SPLICED = re.compile(r", (?:and |but |so )?(?=[\w’'-]+ )")


_AFTER_A_PAUSE = re.compile(r"^[^.]*\.\.\. (?=[A-Z])")
"""What somebody began and gave up: ``That is a very... Scouts dance.``"""
_ASIDE = re.compile(
    r", (?:and|but|so) (?:maybe|perhaps|we|I|you|that['’]s|it['’]s|this is|"
    r"there['’]s)\b[^,]*.*$"
)
"""What somebody adds about what was said."""


_TAKES_UP = re.compile(
    r", (?:(?:and|so) )?(?:it|they|that|you)(?:['’](?:s|re)| (?:is|are|was|were|can|could|will|"
    r"would|goes|go|gets|get|has|have|makes|make|takes|take|puts))\b"
)
"""What takes the subject of the clause before it up: ``a cloud of gas and ash, and it can …``."""


_OF_BEFORE = re.compile(r"\b(?:it|its|they|them|their)\b")
"""What may mean a thing of the clause before, which is not shown with it."""


def _told_in(said: str) -> Iterator[str]:
    """A spoken sentence, and the main clauses that talk strings together in it."""
    yield said
    if len(said.split()) < 2 * _SHORTEST or _CONDITION.match(said):
        return
    aside = _ASIDE.search(said)
    if aside is not None and said[: aside.start()].count(" ") > _SHORTEST:
        yield closed(said[: aside.start()])
    for at, part in enumerate(clauses.conjuncts(said)):
        if not at or not _OF_BEFORE.search(part):
            yield part
    taken_up = _TAKES_UP.search(said)
    if taken_up is not None and said[: taken_up.start()].count(" ") >= _SHORTEST - 1:
        first = closed(said[: taken_up.start()])
        if grammar.clause(first) is not None:
            yield first
    for spliced in _SPLICED.finditer(said):
        parts = (said[: spliced.start()], said[spliced.end() :])
        told = [closed(capitalised(part)) for part in parts]
        if "," not in parts[0] and all(grammar.clause(part) is not None for part in told):
            yield told[0]
            if not _OF_BEFORE.search(told[1]):
                yield told[1]


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


class _Subject:
    """Whom the sentences of a turn speak of by ``he`` or ``she``: who opened the last of them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._who: str | None = None
        self._pronoun: str | None = None

    def named(self, said: str) -> str:
        """``He left five hundred letters`` with the person who opened the sentence before."""
        found = _HE.match(said)
        if found is None:
            opens = _NAME.match(said)
            person = opens and not NO_PERSON.search(opens[0]) and not self._names.mentions(opens[0])
            alone = opens and not _SOMEBODY.search(said[opens.end() :])
            self._who = opens[0] if opens and person and alone else None
            self._pronoun = None
            return said
        told = {"his": "he", "her": "she"}.get(found["who"].lower(), found["who"].lower())
        again = re.search(rf"\b{told}\b", said[found.end() :]) and found["who"].lower() == told
        if self._who is None or again or self._pronoun not in (None, told):
            self._who = None
            return said
        self._pronoun = told
        has = " has" if (found["has"] or "").endswith("s") else " had" if found["has"] else ""
        own = "'s" if found["who"].lower() in ("his", "her") else ""
        return f"{self._who}{own}{has}{said[found.end() :]}"


def _alone(said: str, names: Names, before: str | None) -> str | None:
    """The sentence as it can stand alone; ``you`` may be anybody in it, as ``people`` would be."""
    if GRADED.match(said) and not re.search(r"\b(?:it|its|they|them|he|she|this|these)\b", said):
        return said if not says_you(said) or means_anybody(said) else None
    if not says_you(said):
        return standalone(said, names, before)
    theirs = re.search(r"\b(?:their|themselves)\b", said)
    yours = re.search(r"\byour(?:self)?\b", said, re.IGNORECASE)
    if not means_anybody(said) or re.search(r"\bpeople\b", said) or (theirs and yours):
        return None
    made = standalone(_of_people(said), names, before)
    return None if made is None else _to_you(made, yours=not theirs)


_PEOPLE = (("you['’]re", "people are"), ("you['’]ll", "people will"), ("yourself", "themselves"),
           ("your", "their"), ("you", "people"))  # fmt: skip


def _of_people(text: str) -> str:
    for you, people in _PEOPLE:
        text = re.sub(rf"^{you}\b", capitalised(people), text, flags=re.IGNORECASE)
        text = re.sub(rf"\b{you}\b", people, text)
    return text


def _to_you(text: str, *, yours: bool) -> str:
    for you, people in _PEOPLE[2:] if yours else _PEOPLE[-1:]:
        text = re.sub(rf"\b{capitalised(people)}\b", capitalised(you), text)
        text = re.sub(rf"\b{people}\b", you, text)
    return text


DEED = re.compile(
    r"^(?P<who>[A-Z][a-z]+(?: [A-Z][\w.-]+){1,2}) (?P<did>(?:\w+ed|wrote|made|built|found|took|"
    r"gave|won|began|"
    r"led|drew|ran|bought|sold|taught|saw|set|left|put|came|went|became|chose|broke|fought|"
    r"grew)\b.+)\.$"
)
"""What somebody, told by first and last name, did."""
_CONTRAST = re.compile(
    r"\b(?:while|whereas|unlike|instead of|rather than|compared (?:to|with)|superseded|replaced)\b"
)


_NO_NEED = re.compile(r"(?:You|People) (?:don['’]t|do not) (?:need|have|want)\b", re.IGNORECASE)
"""What somebody can do without is advice, and tells of nothing."""


_CLEFT = re.compile(r"What (?P<told>(?:[\w’'-]+ ){1,5}?)(?:is|was|are|were) (?!what\b)")


def _is_of_what(text: str) -> bool:
    """Whether a sentence opens with a ``what`` that names nothing: ``What comes out is …``."""
    found = _CLEFT.match(text)
    return found is not None and not any(t.is_noun for t in language.tag(found["told"]))


def _worth(text: str, material: Material) -> bool:
    """Whether a spoken sentence says something, and nothing but that."""
    if not _SHORTEST <= len(text.split()) <= _LONGEST or thinks_aloud(text):
        return False
    if sum(c.isupper() for c in text) > len(text) // 3:
        return False  # captions that shout
    if _NO_NEED.match(text) or _is_of_what(text):
        return False
    begun = re.match(r"(\w+ \w+) .*, \1\b", text, re.IGNORECASE)
    if begun or is_of_a_story(text) or not stands(text, material):
        return False
    about = material.aboutness(text)
    tells = DEFINING.search(text) or CAUSAL.search(text) or _CONDITION.match(text)
    tells = tells or _CONTRAST.search(text) or DEED.match(text)
    figure = FIGURE.search(text)
    graded = GRADED.match(text) is not None
    phrases = language.noun_phrases(text)
    terms = [p for p in phrases if p.is_name or material.is_term(p.text)]
    if about >= ABOUT:
        return bool(terms or tells or figure or graded) and bool(
            len(terms) >= _TERMS or tells or figure or graded or _of_a_kind(text)
        )
    names = [p for p in phrases if p.is_name and any(t.text[:1].isupper() for t in p.tokens)]
    figures = figure and (names or tells or len(phrases) > 1)
    concrete = figures or graded or (names and (tells or terms)) or (tells and len(phrases) > 1)
    return bool(concrete) and about >= _CONCRETE and topic(material) is not None


_OF_A_KIND = re.compile(
    r"^(?:An? |No |Every |Most |People |Nobody |Everyone |You (?:can|need|have)|"
    r"(?!The|This|That|It|He|She|They|We|In|On|At|There)[A-Z]\w+s )"
)


def _of_a_kind(text: str) -> bool:
    """Whether a sentence says what holds of a whole kind: ``A witness who is wrong …``."""
    if re.search(r"\b(?:was|were|had)\b", text):
        return False
    return _OF_A_KIND.match(text) is not None or is_of_a_stuff(text)


def is_of_a_stuff(text: str) -> bool:
    """Whether a sentence says what holds of a stuff: ``Volcanic ash is tiny pieces of glass``."""
    parts = grammar.clause(text)
    if parts is None or parts.is_plural:
        return False
    words = parts.subject
    plain = all(t.tag.startswith(("NN", "AJ", "UNC")) for t in words)
    return plain and words[-1].is_noun


def topic(material: Material) -> str | None:
    """What the talk is about in a few words: the topic of its title, or the part that tells it."""
    names, title = material.names, material.names.title
    parts = [_of_what(p, names) for p in re.split(r": | [—–|-] |\? ", title)]
    fit = [p for p in parts if p and len(p.split()) <= _TOPIC and not _is_name(p, names)]
    best = max(fit, key=lambda p: (material.aboutness(p), -len(p)), default=None)
    return best if best and (len(fit) == 1 or material.aboutness(best) > 0) else None


def _of_what(part: str, names: Names) -> str:
    """A part of a title without the guest who speaks in it: ``Dr. Anneke Vos on bees``."""
    for name in names.people:
        found = re.match(rf"(?:\w+\.? )?{re.escape(name)}(?:,? \w+)? (?:on|about) (?=\w)", part)
        if found is not None:
            part = part[found.end() :]
    return part.strip(" .“”\"'")


def _is_name(part: str, names: Names) -> bool:
    """Whether a part of a title only names who speaks: ``with Anneke Vos``, ``Dr. Anneke Vos``."""
    return (
        names.mentions(part) and len(part.split()) <= max(len(p.split()) for p in names.people) + 2
    )


_TOPIC = 8
"""Words."""


def _promise(text: str, material: Material) -> float:
    """How promising a sentence is, below those that people wrote (0 to 0.5)."""
    score = min(0.25, material.aboutness(text)) + 0.1 * bool(DEFINING.search(text))
    score += 0.1 * bool(_CONDITION.match(text)) + 0.05 * bool(CAUSAL.search(text))
    return score + 0.1 * bool(FIGURE.search(text))


def exchanges(material: Material) -> Iterator[tuple[Turn, Turn]]:
    """Each question with its answer: the host's and the guest's, where it is known who speaks."""
    turns = [t for t in material.episode.turns if t.path not in material.passages.foreign]
    for asking, answering in pairwise(turns):
        if asking.path != answering.path or not _asks(asking.text):
            continue
        if _asked_by_host(asking, answering, material):
            yield asking, answering


_ASKED_LAST = 2
"""Sentences at the end of a turn of which one asks; the other may say why."""


def _asks(text: str) -> bool:
    return any(s.endswith("?") for s in language.sentences(text)[-_ASKED_LAST:])


_ASKING = re.compile(r"\b(?:you|your|how|what|why)\b", re.IGNORECASE)


def _asked_by_host(asking: Turn, answering: Turn, material: Material) -> bool:
    names = material.names
    if asking.speaker is not None and asking.speaker in names.guests:
        return False
    if answering.speaker is not None:
        return answering.speaker in names.guests
    # Nobody is named: one who asks, and is answered at greater length, asks for an account.
    questions = [s for s in language.sentences(asking.text)[-_ASKED_LAST:] if s.endswith("?")]
    longer = len(answering.text.split()) > len(questions[-1].split())
    return bool(_ASKING.search(questions[-1])) and longer
