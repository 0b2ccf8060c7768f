"""Which words of a statement to blank: the phrase that carries it.

Candidates are noun phrases, names and numbers. They are ranked by how much the episode is about
them, how rare they are, and whether they are a term or a name; half a phrase, a function word, the
tail of an idiom and a word that stands elsewhere in the sentence are no candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quizapp import language
from quizapp.blanks.askable import askable
from quizapp.language import Phrase, Token
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model.reasons import Reason, total
from quizapp.sentences.commonness import (
    COMMONEST,
    EVERYDAY,
    KNOWN,
    PLAIN,
    PLAINEST,
    is_vague,
    rarity,
)

BLANK = "____"
_SPECIFIC = 2
"""Words that have to stay around a blank, to tell its answer from its rivals."""


_LEADING = frozenset(
    "many several various certain other such same different more most much fewer less own key main "
    "major significant important great large huge big small new good better best recent early late "
    "current full whole entire overall general particular specific real true ongoing potential "
    "vast numerous impressive remarkable crucial essential important fundamental proper strict "
    "simple clear right wrong honest fair ordinary typical".split()
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A phrase of a statement that can be asked for, and how well (0 to 1).

    ``by_reflex`` are those that most people would fill without having heard the episode.
    """

    phrase: Phrase
    score: float
    by_reflex: bool = False

    @property
    def text(self) -> str:
        """What was there."""
        return self.phrase.text


def blanks(statement: Statement, material: Material) -> list[Blank]:
    """The phrases of a statement that can be asked for, best first."""
    text = statement.text
    found = [_trimmed(text, p) for p in (*language.noun_phrases(text), *_shares(text))]
    candidates = [p for p in found if p is not None and askable(text, p, material)]
    ranked = [
        Blank(
            p,
            total(worth(p, statement, material)),
            _by_reflex(text, p, material),
        )
        for p in candidates
    ]
    return sorted(ranked, key=lambda b: (b.by_reflex, -b.score, b.phrase.start))


def _shares(text: str) -> list[Phrase]:
    """The percentages of a sentence that stand by themselves: ``about | 30% | of the plants``."""
    return [
        language.phrase(text, (figure, sign))
        for figure, sign in pairwise(language.tag(text))
        if sign.text == "%"
        and figure.tag == "CRD"
        and text[sign.end :].startswith(" of ")
        and figure.text != "100"  # all of it
    ]


