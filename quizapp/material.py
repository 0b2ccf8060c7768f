"""What the generators draw on: an episode's statements, terms and names, with their lines.

A *statement* is one sentence of a section that can stand alone, or can be made to without
changing its claim. Near-equal statements of several pages are one statement with all its sources.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import fuzz

from quizapp import clauses, grammar, kinds, language
from quizapp.casing import Casing
from quizapp.denials import Denials
from quizapp.identity import fold
from quizapp.language import Phrase
from quizapp.model import Episode, Section, SectionKind, Source
from quizapp.names import Names
from quizapp.naming import FullNames
from quizapp.offers import NOTHING, Nearby
from quizapp.passages import Passages
from quizapp.pronouns import in_third_person
from quizapp.reasons import Reason, total
from quizapp.rewriting import standalone, unlabelled
from quizapp.strangers import strangers
from quizapp.subjects import Subject
from quizapp.topics import topics

SAME_QUESTION = 90
"""Two prompts are the same question from this rapidfuzz ratio of their folded words on (0–100)."""
SAME_FACT = 88
"""Two statements are the same fact from this rapidfuzz ratio of their folded words on (0–100)."""

_STATING = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.TAKEAWAY,
    SectionKind.HIGHLIGHT,
    SectionKind.QA,
    SectionKind.SUMMARY,
)
_CLAIMING = (SectionKind.IDEA, SectionKind.INSIGHT, SectionKind.TAKEAWAY)
"""Kinds whose heading says what their text is about; the text alone may not."""
_NUMBER = re.compile(r"\d")
_WHOLE_TALK = 5000
"""Words of a transcript that can be held against the pages: half an hour of talk."""
_RARE, _FEW_RARE, _TOLD_SHARE = 4.6, 6, 0.45
"""A section with so many words rarer than this (Zipf) has this share of them in its talk."""
_OFTEN, _OFTEN_SHARE = 5, 0.1
"""A phrase is trite from so many sentences on, and from this share of all sentences on."""


_CHOOSES = re.compile(
    r"\bwould (?:probably |have to )?(?:say|choose|pick|go with|call|name|give|be (?:a|the)) "
    r"(?!that\b)"
)
"""An answer that only its question completes: ``I would pick Vertigo``."""
_DENIED = re.compile(
    r"(?:myth|misconception|fiction|false|wrong|before|old view|claim|rumou?r|common belief)"
    r"(?: \d+)?: ",
    re.IGNORECASE,
)
"""A label of what is told only to be put right."""


_JOINS = r"(?:therefore|thus|hence|consequently|accordingly|moreover|however)"
_THEREFORE = re.compile(rf"(?<=[a-z])(?:, {_JOINS},|(?<!,) {_JOINS})(?= (?!\w+ing\b)[a-z])")
"""What joins a sentence to the one before it, not a part of it to another: ``, thus warming …``."""
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


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that stands alone, where it stands, and how promising it is (0 to 1)."""

    text: str
    section: Section
    sources: tuple[Source, ...]
    position: int
    is_heading: bool = False
    score: float = 0.0

    @property
    def told_often(self) -> bool:
        """Whether several places tell it."""
        return len(self.sources) > 1


