"""What a heading is: a label, a topic, a claim, a piece of advice, the meaning of a term.

Told by its grammar as far as that is plain to see; a heading that is none of them is a slogan.
"""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import language
from quizapp.language import Token
from quizapp.sentences import grammar
from quizapp.sentences.leaning import about_the_page
from quizapp.sentences.names import Names
from quizapp.sentences.rewriting import has_main_verb

_LABELS = re.compile(
    r"^(?:the )?(?:key|main|core|central|big|important|final|closing|bonus|other|"
    r"another|common|popular)?\s*"
    r"(?:insights?|ideas?|points?|takeaways?|breakthroughs?|lessons?|thoughts?|findings?|"
    r"messages?|quotes?|notes?|(?:myths|misconceptions|fallacies)"
    r"(?: (?:and facts|we bust(?:ed)?|busted|debunked|about [\w ]{2,20}))?|"
    r"summary|introduction|conclusions?|overview|background|"
    r"why it matters|context|what['’]?s in it for you|who (?:it|this) is for|who should (?:listen|"
    r"read)(?: \w+)?|in (?:sum|short|brief|a nutshell)|why (?:you should )?listen|"
    r"what you(?:['’]ll| will) (?:learn|hear|get))"
    r"(?:\s+\d+)?$",
    re.IGNORECASE,
)


def is_label(heading: str) -> bool:
    """Whether a heading says only what sort of section it heads: ``Key insight``, ``Lesson 3``."""
    return bool(_LABELS.match(heading.strip().rstrip(".:")))


AHEAD = re.compile(
    r"(?:looking (?:ahead|forward)|the (?:road|way|path) (?:ahead|forward)|what(?:['’]s| is) next|"
    r"what comes next|next steps|the future|future (?:outlook|directions?))$",
    re.IGNORECASE,
)
"""Headings that look ahead."""


MATTERS = re.compile(
    r"(?:why )?(?P<what>[\w’'-]{1,40}(?: [\w’'-]{1,40}){0,2}) matters?$", re.IGNORECASE
)


FORBIDDEN = re.compile(r"^(?:do not|don['’]t|never) (?P<what>[a-z].+)$", re.IGNORECASE)


_DETERMINERS = frozenset(
    "the a an your his her their its my our it them yourself every each all one this that several "
    "many few some any both enough more less fewer".split()
)


_PARTICLES = frozenset("for with on up out down off over to from into in about".split())
_IN_WHAT_WAY = frozenset("alone together apart early slowly twice".split())
"""How something is done: no noun has it behind it."""


_PHRASAL = {
    "look": ("for", "after", "at", "beyond", "behind"),
    "ask": ("for", "about", "whether", "how", "what", "why"),
    "wait": ("for", "until"),
    "listen": ("to", "for"),
    "slow": ("down",),
    "speed": ("up",),
    "build": ("up", "in", "on"),
    "warm": ("up",),
    "cool": ("down", "off"),
    "turn": ("off", "down", "away", "on", "to"),
    "talk": ("to", "about", "with"),
    "speak": ("up", "to", "with"),
    "stay": ("with", "out", "off", "away", "in"),
    "stick": ("to", "with"),
    "start": ("with", "from", "by", "small", "early"),
    "begin": ("with", "by"),
    "rehearse": ("out", "in", "with", "until", "before"),
    "watch": ("for", "out"),
    "plan": ("for", "ahead"),
    "pay": ("for", "attention"),
    "think": ("of", "about", "in", "before"),
    "write": ("down", "to", "for"),
    "cut": ("down", "out", "back"),
    "give": ("up", "away"),
}
"""Verbs that may be nouns or adjectives, with what makes them verbs: ``Slow down``."""


_BELOW = re.compile(
    r",? (?:how|what|where|why|which|who|when|if|whether|even|before|after|until|while|because|"
    r"unless|since)\b"
)
"""What opens a clause below the order."""


