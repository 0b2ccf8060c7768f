"""What the title of an episode says that it is about: what it lists, names or has its guest say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from quizapp import language
from quizapp.language import Phrase
from quizapp.material.topic_weights import MANY
from quizapp.material.topics import Topic

_PARTS = re.compile(r"\s*(?::|\||[–—]|\s-)\s+|(?<=[?!])\s+")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WITH = re.compile(r",?\s+(?:with|feat\.?|featuring|by)\s+(?=(?:Dr|Prof)?\.?\s?[A-Z])")
_ON = re.compile(r"^.+? on (?=[A-Z])")
"""``Ada Byron on Engines``."""
JOINED = re.compile(r"\b(?:of|and|in|the|for|&)\b|,", re.IGNORECASE)
"""What may stand between the things that a title names."""
_LONGEST = 4
"""Words of a title's part that is a subject as it stands."""
WEIGHTY = 0.35
"""What tells the field: this share of the heaviest topic's weight, and at least so much."""
_AS_TITLED = 0.9
"""What a title names counts before the heaviest topic from this share of its weight on."""
OF_PAGES = frozenset(
    "question answer note episod podcast interview convers guest host listen highlight transcript "
    "summari takeaway quot chapter show myth misconcept".split()
)
"""What every page about a talk speaks of."""
_PAIR = 2
"""Words of a pair."""


def parts_of(title: str, names: Collection[str]) -> list[str]:
    """The parts of a title that name no speaker, without what stands in brackets."""
    whole = _ASIDE.sub("", _WITH.split(title)[0])
    who = _ON.match(whole)
    if who is not None and set(names) & set(who[0].split()):
        whole = whole[who.end() :]
    plain = (part.strip(" ,.“”\"'?!") for part in _PARTS.split(whole))
    return [part for part in plain if part and not set(names) & set(part.split())]


def first_listed(
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
        if len(known) < _PAIR and language.zipf(first) >= RARE_LISTED:
            continue  # "Sugar, Starvation and a Dog": a title, not a list of subjects
        own = set(language.content_stems(first))
        if (own & stems and own <= told) or language.zipf(first) < RARE_LISTED:
            return first
    return ""


RARE_LISTED = 4.0


def all_listed(parts: Sequence[str], first: str, inside: Callable[[str], str], second: str) -> str:
    """What a title lists, where that is short: ``muscle, protein and ageing``; else two of it."""
    listing = (inside(part) for part in parts if "," in part and len(part.split()) <= _LISTING)
    return next((one for one in listing if one.startswith(first)), f"{first} and {second}")


_LISTING = 5
"""Words of a title's part that lists what an episode is about, as it stands before a question."""


def spoken_on(
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


def named_in(parts: Sequence[str], heavy: Sequence[Topic], inside: Callable[[str], str]) -> str:
    """What a title names of the topics: a whole part of it, or a phrase out of one; or nothing."""
    weights = {t.stem: t.weight for t in heavy}
    known = {t.stem for t in heavy if t.share >= MANY}
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
    if _RANKED.match(best):
        return ""  # "The Dullest Box in the World": nobody else calls it so
    if (done := _DONE.match(best)) and language.stem(done["verb"]) not in weights:
        best = done["what"]  # "How We Cornered Polio"
    stems = language.content_stems(best)
    pair = best.islower() and len(stems) == _PAIR and not JOINED.search(best)
    if pair and stems[1] not in weights and stems[0] in forms:
        best = forms[stems[0]]  # "Octopus Mind", where nothing else is said of minds
    return best if " " in best else forms.get(language.stem(best), best)


_RANKED = re.compile(r"(?!(?:fore|inter|har|for)est)[a-z]{3,}est [a-z]+$", re.IGNORECASE)
_DONE = re.compile(r"(?P<verb>[a-z]+ed) (?P<what>[a-z]+)$")


def namesake(heavy: Sequence[Topic], titled: Collection[str]) -> str:
    """Whom a title names and the sections speak of a good deal: ``Shakespeare's Stage``."""
    bar = heavy[0].weight * WEIGHTY
    return next((t.text for t in heavy if t.is_name and t.stem in titled and t.weight >= bar), "")


def _before_verb(phrase: Phrase, part: str) -> Phrase:
    """A title's phrase up to what is its verb: ``central banks | fight inflation``."""
    for place, (noun, after) in enumerate(pairwise(phrase.tokens), start=1):
        acts = noun.tag == "NN2" and after.tag in ("NN1", "VVB")
        if acts and language.tag(f"They will {after.text} it.")[2].tag == "VVI":
            return language.phrase(part, phrase.tokens[:place])
    return phrase


def whole(title: str, names: Collection[str]) -> str:
    """The first part of a title that is one, as it stands before a prompt; or nothing."""
    found = (part.strip(" -–—,:;|") for part in parts_of(title, names))
    parts = (part for part in found if _TITLE <= len(part.split()) <= _LONG_TITLE)
    first = next(parts, "")
    if asks(first) or _COUNTED.search(first):
        return ""
    of_pages = OF_PAGES & set(language.content_stems(first))
    return first if first[:1].isupper() and not (first.isupper() or of_pages) else ""


_COUNTED = re.compile(r" \d{1,4}$")
"""``Night Radio 12`` counts an episode, and names nothing that it tells of."""


def asks(title: str) -> bool:
    """Whether a title is a question, and no name: ``How Does a Robin Know Where Africa Is?``"""
    return _ASKS.match(title) is not None


_ASKS = re.compile(
    r"(?:(?:how|why|what|when|where|who) (?:[a-z]+ )?)?"
    r"(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have) ",
    re.IGNORECASE,
)
_TITLE, _LONG_TITLE = 3, 9
"""Words of a title's part that tells something, and that is read over at a glance."""


def _phrases(part: str, weights: Collection[str], inside: Callable[[str], str]) -> list[str]:
    """A title's part, where it only names topics and is short; else the things that it names."""
    small = inside(part)
    found = [_before_verb(p, small) for p in language.noun_phrases(small)]
    left = small
    for phrase in reversed(found):
        left = left[: phrase.start] + left[phrase.end :]
    stems = language.content_stems(part)
    only = not JOINED.sub("", left).strip() and len(part.split()) <= _LONGEST
    if only and sum(s in weights for s in stems) * 2 >= len(stems):
        return [small]
    short = (p.text for p in found if len(p.tokens) <= _LONGEST)
    return [p for p in short if not OF_PAGES & set(language.content_stems(p))]
