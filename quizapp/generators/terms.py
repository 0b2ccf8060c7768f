"""Terms that a talk explains or names in passing: ``Overfitting is when your model …``."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp import language, speech
from quizapp.generators.contrasts import LEANS
from quizapp.generators.drafting import Side
from quizapp.generators.wordings import what_is
from quizapp.material import Material
from quizapp.model import CardKind
from quizapp.sentences import grammar
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import utterances

_SCORE = 0.45
"""Of what is told in passing."""
_SURELY = 0.56
"""Of a definition: more than what the same sentence is asked for besides."""
_LONGEST = 32
"""Words of an explanation."""
_EXPLAINED = re.compile(r"^(?P<term>[A-Z][\w’'-]*(?: [\w’'-]+){0,2}) is when (?P<what>.+)\.$")
_ALOUD = re.compile(
    r"\b(?:I|me|my|we|us|our|you|he|she|they|this|that (?!are\b|is\b)|these|those|really|gonna|"
    r"whatever|like)\b|[\"“”…?—]|--",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?P<told>.*?)(?:^|,| and)(?: and| so| because)? ?(?:it|that|this|which|they|we)(?:['’]s|"
    r"['’]re| is| are)? "
    r"(?:(?:what )?(?:(?:is|are|was) )?(?:called|known as|named)|"
    r"what (?:we|people|they|[a-z]+s)(?:['’]d| would)? (?:call|called)|"
    r"(?<=we )call (?:it|that|this)|(?<=they )call (?:it|that|this|them))"
    r" (?P<term>(?:(?:the|an?) )?[a-z‘“][\w’‑-]+(?: (?!and\b|or\b|because\b|so\b|"
    r"but\b)[\w’‑-]+){0,2}?)[”]?"
    r"(?P<more>(?:,| and\b| because\b| so\b| but\b).*)?\.$",
    re.IGNORECASE,
)
"""``You dilute the sodium in the blood, it's called hyponatremia, and the brain swells.``"""
_NAMED_SO = re.compile(
    r"^That(?:['’]s| is) (?P<called>called )?(?P<term>(?:an? |the )?[a-z][\w-]+(?: [\w-]+){0,2}), "
    r"(?P<so>that(?:['’]s| is) what (?:we|people|they|[a-z]+s)(?:['’]d| would)? call (?:it|"
    r"that), )?"
    r"(?P<what>(?:an?|the|your|when|how|what|any) [^,]+)\.$",
    re.IGNORECASE,
)
"""``That's a schema, that's what we'd call it, your knowledge of how things go.``"""
_INTRODUCED = re.compile(
    r"\b(?:(?P<a>an?)|the|another|some) (?P<kind>(?:[\w-]+ ){0,2}?[\w-]+(?: of [\w-]+)?)"
    r"(?: (?:that|which)(?:['’]s| is| are| was))?(?: what(?:['’]s| is))? (?:called|known as) "
    r"(?P<term>(?:(?:the|an?) )?[\w’‑-]+(?: [\w’‑-]+){0,3}), "
    r"(?:which (?:is|was|are) (?P<what>(?:an?|the|when|how) [^,]+)|(?P<where>where .+|"
    r"that [^,]+)|(?P<apposed>an? [^,]+))(?:,.*)?\.$",
    re.IGNORECASE,
)
"""``There's a signal called volcanic tremor, which is a continuous hum, and …``."""
_SHORTEST_MEANING = 3
"""Words of what a thing is, with its article."""
_UNTOLD = re.compile(r"\b(?:is|are|was|were)$|^the one\b", re.IGNORECASE)
"""``The one that is closest to being used is``: what was begun, and not said."""
_MEANING = 5
"""Words of what a term is for."""
_SO_MANY = re.compile(
    r"(?:about|nearly|roughly|around|almost|most|some|many|half|\d\S*|\w+ percent)\b", re.IGNORECASE
)
"""A share of things tells of them, and not what the term after it is."""
_A_WORD = re.compile(r"an? (?:\w+ )?(?:word|name|term|phrase)\b|.*\bthat \w+$", re.IGNORECASE)
_A_THING = re.compile(
    r"\b(?:came up with|come up with|there(?:['’]s| is)|(?:has|have|['’]ve) got|has|have|had|"
    r"use[sd]?|built|made|invented|put on|put in|is|was) (?P<thing>an? [^,]{12,})$",
    re.IGNORECASE,
)
_NO_TERM = re.compile(
    r"\b(?:its?|that|this|h(?:im|er|is)|them|their|me|my|us|our|your?|something|what|thing|name|"
    r"one)\b",
    re.IGNORECASE,
)
_WHICH_IS = re.compile(r"\bwhich (?:is|are|was|were) (?:what )?(?:called|known as|named) $")
"""``It floats around in little balls, which are called micelles``: only the balls are."""
_SAYS_NOTHING = re.compile(
    r"an? (?:(?:very|really|quite|rather|fairly) )?(?:(?:nice|good|great|little|simple|clever|"
    r"funny|new|big|huge|small|famous|old|strange|neat|cool|lovely|whole|special|different|single|"
    r"separate|certain|beautiful|brilliant|standard|second|third|other) )*(?:trick|thing|way|"
    r"study|idea|test|method|problem|rule|law|effect|technique|process|story|book|theory|device|"
    r"project|company|place|man|woman|system|report|trial|group|team|machine|tool|concept|kind|"
    r"type|sort|question|experiment)(?: in [^,]+| of (?:it|them|this|that)\b.*)?$",
    re.IGNORECASE,
)
"""``There's a very nice trick, it's called the shake test``: what the trick is, nobody tells."""
_IS_A = re.compile(
    r"^(?P<term>(?:An? )?[\w’'-]+(?: [\w’'-]+){0,2}) is (?P<what>(?:(?:an?|the) )?"
    r"(?!(?:\w+ )?(?:driver|reminder|testament|part|example|force|symbol|source|sign|tool|problem|"
    r"thing|question|way|reason|lot|matter|result|idea|good|bad|great|key|best|first|main|only|"
    r"most|same|opposite|question|answer|point|more|less|about|not|\w+ing|\w+ed)\b)"
    r"(?:[\w’'-]+ ){1,4}?(?:of|in|that|which|who|from|for|with|on|inside|between|used|made) [^,]+)"
    r"\.$"
)