def is_order(words: list[str]) -> bool:
    """Whether the words of a heading tell what to do: a verb that nobody takes for a noun."""
    if len(words) < _ORDER:
        return False
    first, second = words[0], words[1].lower()
    if not first.isalpha() or language.tag(f"They will {' '.join(words)}.")[2].tag != "VVI":
        return False
    asked = _BELOW.split(" ".join(words))[0]
    if any(t.tag in language.FINITE_TAGS - {"VVB"} for t in language.tag(asked)[1:]):
        return False  # "Size alone does not explain it"
    if second in _PHRASAL.get(first.lower(), ()):
        return True
    if second in _DETERMINERS or second in _IN_WHAT_WAY or words[-1].lower() in _IN_WHAT_WAY:
        return True
    noun = language.tag(f"The {first} was there.")[1].tag
    ends = first.endswith(("ate", "ise", "ize", "ect", "ify", "ieve"))
    return noun.startswith("VV") and (ends or second in _PARTICLES)


_ORDER = 2
"""Words of an order that nobody takes for a name."""


def is_clause(heading: str) -> bool:
    """Whether a heading is a plain statement; a participle at its end makes none."""
    if _only_names(heading):
        return False
    if _SO_WHO.match(heading):
        return True
    if _is_verbless(heading):
        return False
    if _verb_like_a_plural(language.tag(heading)):
        return True
    parts = grammar.clause(heading)
    if parts is not None and (parts.subject[-1].tag == "DPS" or _is_plural_noun(parts.verb)):
        return False  # "Caffa and its catapults", "Blood gases at 8,400 metres"
    if parts is not None and not parts.rest and "-" in parts.subject_text.split()[-1]:
        return False  # "If-then plans"
    if parts is None or not (parts.verb.text.endswith("ed") or parts.verb.tag in ("VVD", "VVN")):
        return parts is not None
    single = parts.subject[0].text.lower() in ("a", "an")
    return bool(parts.rest) and not (single and _OF_A_PARTICIPLE.match(parts.rest))


_SO_WHO = re.compile(
    r"(?:(?:The|An?|One) )?[\w’'-]+(?: [\w’'-]+){0,2} \w{2,}ed (?:who|how|what|where|when|why) "
    r"(?:\w+ )*(?:can|could|would|was|were|is|are|did|do|does|had|has|got|went|came)\b",
    re.IGNORECASE,
)
"""``The bicycle changed who could go out alone``."""
_OF_A_PARTICIPLE = re.compile(
    r"(?:for|by|in|with|from|on|like|as|of|at|to|under|over|between|into|without)\b"
)
"""``A ship | shaped like half a coconut``: no statement."""
_GAPPED = re.compile(
    r"^(?:(?i:the |an? |what )?[\w'’-]+ (?:we|you|they|he|she|I) [\w'’]+(?: \w+){0,3}|"
    r"(?:The|An?) (?:[a-z]+ )?(?:night|day|week|month|year|man|woman|time|moment|place|house|city|"
    r"town|book|thing|law|rule|word|war|storm|winter|summer|box|machine|letter|king|queen|boy|"
    r"girl) "
    r"[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:nearly |almost |never |finally )?"
    r"[a-z]+(?:ed|t|w|ve|de|ld|d|ran|an)(?: \w+)?)$"
)
"""A thing with what is done to it: ``The boxes we plant them in``."""
_OF_NOBODY = re.compile(
    r"^\w+(?: \w+){1,4} (?:nobody|no one|everybody|everyone|anybody|anyone) "
    r"(?:(?:can|could|will|would|should|may|might|must|ever) )?\w+(?: \w+)?$"
)
"""``Test with programs nobody would write``: the only verb is what nobody does."""
_FROM_TO = re.compile(
    r"(?:from )?[\w'’-]{1,40}(?: (?!(?:lead|led|go|come|came|went|turn|add|tie|belong|return|owe|"
    r"grow|grew|move|lie|adapt|react|respond|speak|listen|talk|apply|give|happen|matter)(?:e?s|ed)?\b)"
    r"[\w'’-]+)? to [\w'’-]+s$",
    re.IGNORECASE,
)
"""``Flower pots to skyscrapers``: a way from one thing to another."""


