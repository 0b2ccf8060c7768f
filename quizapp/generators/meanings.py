"""What a term means, where a talk names it first and says then what it is.

``MAC stands for minimum alveolar concentration. It's the concentration at which …``: the second
sentence takes the term up, and a card names it again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp import language, speech
from quizapp.generators import terms
from quizapp.generators.contrasts import LEANS
from quizapp.generators.drafting import Side
from quizapp.generators.wordings import what_is
from quizapp.material import Material
from quizapp.model import CardKind
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import utterances

_SCORE = 0.5
_NAMED = re.compile(
    r"^(?:(?:That|It|This|They)(?:['’]s|['’]re| is| are) "
    r"(?:(?:what(?:['’]s| is) )?(?:called|known as) )?|"
    r".*\b(?:an?|the|another) (?:[\w-]+ )?(?P<kind>[\w-]+) (?:(?:that|which)(?:['’]s| is) )?"
    r"(?:called|known as) )"
    r"(?P<term>(?:(?:the|an?) )?[\w’‑-]+(?: [\w’‑-]+){0,2})\.$",
    re.IGNORECASE,
)
"""``It's called propofol.``, ``We've got a thing called MAC.``, ``That's curare.``"""
_STANDS_FOR = re.compile(
    r"^(?P<term>[A-Z][A-Za-z]{0,20}[A-Z]\w{0,20}) (?:stands for|is short for) "
    r"(?P<words>[^,;]{6,70})\.$"
)
_IT_IS = re.compile(
    r"^It(?:['’]s| is) (?P<what>(?:basically |simply |just )?(?:an?|the) [^.;]{8,})\.$",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(
    r"(?:an?|the|two|three) (?!(?:most|best|same|only|first|main|biggest|other|thing|way|reason|"
    r"one|ancestor|father|mother|king|queen|heart|story|part|start|beginning|end|bit|problem|point|"
    r"\w+ stuff|stuff)\b)"
    r"(?P<head>(?:[\w’'-]+ ){1,4}?)(?:that|which|who|of|for|where|used|made|from|with|between|in|"
    r"at which|in which|on which|by which) .+",
    re.IGNORECASE,
)
_MEASURES = frozenset(
    "size weight colour color price cost value number amount age length height width depth shape "
    "speed smell taste sound look feel kilo pound gram gramme ton tonne metre meter inch foot mile "
    "litre liter dollar euro cent year hour minute day week month".split()
)
_NO_MEANING = frozenset(
    "name word date feeling image picture sign danger risk shame pity pleasure joy pain mess fact "
    "matter question joke dream lie mystery idea".split()
)
"""What tells how big a thing is, how it is called, or what people feel about it, not what it is."""
_WHERE = re.compile(r"(?:where|(?:at|in|on|by) which)\b")
_SOMEBODY = frozenset(
    "guy bloke chap lady fellow folk person kid wife husband dog cat horse".split()
)
_BY_ITS_NAME = re.compile(r"^(?:That|It|This|They)(?:['’]s|['’]re| is| are) [A-Z][a-z’‑-]+\b")
"""``That's Hannah.``: what is spelt as a name may be anybody's."""
_POINTING = frozenset("It That This He She They We You There What The A An".split())
_LONGEST = 26
"""Words of a meaning."""
_AND_IT_IS = re.compile(
    r"^(?P<term>[A-Z][\w-]*(?: [\w-]+){0,2}) is [^,.;]+, (?:and )?it(?:['’]s| is) "
    r"(?P<what>(?:an?|the) [^,.;]{8,})\.$"
)
"""``GABA is the brain's brake, it's the chemical that tells a nerve cell to be quiet.``"""
_GOES_ON = re.compile(
    r", (?:and |but |so |because )?(?:it|they|he|she|you|we|I|that|this|which|there)"
    r"(?:['’]\w+)?\b.*$"
)
_THE = re.compile(
    r"^(?:(?P<the>The|An?) |(?!(?:It|This|That|He|She|There|What|The|An?)\b))"
    r"(?P<term>[A-Za-z][\w-]*(?: [\w-]+){0,2}?) is (?P<what>(?:an?|the|two|three) .+)\.$"
)
_THING = r"(?!(?:is|are|it|that|they|he|she|you|we)\b)[\w’'-]+(?: [\w’'-]+){0,3}?"
_PARTS = re.compile(
    rf"^The (?P<term>(?:\w+ )?[\w-]+ of [\w’ -]{{3,40}}?) (?:is|are) "
    rf"(?P<what>{_THING}(?:, {_THING})+,? and {_THING})\.$"
)
"""``The triad of anaesthesia is unconsciousness, pain relief and muscle relaxation``."""


def told(said: str, before: str, material: Material) -> Side | None:
    """What a term means, by a sentence of a talk and the one before it."""
    found = _STANDS_FOR.match(said)
    if found is not None:
        return _stands_for(found["term"], found["words"])
    return (
        _taken_up(said, before, material)
        or _of_a_name(said, before, material)
        or _parts(said, material)
    )


def _stands_for(term: str, words: str) -> Side | None:
    letters = [w[:1].lower() for w in re.split(r"[ -]", words)]
    short = [c.lower() for c in term if c.isupper()]
    if short[:1] != letters[:1]:
        return None
    prompt = f"What does the acronym {term} stand for?"
    return Side(CardKind.DEFINITION, prompt, closed(capitalised(words)), _SCORE, side="stands for")


def _taken_up(said: str, before: str, material: Material) -> Side | None:
    """``That's curare. It's an arrow poison from …`` asked for what curare is."""
    found = _AND_IT_IS.match(said)
    if found is not None and found["term"].split()[0] not in _POINTING:
        what = _meaning(found["what"])
        return terms.asked_for(material.inside(found["term"]), what, material) if what else None
    found = _IT_IS.match(said)
    if found is None or not before:
        return None
    name = utterances.plain(before)
    named = _STANDS_FOR.match(name) or _NAMED.match(name)
    what = _meaning(found["what"])
    if named is None or what is None or not _is_a_thing(named["term"]) or _is_somebody(named):
        return None
    side = terms.asked_for(named["term"], what, material)
    return side and replace(side, side="both")


def _is_somebody(named: re.Match[str]) -> bool:
    """Whether ``There was a girl called Hannah.`` names somebody, or ``That's Hannah.`` may."""
    kind = (named.groupdict().get("kind") or "").lower()
    return kind in _SOMEBODY or is_person(kind) or bool(_BY_ITS_NAME.match(named[0]))


def _is_a_thing(term: str) -> bool:
    """Whether a word names a thing, and is no judgement as in ``That's right``."""
    tokens = language.tag(f"It has {term}.")[2:-1]
    return bool(tokens) and tokens[-1].is_noun and not LEANS.search(term)


def _of_a_name(said: str, before: str, material: Material) -> Side | None:
    """``The loom is the glow of a light …``, where the talk calls something the loom.

    So it is where the sentence before ends in the term: ``It goes off as whey. Whey is …``.
    """
    found = _THE.match(said)
    if found is None or terms.defined(said, material) is not None:
        return None
    what = _meaning(found["what"])
    again = re.search(rf"\b{re.escape(found['term'])}[.?]$", before, re.IGNORECASE)
    if what is None or not (again or (found["the"] and _is_named(found["term"], material))):
        return None
    term = (
        f"{found['the'].lower()} {found['term']}"
        if found["the"]
        else material.inside(found["term"])
    )
    side = terms.asked_for(term, what, material)
    return side and replace(side, side="is the")


def _is_named(term: str, material: Material) -> bool:
    """Whether somebody in the talk names the term as one: ``That's called the cold chain.``"""
    word = re.escape(term)
    named = re.compile(
        rf"\b(?:called|known as|call (?:it|that|this)) (?:the |an? )?{word}\b|^(?:The )?{word}\.$|"
        rf"\b[Ww]hat(?:['’]s| is) (?:the |an? )?{word}\?",
        re.IGNORECASE,
    )
    return any(named.search(s) for t in material.episode.turns for s in language.sentences(t.text))


def _meaning(what: str) -> str | None:
    """What a thing is, without what is said of it in the same breath; None where that is little."""
    first = _GOES_ON.sub("", re.sub(r"^(?:basically|simply|just) |, really$", "", what))
    points = LEANS.search(re.sub(r"\bone (?=[a-z])", "", first))
    if len(first.split()) > _LONGEST or points or re.search(r"\bits?\b", first):
        return None
    says = _SAYS_WHAT.match(first)
    return first if says is not None and not _says_only_how(says) else None


def _says_only_how(says: re.Match[str]) -> bool:
    """``The size of a shoe box``; ``the height at which males fly`` says what a thing is."""
    head = says["head"].split()[-1].lower().removesuffix("s")
    if head in _MEASURES:
        return _WHERE.match(says[0], says.end("head")) is None
    return head in _NO_MEANING


def _parts(said: str, material: Material) -> Side | None:
    """``The triad of … is A, B and C`` asked for what it is."""
    found = _PARTS.match(said)
    if found is None or not speech.names_all(said, material):
        return None
    own = set(language.content_stems(found["term"]))
    if own & set(language.content_stems(found["what"])) or LEANS.search(found["term"]):
        return None
    prompt = what_is(f"the {found['term']}", plural=False, material=material)
    answer = closed(capitalised(found["what"]))
    return Side(CardKind.DEFINITION, prompt, answer, _SCORE, side="parts")
