"""Which phrases of a sentence may be blanked at all: whole, of one thing, and no mere detail."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.blanks.askable.details import SAMPLED, is_counted, is_example, is_incidental, is_scene
from quizapp.blanks.askable.parts import broken, half, joined, mixed, part_of_range
from quizapp.language import Phrase
from quizapp.material import Material
from quizapp.sentences.claims import is_weighty
from quizapp.sentences.commonness import COMMONEST, PLAIN, is_vague, rarity
from quizapp.sentences.counterparts import has_counterpart
from quizapp.sentences.swallowing import leaves_no_verb

LONGEST_BLANK = 4
"""Words."""
_IDIOM = re.compile(r"\b(?:for|in|of|at|on|by|with|as|from)\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december spring summer autumn winter".split()
)
_IDIOM_TAILS = frozenset(
    "example instance fact general particular terms order addition contrast course way time "
    "average mind itself themselves practice theory scratch hand place long run".split()
)
_CUT_BEFORE = re.compile(
    r"\b(?:[a-z]{3,}ly|(?:g[ia]ven?|teach|taught|sen[dt]|show(?:ed|n)?|offer(?:ed)?)s? "
    r"(?:his|her|its|their|the)) $"
)
"""``Genetically | modified moulds``, and two objects: ``gave his | family cowpox``."""
_COUNTS = frozenset("one hundred thousand million billion dozen".split())
"""What opens a phrase that goes on before it: ``about a | hundred players``."""
_ROOT, _ROOT_SHARE = 5, 0.8


def askable(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether a phrase may be blanked at all."""
    if _misshapen(text, phrase) or _idle(text, phrase):
        return False
    if part_of_range(text, phrase) or mixed(phrase) or is_incidental(text, phrase):
        return False
    if _vague(text, phrase) or _known(phrase, material) or is_scene(text, phrase):
        return False
    if joined(text, phrase) or broken(text, phrase) or is_counted(text, phrase):
        return False
    if leaves_no_verb(text, phrase) or has_counterpart(text, phrase):
        return False
    return not _elsewhere(text, phrase) and not is_example(text, phrase) and not half(text, phrase)


def _misshapen(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is too long, too short, or no noun phrase in truth."""
    words = phrase.text.split()
    before, after = text[: phrase.start], text[phrase.end :]
    if len(words) > LONGEST_BLANK or words[0].lower() in _COUNTS:
        return True
    if _CUT_BEFORE.search(before) and len(words) > 1:
        return True
    if words[-1].endswith("ing") and re.match(r" (?:in|on|at|near|under|with|from)\b", after):
        return True  # "archaea living | in the gut"
    if len(words) > 1 and phrase.tokens[0].tag == "NN2" and not phrase.is_name:
        return True  # a verb taken for a noun: "Leitmotifs link characters"
    if len(phrase.text) < 3 and not re.fullmatch(r"\d\d", phrase.text):
        return True
    if phrase.tokens[0].text.endswith("ed") and re.search(r"\w(?:,| and) $", before):
        return True  # more likely a verb: "served as tribunes and | proposed reforms"
    # "how | powerful memory can be"
    return re.search(r"\b(?:how|too|very) $", before, re.IGNORECASE) is not None


def _idle(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is the end of an idiom, or only a day or a month."""
    idiom = phrase.head.text.lower() in _IDIOM_TAILS and _IDIOM.search(text[: phrase.start])
    return bool(idiom) or all(t.text.lower() in _CALENDAR for t in phrase.tokens)


def _vague(text: str, phrase: Phrase) -> bool:
    """Whether a phrase says too little for anybody to hit on it."""
    before, after = text[: phrase.start], text[phrase.end :]
    vague = is_vague(phrase.head.text)
    if phrase.tokens[0].tag == "AJS" and (vague or re.search(r"\bthe $", before)):
        return True  # "then the | largest battery in the world"
    if vague and (after.startswith(" of ") or _weighs(phrase)):
        return True  # "an unavoidable part of chess", "valuable opportunities"
    one_of_many = re.search(r"\b(?:certain|some|various|other|different) $", before)
    if one_of_many and rarity(phrase.tokens) >= PLAIN - 1:
        return True  # "out of certain | neighborhoods"
    if phrase.tokens[0].tag == "AJC" or SAMPLED.fullmatch(phrase.head.text):
        return True  # "higher risk", "a Brazilian study": not what was found
    alone = len(phrase.text.split()) == 1
    if alone and (vague or rarity(phrase.tokens) >= COMMONEST):
        return True
    return vague and not phrase.is_name and rarity(phrase.tokens[:-1]) > 4.6


def _known(phrase: Phrase, material: Material) -> bool:
    """Whether a phrase is what the whole episode is about, or who speaks in it."""
    if len(phrase.text.split()) > 1 and _generic(phrase, material):
        return True
    if material.is_trite(phrase.text) or material.in_title(phrase.text):
        return True
    stems = set(language.content_stems(phrase.text))
    if stems and not phrase.is_name and stems <= material.subject.telling:
        return True
    return material.names.mentions(phrase.text) or material.names.is_of_speakers(phrase.text)


def _weighs(phrase: Phrase) -> bool:
    """Whether all that stands before a phrase's head only says that it matters."""
    before = [t.text for t in phrase.tokens[:-1]]
    return bool(before) and all(is_weighty(w) for w in before)


def _generic(phrase: Phrase, material: Material) -> bool:
    """Whether a phrase is the episode's subject with a common head: ``deep learning models``."""
    modifiers = " ".join(t.text for t in phrase.tokens[:-1])
    subject = len(phrase.tokens) > 2 and material.is_trite(modifiers, whole=True)
    return subject and language.zipf(phrase.head.text.lower()) > 4.2


def _elsewhere(text: str, phrase: Phrase) -> bool:
    """Whether a content word of the phrase stands, by stem, in the rest of the sentence."""
    rest = set(language.content_stems(text[: phrase.start] + " " + text[phrase.end :]))
    own = set(language.content_stems(phrase.text))
    return bool(rest & own) or any(_one_root(a, b) for a in own for b in rest)


def _one_root(one: str, other: str) -> bool:
    """Whether two stems begin alike at such length that one tells the other: ``corrod|corros``."""
    alike = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return alike >= _ROOT and alike >= _ROOT_SHARE * min(len(one), len(other))