@dataclass(frozen=True)
class Material:
    """An episode as the generators see it.

    ``passages`` gives the lines of the source files; ``others`` are the other guests of the same
    show, who might have said what was said here; ``nearby`` is what the library offers.
    """

    episode: Episode
    passages: Passages
    others: tuple[str, ...] = ()
    nearby: Nearby = NOTHING
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Names.of(self.episode))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that cards are made of: with text, on pages in a language that is known.

        They come page by page, in the order of the pages' paths: whoever gives the files one by
        one, in whatever order, gets the same cards. A size or a condition that the talk puts right
        is left out.
        """
        fit = (s for s in self.episode.sections if s.text.strip())
        known = (s for s in fit if s.path not in self.passages.foreign)
        return tuple(sorted(map(self._put_right, known), key=lambda s: s.path))

    def _put_right(self, section: Section) -> Section:
        """The section as the talk puts it right; a quotation, and most others, as it is."""
        if section.kind is SectionKind.QUOTE:
            return section
        text = self.denials.put_right(section.text)
        return section if text == section.text else replace(section, text=text)

    @cached_property
    def denials(self) -> Denials:
        """What is denied in the talk, where there is a transcript in a known language."""
        turns = [t for t in self.episode.turns if t.path not in self.passages.foreign]
        return Denials(turns, self.names.host)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the sections, each once; questions left out."""
        found = (s.heading for s in self.sections if s.kind is not SectionKind.QA)
        return tuple(dict.fromkeys(h for h in found if h))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of the curated pages, headings that are claims among them.

        Those of the talk where there are no such pages.
        """
        texts: list[str] = []
        if self._only_talk:
            texts = [s for turn in self.episode.turns for s in language.sentences(turn.text)]
        for section in self.sections:
            if section.heading and language.is_sentence(section.heading):
                texts.append(section.heading)
            texts.extend(language.sentences(section.text))
        return tuple(dict.fromkeys(texts))

    @cached_property
    def stem_sets(self) -> tuple[frozenset[str], ...]:
        """The content stems of each of ``sentences``."""
        return tuple(frozenset(language.content_stems(s)) for s in self.sentences)

    @cached_property
    def about(self) -> Mapping[str, float]:
        """How much the episode is about a stem: its occurrences, weighed by its rarity, 0 to 1."""
        counts: Counter[str] = Counter()
        rarity: dict[str, float] = {}
        for text in self._texts():
            for word in language.content_words(text):
                for part in re.split(r"[-/]", word):
                    counts[language.stem(part)] += 1
                    rarity[language.stem(part)] = max(0.0, 7.0 - language.zipf(part))
        weights = {s: min(n, 12) * min(rarity[s], 5.0) for s, n in counts.items()}
        top = max(weights.values(), default=1.0) or 1.0
        return {s: w / top for s, w in weights.items()}

    @cached_property
    def _only_talk(self) -> bool:
        """Whether nobody wrote about the episode: there is its transcript alone."""
        return not any(s.kind in (*_STATING, SectionKind.QUOTE) for s in self.sections)

    def _texts(self) -> Iterable[str]:
        if self._only_talk:
            yield from (turn.text for turn in self.episode.turns)
        for section in self.sections:
            yield section.text
            if section.heading:
                yield section.heading
        yield from (c.title for c in self.episode.chapters)

    def aboutness(self, text: str) -> float:
        """How much the episode is about a phrase: the mean over its content stems, 0 to 1."""
        stems = language.content_stems(text)
        return sum(self.about.get(s, 0.0) for s in stems) / len(stems) if stems else 0.0

    @cached_property
    def phrases(self) -> Mapping[str, Phrase]:
        """The noun phrases of the curated pages by their folded text, most frequent first."""
        found: dict[str, Phrase] = {}
        counts: Counter[str] = Counter()
        for sentence in self.sentences:
            for phrase in language.noun_phrases(sentence):
                key = fold(phrase.text)
                counts[key] += 1
                found.setdefault(key, phrase)
        return {k: found[k] for k, _ in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the episode in the order of its pages, each fact once."""
        unique: list[Statement] = []
        for statement in self._all_statements():
            twin = next((i for i, u in enumerate(unique) if _same(u.text, statement.text)), None)
            if twin is None:
                unique.append(statement)
            else:
                first = unique[twin]
                unique[twin] = replace(first, sources=merged(first.sources, statement.sources))
        return tuple(replace(s, score=total(self.promise(s))) for s in unique)

    def _all_statements(self) -> Iterable[Statement]:
        for section in self.sections:
            if section.kind in _STATING:
                yield from self._statements_of(section)

    def _statements_of(self, section: Section) -> Iterable[Statement]:
        heading = section.heading
        if heading and section.kind is not SectionKind.QA and language.is_sentence(heading):
            yield from self._statement(section, heading, -1)
        before = None
        for i, sentence in enumerate(language.sentences(section.text)):
            for part in clauses.parts(sentence):
                made = list(self._statement(section, part, i, before))
                yield from made
                for inner in clauses.reported(part) if not made else clauses.concluded(part):
                    yield from self._statement(section, inner, max(i, 1) if made else i, before)
                before = part

    def _statement(
        self, section: Section, sentence: str, position: int, before: str | None = None
    ) -> Iterable[Statement]:
        if self._quotes(section, sentence) or _DENIED.match(sentence):
            return
        if section.kind is SectionKind.QA and (
            _CHOOSES.search(sentence) or self._recalls(sentence)
        ):
            return
        sentence = unlabelled(sentence)
        if position > 0 and self._tells_of_another(sentence, section, position):
            return
        asked = section.kind is SectionKind.QA
        told = in_third_person(sentence, self.names) if asked else sentence
        text = standalone(_THEREFORE.sub("", told), self.names, before, section.heading)
        if text is None or (position >= 0 and self._floats(text, section, position)):
            return
        leant = before is not None and text.split()[0].lower() != told.split()[0].lower()
        source = self.passages.source(section, f"{before} {sentence}" if leant else sentence)
        yield Statement(text, section, (source,), position, is_heading=position < 0)

    def _tells_of_another(self, sentence: str, section: Section, position: int) -> bool:
        """Whether ``his`` at the start of a sentence is somebody's whom its section named before.

        A sentence right behind one about the guest is about the guest, whoever else is named.
        """
        if not _SOMEBODYS.match(sentence):
            return False
        before = language.sentences(section.text)[:position]
        if before and self.names.mentions(before[-1].split(",")[0][:60]):
            return False
        return bool(self._others(f"{section.heading or ''}. {' '.join(before)}"))

    def names_another(self, heading: str, text: str) -> bool:
        """Whether a question, or what stands before it on its page, names anybody else."""
        at = next(
            (i for i, s in enumerate(self.sections) if s.heading == heading and s.text == text),
            None,
        )
        if at is None:
            return False
        path = self.sections[at].path
        before = (s for s in self.sections[:at] if s.path == path)
        told = " . ".join(f"{s.heading or ''}. {s.text}" for s in before)
        return bool(self._others(f"{told} . {heading}"))

    def _others(self, told: str) -> set[str]:
        """The people whom a text names beside the speakers."""
        return strangers(told, self.names.people, self.full_names.people)

    def _recalls(self, sentence: str) -> bool:
        """Whether a sentence tells what the guest once did: the question about it asks for that."""
        who = "|".join(re.escape(n) for n in (self.names.guest, self.names.surname) if n)
        done = re.match(
            rf"(?:I|{who or 'I'}) (?:could|would|\w+ed|saw|went|grew|was|had|took)\b", sentence
        )
        return done is not None and not re.search(r"\b(?:because|since|so that|that)\b", sentence)

    def _floats(self, text: str, section: Section, position: int) -> bool:
        """Whether a sentence of a section does not say what it is about.

        It takes up no word of the heading, of the question or of what the episode is about. The
        first sentence may, where it names a term, unless the heading makes a claim of its own.
        """
        stems = set(language.content_stems(text))
        named = set(language.content_stems(section.heading or ""))
        if self._unnamed(text, section) or self.is_bare(text, section):
            return True
        if position > 0 and self._takes_up(text, section, position):
            return True
        if _LATER.search(text) and not _YEAR.search(text):
            return True  # "died four years later": than what?
        dated = _YEAR.search(f"{section.heading} {text}")
        if _MONTH.search(text) and not dated and _is_past(text):
            return True  # "In July the peasants rose": of which year?
        if position == 0 and not (named and section.kind in _CLAIMING):
            return False
        named |= set(language.content_stems(self.names.topic or ""))
        phrases = language.noun_phrases(text)
        known = any(
            self.is_trite(p.text) or (position == 0 and self.is_term(p.text)) for p in phrases
        )
        return not stems & named and not known and not self._tells_its_field(text)

    def _takes_up(self, text: str, section: Section, position: int) -> bool:
        """Whether ``the pain`` in a sentence is what one before it in its section tells of.

        What the heading, the title or most of the episode names, and what there is one of in the
        world, is known without it.
        """
        before = language.sentences(section.text)[:position]
        told = {stem for s in before for stem in language.content_stems(s)}
        known = set(language.content_stems(section.heading or "")) | self.subject.telling
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

    def _tells_its_field(self, text: str) -> bool:
        """Whether a sentence says by itself what it is about: a word of the field and a name."""
        telling = self.subject.telling & set(language.content_stems(text))
        return bool(telling) and _NAMED_INSIDE.search(text) is not None

    def is_bare(self, text: str, section: Section) -> bool:
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
            return False
        happened = next((t for t in language.tag(text) if t.tag in language.FINITE_TAGS), None)
        if first.head.tag == "NN1" and happened and happened.tag in ("VVD", "VBD"):
            return True  # "The tunnel was opened": which of all tunnels?
        seldom = max(1, min(_SELDOM, len(self.stem_sets) // 30))
        return sum(stem in stems for stems in self.stem_sets) <= seldom

    def _unnamed(self, text: str, section: Section) -> bool:
        """Whether a heading names whom or what it is about, and a sentence below it nobody.

        ``People died when it arrived`` below ``Armero``: which of all disasters?
        """
        heading = self.inside(section.heading or "")
        names = {
            w
            for w in re.findall(r"(?<!^)(?<![.?!] )\b[A-Z][a-z][\w’'-]*", heading)
            if not (self.names.mentions(w) or language.is_function_word(w.lower()))
        }
        if not names or grammar.is_national(next(iter(names))):
            return False
        told = re.findall(r"(?<=[\w,;] )[A-Z][\w’'-]+|^[A-Z][\w’'-]*[A-Z0-9][\w’'-]*", text)
        if any(not grammar.is_national(w) for w in told):
            return False
        first = text.split()[0]
        return not {language.stem(n) for n in names} & set(language.content_stems(text)) and (
            self.cased(first) != first
        )

    def _quotes(self, section: Section, sentence: str) -> bool:
        """Whether a sentence of a section quotes what is a quote section of its own."""
        folded = fold(sentence)
        return any(
            fold(part) in folded
            for q in self.sections
            if q.kind is SectionKind.QUOTE
            and q.path == section.path
            and section.line_start <= q.line_end
            and q.line_start <= section.line_end
            for part in language.sentences(q.text)
        )

    def promise(self, statement: Statement) -> tuple[Reason, ...]:
        """What makes a statement worth asking, with how much each counts (0 to 1 together)."""
        text, section = statement.text, statement.section
        heading = set(language.content_stems(section.heading or ""))
        stems = language.content_stems(text)
        close = len(heading & set(stems)) / len(heading) if heading else 0.0
        fit = 8 <= len(text.split()) <= 24
        return (
            Reason("the episode is about it", 0.30 * min(1.0, 2 * self.aboutness(text))),
            Reason("close to its heading", 0.15 * close),
            Reason("told in several places", 0.15 * statement.told_often),
            Reason("a heading that claims something", 0.10 * statement.is_heading),
            Reason("says what something is", 0.10 * bool(DEFINING.search(text))),
            Reason("says why, or what follows", 0.10 * bool(CAUSAL.search(text))),
            Reason("has a figure", 0.05 * bool(_NUMBER.search(text))),
            Reason("opens its section", 0.05 * (statement.position <= 0)),
            Reason("neither short nor long", 0.10 * fit),
            Reason("a commonplace", -0.25 * bool(_PLATITUDE.search(text))),
        )

    @cached_property
    def _trite(self) -> frozenset[str]:
        """Folded phrases that stand everywhere in the episode, and its title's own subject."""
        stemmed = [f" {_stemmed(s)} " for s in self.sentences]
        often = max(_OFTEN, _OFTEN_SHARE * len(stemmed))
        keys = {_stemmed(p) for p in self.phrases}
        frequent = {k for k in keys if k and sum(f" {k} " in s for s in stemmed) >= often}
        return frozenset(frequent | {_stemmed(self.names.topic or "")})

    def is_trite(self, text: str, *, whole: bool = False) -> bool:
        """Whether a phrase is what the whole episode is about: a guess that costs no memory.

        A part of such a phrase is too, unless only ``whole`` ones are meant.
        """
        if whole:
            return _stemmed(text) in self._trite
        words = set(_stemmed(text).split())
        return any(t and words <= set(t.split()) for t in self._trite)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        """Stemmed headings, chapters and topics."""
        titles = [s.heading or "" for s in self.sections] + [c.title for c in self.episode.chapters]
        titles += [s.text for s in self.sections if s.kind is SectionKind.TOPIC]
        return tuple(f" {_stemmed(t)} " for t in titles)

    @cached_property
    def _terms(self) -> frozenset[str]:
        """Stemmed phrases that stand in a heading, a topic or a chapter, or in two sentences."""
        titled = self._titles
        stemmed = [f" {_stemmed(s)} " for s in self.sentences]
        return frozenset(
            key
            for key in map(_stemmed, self.phrases)
            if key
            and (any(f" {key} " in t for t in titled) or sum(f" {key} " in s for s in stemmed) > 1)
        )

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        """What the episode calls each name: ``GPT-2, a transformer``, ``the ImageNet dataset``."""
        return kinds.called(self._texts())

    def kinds_of(self, name: str) -> frozenset[str]:
        """The stems of the nouns that the episode calls a name by; empty where it calls it none."""
        return self._kinds.get(fold(name), frozenset())

    @cached_property
    def _told_kinds(self) -> Mapping[str, frozenset[str]]:
        """The kinds that the pages surely tell, by folded name."""
        found: dict[str, set[str]] = {}
        for sentence in self.sentences:
            for name, kind in kinds.told(sentence):
                found.setdefault(fold(name), set()).add(kind)
        return {name: frozenset(known) for name, known in found.items()}

    def told_kinds(self, name: str) -> frozenset[str]:
        """What the pages surely say that a thing is; empty where they do not say it."""
        return self._told_kinds.get(fold(name), frozenset())

    def tells_of(self, name: str) -> bool:
        """Whether a name stands anywhere on the pages or in the talk."""
        words = f" {fold(name)} "
        return any(words in text for text in self._folded)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        talk = (turn.text for turn in self.episode.turns)
        return tuple(f" {fold(text)} " for text in (*self._texts(), *talk))

    def side_by_side(self, one: str, other: str) -> bool:
        """Whether two phrases stand in one heading, topic or chapter: two names of one matter."""
        pair = (f" {_stemmed(one)} ", f" {_stemmed(other)} ")
        return any(all(p in title for p in pair) for title in self._titles)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """The stems of the whole talk, where its transcript is there at some length."""
        texts = [turn.text for turn in self.episode.turns]
        if sum(len(t.split()) for t in texts) < _WHOLE_TALK:
            return frozenset()
        return frozenset(s for text in texts for s in language.content_stems(text))

    def is_told(self, section: Section) -> bool:
        """Whether a page's section is of the talk, as far as a transcript of it can tell.

        What the talk has hardly a rare word of comes from an advert, or from nowhere.
        """
        if not self._spoken:
            return True
        words = language.content_words(f"{section.heading or ''} {section.text}")
        rare = {language.stem(w) for w in words if language.zipf(w) < _RARE}
        return len(rare) < _FEW_RARE or len(rare & self._spoken) >= _TOLD_SHARE * len(rare)

    def in_title(self, text: str) -> bool:
        """Whether a phrase says nothing that the episode's title does not say."""
        stems = set(language.content_stems(text))
        return bool(stems) and stems <= set(language.content_stems(self.names.title))

    def is_title(self, text: str) -> bool:
        """Whether a phrase is by itself a heading, a chapter or a topic of the episode."""
        return f" {_stemmed(text)} " in self._titles

    def is_term(self, text: str) -> bool:
        """Whether a phrase is a term of the episode rather than a passing combination of words."""
        return _stemmed(text) in self._terms

    @cached_property
    def _casing(self) -> Casing:
        described = language.sentences(self.episode.description or "")
        return Casing.of(self._texts(), (*self.sentences, *described))

    @cached_property
    def subject(self) -> Subject:
        """What the episode is about, for prompts that do not say so."""
        names = self.names
        people = {word.lower() for name in names.people for word in name.split()}
        texts = (f"{s.heading}. {s.text}" if s.heading else s.text for s in self.sections)
        found = topics(texts, set(language.content_stems(names.title)), people)
        return Subject.of(names.title, names.people, found, self._casing.inside)

    @cached_property
    def full_names(self) -> FullNames:
        """What stands before the last word of a name that the episode also uses alone."""
        texts = (*self.sentences, self.episode.title, self.episode.description or "")
        return FullNames.of(texts, self.names.people)

    def inside(self, heading: str) -> str:
        """A heading as it reads inside a sentence: no capitals but those of names, no stop.

        What the talk puts right in it is put right.
        """
        return self.denials.put_right(self._casing.inside(heading))

    def cased(self, word: str) -> str:
        """A word as it is written in the middle of a sentence: capitals only where it is a name."""
        return self._casing.word(word)

    def known(self, text: str, *, saying: str = "", at_least: float = 90) -> bool:
        """Whether the episode says this somewhere, near-equal by rapidfuzz ratio.

        With ``saying`` only sentences that hold just these words count: one name in another's
        place leaves two sentences near-equal, and yet not the same.
        """
        wanted, words = fold(text), f" {fold(saying)} "
        return any(
            fuzz.ratio(wanted, folded, score_cutoff=at_least) > 0
            for folded in map(fold, self.sentences)
            if not saying or words in f" {folded} "
        )

    def together(self, phrase: str, stems: Iterable[str]) -> float:
        """The largest share of ``stems`` that stands in one sentence together with ``phrase``."""
        own = set(language.content_stems(phrase))
        wanted = set(stems) - own
        if not own or not wanted:
            return 0.0
        shares = (len(wanted & have) / len(wanted) for have in self.stem_sets if own <= have)
        return max(shares, default=0.0)


_PLATITUDE = re.compile(
    r"\b(?:still much|much more to|more to (?:explore|learn|come)|rapidly (?:advanc|evolv|chang)|"
    r"remains? (?:to be seen|unclear|a challenge|an open)|is still a challenge|ongoing research|"
    r"continu(?:es?|ing) to evolve|plays? an? (?:crucial|important|key|vital) role|"
    r"(?:much|a lot) to (?:teach|learn|offer)|can be (?:very )?(?:powerful|rewarding|challenging)|"
    r"significant (?:impact|role|contributions?)|many aspects|valuable insights?|in the future)\b",
    re.IGNORECASE,
)
DEFINING = re.compile(
    r"\b(?:is|are|was|means?|refers? to|is called|are called|describes?|is known as|"
    r"is defined as)\s+(?:a|an|the|one|that|how|when|where|to)\b"
)
CAUSAL = re.compile(
    r"\b(?:because|since|therefore|so that|which is why|due to|thanks to|leads? to|led to|"
    r"allow(?:s|ed)?|enable[sd]?|cause[sd]?|result(?:s|ed)? in|made (?:it|them)|depends? on)\b"
)


def _is_past(text: str) -> bool:
    """Whether a sentence tells what once happened."""
    return any(t.tag in ("VVD", "VBD", "VHD") for t in language.tag(text))


def _stemmed(text: str) -> str:
    return " ".join(language.stem(w) for w in fold(text).split())


def _same(a: str, b: str) -> bool:
    return fuzz.ratio(fold(a), fold(b), score_cutoff=SAME_FACT) > 0


def merged(first: Sequence[Source], second: Sequence[Source]) -> tuple[Source, ...]:
    """All sources of both, each place once, the first one's first."""
    places = {(s.path, s.line_start, s.line_end): s for s in (*second, *first)}
    ordered = [places.pop((s.path, s.line_start, s.line_end), None) for s in (*first, *second)]
    return tuple(s for s in ordered if s is not None)
