"""Whether a text only goes through the motions: nothing in it could be denied, or forgotten.

``Everyone is different, and Dr. Aldersey encourages listeners to find what works for them.`` A page
that has nothing to tell on a question says so in words of every day.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.claims import is_empty
from quizapp.sentences.grammar.reasons import split_reason
from quizapp.sentences.names import Names

_EVERYDAY = 4.2
"""What is rarer than this (Zipf) may be what a text is about."""
_RARE = 1
"""So many rarer words make no claim yet."""
_LONGEST = 35
"""A longer text tells something."""
_MOTIONS = re.compile(
    r"\b(?:there (?:are|is) (?:many|a lot|several|plenty|no (?:simple|easy|single|one) answer)|"
    r"it depends|everyone is different|everybody is different|complex (?:topic|issue|question)|"
    r"(?:is|are|remains?) (?:\w+ly )?(?:important|complex|complicated|key|crucial|worth)\b|"
    r"should be (?:careful|taken seriously|a priority|considered)|pillars? of|plays? a role|"
    r"(?:encourag|invit|urg|advis|suggest|stress|emphasi[sz]|highlight|discuss|explor)\w*\b|"
    r"works? (?:best )?for (?:them|you)|range of|variety of|trade-?offs?|takes? (?:time|patience)|"
    r"balance|passion|mindset|journey|stay (?:informed|curious)|keep learning|"
    r"open[- ]mind\w*|enjoy the|"
    r"honest (?:discussion|conversation)|shines? through|talk to (?:your|a|their))",
    re.IGNORECASE,
)
_GENERAL = (
    r"(?:approach|way|method|means|measure|strateg|factor|technique|design|innovation|technolog|"
    r"material|education|awareness|research|collaboration|polic|practice|advance|tool|solution|"
    r"improvement|investment|regulation|effort|idea|change|development)\w*"
)
_SORTS = r"(?:various|several|many|different|numerous|a (?:variety|range|number|mix) of)"
_SHARED = r"(?:perspective|thought|view|insight|opinion|reflection|viewpoint|angle|consideration)s?"
_SAYS_NOTHING = re.compile(
    rf"(?:By|Through|Using|There are) (?:using |combining )?{_SORTS} (?:\w+ )?{_GENERAL}\b|"
    r"[^,;:]{3,70} (?:is|are|remains?) an? (?:very |truly |deeply |rather )?"
    r"(?:complex|deep|difficult|big|broad|fascinating|profound|philosophical|open|multifaceted|"
    r"nuanced|complicated|rich|interesting)(?: \w+)? "
    r"(?:concept|question|topic|issue|matter|subject|problem|phenomenon|notion|one)\b|"
    rf"[^,;:]{{2,50}} (?:shares|offers|gives|provides|has|presents|expresses) "
    rf"(?:various|several|many|some|different|a few|a number of|interesting|his|her|their) "
    rf"(?:\w+ )?{_SHARED}\b|"
    r"There (?:are|is|will be) (?:many |exciting |endless |great |still )+"
    r"(?:possibilities|opportunities|challenges|questions|developments|potential|much to)\b|"
    r"(?:Only )?[Tt]ime will tell\b|It remains to be seen\b|(?:Views|Opinions) differ\b",
    re.IGNORECASE,
)
"""``By various approaches``, ``It is a deep question``, ``She shares several views on it``."""
_OUTLOOK = re.compile(
    r"\b(?:the future|what(?:'s| is| comes) next|in (?:the )?(?:coming|next)\b)", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|will (?:likely|probably)|is likely to|are likely to) (?:\w+ )?"
    r"(?:involve|include|bring|see|hold|offer|become|lead to|depend on|feature)\b"
)
"""``The future may involve more personalised doses``, which says what one would guess."""
_FEW = 3
_MANY = re.compile(
    r"\b(?:many|several|various|some|a lot of) (?:important|valuable|useful|great|key)? ?"
    r"(?:lessons?|insights?|things|points|ways|aspects|people find)\b|\bconnected (?:with|to) "
    r"(?:nearly |almost )?everything\b|\bdeeply rewarding\b",
    re.IGNORECASE,
)
_OF_THE_TALK = re.compile(
    r"\b(?:the|this|their|whole|entire) (?:conversation|episode|interview|discussion)\b",
    re.IGNORECASE,
)
_WEIGHS = re.compile(r"\bhow (?:much|important|vital|crucial|valuable)\b", re.IGNORECASE)
_CLAIMS = re.compile(r"\b(?:that|how|why|what|because|when|where)\b|:")
"""What a sentence about the talk tells of its matter."""
_OF_PAGES = frozenset(
    language.stem(w)
    for w in "guest host listener speaker episode podcast conversation interview audience".split()
)


def is_platitude(text: str, names: Names, asked: str = "") -> bool:
    """Whether a text goes through the motions in each of its sentences, and names nothing.

    ``asked`` is the question or the heading over it, whose words tell nothing new.
    """
    told = language.sentences(text)
    if not told or len(text.split()) > _LONGEST or re.search(r"\d", text):
        return False
    if any(split_reason(sentence) is not None for sentence in told):
        return False
    if all(says_nothing(s, asked) for s in told):
        return True
    if all(_OF_THE_TALK.search(s) and not _CLAIMS.search(_WEIGHS.sub("", s)) for s in told):
        return True
    people = {word.lower() for name in names.people for word in re.findall(r"[\w’'-]+", name)}
    words = {w for s in told for w in language.content_words(s) if w.lower() not in people}
    if any(_names(sentence, people) for sentence in told):
        return False
    rare = {
        language.stem(w)
        for w in words
        if language.zipf(w.lower()) < _EVERYDAY and not _MOTIONS.search(w)
    } - _OF_PAGES
    rare -= set(language.content_stems(asked))
    if len(rare) <= _FEW and all(_MANY.search(s) for s in told):
        return True
    return len(rare) <= _RARE and any(_MOTIONS.search(s) or is_empty(s) for s in told)


def says_nothing(sentence: str, asked: str = "") -> bool:
    """Whether a sentence only announces what it could tell, or guesses at what may come.

    What it names, counts or goes on to claim behind such words is something.
    """
    tokens = language.tag(sentence)
    if len(tokens) > _BRIEF or re.search(r"[\d:;“”]", sentence) or _GOES_ON.search(sentence):
        return False
    if any(t.tag == "NP0" for t in tokens[_OPENING:]):
        return False
    finite = sum(t.tag in language.FINITE_TAGS for t in tokens)
    if _SAYS_NOTHING.match(sentence):
        return finite <= (0 if _WITHOUT_VERB.match(sentence) else _FEWEST_VERBS)
    outlook = _OUTLOOK.search(f"{asked} {sentence}") and _HEDGED.search(sentence)
    return bool(outlook) and not any(t.tag == "NP0" for t in tokens[1:])


_BRIEF, _OPENING = 26, 4
"""Words and marks of such a sentence, and those at its start that may name who speaks."""
_FEWEST_VERBS = 3
_WITHOUT_VERB = re.compile(r"(?:By|Through|Using)\b")
"""``By various approaches``: what stands behind is no clause."""
_GOES_ON = re.compile(
    r"\b(?:because|since|so that|than|when|whereas|which|who|where|half|most of)\b"
    r"|\bthat (?!(?:may|can|might|could|will)\b)"
)


_TITLES = frozenset("dr dr. prof prof. mr mrs ms".split())


def _names(sentence: str, speakers: set[str]) -> bool:
    """Whether a sentence names somebody or something beside the speakers."""
    known = speakers | _TITLES
    return any(t.tag == "NP0" and t.text.lower() not in known for t in language.tag(sentence))
