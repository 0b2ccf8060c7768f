"""Which phrases of a sentence may be blanked at all: whole, of one thing, and no mere detail."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import grammar, language
from quizapp.claims import is_weighty
from quizapp.commonness import COMMONEST, PLAIN, is_vague, rarity
from quizapp.counterparts import has_counterpart
from quizapp.language import Phrase
from quizapp.material import Material
from quizapp.swallowing import leaves_no_verb, swallows_verb

_RARE = 3.3
"""A phrase with a rarer word is asked for wherever it stands."""
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


def askable(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether a phrase may be blanked at all."""
    words = phrase.text.split()
    head = phrase.head.text.lower()
    if len(words) > LONGEST_BLANK or words[0].lower() in _COUNTS:
        return False
    if _CUT_BEFORE.search(text[: phrase.start]) and len(words) > 1:
        return False
    if words[-1].endswith("ing") and re.match(
        r" (?:in|on|at|near|under|with|from)\b", text[phrase.end :]
    ):
        return False  # "archaea living | in the gut"
    if len(words) > 1 and phrase.tokens[0].tag == "NN2" and not phrase.is_name:
        return False  # a verb taken for a noun: "Leitmotifs link characters"
    if len(phrase.text) < 3 and not re.fullmatch(r"\d\d", phrase.text):
        return False
    if head in _IDIOM_TAILS and _IDIOM.search(text[: phrase.start]):
        return False
    if all(t.text.lower() in _CALENDAR for t in phrase.tokens):
        return False
    if _part_of_range(text, phrase) or _mixed(phrase) or is_incidental(text, phrase):
        return False
    vague = is_vague(phrase.head.text)
    if phrase.tokens[0].tag == "AJS" and (vague or re.search(r"\bthe $", text[: phrase.start])):
        return False  # "then the | largest battery in the world"
    if vague and (text[phrase.end :].startswith(" of ") or _weighs(phrase)):
        return False  # "an unavoidable part of chess", "valuable opportunities"
    one_of_many = re.search(r"\b(?:certain|some|various|other|different) $", text[: phrase.start])
    if one_of_many and rarity(phrase.tokens) >= PLAIN - 1:
        return False  # "out of certain | neighborhoods"
    if phrase.tokens[0].text.endswith("ed") and re.search(r"\w(?:,| and) $", text[: phrase.start]):
        return False  # more likely a verb: "served as tribunes and | proposed reforms"
    if re.search(r"\b(?:how|too|very) $", text[: phrase.start], re.IGNORECASE):
        return False  # "how | powerful memory can be"
    if phrase.tokens[0].tag == "AJC" or _SAMPLED.fullmatch(phrase.head.text):
        return False  # "higher risk", "a Brazilian study": not what was found
    if len(words) == 1 and (vague or rarity(phrase.tokens) >= COMMONEST):
        return False
    if vague and not phrase.is_name and rarity(phrase.tokens[:-1]) > 4.6:
        return False
    if len(words) > 1 and _generic(phrase, material):
        return False
    if material.is_trite(phrase.text) or material.in_title(phrase.text):
        return False
    stems = set(language.content_stems(phrase.text))
    if stems and not phrase.is_name and stems <= material.subject.telling:
        return False  # what the whole episode is about
    if material.names.mentions(phrase.text) or material.names.is_of_speakers(phrase.text):
        return False
    if phrase.is_name and len(phrase.tokens) > 1 and _FRONTED.match(text[: phrase.start]):
        following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
        if following is not None and following.tag in language.FINITE_TAGS:
            return False  # "In the preface to | Alceste Gluck wrote"
    if phrase.is_name and _REPORTED.match(text[phrase.end :]):
        return False  # who found it: what was found is the fact
    if phrase.is_name and _IN.search(text[: phrase.start]) and _YEAR.match(text[phrase.end :]):
        return False  # where it was in which year is colour
    if _joined(text, phrase) or _broken(text, phrase) or _is_counted(text, phrase):
        return False
    if leaves_no_verb(text, phrase) or has_counterpart(text, phrase):
        return False
    return not _elsewhere(text, phrase) and not is_example(text, phrase) and not _half(text, phrase)


_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|"
    r"thousand|million|billion|half|dozen|\d[\d.,]*) (?:a |an )?$",
    re.IGNORECASE,
)


def _is_counted(text: str, phrase: Phrase) -> bool:
    """Whether a figure stands right before a phrase: what it counts, or the unit that it has.

    ``gave three | Asian elephants a mirror``, ``two and a half | Earth radii``: the figure is the
    fact, and what is counted is seldom more than the scene.
    """
    return not phrase.is_name and _COUNTED.search(text[: phrase.start]) is not None


