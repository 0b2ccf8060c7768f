"""An interviewer's question as a card asks it: ``you`` named, small talk gone, yes and no opened.

People wrote these questions, so they are kept wherever they can be: the rules are a visible list,
and a question that none of them mends is used as it stands or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp import grammar, language
from quizapp.language import Token
from quizapp.material import Material
from quizapp.names import Names
from quizapp.phrasing import capitalised

LONGEST = 35
"""Words of a prompt."""

_POLITE = r"^(?:can|could|would|will) you (?:please |briefly |kind of |maybe |just |try to )*"
_TELL = (
    r"(?:tell (?:us|me)|explain|say|describe|share|talk about|elaborate on|walk (?:us|me) through)"
)
_TELL_ME = rf"{_POLITE}{_TELL} (how|why|what|when|where|which|who)\b"
_WONDERS = r"(?:asks|wonders|writes|wants to know)"
_LEAD_INS = (
    (
        r"^take (?:us|me) back to (?:the (?:time|moment|day|point)s? )?when (.+?)[.,;]\s*",
        r"When \1, ",
    ),
    (
        rf"{_POLITE}(?:describe|explain|define|summari[sz]e|outline) ((?:the|a|an) .+)\?$",
        r"What is \1?",
    ),
    (_TELL_ME, r"\1"),
    (
        rf"^(?:[A-Z][\w.'’-]*(?: (?:from|in|of) \w+)?|a (?:listener|reader)[^:]*) {_WONDERS}:\s+",
        "",
    ),
    (r"^(?:so|and|but|well|okay|now|first|also|then),?\s+", ""),
    (r"^(?:in your (?:opinion|view|mind)|to you|for you),?\s+", ""),
    (r"(?<=\w),? (?:in your (?:opinion|view|mind)|for you)\?$", "?"),
)
_YES_NO = re.compile(
    r"^(?:do|does|did|is|are|was|were|can|could|will|would|should|shall|has|have|had|may|might|"
    r"must|isn't|aren't|don't|doesn't|didn't|can't|won't)\b",
    re.IGNORECASE,
)
_DO_YOU_THINK = re.compile(
    r"^(?:do|did|would) you (?:really |personally |still )?"
    r"(?:think|believe|feel|say|agree|expect|see it as likely)(?: that)?\s+(.+)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"“])")
_THINGS = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|these|those)\b", re.I
)


def is_yes_no(question: str) -> bool:
    """Whether a question can be answered by yes or no alone."""
    return bool(_YES_NO.match(question)) and " or " not in f" {question} ".lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question made ready, and whether it opens with its topic already named."""

    prompt: str
    rewritten: bool


def asked(heading: str, material: Material, section_text: str = "") -> Asked | None:
    """The question of a Q&A section as a prompt, or None where it can't stand alone.

    ``section_text`` is the answer: it tells whether ``you`` means the guest or anybody.
    """
    names = material.names
    question = _core(heading)
    if question is None or _is_fragment(question):
        return None
    of_anybody = _is_generic(question, section_text) or bool(_ASKS_OF_ONESELF.search(question))
    if of_anybody:
        question = _for_everyone(question)
    opened = _opened(question, names)
    if of_anybody and not re.search(r"\bpeople\b", opened):
        opened = re.sub(r"\btheir\b", "people's", opened, count=1)
    named = _named(_for_all(opened), names)
    if named is None:
        return None
    named = _of_the_guest(named, names)
    if named is None:
        return None
    prompt = capitalised(" ".join(_named_once(named, names).split()))
    if not prompt.endswith(("?", "?”")):
        prompt = prompt.rstrip(" .,;:") + "?"
    return Asked(prompt, prompt != heading) if len(prompt.split()) <= LONGEST else None


def _is_fragment(question: str) -> bool:
    """Whether a question is a mere prompt for a word, as in quick rounds: ``Best race?``"""
    tokens = language.tag(question)
    return not any(t.tag in language.FINITE_TAGS or t.tag.startswith("VV") for t in tokens)


