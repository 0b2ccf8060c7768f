"""Phrases that are a part of something: of a larger name, a range, a pair, or another clause."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import language
from quizapp.language import Phrase
from quizapp.sentences.commonness import is_vague, rarity
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.swallowing import swallows_verb

_RARE = 3.3
"""A phrase with a rarer word is asked for wherever it stands."""
_TITLED_NAME = re.compile(r" (?:and (?:[a-z]+ ){1,3})?[A-Z][a-z]+ (?:[a-z]{1,3} )?[A-Z][a-z]+")
_AMONG_NAMES = re.compile(r"\b[A-Z][\w’'-]+(?:, (?:and |or )?| and | or )$")
_COORDINATED = re.compile(r"\b(?P<word>\w+),? (?:and|or) $")
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
)
_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AFTER_SUBJECT = frozenset(
    "VVB VVD VVZ VM0 VBB VBD VBZ VDB VDD VDZ VHB VHD VHZ PRF PUN CJC CJT".split()
)
"""What may follow a subject; an adverb or a preposition means that a verb was taken for a noun."""
_ABSTRACT = re.compile(r"(?:ity|ness|ance|ence|tion|sion|ment)$")
_LEFT_OPEN = re.compile(r" (?:of|to|that)\b")
_THAT_CLAUSE = re.compile(
    r" that (?!(?:can|could|may|might|will|would|must|is|are|was|were|has|have|had|do|does|did)\b)"
)
_TRAILING_CLAUSE = re.compile(r", (?:[a-z]+ing)\b[^,;]*(?: and [a-z]+ing\b[^,;]*)?$")
_AFTER_HELP = re.compile(r"\b(?:helps?|can|could|will|would|may|might|must|should) $")
_NOT_AFTER_NOUN = frozenset("VVB VVI NP0 AJ0 AJC AV0 AT0 DT0 PNP DPS".split())


def joined(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is part of a larger name or compound: hyphens, apostrophes, quotes."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.search(r"\bvs?\. $", before) or re.match(r" vs?\. | \([A-Z]", after):
        return True
    if _TITLED_NAME.match(after) and is_person(phrase.head.lemma):
        return True  # "Dutch psychologist | and chess master Adriaan de Groot"
    if re.search(r": (?:An?|The) $|\w The $", before):
        return True  # "2001: A | Space Odyssey", "for The | Social Network"
    if phrase.is_name and (re.match(r" [A-Z][a-z]", after) or _AMONG_NAMES.search(before)):
        return True  # "Tacoma | Narrows Bridge", "Autor, Dorn, and | Hanson"
    if phrase.is_name and re.match(r"(?:,| and|,? or) [A-Z][a-z]+(?:,| and\b)", after):
        return True
    if len(phrase.tokens) == 1 and re.match(r" and [A-Z][\w’'-]+ [A-Z][a-z]", after):
        return phrase.text[:1].isupper()  # "Erica | and Justin Sonnenburg"
    of_title = re.match(r" (?:of|and|for) (?:the )?[A-Z]", after)
    if of_title and re.search(r"\b[Tt]he $", before) and phrase.text[:1].isupper():
        return True  # "The | Lord of the Rings"
    if phrase.text.isdigit() and re.search(r"\b[Tt]he $", before) and re.match(r" [A-Z]", after):
        return True  # "the | 1915 Çanakkale Bridge"
    within = phrase.text[:1].isupper() and re.search(r"\b[A-Z][\w’'-]+ (?:of|for|of the) $", before)
    if within and len(before.split()) > 2:
        return True  # "Bank of | England", "The High Cost of | Free Parking"
    return bool(re.search(r"[-'’/“\"‘]$", before) or re.match(r"[-/”\"]|['’]\w", after))


def part_of_range(text: str, phrase: Phrase) -> bool:
    """Whether a figure is one end of a range, which is one thing to remember: ``11 to | 16``."""
    if not any(t.tag == "CRD" for t in phrase.tokens):
        return False
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    opened = re.search(rf"(?:\d\S*|\b{_NUMBER_WORD}) (?:to|and|or)$|\bbetween$|\bfrom$", before)
    return bool(opened) or bool(re.match(r"(?:to|–|-) ?\d", after))


def mixed(phrase: Phrase) -> bool:
    """Whether a date or figure and a name were run together: ``August 1971 Richard Nixon``."""
    return any(
        a.tag == "CRD" and (b.tag == "NP0" or (b.is_noun and _A_YEAR.fullmatch(a.text)))
        for a, b in pairwise(phrase.tokens)
    )


def broken(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is half of something: ``more comprehensive and | efficient models``."""
    before, after = text[: phrase.start], text[phrase.end :]
    found = _COORDINATED.search(before)
    adjectives = ("AJ0", "AJC")
    if found and any(t.tag in adjectives for t in language.tag(found["word"])):
        return phrase.tokens[0].tag in adjectives
    if re.search(r"\b(?:they|we|it|he|she|you|I|who|that|which) $", before):
        return True  # a verb, whatever the tagger says
    if re.search(r"\bper \w+ of $", before):
        return True
    plain = not phrase.is_name and rarity(phrase.tokens) > _RARE
    if _TRAILING_CLAUSE.search(before) and plain:
        return True  # what something led to besides: not what the sentence is about
    if re.search(r"\b(?:(?:very|more|most|less|too)(?: \w+)?|one of the|per) $", before, re.I):
        return True
    if _THAT_CLAUSE.match(after) and len(phrase.tokens) == 1 and not phrase.is_name:
        return True  # "the conviction that …": belief, hope and view would do
    if _ABSTRACT.search(phrase.text) and len(phrase.tokens) == 1 and _LEFT_OPEN.match(after):
        return True  # "the complexity of parsing": difficulty would do
    if re.search(r"['’]s? $", before) or _verb_taken_for_noun(text, phrase):
        return True
    if re.fullmatch(r"(?:an?|the)? ?", before, re.IGNORECASE):
        following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
        return following is None or following.tag not in _AFTER_SUBJECT
    return bool(re.match(r"['’]", after))


def _verb_taken_for_noun(text: str, phrase: Phrase) -> bool:
    """Whether the last word is likely a verb: ``in the cold tastes | better``."""
    if _AFTER_HELP.search(text[: phrase.start]) or swallows_verb(text, phrase):
        return True
    following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
    if following is None or len(phrase.tokens) < 2 or not phrase.head.text.endswith("s"):
        return False
    return following.tag in _NOT_AFTER_NOUN


def half(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is one half of a pair whose other half stays: ``intuition and | …``."""
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    if len(phrase.tokens) > 1 and not is_vague(phrase.head.text):
        return False  # a term of its own, that no other word would do for
    pair = re.search(r"[^,] (?:and|or)$", before) or re.match(r"(?:and|or) [^,.;]+", after)
    return bool(pair) and not (phrase.is_name or any(t.tag == "CRD" for t in phrase.tokens))
