"""Turning a true statement into a false one by exactly one change.

What is turned: a comparison (``more`` and ``less``, ``before`` and ``after``), one of two opposite
kinds (``supervised`` and ``unsupervised``), two things that change places, or a number. Names are
left alone: another name in one's place is either seen at once to be wrong, or not surely wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from quizapp import distractors, language
from quizapp.askable import is_incidental
from quizapp.blanks import BLANK
from quizapp.language import Token
from quizapp.material import Material, Statement
from quizapp.phrasing import without_trailing

LONGEST = 30
"""Words of a sentence that can be judged at a glance."""

_PAIRS = (
    ("more", "less"), ("larger", "smaller"), ("bigger", "smaller"), ("better", "worse"),
    ("harder", "easier"), ("higher", "lower"), ("faster", "slower"), ("stronger", "weaker"),
    ("longer", "shorter"), ("earlier", "later"), ("older", "younger"), ("richer", "poorer"),
    ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"),
    ("increasing", "decreasing"), ("improves", "worsens"), ("improved", "worsened"),
    ("improving", "worsening"), ("rises", "falls"), ("grows", "shrinks"),
    ("grew", "shrank"), ("strengthens", "weakens"), ("raises", "lowers"), ("gains", "loses"),
    ("before", "after"), ("underestimated", "overestimated"), ("possible", "impossible"),
    ("necessary", "unnecessary"), ("sensitive", "insensitive"), ("efficient", "inefficient"),
    ("simple", "complex"), ("cheap", "expensive"), ("most", "least"),
    ("maximum", "minimum"), ("majority", "minority"), ("above", "below"),
    ("likely", "unlikely"), ("with", "without"),
    ("fewer", "more"),
    ("warmer", "colder"), ("deeper", "shallower"), ("closer", "farther"), ("heavier", "lighter"),
    ("prevents", "causes"), ("improve", "worsen"),
    ("improving", "worsening"), ("rise", "fall"), ("grow", "shrink"), ("strengthen", "weaken"),
    ("raise", "lower"), ("prevent", "cause"), ("enough", "too little"), ("long", "short"),
    ("supervised", "unsupervised"), ("labeled", "unlabeled"), ("labelled", "unlabelled"),
    ("explicit", "implicit"), ("easiest", "hardest"),
    ("largest", "smallest"), ("biggest", "smallest"), ("highest", "lowest"),
    ("fastest", "slowest"), ("oldest", "youngest"), ("longest", "shortest"),
    ("strongest", "weakest"), ("cheapest", "dearest"), ("richest", "poorest"),
    ("visible", "invisible"),
    ("voluntary", "involuntary"), ("conscious", "unconscious"), ("external", "internal"),
    ("rural", "urban"), ("permanent", "temporary"),
    ("positive", "negative"), ("upper", "lower"), ("public", "private"),
    ("domestic", "foreign"), ("short-term", "long-term"), ("worsens", "improves"),
    ("reversible", "irreversible"), ("saturated", "unsaturated"),
    ("thick", "thin"), ("thicker", "thinner"), ("wider", "narrower"), ("softer", "harder"),
    ("fast", "slow"), ("easy", "hard"), ("high", "low"), ("rising", "falling"),
)  # fmt: skip
_SIZES = {"small": "large", "large": "small", "big": "small"}
"""Sizes are turned only where the heading names them: elsewhere they are mere colour."""
_KINDS = frozenset("explicit implicit external internal public private upper lower".split())
"""Opposite kinds of a thing: turned only where no comparison can be."""
_TURNED_ONLY = {
    "similar": "different",
    "reduces": "increases",
    "reduce": "increase",
    "reduced": "increased",
}
_ONE_WAY = frozenset("with success possible simple easy enough before high long".split())
"""Words too common to be turned wherever they stand: only in the patterns below, or not at all."""
_STRONG = {b: a for a, b in reversed(_PAIRS) if a not in _ONE_WAY and " " not in b} | {
    a: b for a, b in reversed(_PAIRS) if a not in _ONE_WAY
}
_STRONG |= _TURNED_ONLY
_VERBAL = frozenset(
    "increase decrease increases decreases increased decreased improves worsens improved worsened "
    "rises falls rose fell grows shrinks grew shrank strengthens weakens raises lowers gains loses "
    "succeeded failed reduces reduce reduced prevents causes improve worsen improving worsening "
    "rise fall grow shrink strengthen weaken raise lower prevent cause".split()
)
_NOT_AFTER = re.compile(
    r"\b(?:no|not|n't|never|any|once|and|the|much|some|even|or|what is|one or|ever|at|than|too|so|"
    r"as)\s+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"^\s+(?:asleep|apart|behind|back|up|out|into|off|than\s+(?:just|one|a century)|"
    r"or less|and more|all|importantly|so|of the|"
    r"broadly|generally|recently|like|or)\b",
    re.IGNORECASE,
)


_HAS_FIGURE = re.compile(r"(?<![\d,.])(?!(?:1[0-9]|20)\d\d\b)\d")
"""A figure that is no year: what is to be remembered of a sentence."""


def false_form(statement: Statement, material: Material) -> Turned | None:
    """The statement with exactly one thing turned so that it is false, or None."""
    for text in dict.fromkeys((statement.text, without_trailing(statement.text))):
        if len(text.split()) > LONGEST or _HEDGED.search(text):
            continue
        named = set(language.plain_words((statement.section.heading or "").lower()))
        compares = re.search(r"\bthan\b(?! [\d$€£])", text) is not None
        ways: tuple[Callable[[str], str | None], ...]
        ways = (_exchanged, _turned_prefix, _turned_comparison, _moved_number)
        denied = _DENIED.search(text) is not None
        if denied:
            ways = (_moved_number,)
        elif not compares and _HAS_FIGURE.search(text):
            ways = (_exchanged, _moved_number, _turned_prefix, _turned_comparison)
        for turn in ways:
            turned = turn(text) or (None if denied else _turned_size(text, named))
            if turned is not None and not material.known(turned, at_least=99.5):
                return Turned(turned, text)
    return None


@dataclass(frozen=True, slots=True)
class Turned:
    """A false statement and the true one that it was made from."""

    false: str
    true: str


_WORDS = r"[\w’'‑-]+(?: [\w’'‑-]+){0,3}"
_THING = r"[\w’'‑-]+(?: [\w‑-]+)?"
_TRADED = re.compile(
    rf"\b{_WORDS} (?P<prep>for|in|on|from|to) (?P<x>(?!ones\b){_THING}) "
    rf"and {_WORDS} (?P=prep) (?P<y>{_THING})(?=[.,;]|$)"
)


_SCALES = {**_STRONG, "small": "large", "large": "small"}
"""Words that can be turned where another end of their scale stands beside them."""


def _exchanged(text: str) -> str | None:
    """Two things in each other's place: ``A for Y and B for X``, ``improves, then worsens``."""
    pair = _TRADED.search(text)
    if pair is not None and _both_nouns(text, pair):
        return (
            f"{text[: pair.start('x')]}{pair['y']}{text[pair.end('x') : pair.start('y')]}"
            f"{pair['x']}{text[pair.end('y') :]}"
        )
    spots = [
        m
        for m in re.finditer(r"[A-Za-z]+", text)
        if m[0].lower() in _SCALES and m[0].lower() not in _KINDS and _fits(text, m)
    ]
    for first, second in pairwise(spots):
        between = text[first.end() : second.start()]
        contrasted = re.search(r"\b(?:then|while|whereas|but)\b", between)
        if contrasted and _opposed(first[0], second[0]):
            chain = [m for m in spots if _opposed(m[0], first[0]) or _opposed(m[0], second[0])]
            return _all_turned(text, chain)
    return None


