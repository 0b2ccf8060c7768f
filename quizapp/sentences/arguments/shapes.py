"""Statements of a shape by which they are asked: what happens, what changed, when, in contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp import language
from quizapp.sentences import grammar
from quizapp.sentences.arguments.objects import object_of
from quizapp.sentences.arguments.question import Asked
from quizapp.sentences.arguments.verb_groups import verb_group
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.pronouns import has_pronoun

_HAPPENING = re.compile(
    r"^(?:The|A) (?:concept|phenomenon|idea|notion|effect|practice|method) (?:of|called) "
    r"(?P<term>[^,]{4,50}), (?:where|in which|whereby) (?P<what>[^,;]{20,}), (?:is|was|has|shows)\b"
)


def happening(text: str) -> Iterator[Asked]:
    """``The effect of X, where A does B, is …`` as ``What happens in X?``."""
    found = _HAPPENING.match(text)
    if found is not None and language.is_sentence(found["what"]):
        yield Asked(f"What happens in the case of {found['term']}?", found["what"], "what")


_CHANGED = re.compile(
    r"(?:^|[;:,] )[Ww]hat (?P<does>(?!(?:the|a|an|we|they|he|she|it|you|I)\b)[^,;:]{8,60}?) "
    r"(?:was|is|were|are) (?P<is>(?!(?:that|not|how|why)\b)[^;]{12,})$"
)


def changed(text: str) -> Iterator[Asked]:
    """``…; what changed in 1990 was the price`` as ``What changed in 1990?``."""
    found = _CHANGED.search(text)
    if found is None or has_pronoun(found["does"]) or has_pronoun(found["is"]):
        return
    first = language.tag(f"It {found['does']}")[1]
    if first.tag in ("VVZ", "VVD", "VVB", "VHD", "VHZ"):
        yield Asked(f"What {found['does']}?", found["is"], "what")


_CONDITION = re.compile(
    r",? (?P<but>but )?(?P<only>only )?(?P<mark>when|if|once|as long as|provided that|unless) "
    r"(?P<what>[^;]+)$"
)
_STRICT = frozenset(("as long as", "provided that", "unless"))


def condition(text: str) -> Iterator[Asked]:
    """``X happens only when Y`` as ``Under what condition does X happen?``."""
    found = _CONDITION.search(text)
    if found is None or has_pronoun(found["what"].split()[0]):
        return
    claim = re.split(r"[;:] ", text[: found.start()])[-1]
    claim = re.sub(r"^(?:(?:While|Although|Though) [^,]*, |.*,? so )", "", claim)
    claim, adverb = re.subn(r"\bonly ", "", claim)
    claim = re.sub(r"\b(?:likely|probably|possibly) ", "", claim)  # what may be, under a condition
    if re.search(r" (?:even|just|except|especially|not)$", claim):
        return
    strict = found["mark"] in _STRICT
    if "," in claim or not (found["only"] or adverb or strict):
        return
    turned = _expletive(claim) or grammar.inverted(f"{claim[:1].upper()}{claim[1:]}.")
    if turned and not has_pronoun(turned.removeprefix("is it ")):
        mark = found["mark"] if strict else f"only {found['mark']}"
        yield Asked(f"Under what condition {turned}?", f"{mark} {found['what']}", "when")


def _expletive(claim: str) -> str | None:
    """``it is still possible to fly`` as ``is it still possible to fly``."""
    found = re.match(r"[Ii]t (is|was) ((?:still |then |also )?\w+ to .+)$", claim)
    return f"{found[1]} it {found[2]}" if found else None


_CONTRAST = re.compile(r"^(?:[^,;]* that )?(?P<one>[^,;]+), (?:while|whereas) (?P<other>[^,;]+.*)$")


def contrast(text: str) -> Iterator[Asked]:
    """``A does X, while B does Y`` asked for the one and for the other."""
    found = _CONTRAST.match(text)
    if found is None:
        return
    one, other = found["one"], found["other"]
    if has_pronoun(one) or has_pronoun(other):
        return
    for own, frame in (
        (one, f"{{}}, while {other}?"),
        (other, f"While {inside(one)}, {{}}?"),
    ):
        parts = grammar.clause(f"{own[:1].upper()}{own[1:]}.")
        group = verb_group(parts) if parts else None
        asked = object_of(group) if group else None
        if asked is not None:
            what = asked.question.rstrip("?")
            what = what if own is one else f"w{what[1:]}"
            yield Asked(
                frame.format(what), asked.answer, f"contrast {'one' if own is one else 'other'}"
            )
