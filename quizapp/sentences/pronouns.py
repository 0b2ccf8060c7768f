"""Pronouns made clear: who or what is meant, or that a sentence alone does not tell."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Token
from quizapp.sentences.grammar.agreement import third_person
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised

_SUBJECT_PRONOUN = re.compile(r"^(?:he|she|his|her|they|their|it|its|we|our|you|your|i|my)\b", re.I)
_OF_IT = (
    r"(?!(?:\w+ )?(?:found|said|known|thought|believed|shown|supposed|expected|meant|used|made|"
    r"able|likely|bound|due|going|ready|free|about) to\b)"
)
"""``it was found to be slow``: something was."""
_EXPLETIVE = re.compile(
    rf"^it(?:'s| is| was| may be| might be)\s+{_OF_IT}\w+(?:\s\w+)?\s+(?:that|to)\b", re.I
)
_EXPLETIVE_TAIL = re.compile(
    r"it(?:'s| is| was| may be| might be| would be| becomes| became)(?: \w+ly| still| also| not)? "
    rf"{_OF_IT}\w+ (?:that|to|for)\b|it (?:takes|took) ",
    re.IGNORECASE,
)
_PERSONAL = frozenset("i me my mine myself ourselves you your yours yourself".split())
"""``we`` may stay: a guest who says ``we can train`` mostly means anybody."""
_THIRD = frozenset(
    "he him his she her hers it its they them their theirs itself themselves".split()
)
_FIRST_PERSON = re.compile(
    r"(?<![\w-])(?P<word>I|my|My|me)(?![\w-])"
    r"(?P<adverb> (?:always|often|usually|sometimes|never|rarely|also|still|only|just|\w+ly))?"
    r"(?P<verb> (?:am|have|do|[a-z]+))?(?=\W|$)"
)
_NUMERAL = re.compile(
    r"(?<=[a-z,;] )(?:[A-Z][a-z]+-)?[A-Z][a-z]+ I\b|\bWorld War I\b|"
    r"\b(?:[Tt]ype|[Pp]hase|[Cc]lass|[Ss]tage|[Pp]art) I\b"
)
_NOT_SAID_OF_ONESELF = re.compile(rf"\bI(?:'|’)|\bmyself\b|\bmine\b|{_NUMERAL.pattern}")
"""Contractions, and the numeral: ``World War I``, ``type I``."""


def in_third_person(sentence: str, names: Names) -> str:
    """What the guest says of themselves, told of them: ``I thought`` → ``Anneke Vos thought``.

    Only where there is one guest; verbs that would need another form than these stay as they are
    when they are past or modal, and get their -s when they are present.
    """
    if names.guest is None or _NOT_SAID_OF_ONESELF.search(sentence):
        return sentence
    seen = False

    def named(found: re.Match[str]) -> str:
        nonlocal seen
        name = names.surname if seen else names.guest
        again, seen = seen and names.pronoun is not None, True
        verb = found["verb"] or ""
        agreeing = f" {third_person(verb.strip())}" if verb.strip() else verb
        adverb = found["adverb"] or ""
        verb, agreeing = f"{adverb}{verb}", f"{adverb}{agreeing}"
        if found["word"].lower() == "my":
            own = capitalised(names.own or "") if found["word"] == "My" else names.own
            return f"{own}{verb}" if again else f"{name}'s{verb}"
        if found["word"] == "I":
            opens = re.search(r"(?:^|[.!?”] )$", sentence[: found.start()])
            pronoun = capitalised(names.pronoun or "") if opens else names.pronoun
            return f"{pronoun if again else name}{agreeing}"
        return f"{names.object_pronoun if again else name}{verb}"

    parts = re.split(r"(“[^”]*”|\"[^\"]*\")", sentence)  # what is quoted stays as it was said
    return "".join(p if p[:1] in '“"' and p else _FIRST_PERSON.sub(named, p) for p in parts)


_OF_ONESELF = re.compile(r"(?<![\w-])(?:I|my|My|me|myself|mine)(?![\w-])")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def is_in_own_words(text: str, names: Names) -> bool:
    """Whether what the guest says of themselves is better left as it was said.

    So it is where no pronoun is known that could stand for the name the second time, ``Vos noticed
    that Vos trusted it more than how Vos felt``, and where an ``I`` can't be told in the third
    person.
    """
    spoken = _QUOTED.sub(" ", text)
    if _NUMERAL.search(spoken):
        return False
    of_oneself = len(_OF_ONESELF.findall(spoken))
    if names.guest is None or not of_oneself or _QUOTED.search(text):
        return False
    contracted = re.search(r"\bI['’]", spoken) is not None
    return contracted or (of_oneself > 1 and names.pronoun is None)


def resolves(text: str, names: Names) -> bool:
    """Whether every pronoun of a sentence is clear from the sentence itself, or means the guest."""
    return resolved(text, names) is not None


def resolved(text: str, names: Names) -> str | None:
    """The text with its pronouns clear, or None where one leans on another sentence."""
    if _EXPLETIVE.match(text):
        return text
    start = _SUBJECT_PRONOUN.match(text)
    if start:
        named = _guest_for(start.group(0).lower(), text, names)
        return named and resolved(_uncontracted(named), names)
    tokens = language.tag(text)
    for i, token in enumerate(tokens):
        word = token.text.lower()
        if word in _PERSONAL and not _is_numeral(i, tokens):
            return None
        if word == "it" and _EXPLETIVE_TAIL.match(text[token.start :]):
            continue
        if word in _THIRD and not _has_antecedent(word, tokens[:i]):
            return None
        if word in ("they", "he", "she", "it") and _is_fronted(tokens[:i]):
            return None  # "Without any bacteria | they need more food": who?
        if word in ("it", "them", "him") and not _from_outside(i, tokens):
            return None
        if word in ("it", "them") and _is_in_a_relative(tokens[:i]):
            return None
        if word in ("he", "she", "him", "his", "her") and not _has_name_before(tokens[:i]):
            return None
    return text


_CONTRACTED = re.compile(r"(?<=[a-z])['’](?P<short>d|ll) (?P<verb>[a-z]+)")


def _uncontracted(text: str) -> str:
    """``Vos'd keep it`` as ``Vos would keep it``, ``Vos'd kept`` as ``Vos had kept``."""

    def whole(found: re.Match[str]) -> str:
        if found["short"] == "ll":
            return f" will {found['verb']}"
        done = language.tag(f"They had {found['verb']} it.")[2].tag == "VVN"
        base = language.tag(f"They will {found['verb']} it.")[2].tag in ("VVI", "VHI", "VBI")
        return f" {'had' if done and not base else 'would'} {found['verb']}"

    return _CONTRACTED.sub(whole, text, count=1)


_BOUNDS = frozenset(
    "and but or that which who when while because if although as before after until once where so "
    "since than by without to for".split()
)


def _from_outside(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether an object pronoun can mean something of an earlier clause.

    In its own clause there is only the subject, which would be ``itself``: ``Heat loosens it``.
    """
    before = tokens[:at]
    if not before or not (before[-1].is_verb or before[-1].tag in ("PRP", "AVP")):
        return True
    if before[-1].tag == "PRP" or before[-1].tag in ("VVI", "VVG"):
        return True
    verb = max(i for i, t in enumerate(before) if t.is_verb)
    return any(t.text.lower() in _BOUNDS or t.tag == "PUN" for t in before[1:verb])