def _named_once(question: str, names: Names) -> str:
    """``What does Vos say about whether Vos is …`` with the pronoun, or the last name, after."""
    guest = names.guest
    opening = f"What does {guest} say about whether {guest} "
    if not guest or not question.startswith(opening):
        return question
    again = names.pronoun or names.surname
    return f"What does {guest} say about whether {again} {question[len(opening) :]}"


_IN_THE_THIRD = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)
_FLOATING = re.compile(
    r"^(?:how|why|when|where|what|which)\b(?: \w+){0,2} (?:does|do|did|is|are|was|were|has|have|"
    r"can|will|should) (?:it|they|this|that|these|those)\b"
    r"(?! (?:takes?|to|that|\w+ (?:to|that)|possible|like|worth))",
    re.IGNORECASE,
)


_OWNED = re.compile(r"\b(?:their|its|them)\b", re.IGNORECASE)


def _owned_by_nobody(question: str) -> bool:
    """Whether a question asks about ``their`` or ``its`` things before it names whose."""
    found = _OWNED.search(question)
    if found is None:
        return False
    before = language.tag(question[: found.start()])
    return not any(t.is_noun for t in before)


def _of_the_guest(question: str, names: Names) -> str | None:
    """``What would she change?`` with the guest's name; None where nobody knows who or what."""
    if _FLOATING.search(question) or _owned_by_nobody(question):
        return f"{capitalised(names.topic)}: {capitalised(question)}" if names.topic else None
    found = _IN_THE_THIRD.search(question)
    if found is None or any(w[:1].isupper() for w in question[: found.start()].split()[1:]):
        return question
    if names.guest is None:
        return None
    own = found[0].lower()
    named = f"{names.guest}'s" if own in ("his", "her") else names.guest
    return f"{question[: found.start()]}{named}{question[found.end() :]}"


def _core(heading: str) -> str | None:
    """The part of a heading that asks: its lead-in put right, follow-up questions dropped."""
    text = " ".join(heading.split())
    for pattern, replacement in _LEAD_INS:
        told = re.sub(pattern, replacement, text, count=1, flags=re.IGNORECASE)
        indirect = pattern == _TELL_ME and told != text
        text = _direct(told) if indirect else told
    parts = [p for p in _SPLIT.split(text) if p]
    questions = [p for p in parts if p.endswith("?")]
    if not questions:
        return None
    first = questions[0]
    if _POINTS.search(first) and first is parts[0]:
        return None
    if first is parts[0] or not (_THINGS.search(first) or _POINTS.search(first)):
        return _after_when(first)
    return _after_when(" ".join(parts[: parts.index(first) + 1]))


_POINTS = re.compile(
    r"\b(?:by|about|of|to|with|for) that\?$|"
    r"^(?:is|was|does|did|would|could|can|will|has|do you think) (?:that|this) (?!\w+s\b)",
    re.IGNORECASE,
)
"""A question about what was said before it: ``What do you mean by that?``"""
_INDIRECT = re.compile(
    r"^(?P<wh>how|why|what|when|where|who)\b (?P<rest>.+?)"
    r"(?:,? and (?:how|why|what|when|where)\b.*)?\?$",
    re.IGNORECASE,
)


def _direct(text: str) -> str:
    """``how engines work?`` as ``how do engines work?``; a direct question stays as it is."""
    found = _INDIRECT.match(text)
    if found is None or language.tag(found["rest"])[0].is_verb:
        return text
    named = re.match(r"(?P<what>.+?) (?P<be>is|are|was|were)$", found["rest"])
    if named:
        return f"{found['wh']} {named['be']} {named['what']}?"
    turned = grammar.inverted(capitalised(f"{found['rest']}."))
    return f"{found['wh']} {turned}?" if turned else text


def _after_when(text: str) -> str:
    """``When X, What …?`` with a small letter after the comma."""
    return re.sub(r"^(When .+?, )([A-Z])(?=[a-z]+\b)", lambda m: m[1] + m[2].lower(), text, count=1)


