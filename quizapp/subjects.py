"""What an episode is about, in a few words, for prompts that do not say so.

A person who reads a card in a year among a thousand others has to know what it is about. What the
title names, or what most of the sections speak of, is put before a prompt that has no word of it:
a bare name or a passing rare word tells no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp import language
from quizapp.language import Phrase
from quizapp.phrasing import capitalised
from quizapp.topics import Topic

_PARTS = re.compile(r"\s*(?::|\||[–—]|\s-)\s+|(?<=[?!])\s+")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WITH = re.compile(r",?\s+(?:with|feat\.?|featuring|by)\s+(?=(?:Dr|Prof)?\.?\s?[A-Z])")
_ON = re.compile(r"^.+? on (?=[A-Z])")
"""``Ada Byron on Engines``."""
_SPEAKER = re.compile(r"(?:^|[:–—|] )(?P<who>(?:[A-Z][\w’'-]+ ){2,3})on (?=[A-Z])")
"""Who speaks, by a title, where the pages have not said so."""
_JOINED = re.compile(r"\b(?:of|and|in|the|for|&)\b|,", re.IGNORECASE)
"""What may stand between the things that a title names."""
_LONGEST = 4
"""Words of a title's part that is a subject as it stands."""
_WEIGHTY, _LEAST = 0.35, 0.25
"""What tells the field: this share of the heaviest topic's weight, and at least so much."""
_AS_TITLED = 0.9
"""What a title names counts before the heaviest topic from this share of its weight on."""
_COMMON = 4.7
"""A more common word (Zipf) tells no field, however often it stands in the pages."""
_MOST, _MANY, _SOME = 0.35, 0.25, 0.15
"""Share of the sections that name a thing of which all of them tell; of one that the title has, and
of a name in it."""
_MOST_OF_RARE, _RARER = 0.29, 4.1
"""The same of a word rarer than that (Zipf): ``dementia``."""
_HALF, _RATHER_RARE, _IN_TITLE = 0.5, 4.4, 0.2
"""Beside the first topic others name a section's subject: such as weigh half as much, and are rarer
than that (Zipf), where the title has them a little less rare."""
_OF_A_FIELD, _ABOUT = 3.8, 0.8
"""A topic rarer than that tells its field by itself, as does one of nearly the first's weight."""
_NEARLY, _FAR_RARER = 0.88, 0.8
"""Share of the first topic's weight from which on a topic so much rarer (Zipf) comes first."""
_OF_PAGES = frozenset(
    "question answer note episod podcast interview convers guest host listen highlight transcript "
    "summari takeaway quot chapter show".split()
)
"""What every page about a talk speaks of."""
_ANYBODY = frozenset(
    "student patient particip volunt player reader listen parent worker employe manag teacher "
    "child adult team group user custom".split()
)
"""Those of whom pages tell what holds of the matter: they name it only where the title does."""
_UNITS = frozenset(
    "gram kilogram metre meter kilometr mile litr percent cent degre dollar pound euro hour minut "
    "ton tonn foot feet inch acr hectar year month week day decad centuri night morn "
    "januari februari march april june juli august septemb octob novemb decemb".split()
)
_EVERYDAY, _USUAL, _EVERYWHERE = 4.3, 4.6, 0.45
"""From that on (Zipf) a single word that the title has not is no label; the same of one that so
many of the sections have."""
_PAIR, _PLAINEST = 2, 5.0
"""Words of a pair; what is more common than that (Zipf) is no label, whatever sections have it."""
_TECHNICAL = 2.6
"""A rarer word (Zipf) is heard in its field alone."""
_FEW = 3
"""Words with a meaning; a prompt with fewer, and no name, says too little by itself."""
_SHORT = 8
"""Words of an answer that a word of the prompt gives away."""
_LED = re.compile(r"[^:?.]{2,60}: (?=[“\"A-Z_])")
"""What a prompt stands under already: a speaker, a label."""
_SMALL = re.compile(r"\b[a-z][a-z-]{3,}\b")
_CODE = re.compile(r"\b(?=\w*[A-Z])\w*(?:[A-Z]\w*[A-Z\d]|-?\d)\w*")
"""``GPT-2``, ``mRNA``, ``LSTM``."""


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

    @classmethod
    def of(
        cls,
        title: str,
        people: Sequence[str],
        topics: Sequence[Topic],
        inside: Callable[[str], str] = str.lower,
    ) -> Subject:
        """From an episode's title, its speakers and its topics, heaviest first.

        ``inside`` gives words of a title as they are written inside a sentence.
        """
        names = frozenset(word for name in people for word in name.split())
        if (speaks := _SPEAKER.search(title)) is not None:
            names |= set(speaks["who"].split())
        topics = [t for t in topics if t.text.lower() not in {n.lower() for n in names}]
        topics = [t for t in topics if t.stem not in _OF_PAGES | _UNITS]
        spoken = _spoken_on(title, names, topics, inside)
        if spoken and topics[0].weight < _LEAST:
            return cls((spoken,), frozenset(language.content_stems(spoken)), names, of_all=True)
        untold = cls((), frozenset(), names, title=_whole(title, names))
        if not topics or topics[0].weight < _LEAST:
            return untold
        bar = max(topics[0].weight * _WEIGHTY, _LEAST)
        heavy = [t for t in topics if t.weight >= bar]
        parts = _parts(title, names)
        listed = _first_listed(parts, heavy, inside, {t.stem for t in topics})
        titled = set(language.content_stems(title))
        heavy.sort(key=lambda t: t.stem in _ANYBODY - titled)
        first = listed or spoken or _named(parts, heavy, inside) or _namesake(heavy, titled)
        if not first and _is_plain(heavy[0], titled):
            return untold
        first = first or _rarest([t for t in heavy if _stands_out(t, titled)])
        if not first:
            return untold
        others = (t.term for t in heavy if _is_label(t, heavy[0], titled))
        stems = frozenset(language.content_stems(first))
        telling = {
            t.stem for t in heavy if _is_of_a_field(t, titled) or _is_second(t, heavy[0], titled)
        }
        rivals = [t for t in heavy if t.is_name and t.stem in titled - stems]
        of_all = first in (listed, spoken) or any(
            t.stem in stems and _is_of_all(t, titled) for t in heavy
        )
        both = ""
        if first == listed and language.zipf(first) >= _RARE_LISTED and " " not in first:
            rivals = [t for t in heavy if t.stem in titled - stems]
        if rivals and (first == listed or _is_name(first, heavy)):  # "Suez, Panama and …"
            of_all, both = False, _all_listed(parts, first, inside, rivals[0].term)
        counted = frozenset(t.text for t in heavy if t.is_counted and t.text == t.term)
        labels = tuple(dict.fromkeys((first, *others)))
        return cls(labels, stems | telling, names, of_all, counted, both)

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
                return label
        if self.of_all and is_told and not set(language.content_stems(self.text)) & own:
            return self.text
        apart = not set(language.content_stems(self.both)) & (own | words)
        return self.both if self.both and is_told and apart else ""

    def before(self, prompt: str, answer: str, told: str, *, is_told: bool = True) -> str:
        """A prompt with its subject before it, where nothing in it tells what it is about.

        ``told`` is the section that it is asked of: what stands nowhere in it is not its subject.
        """
        if _LED.match(prompt) or prompt.startswith("Who is ") or self._is_told(prompt):
            return prompt
        label = self.label(told, answer, is_told=is_told)
        if not label and is_told and self._is_floating(prompt, answer):
            label = self.title
        return f"{_heading(label)}: {prompt}" if label else prompt

    def _is_floating(self, prompt: str, answer: str) -> bool:
        """Whether neither a prompt nor its short answer has a word of the title."""
        short = answer if len(answer.split()) <= _SHORT else ""
        shown = set(re.findall(r"[^\W\d_]{4,}", f"{prompt} {short}".lower()))
        told = language.tag(self.title.lower())
        own = {language.stem(t.text) for t in told if t.is_noun or t.tag[:2] in ("AJ", "VV")}
        return bool(self.title) and not own & {language.stem(word) for word in shown}

    def lead(self, speaker: str, quote: str, answer: str = "") -> str:
        """Who said something, and on what, where all is about one thing and the quote is silent."""
        own = set(language.content_stems(answer))
        given = own & set(language.content_stems(self.text))
        if self.text in self.counted or _needs_article(self.text):
            return speaker
        if not self.of_all or given or self._is_told(quote):
            return speaker
        return f"{speaker} on {self.text}"

    def after(self, prompt: str) -> str:
        """A prompt without the subject that stands before it."""
        for label in filter(None, (*self.labels, self.both, self.title)):
            prompt = prompt.removeprefix(f"{_heading(label)}: ")
        return prompt

    def _is_told(self, prompt: str) -> bool:
        """Whether a prompt takes up the subject, or has a word that tells its field."""
        stems = set(language.content_stems(prompt))
        own = language.content_stems(self.text)
        named = self.text[:1].isupper() and not _JOINED.search(self.text)
        heads = own[-1:] if named else own  # "Berlin's stocks" are not the "Berlin airlift"
        if stems & set(heads):
            return True
        if _CODE.search(prompt):
            return True
        small = (w for w in _SMALL.findall(prompt) if not language.is_function_word(w))
        if any(language.zipf(w) < _TECHNICAL for w in small):
            return True
        if len(stems) < _FEW and not any(w[:1].isupper() for w in prompt.split()[1:]):
            return False  # "What does the flea do?"
        return bool((self.telling - set(own)) & stems)


