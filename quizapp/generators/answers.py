"""The answer of a recall card: the sentences that answer it, as they stand, the rest below.

An answer is a run of sentences in the order of their source, so that each leans on what stands
before it, and holds the sentence that the question is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp import language
from quizapp.generators.abridging import abridged
from quizapp.generators.claiming import INTRODUCES_A_QUOTE, claiming, pointed
from quizapp.material import Material
from quizapp.sentences import grammar
from quizapp.sentences.claims import is_empty
from quizapp.sentences.leaning import about_the_page, leans
from quizapp.sentences.phrasing import capitalised, tidy
from quizapp.sentences.pronouns import resolves
from quizapp.sentences.rewriting import has_main_verb

_WORDS = 60
LONGEST = 75
"""Words of a recall answer; more is not recalled but recited."""
_SHORT = 65
"""Words of an answer that may take in a third sentence."""


def led(text: str, question: str = "") -> tuple[str, str | None]:
    """An answer of one or two sentences, three where they are short, and what is left over.

    It starts with the sentence that names the thing asked for; else as it was written, and reaches
    to the sentence with the reason, the date or the figure, where that is not too much. A first
    sentence that only says yes, or that a thing was talked about, does not count where another
    follows.
    """
    parts = _without_pointers(claiming(text))
    if not parts:
        return text, None
    said = _SAID.match(text.strip()) if _WHETHER.search(question) else None
    if said is not None and not parts[0].startswith(said[0].strip()):
        parts[0] = f"{said[0].strip()} {parts[0]}"
    if _is_bare(parts[0]):
        return _run(parts, 0, question)
    named = _named_in(parts, question)
    if named is not None:
        return _run(parts, named, question)
    wanted = _asked_for(parts, question)
    if wanted and _WHY.match(question) and not _is_of_it(parts[wanted], question):
        wanted = 0
    if wanted and _WHY.match(question) and not _takes_up(parts[wanted]):
        return _run(parts, wanted, question)  # the reason comes first
    fits = len(" ".join(parts[: wanted + 1]).split()) <= LONGEST
    return _run(parts, 0 if fits else wanted, question, wanted + 1 if fits else 0)


def _without_pointers(parts: list[str]) -> list[str]:
    """An answer's sentences but for later ones that point to what somebody wrote elsewhere."""
    return [part for i, part in enumerate(parts) if not i or not _POINTS.search(part)]


_POINTS = re.compile(
    r"\b(?:in|of|from) this (?:book|chapter|article|course|post|guide|essay|manual)\b"
)


def _is_of_it(sentence: str, question: str) -> bool:
    """Whether what a sentence gives a reason for is what is asked, and no further point."""
    found = _REASON.search(sentence)
    claim = sentence[: found.start()] if found else sentence
    claim = claim if len(claim.split()) > 1 else sentence  # "Because …"
    return bool(set(language.content_stems(claim)) & set(language.content_stems(question)))


_CURT = 3
"""Words of what answers a heading that asks: ``Half.``"""
_BARE_WORDS = 1
"""Words with a meaning of a phrase that answers by itself."""


def _is_bare(sentence: str) -> bool:
    """Whether a sentence has no verb of its own, as what answers a question at once has none."""
    if len(language.content_words(sentence)) < _BARE_WORDS or has_main_verb(sentence):
        return False
    return grammar.clause(sentence) is None


def told_under(
    heading: str, text: str, material: Material, *, shown: bool = False
) -> tuple[str, str | None]:
    """The answer to a heading's question: what the text below it says of it, and what is left.

    Where it asks what has ``shown`` the thing, the answer starts with the study or the figures.

    Sentences that only praise, tell who talked of it, or introduce a quotation, come last.
    """
    parts = claiming(text)
    if not parts:
        return text, None
    quoting = [p for p in parts if INTRODUCES_A_QUOTE.search(p)]
    told = [p for p in parts if p not in quoting] or parts
    curt = heading.rstrip().endswith("?") and len(told[0].split()) <= _CURT
    start = 0 if curt else _told_first(told, heading, material)
    if shown:
        start = next((i for i, p in enumerate(told) if _SHOWS.search(p) and not leans(p)), start)
    reason = next((i for i, p in enumerate(told[:4]) if i >= start and _REASON.search(p)), start)
    fits = len(" ".join(told[start : reason + 1]).split()) <= LONGEST
    answer, rest = _run(told, start, heading, reason + 1 if fits else 0)
    left = " ".join(filter(None, (rest, *(q for q in quoting if q not in told))))
    return answer, left or None


_RESULT = re.compile(
    r"\d ?(?:%|percent|per cent)|\b(?:more|less|fewer|higher|lower|better|worse|faster|slower|"
    r"longer|shorter|rose|fell|gained|lost|grew|dropped|declined|improved|doubled|halved|times|"
    r"never|none|half|most|risk|survived|died|stayed|found|showed|shown|remained|"
    r"no (?:effect|difference|change))\b",
    re.IGNORECASE,
)


def has_result(answer: str) -> bool:
    """Whether an answer tells what came of a study, and not only how it was done."""
    return _RESULT.search(answer) is not None