def _all_turned(text: str, spots: list[re.Match[str]]) -> str:
    """Every word of a chain turned: ``improves, then worsens, then improves`` stays a chain."""
    for found in reversed(spots):
        text = f"{text[: found.start()]}{_opposite(found[0])}{text[found.end() :]}"
    return text


_PREFIX = re.compile(r"\b(?P<article>a )?non-(?P<rest>[a-z]+)\b")
_WITHOUT = re.compile(
    r"(?<!not )\bwithout (?=[a-z])(?!\w+ing\b|(?:any|trial|doubt|fail|delay|warning|exception|"
    r"effect|success|question|notice|permission|pay|cause|reason)\b)"
)


def _turned_prefix(text: str) -> str | None:
    """``non-recurrent`` as ``recurrent``, or ``without`` as ``with``: the one that stands there."""
    if re.search(r"\b(?:not|never|cannot|unless|while|although|but|because|so)\b", text):
        return None
    if re.search(r"(?:less|impossible|pointless|hopeless) without\b", text):
        return None  # worthless with what it needs: nobody would say so
    found = _PREFIX.search(text)
    if found is not None:
        article = found["article"] or ""
        if article and found["rest"][0] in "aeiou":
            article = "an "
        return f"{text[: found.start()]}{article}{found['rest']}{text[found.end() :]}"
    spots = list(_WITHOUT.finditer(text))
    if len(spots) != 1:
        return None
    return f"{text[: spots[0].start()]}with {text[spots[0].end() :]}"