def _rarest(topics: Sequence[Topic]) -> str:
    """The heaviest topic, or a far rarer one of nearly its weight: ``phonics``, not ``letters``."""
    if not topics:
        return ""
    first = topics[0]
    bar = language.zipf(first.text.lower()) - _FAR_RARER
    near = [t for t in topics if t.weight >= _NEARLY * first.weight and not t.is_name]
    return next((t.term for t in near if language.zipf(t.text.lower()) < bar), first.term)


def _is_name(label: str, topics: Sequence[Topic]) -> bool:
    """Whether a label is the name of somebody or something."""
    return any(t.is_name and t.text == label for t in topics)


def _heading(label: str) -> str:
    """A label as it stands before a prompt: ``the Hanseatic League`` without its article."""
    return capitalised(label.removeprefix("the "))


def _is_of_all(topic: Topic, titled: Collection[str]) -> bool:
    """Whether the sections that do not name a topic are about it too."""
    if topic.stem not in titled:
        rare = not topic.is_name and language.zipf(topic.text.lower()) < _RARER
        return topic.share >= (_MOST_OF_RARE if rare else _MOST)
    return topic.share >= (_SOME if topic.is_name else _MANY)


def _is_label(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a topic beside the first can say what a section is about: one of the title's own."""
    return (
        topic.stem in titled
        and topic.weight >= _HALF * first.weight
        and (topic.is_name or _tells(topic, titled))
    )


def _stands_out(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic can be the subject: it tells its field, or most of the sections name it."""
    if topic.is_name and topic.stem not in titled:
        return False  # "Kahneman": one of whom much is told
    plain = topic.stem in titled or language.zipf(topic.text.lower()) < _PLAINEST
    plain = plain and topic.share >= _MOST
    return plain or _tells(topic, titled) or _weighs(topic, topic)


def _is_plain(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic is one word of every day, beside the title: ``cells`` of a hundred kinds."""
    alone = topic.term == topic.text and topic.stem not in titled
    bar = _EVERYDAY if topic.share < _EVERYWHERE else _USUAL
    return alone and language.zipf(topic.text.lower()) >= bar


def _weighs(topic: Topic, first: Topic) -> bool:
    """Whether a topic weighs so much that a rather common word of it tells the field."""
    return topic.weight >= _HALF * first.weight and language.zipf(topic.text.lower()) < _COMMON


def _tells(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a topic tells its field: by being rather rare, or less so where the title has it."""
    bar = _RATHER_RARE + _IN_TITLE * (topic.stem in titled)
    return topic.stem not in _UNITS and language.zipf(topic.text.lower()) < bar


def _is_of_a_field(topic: Topic, titled: Collection[str]) -> bool:
    """Whether a word of a topic, by itself, tells what field a prompt is of: ``cortisol``."""
    bar = _OF_A_FIELD + _IN_TITLE * (topic.stem in titled)
    return topic.stem not in _UNITS and language.zipf(topic.text.lower()) < bar


def _tells_alone(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a prompt that has a word of a topic needs no label before it."""
    return _is_of_a_field(topic, titled) or _is_second(topic, first, titled)


def _is_second(topic: Topic, first: Topic, titled: Collection[str]) -> bool:
    """Whether a topic weighs about as much as the first: ``networks`` where it is learning.

    Of those that the title names beside it, half as much will do.
    """
    bar = _HALF if topic.stem in titled else _ABOUT
    return topic.weight >= bar * first.weight and language.zipf(topic.text.lower()) < _COMMON


def _needs_article(label: str) -> bool:
    """Whether a label is one of many things, and reads badly after ``on``: ``octopus mind``."""
    if " " not in label or label.startswith("the "):
        return False
    found = language.noun_phrases(f"They spoke of {label}.")
    return bool(found) and found[-1].head.tag == "NN1"


def _parts(title: str, names: Collection[str]) -> list[str]:
    """The parts of a title that name no speaker, without what stands in brackets."""
    whole = _ASIDE.sub("", _WITH.split(title)[0])
    who = _ON.match(whole)
    if who is not None and set(names) & set(who[0].split()):
        whole = whole[who.end() :]
    plain = (part.strip(" ,.“”\"'?!") for part in _PARTS.split(whole))
    return [part for part in plain if part and not set(names) & set(part.split())]


def _first_listed(
    parts: Sequence[str],
    heavy: Sequence[Topic],
    inside: Callable[[str], str],
    told: set[str],
) -> str:
    """The first thing of a title that lists its subjects: ``Joinery, Wood and Sharp Tools``."""
    stems = {t.stem for t in heavy}
    for part in parts:
        small = inside(part)
        found = language.noun_phrases(small)
        if not re.search(r",", part) or len(found) < 2 or found[0].start > 0:
            continue
        first = found[0].text
        known = [p for p in found if set(language.content_stems(p.text)) & told]
        if len(known) < _PAIR and language.zipf(first) >= _RARE_LISTED:
            continue  # "Sugar, Starvation and a Dog": a title, not a list of subjects
        own = set(language.content_stems(first))
        if (own & stems and own <= told) or language.zipf(first) < _RARE_LISTED:
            return first
    return ""


_RARE_LISTED = 4.0


def _all_listed(parts: Sequence[str], first: str, inside: Callable[[str], str], second: str) -> str:
    """What a title lists, where that is short: ``muscle, protein and ageing``; else two of it."""
    listing = (inside(part) for part in parts if "," in part and len(part.split()) <= _LISTING)
    return next((one for one in listing if one.startswith(first)), f"{first} and {second}")


_LISTING = 5
"""Words of a title's part that lists what an episode is about, as it stands before a question."""


def _spoken_on(
    title: str, names: Collection[str], topics: Sequence[Topic], inside: Callable[[str], str]
) -> str:
    """What a title says that its guest speaks on: ``Ada Byron on the Thirty Years War: …``."""
    found = _SPOKEN_ON.match(title)
    if found is None or not set(names) & set(found["who"].split()):
        return ""
    what = found["what"].strip(" ,.“”\"'?!")
    named = what.startswith("the ") and all(w[:1].isupper() for w in what.split()[1:])
    what = what if named else inside(what)  # "the French Revolution" is a name
    told = {t.stem for t in topics}
    phrases = language.noun_phrases(what)
    whole = len(phrases) == 1 and phrases[0].end == len(what)
    known = set(language.content_stems(what)) & told
    return what if whole and known and len(what.split()) <= _LONGEST else ""


_SPOKEN_ON = re.compile(
    r"(?:.+[:|–—] )?(?P<who>[^:|–—]+?) on (?P<what>(?:the |[A-Z])[^:|–—]+?)(?=$|[:|–—(])"
)


def _named(parts: Sequence[str], heavy: Sequence[Topic], inside: Callable[[str], str]) -> str:
    """What a title names of the topics: a whole part of it, or a phrase out of one; or nothing."""
    weights = {t.stem: t.weight for t in heavy}
    known = {t.stem for t in heavy if t.share >= _MANY}
    forms = {t.stem: t.text for t in heavy}
    best, most = "", heavy[0].weight * _AS_TITLED
    for part in parts:
        whole = len(part.split()) > 1 and _phrases(part, weights, inside) == [inside(part)]
        if whole and set(language.content_stems(part)[-1:]) & known:
            return inside(part)  # "Ada Byron: Deep Learning"
        for phrase in _phrases(part, weights, inside):
            weight = sum(weights.get(s, 0.0) for s in set(language.content_stems(phrase)))
            if weight > most:
                best, most = phrase, weight
    stems = language.content_stems(best)
    pair = best.islower() and len(stems) == _PAIR and not _JOINED.search(best)
    if pair and stems[1] not in weights and stems[0] in forms:
        best = forms[stems[0]]  # "Octopus Mind", where nothing else is said of minds
    return best if " " in best else forms.get(language.stem(best), best)


def _namesake(heavy: Sequence[Topic], titled: Collection[str]) -> str:
    """Whom a title names and the sections speak of a good deal: ``Shakespeare's Stage``."""
    bar = heavy[0].weight * _WEIGHTY
    return next((t.text for t in heavy if t.is_name and t.stem in titled and t.weight >= bar), "")


def _before_verb(phrase: Phrase, part: str) -> Phrase:
    """A title's phrase up to what is its verb: ``central banks | fight inflation``."""
    for place, (noun, after) in enumerate(pairwise(phrase.tokens), start=1):
        acts = noun.tag == "NN2" and after.tag in ("NN1", "VVB")
        if acts and language.tag(f"They will {after.text} it.")[2].tag == "VVI":
            return language.phrase(part, phrase.tokens[:place])
    return phrase


def _whole(title: str, names: Collection[str]) -> str:
    """The first part of a title that is one, as it stands before a prompt; or nothing."""
    parts = (part for part in _parts(title, names) if _TITLE <= len(part.split()) <= _LONG_TITLE)
    first = next(parts, "")
    return first if first[:1].isupper() and not first.isupper() else ""


_TITLE, _LONG_TITLE = 3, 8
"""Words of a title's part that tells something, and that is read over at a glance."""


def _phrases(part: str, weights: Collection[str], inside: Callable[[str], str]) -> list[str]:
    """A title's part, where it only names topics and is short; else the things that it names."""
    small = inside(part)
    found = [_before_verb(p, small) for p in language.noun_phrases(small)]
    left = small
    for phrase in reversed(found):
        left = left[: phrase.start] + left[phrase.end :]
    stems = language.content_stems(part)
    only = not _JOINED.sub("", left).strip() and len(part.split()) <= _LONGEST
    if only and sum(s in weights for s in stems) * 2 >= len(stems):
        return [small]
    short = (p.text for p in found if len(p.tokens) <= _LONGEST)
    return [p for p in short if not _OF_PAGES & set(language.content_stems(p))]
