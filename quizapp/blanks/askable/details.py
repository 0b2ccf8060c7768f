"""Phrases that are mere detail: a sample's size, an example, the scene, what a figure counts."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Phrase

_CONTINENTS = frozenset(
    "europe asia africa america australia antarctica earth world north south east west".split()
)
"""Where most of what is told of happened: nothing that one has to remember."""
_THERE = re.compile(r"\b(?:in|near|at|off|outside|around|across|from) (?:the )?$")
_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|"
    r"thousand|million|billion|half|dozen|\d[\d.,]*) (?:a |an )?$",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"(?:In|At|For|To|From|With|On|By|After|Before|Under) [^,;]*$")
_REPORTED = re.compile(
    r"(?:,? (?:and|with) [\w.’' -]{3,60})?(?:,[^,]+,)? (?:\w+ly )?(?:found|reported|showed|argued|"
    r"concluded|suggested|discovered|noticed|noted|observed|estimated|calculated|claimed|proposed) "
    r"(?:in \d{4} )?that\b"
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]fter|[Bb]efore|[Ss]ince|[Dd]uring) (?:the )?$")
_YEAR = re.compile(r",? in (?:the )?(?:1\d|20)\d\ds?\b")
SAMPLED = re.compile(
    r"\b(?:study|studies|trial|trials|survey|analysis|meta-analysis|review|sample|cohort|experiment)\b",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"\b(?:studied|surveyed|interviewed|followed|recruited|enrolled|recorded|pooled|tracked|reviewed|"
    r"sampled|polled|observed|examined|analy[sz]ed|scanned|tested|fitted|asked|invited|compared|"
    r"(?:went|gone|looked|combed|worked) through) "
    r"(?:about |around |nearly |some |over |more than |up to |almost |roughly )?$"
)
_YEARS = re.compile(r"(?:1\d|20)\d\d")
_OPENS_IN = re.compile(r"(?:In|By|Around|Since|From|About) (?:(?:late|early) )?(?:[A-Z][a-z]+ )?")
_IN_AN_ASIDE = re.compile(r", (?:which|who|whose|where) [^,]*$")
"""What only sets a thing or a person apart of which the sentence tells something else."""
_DISPUTED = re.compile(
    r"\b(?:disputed|allegedly|supposedly|said to (?:be|have)|legend has it|nobody is sure|"
    r"contested)\b"
)
_PARTICIPANTS = frozenset(
    "people patients participants men women students adults subjects volunteers children "
    "households respondents runners newborns infants babies toddlers veterans rats mice pupils "
    "pairs couples studies trials samples papers experiments".split()
)


def is_scene(text: str, phrase: Phrase) -> bool:
    """Whether a phrase only tells who found a thing, or where and when it was."""
    before, after = text[: phrase.start], text[phrase.end :]
    if phrase.text.lower() in _CONTINENTS:
        return True
    if not (phrase.is_name or (len(phrase.tokens) > 1 and phrase.text.istitle())):
        return False
    if len(phrase.tokens) > 1 and _FRONTED.match(before):
        following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
        if following is not None and following.tag in language.FINITE_TAGS:
            return True  # "In the preface to | Alceste Gluck wrote"
    if _REPORTED.match(after):
        return True  # who found it: what was found is the fact
    if _IN.search(before) and _YEAR.match(after):
        return True  # where it was in which year is colour
    return _where_somebody_is(text, phrase)  # "researchers in | Iowa": of what they did the least


def _where_somebody_is(text: str, phrase: Phrase) -> bool:
    """Whether a name only tells where those are, or that is, of whom the sentence tells.

    Behind a verb it may be the point: ``opened in | Venice``.
    """
    found = _THERE.search(text[: phrase.start])
    if found is None or not phrase.text[0].isalpha():
        return False
    before = [t for t in language.tag(text) if t.end <= found.start()]
    return bool(before) and before[-1].is_noun


def is_counted(text: str, phrase: Phrase) -> bool:
    """Whether a figure stands right before a phrase: what it counts, or the unit that it has.

    ``gave three | Asian elephants a mirror``, ``two and a half | Earth radii``: the figure is the
    fact, and what is counted is seldom more than the scene.
    """
    return not phrase.is_name and _COUNTED.search(text[: phrase.start]) is not None


def is_incidental(text: str, phrase: Phrase) -> bool:
    """Whether a figure is only the size of a sample, or stands in a condition: not to remember."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.fullmatch(r"(?:1[89]|20)\d\d", phrase.text) and re.match(
        r" (?:study|trial|paper|book|report|experiment|survey|review|article|poll)\b", after
    ):
        return True  # the year of a study, not what it found
    sampled = SAMPLED.search(text) or re.search(r"\b(?:patients|participants|subjects)\b", text)
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
    share = re.match(r" ?(?:%|percent|per cent|times|-fold)", after) or "%" in phrase.text
    if re.search(r"\ban? $", before) and re.fullmatch(r"[\d.,]+", phrase.text) and not share:
        return True  # "in a | 70 kg man": the case that something was worked out for
    if _YEARS.fullmatch(phrase.text) and _OPENS_IN.fullmatch(before):
        return True  # "In | 1995 a test showed …": when is the least of it
    if _LOOKED_AT.search(before) or _DISPUTED.search(text):
        return True  # how many were looked at, or what nobody is sure of
    aside = _IN_AN_ASIDE.search(before)
    if aside is not None and re.search(r"[a-z]", after.partition(",")[2]):
        return True  # "the fires, which touched | 793,000 acres, left …"
    following = set(language.plain_words(text[phrase.start : phrase.end + 20])[:5])
    counted = bool({"studies", "trials", "samples"} & following)
    if (counted or SAMPLED.search(text)) and following & _PARTICIPANTS:
        return True
    return bool(re.search(r"\bif [^,]*$", text[: phrase.start], re.IGNORECASE))


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