def _opened(question: str, names: Names) -> str:
    """A yes/no question as one that asks for the answer's content."""
    guest = names.guest
    agrees = re.match(r"^(?:do|did|would) you agree with (.+)$", question, re.IGNORECASE)
    if agrees and guest:
        return f"What does {guest} say about {agrees[1]}"
    think = _DO_YOU_THINK.match(question)
    if think:
        question = think[1]
    elif not is_yes_no(question):
        return question
    clause = _declared(question.rstrip("?"))
    asks = f"What does {guest} say" if guest else "What is the answer"
    if clause is None:
        return f"{asks} to the question “{question}”"
    return f"{asks} {'about' if guest else 'to'} whether {_first_choice(clause)}?"


def _first_choice(clause: str) -> str:
    return re.sub(r",? or (?:do|does|did|is|are|was|were|can|could|will|would)\b.*$", "", clause)


def _declared(question: str) -> str | None:
    """``Can neural networks be made to reason`` → ``neural networks can be made to reason``."""
    tokens = language.tag(question)
    if len(tokens) < 4 or not _YES_NO.match(question):
        return question[:1].lower() + question[1:] if not _YES_NO.match(question) else None
    verb = tokens[0]
    end = _subject_end(tokens)
    if end is None:
        return None
    subject = question[tokens[1].start : tokens[end - 1].end]
    rest = question[tokens[end].start :]
    if verb.text.lower() == "does":
        at = end + 1 if tokens[end].tag == "AV0" and end + 1 < len(tokens) else end
        main = tokens[at]
        between, after = question[tokens[end].start : main.start], question[main.end :]
        return f"{subject} {between}{grammar.third_person(main.text)}{after}"
    if verb.text.lower() in ("do", "did"):
        return f"{subject} {rest}" if verb.text.lower() == "do" else None
    return f"{subject} {verb.text.lower()} {rest}"


def _subject_end(tokens: tuple[Token, ...]) -> int | None:
    """Where the subject that follows an auxiliary ends: before a verb, an adjective, an article."""
    if tokens[1].tag in ("EX0", "PNP"):
        return 2
    seen_noun = False
    for i, token in enumerate(tokens[1:], start=1):
        if token.is_noun:
            seen_noun = True
        elif token.tag.startswith("PUN"):
            return None
        elif seen_noun and _ends_subject(token, tokens[i - 1], tokens[0]):
            return i
    return None


def _ends_subject(token: Token, before: Token, auxiliary: Token) -> bool:
    if token.is_verb or token.tag in ("TO0", "AV0"):
        return True
    if token.tag.startswith("AJ"):
        return before.text.lower() != "and"
    return token.tag == "AT0" and auxiliary.tag.startswith("VB")


_ANYBODY = re.compile(
    r"^(?:can|could|should|must|do|will|would|is it|are there|(?:does|is|are) (?=.*\byour\b))\b"
    r"(?! you (?:think|believe|feel|say|see|"
    r"remember|agree|describe|explain|tell|talk|give|share|expect|consider|recall))|"
    r"^(?:how (?:much|many|long|often|do|can|should)|what (?:should|can|happens)|when should|"
    r"if)\b(?! you (?:think|feel|define|see|describe|explain))",
    re.IGNORECASE,
)
_YOU_JUDGE = re.compile(
    r"\bd(?:o|id) you (?:think|believe|feel|see|place|put|attribute|assign|rate|rank|credit|blame|"
    r"make of|find|consider|prefer|like|love|enjoy|remember|recall|describe|define|explain|view|"
    r"regard|judge|trust|fear|worry|hope|expect|agree|mean|say|recommend)\b",
    re.IGNORECASE,
)
"""What only the guest can do: ``how much of the blame do you place on him``."""
_THE_GUESTS_OWN = re.compile(
    r"\byour (?:own|book|work|research|lab|team|paper|career|life|views?|opinions?|company|"
    r"students|ideal|favou?rite|dream|biggest|greatest|expectations?|experience|role|job|childhood|mentor|"
    r"family|field|approach|theory|model|idea|argument|point|definition|answer|position)\b",
    re.IGNORECASE,
)