def _run(parts: Sequence[str], start: int, question: str, least: int = 0) -> tuple[str, str | None]:
    """The sentences from ``start`` on that are the answer, up to ``least`` or more; the others."""
    while start and _takes_up(parts[start]):
        start -= 1  # what it leans on comes before it
    end = max(_end(parts, start, question), least)
    while end - start > 1 and end > least and _says_nothing(parts[end - 1]):
        shorter = " ".join(parts[start : end - 1])
        if _ASKS_MANY.search(question) or not _is_enough(shorter, question):
            break
        end -= 1
    while end < len(parts) and _COMPLETES.search(parts[end]):
        if len(" ".join(parts[start : end + 1]).split()) > LONGEST:
            break
        end += 1
    kept = list(range(start, end))
    many = _ASKS_MANY.search(question) or _ANNOUNCES.match(parts[start])
    if end < len(parts) and not many:
        first = range(start, max(least, start + 1))
        kept = abridged(parts, first, question, LONGEST, _says_nothing) or kept
    others = (part for i, part in enumerate(parts) if i not in kept)
    rest = " ".join(part for part in others if re.search(r"\w", part))
    return capitalised(pointed(" ".join(parts[i] for i in kept))), rest or None


def _takes_up(sentence: str) -> bool:
    """Whether a sentence goes on from the one before it."""
    if _CONCLUDES.search(sentence):
        return True
    return leans(tidy(sentence)) and not _OF_THE_GUEST.match(sentence)


_CONCLUDES = re.compile(
    r"^(?:Hence|But|However|Yet|Still|Nor|Instead)\b|\b(?:therefore|thus|hence)\b(?! the\b)"
)
"""``Sailing slower therefore cuts power``."""
_COMPLETES = re.compile(
    r"^(?:(?:A|One|Two|Three|Six) (?:day|week|month|year|hour|minute|decade)s? (?:later|after)|"
    r"After (?:a|one|two|three|six|five|ten) (?:day|week|month|year|hour|minute)s?|By contrast|"
    r"In contrast|The other (?:half|group|two|one))\b|\btherefore\b"
)
"""The other half of a comparison, or what follows from what was told: it belongs to it."""


def _is_enough(answer: str, question: str) -> bool:
    """Whether an answer says more than its question has said already."""
    own = set(language.content_stems(answer))
    return 2 * len(own & set(language.content_stems(question))) < len(own)


_OF_THE_GUEST = re.compile(r"(?:He|She|His|Her)\b")
"""What mostly means the guest, whom the question names."""
_FLOURISH, _LITTLE = 16, 2
"""Words of a sentence that only praises; words with a meaning of one that only rounds off."""
_EVERYDAY = 4.0
"""On the Zipf scale: what is more common than this is in everybody's mouth."""


def _says_nothing(sentence: str) -> bool:
    """Whether a sentence only praises, or rounds off what was said: ``It is a fine line.``"""
    plain = tidy(sentence)
    words = language.content_words(plain)
    if _BELONGS.match(sentence):
        return False
    if is_empty(plain):
        return len(plain.split()) <= _FLOURISH
    return len(words) <= _LITTLE and all(language.zipf(w) > _EVERYDAY for w in words)


_CHAT, _FEW_WORDS = 12, 4
"""Words of an answer that may be small talk; those of them that have a meaning."""


def is_small_talk(text: str) -> bool:
    """Whether an answer holds no name, no figure and no word that is not in everybody's mouth."""
    if len(text.split()) > _CHAT or re.search(r"\d", text):
        return False
    if any(t.tag in ("NP0", "CRD") for t in language.tag(text)):
        return False
    words = language.content_words(text)
    return len(words) <= _FEW_WORDS and all(language.zipf(w) > _EVERYDAY for w in words)


def _end(parts: Sequence[str], start: int, question: str) -> int:
    """Where an answer that starts at ``start`` ends: as much as is recalled rather than recited.

    What is left of a text is taken whole where it is no more than that. Where several things are
    asked for (``differences``) or announced, the answer is longer; what concludes, or says
    that it is otherwise after all, belongs to what stands before it.
    """
    if len(" ".join(parts[start:]).split()) <= LONGEST:
        return len(parts)  # nothing is gained by cutting so little
    many = bool(_ASKS_MANY.search(question)) or bool(_ANNOUNCES.match(parts[start]))
    most, words = (4, LONGEST) if many else (2, _WORDS)
    end = start + 1
    while end < len(parts):
        length = len(" ".join(parts[start : end + 1]).split())
        bound = bool(_BELONGS.match(parts[end]))
        fits = end - start < most and length <= words
        fits = fits or (end - start < most + 1 and length <= (LONGEST if bound else _SHORT))
        if not fits:
            break
        end += 1
    return end


