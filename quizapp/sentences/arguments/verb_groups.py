"""The verb of a clause with its helpers, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.language import Token
from quizapp.sentences import grammar
from quizapp.sentences.grammar import Clause

_BETWEEN = frozenset(("AV0", "XX0"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A clause with its verb group: the helpers, the main verb, and what follows it."""

    clause: Clause
    main: Token
    rest: str
    voice: str

    def question(self, tail: str = "") -> str:
        """``What`` + the clause up to its main verb, as a question, + ``tail``."""
        between = self.clause.text[self.clause.verb.end : self.main.end].strip()
        turned = grammar.turned(self.clause, between)
        return f"What {turned}{tail}" if turned else ""


def verb_group(parts: Clause) -> VerbGroup | None:
    """The verb group taken apart; None where the main verb is not plain to see."""
    tokens = [parts.verb, *parts.rest_tokens]
    i, voice, main = 0, "active", parts.verb
    while i + 1 < len(tokens):
        following = tokens[i + 1]
        if following.tag in _BETWEEN and following.text.lower() not in ("not", "n't"):
            i += 1
        elif following.tag[:2] in ("VB", "VH") and main.tag[:2] in ("VB", "VH", "VM"):
            i, main = i + 1, following
        elif _continues(main, following):
            voice = "passive" if main.tag.startswith("VB") else "active"
            i, main = i + 1, following
        elif main.lemma.lower() in ("tend", "learn", "begin", "manage") and following.tag == "TO0":
            if i + 2 >= len(tokens) or tokens[i + 2].tag != "VVI":
                return None
            i, main = i + 2, tokens[i + 2]
        else:
            break
    if main.tag[:2] in ("VB", "VM") or main.tag == "TO0":
        return None
    if main.text.lower() == "used" and [t.text for t in tokens[i + 1 : i + 2]] == ["to"]:
        return None  # "used to advise people"
    return VerbGroup(parts, main, parts.text[main.end :].strip().rstrip("."), voice)


def _continues(helper: Token, verb: Token) -> bool:
    if helper.tag == "VM0":
        return verb.tag in ("VVI", "VVB")
    if helper.tag[:2] in ("VB", "VH"):
        return verb.tag in ("VVN", "VVD") or (helper.tag[:2] == "VB" and verb.tag == "VVG")
    return False
