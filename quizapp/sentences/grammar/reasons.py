"""A sentence that gives a reason, parted into its claim and its reason."""

from __future__ import annotations

import re

from quizapp.sentences.phrasing import closed

_REASON = re.compile(
    r"(?:,?\s+(?P<mark>because|due to|thanks to|as (?=(?:it|they) (?!\w*(?:grow|get|becom|"
    r"increas|scal|expand|go|mov|learn|ag|develop|approach|ris|fall|chang|evolv|progress|matur|"
    r"improv|shrink|reduc|decreas)))|since (?=it\b|they\b)|(?<=, )since)|"
    r"(?<!,)\s+(?P<purpose>so that))"
    r"\s*(?P<reason>.+)$",
    re.IGNORECASE,
)


def split_reason(sentence: str) -> tuple[str, str] | None:
    """A sentence that gives a reason, as its claim and its reason: ``X``, ``Because Y.``; or None.

    Only connectives that nearly always mean a reason are taken; ``since`` and ``as`` only before a
    pronoun or an article that takes the subject up.
    """
    found = _REASON.search(sentence)
    if found is None:
        return _followed(sentence)
    claim = sentence[: found.start()].strip(" ,")
    if len(claim.split()) < 4 or len(found["reason"].split()) < 4:
        return None
    if re.search(r", (?:and|but|so|while) (?!(?:it|they) [^,]+$)", claim):
        return None
    mark = (found["mark"] or found["purpose"]).strip().lower()
    if mark == "as" and re.match(
        r"\w+ (?:please|like|wish|want|choose|see)[sd]?\b", found["reason"]
    ):
        return None  # "could not travel as they pleased"
    if mark == "as" and re.search(r"\bas \w+$", claim):
        return None  # "for as long as they have been able to"
    mark = "Because" if mark in ("as", "since") else mark.capitalize()
    reason = re.split(
        r", (?:but|although|though|whereas|while|and \w+s (?:why|how|that|what)) ", found["reason"]
    )[0]
    return claim, closed(f"{mark} {reason}")


_SO = re.compile(
    r"^(?P<reason>[^;:]{20,}?), (?:and )?so (?P<claim>(?!that\b|far\b|as\b|too\b)[^;:]{15,})$"
)
_TAKES_UP = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|this|that|these|those|one)\b", re.IGNORECASE
)


def _followed(sentence: str) -> tuple[str, str] | None:
    """``X, so Y`` as the claim ``Y`` and the reason ``Because X.``; or None.

    Only where what follows names its own subject: it is asked by itself.
    """
    found = _SO.match(sentence.strip().rstrip("."))
    if found is None or _TAKES_UP.search(" ".join(found["claim"].split()[:4])):
        return None
    if _TAKES_UP.match(found["reason"]) or len(found["reason"].split()) < 4:
        return None
    claim = re.split(r",? (?:and|but|which|who|while) ", found["claim"])[0]
    if len(claim.split()) < 4 or claim.endswith("for a reason"):
        return None
    reason = found["reason"]
    opening = reason.split()[0]
    small = opening.lower() if opening in _ARTICLES else opening
    return f"{claim[:1].upper()}{claim[1:]}", closed(f"Because {small}{reason[len(opening) :]}")


_ARTICLES = frozenset(("The", "A", "An", "Each", "Most", "Many", "Some", "All", "No", "Only"))