_ANNOUNCES = re.compile(
    r"(?:[\w’'-]+ ){0,6}?(?:two|three|four|five|six|several) (?:[\w’'-]+ )?"
    r"(?:things?|reasons?|causes?|ways?|kinds?|types?|sorts?|forms?|steps?|stages?|phases?|factors?|"
    r"answers?|parts?|effects?|conditions?|problems?|layers?|groups?|sources?)\b",
    re.IGNORECASE,
)
"""``Three things at once``: what comes after them belongs to the answer."""
_BELONGS = re.compile(
    r"(?:But|However|Yet|Instead|So|Therefore|Thus|Hence|That is why|This is why|Which is why|"
    r"That's why|As a result|In the end|Finally|Only then|Then|Both)\b|"
    r"(?:It|They|He|She|That|This) (?:did|does|do|was|were|is|are|had|has)(?: not|n['’]t)?(?:\.$|,)"
)
"""What opens a sentence that completes the one before it."""


def _named_in(parts: Sequence[str], question: str) -> int | None:
    """The sentence that takes up the thing asked for: ``What was her first doubt?``"""
    found = _FOCUS.search(question)
    if found is None:
        return None
    opened = re.split(r"[,;:–—]", parts[0])[0]
    if _SAYS_WHAT.match(parts[0]) or (_A_THING.match(opened) and not has_main_verb(f"{opened}.")):
        return 0
    if re.search(r"(?<!e)ed$", found["noun"]):
        return None  # "What was decided?"
    wanted = language.stem(found["noun"])
    opened = (" ".join(p.split()[:_SUBJECT]) for p in parts[:3])
    return next((i for i, p in enumerate(opened) if wanted in language.content_stems(p)), None)


_SUBJECT = 6
"""Words in which a sentence names what it tells of: ``Her first doubt was …``."""


_A_THING = re.compile(r"(?:An?|The|One|Any|Two|Three) ")
"""``A cousin of wheat, but its hull clings``: what it is, at once."""
_SAYS_WHAT = re.compile(
    r"(?:It|They|He|She|This|These) (?:(?:is|are|was|were) (?!not\b)|"
    r"(?:stands?|stood|refers?|referred) (?:for|to) |means |meant |describes? )"
)
"""What says of the thing asked for what it is."""


def _asked_for(parts: Sequence[str], question: str) -> int:
    """The sentence that has what is asked for: a reason, a date, a figure."""
    form = next((sign for asks, sign in _SIGNS if asks.match(question)), None)
    if form is None:
        return 0
    return next((i for i, p in enumerate(parts[:4]) if form.search(p)), 0)


_WHY = re.compile(r"why\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand|"
    r"half|quarter|third|most|few|little|all|none|sixteen|fifteen)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since(?! (?:then|the |early|late|\d))|so that|that is why|this is why|due to|"
    r"whereas)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\d|\b(?:stud(?:y|ies)|experiments?|trials?|surveys?|show(?:s|ed|n)|found|measured|observed|"
    r"analys[ie]s|evidence|examples?)\b"
)
_SIGNS = (
    (_WHY, _REASON),
    (re.compile(r"when (?:did|was|were)\b", re.IGNORECASE), re.compile(r"\b\d{3,4}s?\b")),
    (re.compile(r"how (?:many|much)\b", re.IGNORECASE), _FIGURE),
)
"""What an answer to a question of a form has in it."""


def _told_first(parts: Sequence[str], heading: str, material: Material) -> int:
    """The first sentence that says something; one that leans on the heading opens an answer too."""
    named = set(language.content_stems(heading))

    def rank(i: int) -> tuple[bool, ...]:
        plain = tidy(parts[i])
        return (
            i > 0 and (leans(plain) or not resolves(plain, material.names)),
            _says_nothing(plain),
            about_the_page(plain, material.names) and not re.search(r"\b(?:that|how)\b|\d", plain),
            material.names.mentions(plain),
            not named & set(language.content_stems(plain)),
        )

    best = min(range(len(parts)), key=rank)
    return best if any(rank(0)[:3]) and not rank(best)[0] else 0


_ASKS_MANY = re.compile(
    r"\b(?:what (?:are|were)|which (?:are|were)|differences?|commonalities|factors|reasons|ways|"
    r"challenges|doubts|steps|stages|approaches|what happened)\b|"
    r",? and (?:how|why|what|who|where|when)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\bsay about whether\b|\bto the question “|(?:^|: |, )(?:[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]o|"
    r"[Dd]oes|[Dd]id|[Cc]an|[Cc]ould|[Hh]as|[Hh]ave|[Ww]ill|[Ww]ould|[Ss]hould) (?!not\b)"
)
_SAID = re.compile(
    r"(?:(?:[Nn]ot [\w’' ]{1,20}|Yes|No|Hardly|Partly|Barely|Often|Rarely|Sometimes|Perhaps|Maybe|"
    r"[Pp]arts?, yes|Almost|Never|Only in part|In part|Probably(?: not)?|Half|Both|Neither|"
    r"Yes and no|Up to a point|Sort of|Mostly|Largely|Usually|A little)(?:, [\w’' ]{1,25})?)"
    r"\.(?= )"
)
"""What a question for a yes or no is answered by first."""
_FOCUS = re.compile(
    r"\bwhat (?:is|are|was|were) (?:the |an? |his |her )?"
    r"(?:[\w.'’-]+['’]s (?:main |own )?)?(?P<noun>\w+)",
    re.IGNORECASE,
)