_FRONTED = re.compile(r"(?:In|At|For|To|From|With|On|By|After|Before|Under) [^,;]*$")
_REPORTED = re.compile(
    r"(?:,? (?:and|with) [\w.’' -]{3,60})?(?:,[^,]+,)? (?:\w+ly )?(?:found|reported|showed|argued|"
    r"concluded|suggested|discovered|noticed|noted|observed|estimated|calculated|claimed|proposed) "
    r"(?:in \d{4} )?that\b"
)
_IN = re.compile(r"\b(?:in|at) (?:the )?$")
_YEAR = re.compile(r",? in (?:the )?(?:1\d|20)\d\ds?\b")
_CUT_BEFORE = re.compile(
    r"\b(?:[a-z]{3,}ly|(?:g[ia]ven?|teach|taught|sen[dt]|show(?:ed|n)?|offer(?:ed)?)s? "
    r"(?:his|her|its|their|the)) $"
)
"""``Genetically | modified moulds``, and two objects: ``gave his | family cowpox``."""
_TITLED_NAME = re.compile(r" (?:and (?:[a-z]+ ){1,3})?[A-Z][a-z]+ (?:[a-z]{1,3} )?[A-Z][a-z]+")


def _weighs(phrase: Phrase) -> bool:
    """Whether all that stands before a phrase's head only says that it matters."""
    before = [t.text for t in phrase.tokens[:-1]]
    return bool(before) and all(is_weighty(w) for w in before)


_AMONG_NAMES = re.compile(r"\b[A-Z][\w’'-]+(?:, (?:and |or )?| and | or )$")
_COUNTS = frozenset("one hundred thousand million billion dozen".split())
"""What opens a phrase that goes on before it: ``about a | hundred players``."""