def _is_plural_noun(verb: Token) -> bool:
    """Whether a word taken for a verb in -s is hardly ever one: ``gases``."""
    if verb.tag != "VVZ" or language.tag(f"The {verb.text.lower()} were there.")[1].tag != "NN2":
        return False
    plain = language.tag(f"The {verb.text.lower()} were there.")[1].lemma
    return language.tag(f"They will {plain} it.")[2].tag not in ("VVI", "VVZ")


_VERBLESS = re.compile(r"^[\w’'-]+ [\w’'-]+, (?:nobody|no one|no|everybody|all) [\w’'-]+$")
"""``Eyes open, nobody home``."""
_PARTED = re.compile(r"[\w’'-]+, (?!(?:and|but|so|then)\b)[\w’'-]+(?: [\w’'-]+)?$")
_TIMED = re.compile(
    r"\b(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries) "
    r"(?:early|late|later|earlier|ago|apart|ahead|long|old)$"
)
"""``A warning decades early``: a plural, no verb."""


def _is_verbless(heading: str) -> bool:
    """Whether a heading only looks like a statement: nothing in it is surely a verb."""
    if _PARTED.match(heading):
        return True  # "Usury, walked around"
    if _VERBLESS.search(heading):
        return language.tag(heading)[-1].tag not in ("VVD", "VVN")
    timed = _TIMED.search(heading)
    before = language.tag(heading[: timed.start()]) if timed else ()
    return timed is not None and not any(t.is_verb for t in before)


_OPENS_A_CLAUSE = frozenset("that which who whose where what how why when if as than".split())


_A_DAY = re.compile(
    r"(?:the |that )?(?:day|night|morning|evening|week|month|year|summer|winter|spring|autumn|"
    r"moment|time|hour|decade) (?:that |when )?(?:the|an?|everyone|everybody|nobody|it|they|he|"
    r"she|we) ",
    re.IGNORECASE,
)
"""``The day the music died``: names a time, whatever happens in it."""


def _only_names(heading: str) -> bool:
    """Whether a heading with a verb in it names a time, a thing or a way, and states nothing."""
    if _GAPPED.match(heading) or _FROM_TO.match(heading) or _OF_NOBODY.search(heading):
        return True
    told = sum(t.tag in language.FINITE_TAGS for t in language.tag(heading))
    return "," not in heading and told <= 1 and _A_DAY.match(heading) is not None


def is_claim(heading: str) -> bool:
    """Whether a heading states something: a finite verb, not inside a relative clause."""
    if _only_names(heading):
        return False
    if _is_verbless(heading):
        return False
    tokens = language.tag(heading)
    verb = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.is_verb
            and t.tag[2:] not in ("I", "G", "N")
            and t.text.lower() not in grammar.PARTICIPLES
        ),
        0,
    )
    before = {t.text.lower() for t in tokens[:verb]}
    if verb and tokens[verb - 1].tag in ("DPS", "AT0"):
        return False  # "Caffa and its catapults"
    if not any(t.is_noun or t.tag in ("PNP", "EX0", "UNC") for t in tokens[:verb]):
        return False  # "Fewer moves, better moves"
    if tokens[verb].tag in ("VVD", "VVN") and [t.tag for t in tokens[verb + 1 : verb + 2]] == [
        "PRP"
    ]:
        return False  # "A system built on custom"
    if verb > 1 and tokens[verb - 1].tag == "PNP" and tokens[verb - 2].is_noun:
        return False  # "One thing he said twice"
    return verb > 0 and len(tokens) > 3 and not before & _OPENS_A_CLAUSE