def explained(said: str, material: Material) -> Side | None:
    """``Overfitting is when your model …`` asked for what overfitting is."""
    found = _EXPLAINED.match(said)
    if found is None or material.aboutness(said) < speech.ABOUT:
        return None
    what = re.sub(r"\byour\b", "the", re.sub(r"\byour\b", "a", found["what"], count=1))
    if _ALOUD.search(what) or len(said.split()) > _LONGEST:
        return None
    term = material.inside(found["term"])
    if language.is_function_word(term.split()[0]):
        return None
    answer = closed(capitalised(f"when {what}"))
    return Side(CardKind.DEFINITION, what_is(term, plural=False, material=material), answer, _SCORE)


def introduced(said: str, material: Material) -> Side | None:
    """What a term is, where it is told right after it is named for the first time."""
    found = _INTRODUCED.search(said)
    if found is None:
        return None
    what = found["what"] or found["apposed"]
    if found["where"]:
        what = f"{found['a'] or 'a'} {found['kind']} {found['where']}"
    told = re.sub(r"\b(?:where|when) you\b|\bthat\b", "", what)
    if _ALOUD.search(told) or not _SHORTEST_MEANING <= len(what.split()) <= _LONGEST:
        return None
    return asked_for(found["term"], what, material)


def named(said: str, before: str, material: Material) -> Side | None:
    """What a term is, where it is named after what it is for."""
    found = _NAMED_SO.match(said)
    so = found is not None and (found["called"] or found["so"])
    if found is not None and so and len(found["what"].split()) >= _MEANING:
        return asked_for(found["term"], found["what"], material)
    found = _CALLED.match(said)
    if found is None:
        return None
    told, side = found["told"].strip(" ,"), ""
    if _UNTOLD.search(told):
        return None
    if len(told.split()) < _MEANING:
        told, side = utterances.plain(before), "both"
    thing = _A_THING.search(told)
    if thing is not None and _SAYS_NOTHING.match(thing["thing"].rstrip(".")):
        return None
    if side and told.count(", ") > 1:
        return None  # an example, told at length
    last = _WHICH_IS.search(said[: found.start("term")]) is not None
    clean = _thing_of(told) or (None if last else speech.clean(told, material))
    if clean is None or _SO_MANY.match(clean):
        return None
    made = asked_for(found["term"], clean, material)
    return made and replace(made, side=side)


def _thing_of(told: str) -> str | None:
    """``They came up with a rope of carbon fibre``: what is called so is the rope."""
    found = _A_THING.search(told)
    if found is None or LEANS.search(found["thing"]) or _A_WORD.match(found["thing"]):
        return None
    if re.search(r"\b(?:its?|a (?:few|couple|lot|bit|number))\b", found["thing"]):
        return None
    if any(t.is_verb for t in language.tag(found["thing"])):
        return None
    return found["thing"]


def defined(text: str, material: Material) -> Side | None:
    """``A repeater is an amplifier in a metal tube`` asked for what a repeater is."""
    found = _IS_A.match(text)
    parts = grammar.clause(text) if found is not None else None
    if found is None or parts is None or len(found["what"].split()) < _MEANING:
        return None
    if not text.startswith(("A ", "An ")) and not speech.is_of_a_stuff(text):
        return None
    phrases = language.noun_phrases(found["what"])
    opens = phrases and phrases[0].start <= len("the ") and not LEANS.search(found["what"])
    if not opens or material.aboutness(text) < speech.ABOUT:
        return None
    side = asked_for(lowered(found["term"], parts.subject[0]), found["what"], material)
    return side and replace(side, score=_SURELY, side="is a")


def asked_for(term: str, what: str, material: Material) -> Side | None:
    """The question for a term, unless what it is says only the term again."""
    term = term.strip("‘’“” ")
    own = set(language.content_stems(term))
    if not own or own & set(language.content_stems(what)) or _NO_TERM.search(term):
        return None
    score = _SCORE + 0.05
    return Side(
        CardKind.DEFINITION, what_is(term, plural=False, material=material),
        closed(capitalised(what)), score,
    )  # fmt: skip
