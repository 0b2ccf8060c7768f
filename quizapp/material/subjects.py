"""What an episode is about, in a few words, for prompts that do not say so.

A person who reads a card in a year among a thousand others has to know what it is about. What the
title names, or what most of the sections speak of, is put before a prompt that has no word of it:
a bare name or a passing rare word tells no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from quizapp import language
from quizapp.material.title_subjects import (
    JOINED,
    OF_PAGES,
    RARE_LISTED,
    WEIGHTY,
    all_listed,
    asks,
    first_listed,
    named_in,
    namesake,
    parts_of,
    spoken_on,
    whole,
)
from quizapp.material.topic_weights import (
    UNITS,
    as_titled,
    dominates,
    first_of,
    headed,
    is_half_told,
    is_label,
    is_name,
    is_of_a_field,
    is_of_all,
    is_second,
    named_throughout,
    needs_article,
    outweighs,
    pair_of,
    told_by_title,
)
from quizapp.material.topics import Compound, Topic
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.phrasing import capitalised

_LEAST = 0.25
"""A lighter topic tells no field."""
_OF_MOST = 0.35
"""A topic of so many of the sections stands for a title that is a question."""
_THE_ONE = re.compile(
    r"\bthe (?:[a-z]+(?:ed|en|ld|ew|rst|st) )?(?P<what>[a-z]{3,})\b"
    r"(?!-| (?:of|in|at|on|for|over|across|that|which) )"
)
"""``the bridge``, ``the sunken bridge``"""
_SPEAKER = re.compile(r"(?:^|[:–—|] )(?P<who>(?:[A-Z][\w’'-]+ ){2,3})on (?=[A-Z])")
"""Who speaks, by a title, where the pages have not said so."""
_ANYBODY = frozenset(
    "student patient particip volunt player reader listen parent worker employe manag teacher "
    "child adult team group user custom".split()
)
"""Those of whom pages tell what holds of the matter: they name it only where the title does."""
_TECHNICAL = 2.6
"""A rarer word (Zipf) is heard in its field alone: it does without a label that not all share."""
_OF_ITS_FIELD = 3.8
"""A prompt whose words are all more common (Zipf) tells too little beside a pair of topics."""
_FEW = 3
"""Words with a meaning; a prompt with fewer, and no name, says too little by itself."""
_SHORT = 8
"""Words of an answer that a word of the prompt gives away."""
_LED = re.compile(r"[^:?.]{2,60}: (?=[“\"A-Z_])")
"""What a prompt stands under already: a speaker, a label."""
_OF_A_PICTURE = re.compile(r"What is (?:meant by|the story behind) “")
_OF_A_HEADING = re.compile(
    r"What is (?:meant by|the story behind) “|Why does [A-Z][^?]{2,40} (?:say that|advise people) "
)
"""What is asked by a heading, which has its page around it."""
_IN_A_LIST = frozenset("NN NP AJ CJ PR AT UN".split())
"""How the tags of a list of things begin: ``muscle, protein and ageing``."""
_OPENS_A_CLAIM = re.compile(r"(?:the|an?|how|why|what|when)\b", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-z][a-z-]{3,}\b")
_CODE = re.compile(r"\b(?=\w*[A-Z])\w*(?:[A-Z]\w*[A-Z\d]|-?\d)\w*")
"""``GPT-2``, ``mRNA``, ``LSTM``."""


def _words_of(people: Sequence[str], title: str) -> frozenset[str]:
    """The words of the speakers' names, and of the name that the title has before ``on``."""
    names = frozenset(word for name in people for word in name.split())
    speaks = _SPEAKER.search(title)
    return names | set(speaks["who"].split()) if speaks else names


