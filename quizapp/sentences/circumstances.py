"""A statement asked for its circumstances: how a thing is done, why it follows, what goes along.

``X does Y by doing Z`` is asked with ``How``; ``X, so Y`` and ``X, which is why Y`` with ``Why``;
``During X, Y`` with ``What happens``. As in :mod:`quizapp.sentences.arguments`, only shapes that
are safely known without a parse are turned, and the words of the statement stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.sentences import fronting, grammar
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.pronouns import has_pronoun

_FEWEST = 3
"""Content words of what is asked about, without which many answers would do."""


def asked(statement: str) -> Iterator[Asked]:
    """The questions for a statement's circumstances, the surest first."""
    text = statement.strip().rstrip(".")
    yield from _consequence(text)
    yield from _manner(text)
    yield from _occasion(text)


_SO = re.compile(
    r"^(?P<reason>[^;]{15,}?)(?:, (?:and )?(?P<why>which is why|that is why|and so|so)|"
    r"; (?P<therefore>therefore|as a result),?) (?P<claim>[^;]{12,})$"
)
_IN_A_PLACE = re.compile(r"In (?P<place>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),? (?=[a-z])")
_NO_REASON = re.compile(r"^(?:While|Although|Though|If|When|Even)\b|\bso (?:that|called)\b")


def _consequence(text: str) -> Iterator[Asked]:
    """``X, so Y`` and ``X, which is why Y`` as ``Why Y?``, answered by ``Because X``."""
    found = _SO.match(text)
    if found is None or _NO_REASON.search(found["reason"]) or found["claim"].startswith("that "):
        return
    claim = re.split(r", (?:which|but|although|while|whereas|where|and) ", found["claim"])[0]
    claim, reason = claim.removeprefix("even "), found["reason"]
    if has_pronoun(claim) or not language.is_sentence(f"{reason}."):
        return
    if claim.split()[0].lower() in _LOOSE or _is_of_what(claim, reason):
        return
    turned = _turned(claim)
    if turned is None:
        return
    where = _IN_A_PLACE.match(reason)
    fronted = fronting.fronted(f"{reason}.")
    if where is not None:
        turned, reason = f"{turned} in {where['place']}", reason[where.end() :]  # it holds for both
    elif fronted is not None and fronted[0].startswith("in "):
        turned, reason = f"{turned} {fronted[0]}", fronted[1].rstrip(".")
    yield Asked(f"Why {turned}?", f"because {inside(reason)}", "why so")


def _is_of_what(claim: str, reason: str) -> bool:
    """Whether only the reason tells whose ``the capacity`` of a claim is."""
    parts = grammar.clause(f"{claim[:1].upper()}{claim[1:]}.")
    bare = parts is not None and re.fullmatch(r"[Tt]he (?!future\b)[a-z]+", parts.subject_text)
    if not bare or parts is None:
        return False
    return not set(language.content_stems(parts.subject_text)) & set(language.content_stems(reason))


_LOOSE = frozenset("far much long many on forth and too do does did is are was were".split())
"""What follows ``so`` where it is no conclusion: ``so far``, ``so do bees``."""


_BY = re.compile(
    r"^(?P<claim>[^;]{12,}?),? (?P<how>(?:by|through) (?:\w+ly )?(?P<doing>\w+ing)\b)"
    r"(?P<rest>[^;]*)$"
)
_ACCOMPANIED = re.compile(
    r"\b(?:accompanied|followed|preceded|caused|driven|marked|characteri[sz]ed|surrounded|threatened|"
    r"affected|limited|inspired|influenced)$"
)
"""Verbs whose ``by`` names what, so that the -ing after it goes with a noun."""
_ADVERB = re.compile(r",? (?:largely|mainly|mostly|partly|simply|only|primarily|chiefly|just)$")
_NOT_DOING = frozenset(
    "morning evening spring king ring wing thing nothing something being".split()
)


