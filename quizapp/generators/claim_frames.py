"""A heading that claims something, asked for its reason, or for what backs it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from quizapp import language
from quizapp.generators import counts
from quizapp.generators.sayings import REASONED, opening
from quizapp.generators.told_claims import told_claim
from quizapp.generators.wordings import in_case, meant_in, talk
from quizapp.material import Material
from quizapp.model import Section
from quizapp.sentences import grammar
from quizapp.sentences.grammar.reasons import split_reason
from quizapp.sentences.phrasing import capitalised, closed

_EVIDENCE = re.compile(
    r"\b(?:show(?:s|ed|n)?|evidence|experiments?|examples?|stud(?:y|ies)|prove[sdn]?|proofs?|"
    r"demonstrate[sd]?|trials?|measured|observed)\b",
    re.IGNORECASE,
)


_OF_PROOF = re.compile(r"\b(?:evidence|proofs?|prove[sdn]?)\b", re.IGNORECASE)
"""What says itself that it is shown."""


def claim_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """A claim is asked for its reason where the text gives one, else for what backs it."""
    reason = split_reason(heading)
    if reason and grammar.inverted(reason[0]):
        return  # the statement itself is asked for its reason
    brief = brief_reason(heading)
    if brief:
        yield f"Why {_inverted(brief[0], material)}, according to {talk(material)}?"
        return
    claim = material.inside(heading)
    parts = grammar.clause(heading)
    if parts is not None and parts.verb.text[:1].isupper():  # "Pupils Tell"
        claim = claim.replace(parts.verb.text, parts.verb.text.lower(), 1)
    if _is_of_others(claim) or _takes_up_another(claim):
        return  # "Fibre is their food", "Others copied it"
    differ = _DIFFERENCE.match(claim)
    if differ is not None:
        yield f"What is the difference between {differ['pair']}, according to {talk(material)}?"
        return
    counted = counts.question(claim, section)
    if counted is not None:
        yield counted
        return
    if _is_a_scene(heading, claim, section):
        yield meant_in(heading.rstrip(". "), material)
        return
    if _is_spliced(heading):
        yield meant_in(heading.rstrip(". "), material)  # "Latitude is given, longitude is made"
        return
    turned = _turned(claim, parts, material)
    if turned and _CHANGES.search(turned) and _RATE.search(opening(section)):
        yield f"How fast {turned}, according to {talk(material)}?"
        return
    if _FOLLOWS.match(opening(section)) and "," not in claim:
        yield f"What follows from the fact that {claim}?"
        return
    if turned and any(_explains(s, heading) for s in language.sentences(section.text)):
        yield f"Why {turned}?"
    shown = _EVIDENCE.search(section.text) and not _OF_PROOF.search(claim)
    shown = shown and _takes_up(section.text, claim)
    shown = shown or (_MEASURED.search(heading) and _is_figured(section.text))
    if shown and not re.search(r",|\b(?:likely|may|might|can)\b", claim):
        yield f"What evidence is there that {claim}?"
    plain = not re.search(r"\b(?:because|never|not|no|always|than|only|almost)\b", claim)
    lexical = turned and re.match(r"(?:do|does)\b", turned)
    plain = plain and language.tag(claim)[-1].is_noun
    needs = re.search(r"\b(?:has|had|(?:need|require|have|matter|mean|cost|fail)s?)\b", claim)
    told = _MECHANISM.search(section.text)
    short = len(claim.split()) <= _SHORT_CLAIM
    plain = plain and not re.search(r"\b(?:first|last|late|early|soon|alone|again)$", claim)
    if lexical and plain and told and not needs and short and _takes_up(section.text, claim):
        yield f"How {turned}?"
    if _happened(claim, section):
        yield f"What happened when {claim}, according to {talk(material)}?"
    if turned and _is_shown_in_action(claim, turned, section):
        yield f"How {turned}?"
    yield from told_claim(claim, section, material)


def _inverted(statement: str, material: Material) -> str | None:
    """A statement whose reason is told, as it stands behind ``Why``."""
    parts = grammar.clause(statement)
    if parts is not None and _may_be_two_nouns(parts):
        return f"do {material.inside(statement.rstrip('.'))}"  # "Ice shelves matter"
    return grammar.inverted(statement)


def _turned(claim: str, parts: grammar.Clause | None, material: Material) -> str | None:
    """A claim as it stands in a question; None where it cannot be turned for sure."""
    if parts is not None and _may_be_two_nouns(parts):
        return None  # "Tax cuts work"
    if _TURNS.search(claim):
        return None  # "Recycling is possible but needs volume"
    turned = grammar.inverted(closed(capitalised(claim)))
    if turned is None:
        return None
    # with its stop it is tagged as a sentence
    return in_case(turned.rstrip("."), capitalised(claim), material)


def _happened(claim: str, section: Section) -> bool:
    """Whether a claim tells of an event, and its text what went with it rather than a reason."""
    if REASONED.search(section.text) or _NO_EVENT.search(claim) or len(claim.split()) > _EVENT:
        return False
    tags = [t.tag for t in language.tag(f"{capitalised(claim)}.")]
    finite = [i for i, tag in enumerate(tags) if tag in language.FINITE_TAGS]
    if len(finite) != 1:
        return False
    at = finite[0]
    rest = [tag for tag in tags[at:] if not tag.startswith("PU")]
    if rest not in (["VBD", "VVN"], ["VVD", "AVP"], ["VVD"]):
        return False  # "dried vaccine made the tropics possible"
    told = [t.tag for t in language.tag(opening(section)) if t.tag in language.FINITE_TAGS]
    return bool(told) and told[0] in ("VVD", "VBD", "VHD", "VDD")


_EVENT = 9
"""Words of a claim that tells of one event."""
_NO_EVENT = re.compile(
    r",|\b(?:not|n['’]t|never|no|nobody|nothing|first|most|more|less|better|worse|than|as|only|"
    r"always|mattered|meant|knew|thought|believed|wanted|needed|seemed|remained|lasted|cost|lived|"
    r"lay|stood|worked|showed|proved|changed|shaped|depended|differed|it|they|them|this|that)\b",
    re.IGNORECASE,
)
"""What compares or denies, and verbs of what was so rather than happened."""


_TURNS = re.compile(r"\bbut (?!not\b)(?:[a-z]+ly )?(?:[a-z]+(?:s|ed)|is|are|has|have|can|not)\b")
"""Where a claim has a second verb, which does not turn with the first."""


def _is_shown_in_action(claim: str, turned: str, section: Section) -> bool:
    """Whether a short claim tells of a deed whose text shows how, and not why: ``Heat adds up``."""
    if len(claim.split()) > _SHORT_DEED or REASONED.search(section.text) or _STATES.search(claim):
        return False
    kept = set(language.content_stems(claim)) <= set(language.content_stems(turned))
    words = claim.split()
    plural = language.tag(claim)[-1].tag in ("VVB", "NN2") and len(words) < _SHORTEST_DEED
    if re.match(r"(?:do|does|did)\b", turned):
        return kept and not plural and _has_object(claim)
    tags = [t.tag for t in language.tag(claim)]
    return any(a.startswith("VB") and b == "VVN" for a, b in pairwise(tags))  # "Stars are learned"


def _may_be_two_nouns(parts: grammar.Clause) -> bool:
    """Whether what is taken for a verb may be a plural, and what stands behind it the verb."""
    rest = parts.rest.strip(" .").split()
    if parts.verb.tag != "VVZ" or len(rest) != 1:
        return False
    plural = language.tag(f"The {parts.verb.text.lower()} were there.")[1].tag == "NN2"
    return plural and language.tag(f"They {rest[0].lower()} it.")[1].tag == "VVB"


def _has_object(claim: str) -> bool:
    """Whether something is done to something, or in some way: more than a subject and a verb."""
    parts = grammar.clause(f"{capitalised(claim)}.")
    return parts is not None and bool(parts.rest.strip(" ."))


_SHORTEST_DEED = 3
_SHORT_DEED = 5
"""Words of a claim that readers do not take for a statement with reasons."""
_STATES = re.compile(
    r"^(?:few|some|most|many|half|people)\b|"
    r"\b(?:tak(?:es?|ing)|took|comes?|came|goes|went|ago|as|too|ha[sd]|have|matters?|mean[st]?|"
    r"var(?:y|ies|ied)|becomes?|became|knew|lay|lies?|"
    r"(?:need|require|cost|fail|want|like|know|differ|remain|seem|look|belong|depend|exist|lack|"
    r"stay|vanish|stick|sell|dry|work)(?:e?s|ed|d)?|not|"
    r"never|no|nobody|nothing|more|less|better|worse|best|worst|than|always|only|should|must|can|"
    r"may|might|will|would|n['’]t|it|they|them|this|that|these)\b",
    re.IGNORECASE,
)
"""What is so rather than happens, and what is denied or compared."""


def _is_of_others(claim: str) -> bool:
    """Whether ``they`` of a claim are told of elsewhere: no plural stands before them in it."""
    tokens = language.tag(claim)
    for place, token in enumerate(tokens):
        if token.text.lower() in ("they", "them", "their", "theirs"):
            return not any(
                t.tag in ("NN2", "NN0", "NP0", "PNI") or t.text.lower() in ("and", "each", "every")
                for t in tokens[:place]
            )
    return False


_DIFFERENCE = re.compile(
    r"there(?:['’]s| is| are) (?:an?|big|many|clear)? ?(?:\w+ )?differences? between "
    r"(?P<pair>[^,;]+ and [^,;]+)$"
)


def _takes_up_another(claim: str) -> bool:
    """Whether a claim takes up another: ``and it's slow``, ``Portland has nothing to do with it``.

    The object of a clause is never its subject: where nothing else of the clause can be meant by
    ``it``, only what stands before the claim is.
    """
    if _JOINED.match(claim) or _DOES_IT.search(claim):
        return True
    parts = grammar.clause(f"{capitalised(claim)}.")
    if parts is None or _JOINS_CLAUSES.search(claim):
        return False
    found = _OBJECT_PRONOUN.search(parts.rest)
    if found is None:
        return False
    after = language.tag(parts.rest[found.end() :])[:1]
    if any(t.is_verb for t in after):
        return False  # "everything it has"
    return not any(t.is_noun for t in language.tag(parts.rest[: found.start()]))


_JOINED = re.compile(
    r"(?:and|but|or|so(?! (?:many|much|few|little|far)\b)|then|yet(?! another\b)) "
)
_DOES_IT = re.compile(r"\b(?:do|does|did) it\b(?:,? (?:too|as well|again))?(?:, \w+)?$")
"""``Life does it too, partly``"""
_JOINS_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|or|that|when|if|because|before|after|until|unless|while|who|which|where|"
    r"so|than|as|how|what|why)\b"
)
_OBJECT_PRONOUN = re.compile(r"\b(?:it|them|him)\b", re.IGNORECASE)


def _is_spliced(heading: str) -> bool:
    """Whether a heading is two claims with a comma between them."""
    first, comma, second = heading.rstrip(".").partition(", ")
    if not comma or grammar.clause(f"{first}.") is None:
        return False
    if _SPLICED.search(heading):
        return True
    plain = "," not in second and not _JOINS.match(second)
    return plain and grammar.clause(f"{capitalised(second)}.") is not None


_JOINS = re.compile(
    r"(?:and|but|or|so|not|which|who|because|since|when|if|while|with|even|though|as|that|where|"
    r"unless|until|then|including|especially|after|before)\b"
)


def _is_a_scene(heading: str, claim: str, section: Section) -> bool:
    """Whether a heading tells of somebody, as if it were now, what its text tells as long past."""
    parts = grammar.clause(heading)
    if parts is None or parts.verb.tag != "VVZ":
        return False
    if not any(t.text[:1].isupper() and t.text in claim for t in parts.subject):
        return False  # nobody's name
    tags = {t.tag for t in language.tag(opening(section))}
    return bool(tags & {"VVD", "VBD", "VHD"}) and not tags & {"VVZ", "VBZ"}


def _takes_up(text: str, claim: str) -> bool:
    """Whether a text speaks of what a claim says of its subject: else it is an image."""
    parts = grammar.clause(f"{capitalised(claim)}.")
    said = parts.rest if parts else claim
    return bool(set(language.content_stems(said)) & set(language.content_stems(text)))


_FOLLOWS = re.compile(
    r"(?:This|That|It|Which) (?:is why|is the reason|explains why|means that|has led)\b"
)
"""What opens with what comes of a heading's claim, where its reason is not told."""
_CHANGES = re.compile(
    r"^(?:do|does|did) .+ (?:decline|fall|rise|grow|shrink|drop|increase|decrease|melt|spread|age|"
    r"slow|fade)(?: (?:with|after|over|in|during) [\w ]+)?$"
)
_RATE = re.compile(
    r"(?:percent|per cent|%|times|points?|degrees?|metres?|meters?|miles?|kilometres?) "
    r"(?:a|per|each|every) (?:year|decade|century|day|week|month|hour|night|minute|second)"
)
_MEASURED = re.compile(
    r"\b(?:rarer|fewer|less|more|faster|slower|cheaper|dearer|bigger|smaller|larger|higher|lower|"
    r"longer|shorter|better|worse|rose|fell|grew|shrank|doubled|halved|dropped|declined|increased|"
    r"decreased|improved|works?|worked|outnumbers?|outweighs?|outlasts?|exceeds?)\b",
    re.IGNORECASE,
)
"""A claim that figures can show."""