def _by_reflex(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether a blank is of words of every day, or half of a pair that the episode repeats."""
    plain = PLAIN if len(phrase.tokens) == 1 else PLAINEST
    term = len(phrase.tokens) > 1 and material.is_term(phrase.text)
    term = term and rarity(phrase.tokens) < _TERM  # "warm dough" is none
    if not (material.are_many or term):
        plain = EVERYDAY  # a passing word of every day: others would do
    figure = any(t.tag == "CRD" for t in phrase.tokens)
    named = phrase.is_name or figure
    if not named and rarity(phrase.tokens) >= plain:
        return True
    if material.are_many:
        return _stock_pair(text, phrase, material) or (not named and _one_of_a_list(text, phrase))
    person = phrase.text in material.full_names.people.values()
    if person and language.zipf(phrase.head.text.lower()) < KNOWN:
        return True  # who told or did it: what came of it is the point
    if phrase.is_name and len(phrase.tokens) == 1 and rarity(phrase.tokens) >= KNOWN:
        return True  # "Paris"
    if figure and not re.search(r"\d", phrase.text):
        return True  # "five patients", "one degree"
    if not named and _is_all_but_told(text, phrase):
        return True
    return _stock_pair(text, phrase, material) or (not named and _one_of_a_list(text, phrase))


def _is_all_but_told(text: str, phrase: Phrase) -> bool:
    """Whether a plain thing opens its sentence, or is one word of a short one.

    ``The ____ are inscriptions``: what is said of it, and not what it is, is the point.
    """
    if any(t.tag == "NP0" for t in phrase.tokens):
        return False
    if phrase.start <= len("The "):
        return True
    return len(phrase.tokens) == 1 and len(text.split()) < _AROUND


_TERM = 3.6
"""On the Zipf scale: a term has a word rarer than that."""
_AROUND = 10
"""Words of a sentence that leave enough around a plain word to tell what is meant."""


def _one_of_a_list(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is one item of three or more, of which any might be meant."""
    before, after = text[: phrase.start], text[phrase.end :]
    opens = re.match(
        r", (?!\w+ing\b|(?:where|which|who|that|while|but|so|as|a|an|the)\b)"
        r"[^,;.]{3,30}, (?:and|or) ",
        after,
    )
    closes = re.search(r", [^,;.]{3,30},? (?:and|or) (?:an? |the )?$", before)
    row = re.match(r"(?:, [\w’'-]+(?: [\w’'-]+)?)+,? (?:and|or) ", after)
    heads = row is not None and re.search(r"(?:^|[:;–—] ?)(?:an? |the )?$", before)
    within = re.search(r", (?:an? |the )?$", before) and re.match(r",? (?:and|or) ", after)
    return bool(opens or closes or within or heads)


def singled_out(statement: Statement, blank: Blank, material: Material) -> bool:
    """Whether what stays around a blank is enough to tell its answer from its rivals.

    At least two content words stay that are neither the episode's own subject nor mere praise.
    """
    phrase, text = blank.phrase, statement.text
    if _opens(text, phrase) and not _NAMED.search(text[phrase.end :]):
        rest = language.content_words(text[phrase.end :])
        if len(rest) < _GENERAL:
            return False  # "____ can tell people apart": so can many
    stay = language.content_words(text[: phrase.start] + " " + text[phrase.end :])
    return sum(not material.is_trite(w) and not is_vague(w) for w in stay) >= _SPECIFIC


_GENERAL = 6
"""Words with a meaning that a general sentence has at least for its subject to be asked for."""
_NAMED = re.compile(r"[ (][A-Z][\w’'-]+|\d")


def _opens(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is what a sentence begins with, but for its article."""
    return re.fullmatch(r"(?:The |An? )?", text[: phrase.start]) is not None


def blanked(text: str, phrase: Phrase) -> str:
    """The text with the phrase's place empty; ``a``/``an`` before it gives nothing away."""
    before, after = text[: phrase.start], text[phrase.end :]
    before = re.sub(r"\b([Aa])n? $", r"\1(n) ", before)
    return f"{before}{BLANK}{after}"


def _trimmed(text: str, phrase: Phrase) -> Phrase | None:
    """Without leading words that only measure or praise; None where nothing is left."""
    tokens = list(phrase.tokens)
    while tokens and (tokens[0].text.lower() in _LEADING or not tokens[0].is_word):
        if tokens[0].text[:1].isupper() and tokens[0].start > 0:
            break  # part of a name: "the Great Depression"
        tokens = tokens[1:]
    if len(tokens) > 1 and _says_what(tokens[0]) and tokens[1].text[:1].isupper():
        tokens = tokens[1:]  # "the name | Augustus", "the yeast | Brettanomyces"
    if len(tokens) > 1 and tokens[0].text == "average" and text[: tokens[0].start].endswith("on "):
        tokens = tokens[1:]  # "on average | 97 percent"
    if any(t.tag == "CRD" and t.text[0].isdigit() for t in tokens[1:]) and tokens[0].is_noun:
        return None  # "died in their | tent 11 miles from the depot"
    if not tokens or (len(tokens) > 1 and _TIME.fullmatch(tokens[0].text)):
        return None  # "By the | mid-1940s hospitals were full"
    if any(a.text == "time" and b.text[:1].isupper() for a, b in pairwise(tokens)):
        return None  # "For a | long time Mocha was a port"
    opened = _IN_A_CLAUSE.search(text[: tokens[0].start]) is not None
    verb = tokens[-1].tag == "NN2" or (
        len(tokens) > 1 and language.tag(f"They will {tokens[-1].lemma} it.")[2].tag == "VVI"
    )
    clause = opened and verb
    if clause or _OWN_VERB.search(text[: tokens[0].start]):
        return None  # "how we know what a | camel cost"
    if len(tokens) > 2 and tokens[0].tag == "CRD" and tokens[0].text[0].isalpha():
        tokens = tokens[1:]  # "some twenty-five | abrupt warmings"
    return language.phrase(text, tuple(_number_alone(tokens)))


def _says_what(token: Token) -> bool:
    """Whether a word before a name says what has it."""
    return token.tag == "NN1" and token.text.islower()


_TIME = re.compile(r"(?:(?:mid|early|late)-)?\d{3,4}s")
_IN_A_CLAUSE = re.compile(r"\b(?:how(?: \w+)?|why|where|when|whether|what) (?:an?|the) $")
_OWN_VERB = re.compile(r"\b(?:know|knows|knew|learn|learned|tell|tells|see) what (?:an?|the) $")


_SCALES = frozenset("thousand million billion trillion percent %".split())


def _number_alone(tokens: list[Token]) -> list[Token]:
    """A figure without what it counts, which stays in the prompt: ``1.5 billion | parameters``."""
    figures = 0
    for token in tokens:
        if not (re.fullmatch(r"[$€£]?\d[\d.,]*%?", token.text) or token.text.lower() in _SCALES):
            break
        figures += 1
    return tokens[:figures] if figures and re.search(r"\d", tokens[0].text) else tokens


def worth(phrase: Phrase, statement: Statement, material: Material) -> tuple[Reason, ...]:
    """What makes a phrase worth asking, with how much each counts (0 to 1 together)."""
    text = statement.text
    rare = max(0.0, min(1.0, (COMMONEST - rarity(phrase.tokens)) / 3))
    is_term = len(phrase.tokens) in (2, 3) or phrase.is_name
    has_number = any(t.tag == "CRD" for t in phrase.tokens)
    in_heading = bool(
        set(language.content_stems(phrase.text))
        & set(language.content_stems(statement.section.heading or ""))
    )
    late = phrase.start / max(1, len(text)) > 0.15
    return (
        Reason("the episode is about what is asked", 0.40 * material.aboutness(phrase.text)),
        Reason("what is asked is rare", 0.20 * rare),
        Reason("a term or a name is asked", 0.15 * is_term),
        Reason("a figure is asked", 0.10 * has_number),
        Reason("what is asked stands in the heading", 0.05 * in_heading),
        Reason("the sentence leads up to what is asked", 0.10 * late),
    )


def _stock_pair(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether the phrase is half of a pair that the episode speaks of again: one recalls the other.

    ``data and computing power``: given the one, nobody has to remember the other.
    """
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    partner = re.search(r"(?<!, )\b([\w‑-]+) (?:and|or)$", before) or re.match(
        r"(?:and|or) (?!(?:the|a|an|its|their|his|her)\b)((?:[\w‑-]+ ?){1,3})", after
    )
    own = set(language.content_stems(phrase.head.text))
    other = set(language.content_stems(partner[1])) if partner else set()
    if not own or not other:
        return False
    both = sum(1 for stems in material.stem_sets if own & stems and other & stems)
    return both > 1