def _both_nouns(text: str, pair: re.Match[str]) -> bool:
    tokens = language.tag(text)
    spans = (pair.span("x"), pair.span("y"))
    return all(t.is_noun or t.tag == "AJ0" for a, b in spans for t in tokens if a <= t.start < b)


def _opposite(word: str) -> str:
    """The other end of a word's scale, with a capital where the word has one."""
    opposite = _SCALES[word.lower()]
    return opposite.capitalize() if word[0].isupper() else opposite


def _opposed(one: str, other: str) -> bool:
    """Whether two words are on two ends of one scale: ``small`` and ``larger``."""
    one, other = one.lower(), other.lower()
    ends = {language.stem(_SCALES[one]), language.stem(_positive(_SCALES[one]))}
    return language.stem(other) in ends or language.stem(_positive(other)) in ends


def _positive(word: str) -> str:
    """``larger`` as ``large``; other words as they are."""
    return re.sub(r"(?:r|st)$", "", word) if re.search(r"[a-z]{3}e(?:r|st)$", word) else word


_DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|ha[sd]|have)n['’]t\b|\b(?:is|was|are) not\b"
)
"""What is denied is not put right by denying its opposite."""
_HEDGED = re.compile(r"\b(?:may|might|possibly|perhaps|potentially|it's possible)\b", re.IGNORECASE)
_ARGUES_BACK = re.compile(
    r"\b(?:not|never|neither|n't|unless|without|rather than|whether|which|depends|again|still|yet|"
    r"because|since|such as|cannot|due to|while|whereas|although|though|but|so|leading to|setting|"
    r"as they|as it)\b",
    re.IGNORECASE,
)
"""Words whose clause would contradict a turned comparison, and so give it away."""


_GOES_WITH = re.compile(
    r",? and [^,;]*\b(?:rises?|rose|falls?|fell|increas\w+|decreas\w+|more|less|fewer|higher|lower|"
    r"grows?|grew|shrinks?|shrank|drops?|dropped|worse|better|faster|slower)\b"
)
"""What tells the same in other words, and gives the turned half away."""


def _turned_comparison(text: str) -> str | None:
    """One comparison, or one kind of two, turned into its opposite."""
    if _ARGUES_BACK.search(text) or _scaled_twice(text) or _GOES_WITH.search(text):
        return None
    spots = []
    for found in re.finditer(r"[A-Za-z]+", text):
        word = found.group(0).lower()
        if word in _STRONG and _turnable(text, found):
            spots.append((found, _STRONG[word]))
    if not spots:
        return None
    found, opposite = min(spots, key=lambda s: s[0].group(0).lower() in _KINDS)
    if found.group(0).lower() == "more" and _counts(text, found):
        opposite = "fewer"
    if found.group(0)[0].isupper():
        opposite = opposite.capitalize()
    return text[: found.start()] + opposite + text[found.end() :]