def _joined(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is part of a larger name or compound: hyphens, apostrophes, quotes."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.search(r"\bvs?\. $", before) or re.match(r" vs?\. | \([A-Z]", after):
        return True
    if _TITLED_NAME.match(after) and grammar.is_person(phrase.head.lemma):
        return True  # "Dutch psychologist | and chess master Adriaan de Groot"
    if re.search(r": (?:An?|The) $|\w The $", before):
        return True  # "2001: A | Space Odyssey", "for The | Social Network"
    if phrase.is_name and (re.match(r" [A-Z][a-z]", after) or _AMONG_NAMES.search(before)):
        return True  # "Tacoma | Narrows Bridge", "Autor, Dorn, and | Hanson"
    if phrase.is_name and re.match(r"(?:,| and|,? or) [A-Z][a-z]+(?:,| and\b)", after):
        return True
    of_title = re.match(r" (?:of|and|for) (?:the )?[A-Z]", after)
    if of_title and re.search(r"\b[Tt]he $", before) and phrase.text[:1].isupper():
        return True  # "The | Lord of the Rings"
    within = phrase.text[:1].isupper() and re.search(r"\b[A-Z][\w’'-]+ (?:of|for|of the) $", before)
    if within and len(before.split()) > 2:
        return True  # "Bank of | England", "The High Cost of | Free Parking"
    return bool(re.search(r"[-'’/“\"‘]$", before) or re.match(r"[-/”\"]|['’]\w", after))


_COORDINATED = re.compile(r"\b(?P<word>\w+),? (?:and|or) $")
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
)


def _part_of_range(text: str, phrase: Phrase) -> bool:
    """Whether a figure is one end of a range, which is one thing to remember: ``11 to | 16``."""
    if not any(t.tag == "CRD" for t in phrase.tokens):
        return False
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    opened = re.search(rf"(?:\d\S*|\b{_NUMBER_WORD}) (?:to|and|or)$|\bbetween$|\bfrom$", before)
    return bool(opened) or bool(re.match(r"(?:to|–|-) ?\d", after))


_SAMPLED = re.compile(
    r"\b(?:study|studies|trial|trials|survey|analysis|meta-analysis|review|sample|cohort|experiment)\b",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"\b(?:studied|surveyed|interviewed|followed|recruited|enrolled|recorded|pooled|tracked|reviewed|"
    r"sampled|polled|observed|examined|analy[sz]ed|scanned|tested) "
    r"(?:about |around |nearly |some |over |more than |up to |almost |roughly )?$"
)
_DISPUTED = re.compile(
    r"\b(?:disputed|allegedly|supposedly|said to (?:be|have)|legend has it|nobody is sure|"
    r"contested)\b"
)
_PARTICIPANTS = frozenset(
    "people patients participants men women students adults subjects volunteers children "
    "households respondents runners newborns infants babies toddlers veterans rats mice pupils "
    "pairs couples studies trials samples papers experiments".split()
)


def is_incidental(text: str, phrase: Phrase) -> bool:
    """Whether a figure is only the size of a sample, or stands in a condition: not to remember."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.fullmatch(r"(?:1[89]|20)\d\d", phrase.text) and re.match(
        r" (?:study|trial|paper|book|report|experiment|survey|review|article|poll)\b", after
    ):
        return True  # the year of a study, not what it found
    sampled = _SAMPLED.search(text) or re.search(r"\b(?:patients|participants|subjects)\b", text)
    who = re.search(r"\b(?:at|from|by) (?:the )?$", before) or after.startswith(" and colleagues")
    if sampled and who:
        return True  # where it was done, and by whom
    if not any(t.tag == "CRD" for t in phrase.tokens):
        return False
    if re.search(
        r"\b(?:stud(?:y|ies)|trials?|surveys?|samples?|analys[ie]s|reviews?|experiments?|tests?) "
        r"(?:of|with|in|on|among) (?:about |around |nearly |some |over |more than )?$",
        before,
    ):
        return True  # how many were looked at
    if _LOOKED_AT.search(before) or _DISPUTED.search(text):
        return True  # how many were looked at, or what nobody is sure of
    following = set(language.plain_words(text[phrase.start : phrase.end + 20])[:5])
    counted = bool({"studies", "trials", "samples"} & following)
    if (counted or _SAMPLED.search(text)) and following & _PARTICIPANTS:
        return True
    return bool(re.search(r"\bif [^,]*$", text[: phrase.start], re.IGNORECASE))


def _mixed(phrase: Phrase) -> bool:
    """Whether a date or figure and a name were run together: ``August 1971 Richard Nixon``."""
    return any(
        a.tag == "CRD" and (b.tag == "NP0" or (b.is_noun and _A_YEAR.fullmatch(a.text)))
        for a, b in pairwise(phrase.tokens)
    )


_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _generic(phrase: Phrase, material: Material) -> bool:
    """Whether a phrase is the episode's subject with a common head: ``deep learning models``."""
    modifiers = " ".join(t.text for t in phrase.tokens[:-1])
    subject = len(phrase.tokens) > 2 and material.is_trite(modifiers, whole=True)
    return subject and language.zipf(phrase.head.text.lower()) > 4.2


_AFTER_SUBJECT = frozenset(
    "VVB VVD VVZ VM0 VBB VBD VBZ VDB VDD VDZ VHB VHD VHZ PRF PUN CJC CJT".split()
)
"""What may follow a subject; an adverb or a preposition means that a verb was taken for a noun."""
_ABSTRACT = re.compile(r"(?:ity|ness|ance|ence|tion|sion|ment)$")
_LEFT_OPEN = re.compile(r" (?:of|to|that)\b")
_THAT_CLAUSE = re.compile(
    r" that (?!(?:can|could|may|might|will|would|must|is|are|was|were|has|have|had|do|does|did)\b)"
)


def _broken(text: str, phrase: Phrase) -> bool:
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


_TRAILING_CLAUSE = re.compile(r", (?:[a-z]+ing)\b[^,;]*(?: and [a-z]+ing\b[^,;]*)?$")
_AFTER_HELP = re.compile(r"\b(?:helps?|can|could|will|would|may|might|must|should) $")
_NOT_AFTER_NOUN = frozenset("VVB VVI NP0 AJ0 AJC AV0 AT0 DT0 PNP DPS".split())


def _verb_taken_for_noun(text: str, phrase: Phrase) -> bool:
    """Whether the last word is likely a verb: ``in the cold tastes | better``."""
    if _AFTER_HELP.search(text[: phrase.start]) or swallows_verb(text, phrase):
        return True
    following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
    if following is None or len(phrase.tokens) < 2 or not phrase.head.text.endswith("s"):
        return False
    return following.tag in _NOT_AFTER_NOUN


def _elsewhere(text: str, phrase: Phrase) -> bool:
    """Whether a content word of the phrase stands, by stem, in the rest of the sentence."""
    rest = set(language.content_stems(text[: phrase.start] + " " + text[phrase.end :]))
    own = set(language.content_stems(phrase.text))
    return bool(rest & own) or any(_one_root(a, b) for a in own for b in rest)


_ROOT, _ROOT_SHARE = 5, 0.8


def _one_root(one: str, other: str) -> bool:
    """Whether two stems begin alike at such length that one tells the other: ``corrod|corros``."""
    alike = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return alike >= _ROOT and alike >= _ROOT_SHARE * min(len(one), len(other))


def _half(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is one half of a pair whose other half stays: ``intuition and | …``."""
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    if len(phrase.tokens) > 1 and not is_vague(phrase.head.text):
        return False  # a term of its own, that no other word would do for
    pair = re.search(r"[^,] (?:and|or)$", before) or re.match(r"(?:and|or) [^,.;]+", after)
    return bool(pair) and not (phrase.is_name or any(t.tag == "CRD" for t in phrase.tokens))


def is_example(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is one of several that would do: an example, or part of a list."""
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    if re.search(r"\b(?:such as|like|including|particularly|especially|e\.g\.),?$", before):
        return True
    if re.search(r"\beven (?:[\w’'-]+ ){0,4}(?:an?|the)$", before):
        return True  # "the print on a banknote" is only how far it goes
    listed = re.search(r"\b(?:such as|like|including) (?P<others>[^;.()]*)(?:,| and| or)$", before)
    if listed and not language.is_sentence(listed["others"]):
        return True
    inside = re.search(r"(?:,|\()$", before) or re.search(r",[^,;]+,? (?:and|or)$", before)
    return bool(inside) and bool(re.match(r",|and\b|or\b|\)|\.$", after) or before.endswith(","))