def _manner(text: str) -> Iterator[Asked]:
    """``X does Y by doing Z`` as ``How does X do Y?``, answered by ``By doing Z``."""
    found = _BY.match(text)
    if found is None or found["doing"].lower() in _NOT_DOING:
        return
    if _HARDLY.search(found["claim"]) or _ENDS_WITH.search(found["claim"]):
        return  # "masonry hardly ever fails by crushing", "Vos ends by asking"
    claim = _last_clause(_ADVERB.sub("", found["claim"]))
    if claim is None or has_pronoun(claim):
        return
    if _ACCOMPANIED.search(claim):
        return
    if language.tag(f"By {found['doing']} it.")[1].tag != "VVG":
        return
    turned = _turned(claim)
    if turned is not None:
        end = re.split(r", (?:which|but|although|while|whereas|where|so) ", found["rest"])[0]
        yield Asked(f"How {turned}?", f"{found['how']}{end}", "how")


_ENDS_WITH = re.compile(r"\b(?:ends?|closes?|begins?|opens?|starts?|finishes|concludes?) ?$")
_HARDLY = re.compile(r"\b(?:hardly|rarely|seldom|never|not|no|cannot)\b|n['’]t\b")


def _last_clause(text: str) -> str | None:
    """The claim that ends a text: the part after ``that`` or after another claim."""
    for mark in (" that ", ", and ", ", but "):
        head, _, tail = text.rpartition(mark)
        if head and grammar.clause(f"{_capital(tail)}.") is not None:
            return tail
    return None if "," in text else text


_OCCASION = re.compile(
    r"^(?P<when>(?:During|In the case of|In the absence of|Without|When|As soon as|Once|After|"
    r"Under) [^,;]{6,70}?)(?:, |(?<=\w) (?=(?:the|an?|each|most|all) [^,;]+ ))(?P<what>[^;]{15,})$"
)
_NOUN_AFTER = re.compile(r"(?:During|After|Under|Without) ")
"""What opens a phrase, no clause of its own: it ends where a noun with an article starts."""
_TIME_ONLY = re.compile(
    r"\b(?:1[0-9]{3}|20[0-9]{2}|century|years?|decades?|months?|weeks?|days?)\b"
)


def _occasion(text: str) -> Iterator[Asked]:
    """``During X, Y`` as ``What happens during X?``, answered by ``Y``."""
    found = _OCCASION.match(text)
    if found is None or _TIME_ONLY.search(found["when"]) or has_pronoun(found["when"]):
        return
    when, what = found["when"], found["what"]
    if len(language.content_words(when)) < 2 or re.search(r"\w+ing\b", when.split()[1]):
        return
    parts = grammar.clause(f"{_capital(what)}.")
    bare = "," not in text[: len(when) + 1]
    if bare and not (_NOUN_AFTER.match(when) and _is_verbless(when)):
        return  # "After France occupied | the Ruhr"
    if parts is None or has_pronoun(parts.subject_text) or parts.verb.tag == "VM0":
        return
    past = parts.verb.tag in ("VVD", "VBD", "VHD", "VDD")
    opening = f"{when[:1].lower()}{when[1:]}"
    yield Asked(f"What {'happened' if past else 'happens'} {opening}?", what, "occasion")


def _is_verbless(text: str) -> bool:
    """Whether a text holds no verb: the one that it ends with may need what comes after it."""
    return not any(t.is_verb or t.tag in language.FINITE_TAGS for t in language.tag(f"{text}."))


def _turned(claim: str) -> str | None:
    """A claim as a question without its question word, where it says enough to be asked."""
    if len(language.content_words(claim)) < _FEWEST:
        return None
    turned = grammar.inverted(f"{_capital(claim)}.")
    first = claim.split()[0]
    if turned is None or not first.islower():
        return turned
    return re.sub(rf"\b{re.escape(_capital(first))}\b", first, turned, count=1)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