_A_TIME = re.compile(r"(?:second|minute|hour|day|night|week|month|season|year|decade|century)$")


def _verb_like_a_plural(tokens: tuple[Token, ...]) -> bool:
    """Whether what looks like a plural is the verb: ``Owning changes the price``."""
    tags = [t.tag for t in tokens]
    for i in range(1, len(tags) - 1):
        counted = tags[i - 1] in ("CRD", "ORD") or (
            tags[i + 1] == "AT0" and _A_TIME.match(tokens[i + 2].text if i + 2 < len(tags) else "")
        )
        if tags[i] == "NN2" and tags[i + 1] in ("AT0", "DPS", "PNP") and not counted:
            return True  # no article follows a noun
    single = tokens[0].text.lower() in ("a", "an") if tokens else False
    return single and tags[2:4] == ["NN2", "PRP"]  # "A standard wins by its users"


def is_topic(heading: str) -> bool:
    """Whether a heading is a plain noun phrase, to be put after ``about``."""
    tokens = language.tag(heading)
    allowed = (
        "N",
        "AJ",
        "AT",
        "PR",
        "CJ",
        "CRD",
        "ORD",
        "POS",
        "DPS",
        "PU",
        "VV",
        "UNC",
        "TO",
        "AV",
        "DT",
    )
    if len(tokens) == 3 and tokens[1].text.lower() == "and" and tokens[2].is_noun:
        return True  # "Compute and data"
    if len(tokens) > 1 and tokens[-1].text.lower() in ("first", "again", "only", "last"):
        return False  # "Sharpness first" is a slogan
    if not tokens or tokens[0].tag in ("PRP", "PRF", "CJC", "CJS", "VVB", "VVZ", "VVI"):
        return False
    if _verb_like_a_plural(tokens):
        return False
    if any(a.tag == "NN2" and b.is_noun for a, b in pairwise(tokens)):
        return False  # more likely "Hard benchmarks end debates" than a compound
    if len(tokens) == 2 and tokens[0].is_noun and tokens[1].tag == "VVB":
        return True  # "Waggle dance", by itself, is a compound
    nouns = any(t.is_noun or t.tag == "VVG" for t in tokens)
    return nouns and all(t.tag.startswith(allowed) for t in tokens)


_LONGEST_MEANING = 40
"""Words."""


def is_meaning(text: str, names: Names) -> bool:
    """Whether a text is no sentence but what a term means: ``the slot that a saw cuts``."""
    text = text.split("; ")[0]  # what else is told of it
    if len(text.split()) > _LONGEST_MEANING or about_the_page(text, names):
        return False
    if re.search(r"\d", text):
        return False  # "The benefit levels off at about 8,000 a day": a measure
    return bool(_MEANS.match(text)) and not has_main_verb(text) and not _does_something(text)


def _does_something(text: str) -> bool:
    """Whether a word in -ed has an object, and so is a verb: ``the murders brought fear``."""
    return any(
        a.tag in ("VVD", "VVN") and b.tag in ("AT0", "DPS", "NN0", "NN1", "NN2", "NP0", "AJ0")
        for a, b in pairwise(language.tag(text))
    )


_MEANS = re.compile(
    r"(?:an?|the|any|one|when|where|how|what|to|each|every|some|all)\b|"
    r"(?:[\w'’-]+ ){1,4}(?:that|which|who|where|whose|of|made|used)\b",
    re.IGNORECASE,
)
"""How the meaning of a term is written where it is no sentence: ``a slot that a saw cuts``."""


A_CLASS = re.compile(
    r".{3,60}? (?:is|are|was|were) (?:an? |the )?(?:[\w-]+ ){1,3}?"
    r"(?:of|that|which|who|whose|in which|at which|used|made|called) "
)
"""A thing and the class that it belongs to, with what sets it apart."""