@dataclass(frozen=True, slots=True)
class Subject:
    """What an episode is about, in its own words; no labels where nothing stands out.

    The first of the ``labels`` is what the title names, or the heaviest topic, the others are what
    the sections speak of beside it. ``telling`` are the stems that tell the field, ``people`` the
    speakers' names in words; ``of_all`` tells whether most of the sections name the first label, so
    that it is the subject of the others too.
    """

    labels: tuple[str, ...]
    telling: frozenset[str]
    people: frozenset[str]
    of_all: bool = False
    counted: frozenset[str] = frozenset()
    """The labels that read badly after ``on``: one of many things, as ``tower``."""
    both: str = ""
    """The two names of a title that lists them, for what is told of neither by name."""
    title: str = ""
    """The title where nothing stands out: it goes before what has no word of it."""
    named: str = ""
    """The title, where it is a name: it goes before what asks of one of many, ``the bridge``."""
    pair: str = ""
    """The first label with the topic next to it, where by itself it tells little: ``beans``."""

    @classmethod
    def of(
        cls,
        title: str,
        people: Sequence[str],
        topics: Sequence[Topic],
        inside: Callable[[str], str] = str.lower,
        compounds: Sequence[Compound] = (),
    ) -> Subject:
        """From an episode's title, its speakers and its topics, heaviest first.

        ``inside`` gives words of a title as they are written inside a sentence; ``compounds`` are
        two nouns that stand together, with how often.
        """
        title = capitalised(title.lower()) if title.isupper() else title
        names = _words_of(people, title)
        own = {n.lower() for n in names}
        topics = [t for t in topics if t.text.lower() not in own]
        topics = [t for t in topics if t.stem not in OF_PAGES | UNITS]
        spoken = spoken_on(title, names, topics, inside)
        if spoken and topics[0].weight < _LEAST:
            return cls((spoken,), frozenset(language.content_stems(spoken)), names, of_all=True)
        untold = cls((), frozenset(), names, title=whole(title, names))
        if not topics or topics[0].weight < _LEAST:
            return untold
        if not untold.title:
            untold = replace(untold, pair=pair_of(topics[0], topics[1:]))
        found = _Heavy.of(title, names, topics, inside).subject(spoken, compounds)
        if found is not None:
            return replace(found, named=whole(title, names))
        if asks(title) and topics[0].share >= _OF_MOST:
            label = topics[0].term
            stems = frozenset(language.content_stems(label))
            return cls((label,), stems, names, of_all=True)
        return untold

    @property
    def text(self) -> str:
        """What the whole episode is about, or nothing."""
        return self.labels[0] if self.labels else ""

    def label(self, told: str, answer: str = "", *, is_told: bool = True) -> str:
        """What a section is about, by its words, that gives no short answer away; or nothing.

        What nobody told in the talk (not ``is_told``) need not be about what the others are.
        """
        words = set(language.content_stems(told))
        own = set(language.content_stems(answer)) if len(answer.split()) <= _SHORT else set()
        for label in self.labels:
            stems = set(language.content_stems(label))
            if stems & words and not stems & own:
                return self._paired(label, own)
        if self.of_all and is_told and not set(language.content_stems(self.text)) & own:
            return self._paired(self.text, own)
        apart = not set(language.content_stems(self.both)) & (own | words)
        return self.both if self.both and is_told and apart else ""

    def _paired(self, label: str, own: Collection[str]) -> str:
        """A label with the topic that tells what it is about, unless that gives an answer away."""
        given = set(language.content_stems(self.pair)) & set(own)
        return self.pair if self.pair and label == self.text and not given else label

    def before(self, prompt: str, answer: str, told: str, *, is_told: bool = True) -> str:
        """A prompt with its subject before it, where nothing in it tells what it is about.

        ``told`` is the section that it is asked of: what stands nowhere in it is not its subject.
        """
        prompt = self._in_full(prompt)
        if _LED.match(prompt) or prompt.startswith("Who is "):
            return prompt
        if is_told and self.named and self._asks_of_one(prompt):
            return f"{self.named}: {prompt}"
        if self._is_told(prompt):
            return prompt
        label = self.label(told, answer, is_told=is_told)
        if not label and is_told and self._is_floating(prompt, answer):
            label = self.title or self._paired(self.text, language.content_stems(answer))
        if not label and is_told and _OF_A_HEADING.match(prompt):
            label = self.both or self.text
        return f"{headed(label)}: {prompt}" if label else prompt

    def _in_full(self, prompt: str) -> str:
        """``the League`` as ``the Hanseatic League``, where a prompt has no more of the name."""
        name = re.sub(r"^the ", "", self.text, flags=re.IGNORECASE)
        *first, last = name.split() or [""]
        if not first or not all(word[:1].isupper() for word in (*first, last)):
            return prompt
        return (
            prompt
            if name in prompt
            else re.sub(rf"\bthe {re.escape(last)}\b", f"the {name}", prompt)
        )

    def _asks_of_one(self, prompt: str) -> bool:
        """Whether a prompt asks what was so of ``the bridge``, and an episode is about bridges."""
        phrases = language.noun_phrases(self.text)
        if " " in self.text or not any(phrase.is_plural for phrase in phrases):
            return False
        own = set(language.content_stems(self.text))
        names = set(re.findall(r"(?<=[a-z,“] )[A-Z][\w’'-]+", prompt)) - self.people
        if names or re.search(r"\d", prompt):
            return False
        return any(
            language.stem(found["what"]) in own and found["what"] != self.text
            for found in _THE_ONE.finditer(prompt)
        )

    def _is_floating(self, prompt: str, answer: str) -> bool:
        """Whether neither a prompt nor its short answer has a word of the title."""
        short = answer if len(answer.split()) <= _SHORT else ""
        shown = set(re.findall(r"[^\W\d_]{4,}", f"{prompt} {short}".lower()))
        shown -= {word.lower() for name in self.people for word in name.split("-")}
        told = language.tag(self.title.lower())
        own = {language.stem(t.text) for t in told if t.is_noun or t.tag[:2] in ("AJ", "VV")}
        if not self.title:
            own = set(language.content_stems(self.pair))
            plain = all(language.zipf(word) >= _OF_ITS_FIELD for word in shown)
            plain = plain or _OF_A_PICTURE.match(prompt) is not None
            return bool(self.pair) and plain and not own & set(language.content_stems(short))
        return not own & {language.stem(word) for word in shown}

    def lead(self, speaker: str, quote: str, answer: str = "") -> str:
        """Who said something, and on what, where all is about one thing and the quote is silent."""
        own = set(language.content_stems(answer))
        given = own & set(language.content_stems(self.text))
        if self.text in self.counted or needs_article(self.text):
            return speaker
        if not self.of_all:
            return f"{speaker} on {about}" if (about := self._about(quote, own)) else speaker
        return speaker if given or self._is_told(quote) else f"{speaker} on {self.text}"

    def _about(self, quote: str, answered: Collection[str]) -> str:
        """The title, where it is a plain list of what all is about and a quote has none of it."""
        about = self.both or self.title
        words = set(language.content_stems(about))
        if not words or words & (set(language.content_stems(quote)) | set(answered)):
            return ""
        tokens = language.tag(about)
        listed = any(t.text.lower() in ("and", ",") for t in tokens) and not _OPENS_A_CLAIM.match(
            about
        )
        plain = all(t.tag[:2] in _IN_A_LIST or t.text == "," or t.tag == "VVG" for t in tokens)
        return inside(about) if listed and plain else ""

    def after(self, prompt: str) -> str:
        """A prompt without the subject that stands before it."""
        for label in filter(None, (*self.labels, self.both, self.pair, self.title)):
            prompt = prompt.removeprefix(f"{headed(label)}: ")
        return prompt

    def _is_told(self, prompt: str) -> bool:
        """Whether a prompt takes up the subject, or has a word that tells its field.

        A picture of the page's own (in quotation marks) tells none by its other words.
        """
        stems = set(language.content_stems(prompt))
        own = language.content_stems(self.text)
        named = self.text[:1].isupper() and not JOINED.search(self.text)
        heads = own[-1:] if named else own  # "Berlin's stocks" are not the "Berlin airlift"
        if (joined := JOINED.search(self.text)) is not None:  # "earthquakes and early warning"
            heads = language.content_stems(self.text[: joined.start()]) or own
        if stems & set(heads):
            return True
        if _OF_A_PICTURE.match(prompt):
            return False
        if _CODE.search(prompt):
            return True
        small = (w for w in _SMALL.findall(prompt) if not language.is_function_word(w))
        if not self.of_all and any(language.zipf(w) < _TECHNICAL for w in small):
            return True
        if len(stems) < _FEW and not any(w[:1].isupper() for w in prompt.split()[1:]):
            return False  # "What does the flea do?"
        return bool((self.telling - set(own)) & stems)