_ASKS_OF_ONESELF = re.compile(
    r"\b(?:[Cc]an|[Dd]o|[Ss]hould|[Cc]ould|[Ww]ill|[Aa]m|[Dd]id|[Ww]ould|[Mm]ay|[Mm]ust|[Ii]f|"
    r"[Ww]hen) I\b|\bmy\b"
)
_SOMEBODYS = re.compile(r"\b(?:I|my|me|he|she|his|her)\b|\b[A-Z][a-z]+ (?:says?|thinks?)")


def _is_generic(question: str, answer: str) -> bool:
    """Whether ``you`` means anybody: the answer speaks of nobody's own doing."""
    if not re.search(r"\byou(?:r)?\b", question, re.IGNORECASE) or not answer:
        return False
    if _THE_GUESTS_OWN.search(question) or _YOU_JUDGE.search(question):
        return False
    if not _ANYBODY.match(question):
        return False
    return not _SOMEBODYS.search(answer)


_ALL_OF_US = (
    (r"\bour\b", "people's"),
    (r"\bus\b", "people"),
)


def _for_all(question: str) -> str:
    """``our ability`` as ``people's ability``: in a question, ``we`` are all of us."""
    for pattern, everybody in _ALL_OF_US:
        question = re.sub(pattern, everybody, question, flags=re.IGNORECASE)
    return question


def _for_everyone(question: str) -> str:
    """``How much should you sleep?`` → ``How much should people sleep?``."""
    text = re.sub(r"\b(?:your|my)\b", "their", question, flags=re.IGNORECASE)
    text = re.sub(r"\bam I\b", "are people", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[a-z] )I\b", "people", text)
    text = re.sub(r"\byou(?:'|’)re\b", "people are", text, flags=re.IGNORECASE)
    return re.sub(r"\byou\b", "people", text, flags=re.IGNORECASE)


_YOU_VERB = re.compile(
    r"\byou\b(?P<adverb>\s+(?:also|still|really|first|ever|now|once))?\s+(?P<verb>[a-z]+)\b"
)
_AUX_YOU = re.compile(
    r"\b(?P<aux>do|have|are|were|did|can|could|would|will|had|should|might)\s+you\b", re.IGNORECASE
)


def _named(question: str, names: Names) -> str | None:
    """``you`` and ``your`` as the guest; None where they are there and nobody is known."""
    if not re.search(r"\byou(?:r|rs|rself|'ve|'re|'d|'ll)?\b", question, re.IGNORECASE):
        return question
    if names.guest is None:
        return None
    text = re.sub(r"\byou(?:'|’)ve\b", "you have", question, flags=re.IGNORECASE)
    text = re.sub(r"\byou(?:'|’)re\b", "you are", text, flags=re.IGNORECASE)
    if re.search(r"\byou(?:'|’)\w+|\byourself\b|\byours\b", text, re.IGNORECASE):
        return None
    mention = _Mentions(names, begun=names.guest in question)
    text = re.sub(
        rf"{_AUX_YOU.pattern}|{_YOU_VERB.pattern}|\byour\b|\byou\b",
        lambda m: _for_you(m, mention),
        text,
        flags=re.IGNORECASE,
    )
    return None if mention.count > 3 else text


class _Mentions:
    """The guest's full name the first time, the last name after that."""

    def __init__(self, names: Names, *, begun: bool = False) -> None:
        self._full, self._short = names.guest or "", names.surname or ""
        self._again = names.pronoun or self._short
        self._own = names.own
        self.count = int(begun)

    def owner(self) -> str:
        """Whose a thing is: ``her``, where that is known and somebody is named before."""
        return self._own if self.count and self._own else f"{self.next()}'s"

    def next(self) -> str:
        """The name for the next mention; a pronoun where it is known."""
        self.count += 1
        return self._full if self.count == 1 else self._again


def _for_you(found: re.Match[str], mention: _Mentions) -> str:
    text = found.group(0)
    if found["aux"]:
        aux = grammar.AGREEING.get(found["aux"].lower(), found["aux"].lower())
        aux = aux.capitalize() if found["aux"][0].isupper() else aux
        return f"{aux} {mention.next()}"
    if text.lower() == "your":
        return mention.owner()
    if found["verb"]:
        adverb = found["adverb"] or ""
        return f"{mention.next()}{adverb} {grammar.third_person(found['verb'])}"
    return mention.next()