def _is_figured(text: str) -> bool:
    """Whether a text opens with figures, rather than with a reason."""
    first = next(iter(language.sentences(text)), "")
    figures = re.search(
        r"\d[\d.,]* ?(?:%|percent|per cent|times)|\b(?:half|third|quarter)\b", first
    )
    return figures is not None and not _GIVES_REASON.search(first)


_GIVES_REASON = re.compile(r"\b(?:because|since|so that|due to|which is why)\b", re.IGNORECASE)
_SPLICED = re.compile(
    r"^[^,]+, (?!(?:and|but|or|so|not|which|who|because|since|when|if|while|with|even|though|as)\b)"
    r"[^,]+ (?:is|are|was|were|has|have|does|do|can|will)\b[^,]*$"
)
"""Two statements with a mere comma between them."""


def _explains(sentence: str, heading: str) -> bool:
    """Whether a sentence gives the reason of what a heading claims, not of something else."""
    reason = split_reason(sentence)
    if reason is None:
        return False
    claim = set(language.content_stems(reason[0]))
    named = set(language.content_stems(heading))
    return bool(claim & named) or bool(re.match(r"(?:It|They|This|That)\b", reason[0]))


_BECAUSE = re.compile(r"^([^,;]+) (because .+?)\.?$")


def brief_reason(heading: str) -> tuple[str, str] | None:
    """The claim and the reason of a heading too short to be asked as a statement; or None."""
    found = _BECAUSE.match(heading)
    if found is None or split_reason(heading) or not grammar.inverted(f"{found[1]}."):
        return None
    return f"{found[1]}.", found[2]


_MECHANISM = re.compile(
    r"\b(?:because|by \w+ing|so that|which \w+s|through|therefore|when|thereby|until|then)\b|, so "
)
"""What tells how a thing comes about."""
_SHORT_CLAIM = 8
"""Words of a claim that ``How …?`` asks for as a whole."""