@dataclass(frozen=True, slots=True)
class _Heavy:
    """The heavy topics of an episode beside its title, of which its subject is made.

    ``titled`` are the stems of the title, ``parts`` its parts without the speakers' ``names``.
    """

    title: str
    names: frozenset[str]
    topics: Sequence[Topic]
    heavy: Sequence[Topic]
    titled: set[str]
    parts: Sequence[str]
    inside: Callable[[str], str]

    @classmethod
    def of(
        cls,
        title: str,
        names: frozenset[str],
        topics: Sequence[Topic],
        inside: Callable[[str], str],
    ) -> _Heavy:
        """From the topics, heaviest first; those of whom the title does not speak come last."""
        bar = max(topics[0].weight * WEIGHTY, _LEAST)
        titled = set(language.content_stems(title))
        heavy = sorted(
            (t for t in topics if t.weight >= bar), key=lambda t: t.stem in _ANYBODY - titled
        )
        return cls(title, names, topics, heavy, titled, parts_of(title, names), inside)

    def subject(self, spoken: str, compounds: Sequence[Compound]) -> Subject | None:
        """The subject; None where nothing stands out. ``spoken`` is what the guest speaks on."""
        heavy, titled = self.heavy, self.titled
        listed = self._listed()
        first = listed or spoken or named_in(self.parts, heavy, self.inside)
        first = first or namesake(heavy, titled)
        named = told_by_title(heavy[0], heavy, titled, self.title, first)
        first = first or next((t.term for t in named), "")
        first = first_of(first, heavy, self.title, compounds)
        if not first:
            return None
        pair_told = named_throughout(heavy, titled, first)
        if pair_told:
            terms = tuple(t.term for t in pair_told)
            stems = frozenset(t.stem for t in pair_told)
            return Subject(terms, stems, self.names, both=" and ".join(terms))
        rivals = self._rivals(first, listed)
        both = all_listed(self.parts, first, self.inside, rivals[0].term) if rivals else ""
        both = both or (" and ".join(map(self._titled, named[:2])) if len(named) > 1 else "")
        alone_told = not both and not rivals
        others = (t.term for t in heavy if is_label(t, heavy[0], titled))
        alone = next((t for t in heavy if t.text == first and is_half_told(t)), None)
        return Subject(
            tuple(dict.fromkeys((first, *others))),
            frozenset(language.content_stems(first)) | self._telling(),
            self.names,
            of_all=alone_told and (first in (listed, spoken) or self._is_of_all(first)),
            counted=frozenset(t.text for t in heavy if t.is_counted and t.text == t.term),
            both=both,
            pair=pair_of(alone, heavy) if alone and not both else "",
        )

    def _titled(self, topic: Topic) -> str:
        """A topic in the number in which the title has it."""
        one = topic.term == topic.text
        return as_titled(topic.term, self.title, self.heavy) if one else topic.term

    def _listed(self) -> str:
        """The first of what the title lists, unless another topic outweighs it."""
        known = {t.stem for t in self.topics}
        listed = first_listed(self.parts, self.heavy, self.inside, known)
        return "" if outweighs(self.heavy[0], listed, self.heavy, self.titled) else listed

    def _telling(self) -> set[str]:
        first = self.heavy[0]
        return {
            t.stem
            for t in self.heavy
            if is_of_a_field(t, self.titled) or is_second(t, first, self.titled)
        }

    def _is_of_all(self, first: str) -> bool:
        """Whether most of the sections name the first label."""
        stems = set(language.content_stems(first))
        return any(
            t.stem in stems and (is_of_all(t, self.titled) or dominates(t, self.topics))
            for t in self.heavy
        )

    def _rivals(self, first: str, listed: str) -> list[Topic]:
        """What the title gives beside the first label: ``Suez, Panama and …``."""
        stems = set(language.content_stems(first))
        rivals = [t for t in self.heavy if t.stem in self.titled - stems]
        common = first == listed and language.zipf(first) >= RARE_LISTED and " " not in first
        if not common:
            rivals = [t for t in rivals if t.is_name]
        return rivals if first == listed or is_name(first, self.heavy) else []