def _is_in_a_relative(tokens: tuple[Token, ...]) -> bool:
    """Whether an object stands in the relative clause of the one thing named before it.

    ``Species that depend on it``: it would be ``themselves``.
    """
    at = next((i for i, t in enumerate(tokens) if t.text.lower() in ("that", "which", "who")), 0)
    head, clause = tokens[:at], tokens[at + 1 :]
    if not head or not clause or not clause[0].is_verb:
        return False
    plain = not any(t.is_verb or t.tag in ("PUN", "PRP", "PRF", "CJC") for t in head)
    return plain and head[-1].is_noun and not any(t.is_noun or t.tag == "PUN" for t in clause)


def _is_numeral(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether an ``I`` numbers the name before it: ``World War I``, ``Charles I``."""
    return tokens[at].text == "I" and at > 0 and tokens[at - 1].text[:1].isupper()


def _guest_for(pronoun: str, text: str, names: Names) -> str | None:
    """``He thinks …`` as ``Sutskever thinks …``: only for the one guest, nobody else named."""
    if names.guest is None or pronoun not in ("he", "she", "his", "her"):
        return None
    if names.pronoun not in (None, {"his": "he", "her": "she"}.get(pronoun, pronoun)):
        return None
    rest = text[len(pronoun) :]
    if re.search(r"\b(?:he|she|him|his|her)\b", rest, re.IGNORECASE) and _names_other(rest, names):
        return None
    return names.guest + ("'s" if pronoun in ("his", "her") else "") + rest


def means_another(text: str, before: str | None, heading: str | None, names: Names) -> bool:
    """Whether a pronoun that opens a sentence may mean somebody whom its neighbours name.

    The sentence before tells, by whom it opens with; where it opens with a pronoun too, or there
    is none, the heading tells. Where it is not known how the guest is told of, any name does.
    """
    if names.guest is None or not re.match(r"(?:he|she|his|her)\b", text, re.IGNORECASE):
        return False
    owned = before is not None and re.match(r"(?:his|her|their|its) ", before, re.IGNORECASE)
    if before and owned and _names_other(" ".join(before.split()[:5]), names):
        return True  # "His grandson Nicolò survived. He then took in apprentices."
    near = before if before and not _SUBJECT_PRONOUN.match(before) else heading
    if not near or names.mentions(near.split(",")[0][:60]):
        return False
    if names.pronoun is None:
        return _names_other(near, names)
    return _names_other(" ".join(near.split()[:4]), names)


def _names_other(text: str, names: Names) -> bool:
    known = {w for p in names.people for w in p.split()}
    return any(t.tag == "NP0" and t.text not in known for t in language.tag(text))


def _has_antecedent(word: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a noun stands before that the pronoun can mean: a thing for it, many for they."""
    if word.startswith("it"):
        named = len(tokens) > 1 and tokens[0].text == "The" and tokens[1].tag == "NP0"
        return len(tokens) > (3 if word == "it" else 1) and (
            named or any(t.tag in ("NN0", "NN1", "UNC") or _thing(t) for t in tokens)
        )
    if word.startswith("the"):
        plural = any(
            t.tag in ("NN2", "NN0") or (t.text.endswith("s") and t.is_noun) for t in tokens
        )
        return plural or any(t.text.lower() == "and" for t in tokens)
    return any(t.is_noun for t in tokens)


def _is_fronted(tokens: tuple[Token, ...]) -> bool:
    """Whether a subject has nothing before it but a phrase of time, place or manner."""
    if not tokens or tokens[0].tag != "PRP":
        return False
    return not any(t.is_verb and t.tag not in ("VVG", "VVN") for t in tokens)


def _thing(token: Token) -> bool:
    """Whether a name is spelt like a thing's: ``GPT-2``, ``AlexNet``, ``ATP``."""
    return token.tag == "NP0" and any(not c.islower() for c in token.text[1:])


_NOBODY = re.compile(
    r"(?:[A-Z\d]{2,}|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|\w+day)$"
)
"""Names of things, months and days."""


def _has_name_before(tokens: tuple[Token, ...]) -> bool:
    """Whether somebody is named: a name with an article is a thing's, ``the Thames Tunnel``."""
    articled = False
    for token in tokens:
        if token.tag == "NP0" and not articled and not _NOBODY.match(token.text):
            return True
        articled = token.text.lower() == "the" or (articled and token.text[:1].isupper())
    return False


def has_pronoun(text: str) -> bool:
    """Whether a text leans on a pronoun for what it is about."""
    return bool(
        re.search(
            r"\b(?:it|its|they|them|their|he|she|his|her|him|this|these|those|we|our|us|you|your|"
            r"I|my|me|itself|themselves|there)\b",
            text,
        )
    )