def _turned_size(text: str, named: set[str]) -> str | None:
    """A size turned into its opposite, where it is what the heading is about."""
    if _ARGUES_BACK.search(text):
        return None
    for size in _SIZES.keys() & named:
        found = re.search(rf"\b{size}\b(?!-)", text)
        if found is not None:
            return f"{text[: found.start()]}{_SIZES[size]}{text[found.end() :]}"
    return None


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a ``more`` counts things: ``more than three``, ``more deposits``."""
    after = [t for t in language.tag(text) if t.start >= found.end()][:3]
    if not after:
        return False
    if after[0].text.lower() == "than":
        return len(after) > 1 and after[1].tag == "CRD"
    noun = next((t for t in after if t.tag not in ("AJ0", "VVG", "VVN")), after[0])
    return noun.tag == "NN2" or noun.text.lower() in ("people", "children")


def _scaled_twice(text: str) -> bool:
    """Whether two words of one scale stand in a sentence: turning one contradicts the other."""
    stems = [language.stem(w) for w in language.plain_words(text)]
    return any(
        sum(s in (language.stem(a), language.stem(b)) for s in stems) > 1
        for a, b in _PAIRS
        if " " not in b
    )


_OF_A_BOUND = re.compile(
    r" (?:\w+ )?than (?:[\d$€£]|(?:an? )?(?:half|third|quarter|dozen|hundred|thousand|million|"
    r"billion|metre|meter|mile|kilometre|kilometer|inch|foot|second|minute|hour|day|week|month|year|decade|"
    r"century|kilo|tonne|ton|percent)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twice)\b)"
)


def _turnable(text: str, found: re.Match[str]) -> bool:
    """Whether a word can be turned where it stands, and the sentence stays a sentence."""
    return _fits(text, found)


def _fits(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    word = found.group(0).lower()
    if _NOT_AFTER.search(before) or _NOT_BEFORE.match(after):
        return False
    if re.search(r"\b(?:can|could) be (?:\w+ )?$", before):
        return False  # what can be so can be otherwise too
    if word in ("most", "least") and not re.match(
        r"\s+\w+(?:ed|ing|ful|ive|al|ous|ant|ent)\b", after
    ):
        return False
    if word == "more" and re.search(r"\b(?:much|many|once|one)\s+$", before, re.IGNORECASE):
        return False
    token = next((t for t in language.tag(text) if t.start == found.start()), None)
    if token is None or (word in _VERBAL and not token.is_verb) or token.is_noun:
        return False
    if word.startswith(("rise", "rose", "rising")) and after.startswith(" to the "):
        return False  # nobody falls to an office
    if _OF_A_BOUND.match(after):
        return False  # about as many, either way: the figure is what can be wrong
    if word in _VERBAL and re.search(r"\b(?:snow|rain|ash|night|dust|leaves|light|hail) $", before):
        return False  # no snow rises
    if word in _VERBAL and re.search(r"\bas (?:the |an? )?[\w-]+(?: [\w-]+)? $", before):
        return False  # "as the fleet | grew": what goes along is not what is claimed
    if word == "lower" and re.search(r"\b(?:to|can|could|may|might|will|would|should) $", before):
        return False  # a verb
    if word in ("later", "earlier") and before.endswith(" for "):
        return False  # "for later use"
    if word in ("strong", "weak") and after.startswith(" enough to"):
        return False
    if word in _PURPOSES and before.endswith(" to "):
        return False  # nobody does a thing in order to worsen
    if word in _NO_OBJECT and re.match(r" \w+(?:ed|en)\b| (?:fond|tired|old|ill)\b", after):
        return False  # "grow attached to"
    if word in _VERBAL and _has_verb_already(text, token):
        return False  # "workers commit pay rises to saving"
    if word in _VERBAL and re.search(r"\b\w+ (?:[\w-]+ )+and $", before):
        return False  # the first of two verbs fixes the direction of the second
    if word in _NO_OBJECT and _has_object(text, token):
        return False
    if (
        token.tag in ("AJC", "AV0")
        and re.match(r"[.,;]|$", after)
        and not re.search(r"\bthan\b", text)
    ):
        return False  # worse than what?
    if word in ("likely", "unlikely") and re.search(r"\b(?:will|would|can|could) $", before):
        return False
    if word in ("large", "small") and re.match(r"\s+(?:scale|amounts?|numbers?)\b|-", after):
        return False
    return not after.startswith("-") and not before.endswith("-")


def _has_verb_already(text: str, verb: Token) -> bool:
    """Whether the clause has its verb before a word, which then is a noun: ``pay | rises``."""
    if verb.tag not in ("VVZ", "VVB"):
        return False
    before = [t for t in language.tag(text) if t.start < verb.start]
    links = ("CJC", "CJS", "CJT", "PUN", "DTQ", "PNQ", "AVQ")
    opened = max((i for i, t in enumerate(before) if t.tag in links), default=-1)
    return any(t.is_verb for t in before[opened + 1 :]) and bool(before) and before[-1].is_noun


_PURPOSES = frozenset("improve worsen grow succeed strengthen prevent".split())
_NO_OBJECT = frozenset(
    "grow grows grew shrink shrinks shrank rise rises rose fall falls fell".split()
)
"""Verbs one of whose pair takes no object: a field ``grows`` roots, and ``shrinks`` none."""


def _has_object(text: str, verb: Token) -> bool:
    """Whether a noun phrase follows a verb, and no measure: ``grows roots``."""
    after = [t for t in language.tag(text) if t.start >= verb.end][:3]
    if not after or after[0].tag == "CRD":
        return False
    return after[0].tag in ("AT0", "DPS", "NN1", "NN2", "NP0") or (
        after[0].tag.startswith("AJ") and any(t.is_noun for t in after[1:])
    )


def _moved_number(text: str) -> str | None:
    if len(re.findall(r"\d[\d.,]*", text)) > 1:
        return None  # the other figure would tell
    if re.search(r"\b(?:about|around|roughly|almost|nearly|some|approximately) \$?\d", text, re.I):
        return None  # what is about so much may be about as much again
    for phrase in language.noun_phrases(text):
        number = next((t for t in phrase.tokens if re.fullmatch(r"\d[\d.,]*", t.text)), None)
        if number is None or re.match(r"[-–]", text[number.end :]):
            continue
        if is_incidental(text, phrase):
            return None
        before = text[number.start - 1 : number.start]
        if before not in ("", " ", "$", "€", "£", "("):
            continue
        if _is_study_year(text, number.text):
            return None
        others = _beyond(
            distractors.for_number(
                number.text, f"{text[: number.start]}{BLANK}{text[number.end :]}"
            ),
            number.text,
            text[: number.start],
        )
        if others:
            return text[: number.start] + others[0] + text[number.end :]
    return None


_STUDIED = re.compile(
    r"\b(?:researchers?|scientists?|stud(?:y|ies)|trials?|experiments?|papers?|published|survey|"
    r"review|book)\b",
    re.IGNORECASE,
)


def _is_study_year(text: str, number: str) -> bool:
    """Whether a figure is the year of a study: what it found is to be remembered."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", number)) and bool(_STUDIED.search(text))


_FROM_BELOW = re.compile(
    r"\b(?:exceeds?|exceed(?:ed|ing)|(?:more|longer|greater|higher|larger|older|heavier|faster|"
    r"bigger|further|farther|deeper|taller|hotter) than|at least|over|above|upwards of|"
    r"as (?:much|many) as|"
    r"a minimum of) \W?$",
    re.IGNORECASE,
)
_FROM_ABOVE = re.compile(
    r"\b(?:up to|under|(?:less|fewer|shorter|lower|smaller|younger|lighter|slower|colder|closer) "
    r"than|at most|below|no more than|within) \W?$",
    re.IGNORECASE,
)


def _beyond(numbers: list[str], number: str, before: str) -> list[str]:
    """The numbers that are false where a bound is told: what exceeds 100 exceeds 50 as well."""

    def value(text: str) -> float:
        return float(text.replace(",", "").rstrip("."))

    try:
        if _FROM_BELOW.search(before):
            return [n for n in numbers if value(n) > value(number)]
        if _FROM_ABOVE.search(before):
            return [n for n in numbers if value(n) < value(number)]
    except ValueError:
        return []
    return numbers
