"""An interviewer's question as a card asks it: ``you`` named, small talk gone, yes and no opened.

People wrote these questions, so they are kept wherever they can be: the rules are a visible list,
and a question that none of them mends is used as it stands or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp import language
from quizapp.generators import addressing, antecedents
from quizapp.language import Token
from quizapp.material import Material
from quizapp.material.referents import names_another
from quizapp.sentences import grammar
from quizapp.sentences.grammar.agreement import third_person
from quizapp.sentences.grammar.capitals import lowered
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised

LONGEST = 35
"""Words of a prompt."""

_POLITE = r"^(?:can|could|would|will) you (?:please |briefly |kind of |maybe |just |try to )*"
_DEFINE = "(?:describe|explain|define|summari[sz]e|outline)"
_TELL = (
    r"(?:tell (?:us|me)|explain|say|describe|share|talk about|elaborate on|walk (?:us|me) through)"
)
_TELL_ME = rf"{_POLITE}{_TELL} (how|why|what|when|where|which|who)\b"
_BACK_TO = r"take (?:us|me) back to (?:the )?(?:first |last )?(?:time|moment|day|night|point)s?"
_WONDERS = r"(?:asks|wonders|writes|wants to know)"
_LEAD_INS = (
    (
        r"^take (?:us|me) back to (?:the (?:time|moment|day|point)s? )?when (.+?)[.,;]\s*",
        r"When \1, ",
    ),
    (rf"^{_BACK_TO} (you .+?)[.,;]\s*", r"When \1, "),
    (
        rf"{_POLITE}{_DEFINE} ((?:the|a|an|[A-Z][\w’'-]+['’]s) .+)\?$",
        r"What is \1?",
    ),
    (rf"{_POLITE}give (?:us |me )?an example of (.+)\?$", r"What is an example of \1?"),
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
_IS_IT_TRUE = re.compile(
    r"^(?:is|was) it (?:really |actually |still )?"
    r"(?:true|correct|right|a fact|fair to say) that (.+)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"(?<=[.?!])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bvs\.)"
    r"(?<!\b[A-Z]\.)"
    r"\s+(?=[A-Z\"“])"
)
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
    if question is None or _is_fragment(question) or _OF_TASTE.search(question):
        return None
    if _IDLE.fullmatch(question):
        return None
    if _TAKES_UP.search(question):
        return None  # what it takes up, only the question before tells
    if _OF_MINE.match(question) or _OF_TWO.search(
        question
    ):  # somebody's own case, told before it is asked of
        guest = names.guest
        told = f"What does {guest} say to the question “{question}”" if guest else question
        return Asked(told, told != heading) if len(told.split()) <= LONGEST else None
    of_anybody = addressing.is_of_anybody(question, section_text)
    if of_anybody:
        question = addressing.for_everyone(question)
    opened = _opened(question, names)
    if of_anybody and not re.search(r"\bpeople\b", opened):
        opened = re.sub(r"\btheir\b", "people's", opened, count=1)
    quoted = opened.endswith("?”") and bool(_OF_YOU.search(opened))
    named = opened if quoted else addressing.named(addressing.for_all(opened), names)
    if named is None:
        return None
    of = next(
        (s for s in material.sections if s.heading == heading and s.text == section_text), None
    )
    meant = antecedents.stands_for(question, of, material)
    if meant == "" or (not material.are_many and antecedents.is_of_what(question)):
        return None
    label = material.subject.label(f"{heading} {section_text}") or material.subject.text
    if meant is None and not material.are_many and antecedents.disagrees(question, label):
        return None
    alone = not names_another(heading, section_text, material)
    named = addressing.of_the_guest(named, names, meant or label, section_text, alone=alone)
    if named is None:
        return None
    if meant and not named.startswith(f"{capitalised(meant)}: "):
        named = f"{capitalised(meant)}: {capitalised(named)}"
    prompt = capitalised(" ".join(addressing.named_once(named, names).split()))
    if not prompt.endswith(("?", "?”")):
        prompt = prompt.rstrip(" .,;:") + "?"
    return Asked(prompt, prompt != heading) if len(prompt.split()) <= LONGEST else None


_OF_TASTE = re.compile(
    r"^If (?:you|he|she|[A-Z]\w+(?: [A-Z]\w+)?) (?:could|can|had to|were to) (?:only )?(?:visit|"
    r"meet|go|see|travel|live|invite|have dinner)\b|\b(?:your|his|her) favou?rite\b",
)
"""What somebody would like best tells nothing of the matter."""
_IDLE = re.compile(
    r"(?:So what|Now what|What now|What(?:['’]s| is| comes) next|What(?:['’]s| is) in a name|"
    r"Why bother|Who cares|What gives|What(?:['’]s| is) the (?:catch|point|big deal|fuss|harm)|"
    r"What(?:['’]s| is) not to like|What could (?:possibly )?go wrong|How hard can it be|"
    r"Sound familiar|Why not|Who knew|Guess what|What if|Then what|What else|Anything else|"
    r"Where to (?:begin|start|now|next)|Sounds simple(?:, right)?|Too good to be true)\?",
    re.IGNORECASE,
)
"""A phrase of everybody's over a text: it asks for nothing."""
_TAKES_UP = re.compile(
    r"\b(?:are|were) (?:we|you) (?:really )?talking about\?$|"
    r"\ball (?:this|that|these)\b|\b(?:this|that|these|those)\?$|"
    r"^(?:(?:So|Then|And|But),? )?(?:was|is|were|are) it (?:the|a|an) "
    r"[\w’'-]+\?$|^(?:did|do|does|was|were|is|are|has|have) (?:they|it|he|she) \w+\?$",
    re.IGNORECASE,
)
"""``Did they agree?``, ``Then was it the wood?``, ``How much did all this cost?``"""
_OF_TWO = re.compile(r"\b(?:and|or) I\b|\b[Yy]ou and\b|^Am I\b")
_OF_MINE = re.compile(r"(?:My|Our|I|We)\b(?! .*, (?:how|what|why|when)\b)")


def _is_fragment(question: str) -> bool:
    """Whether a question is a mere prompt for a word, as in quick rounds: ``Best race?``"""
    tokens = language.tag(question)
    if not any(t.tag in language.FINITE_TAGS or t.tag.startswith("VV") for t in tokens):
        return True
    last = _SPLIT.split(question)[-1]
    if _SUBORDINATE.match(question) and not _MAIN.search(question):
        return True
    return not (_ASKS.search(last) or _INVERTS.search(last))


_SUBORDINATE = re.compile(
    r"(?:(?:so|and|but|or|then),? )*(?:if|because|although|though|while|whereas|unless|"
    r"(?:when|where) (?:you|we|they|he|she|I|it|the|an?|people|somebody|someone|[A-Z]))\b",
    re.IGNORECASE,
)
"""``So when you see them spray it with a hose?`` asks nothing in words."""
_HELPS = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)"
_MAIN = re.compile(
    rf"[,;:–—] ?(?:[a-z]+ )?(?:who|whom|whose|what|which|when|where|why|how|{_HELPS})\b|"
    rf"(?:\S+ ){{4}}.*\b(?:{_HELPS} (?:it|they|we|you|he|she|I|this|that|the)|"
    rf"(?:what|how|why|who|which|where) (?:\w+ )?{_HELPS})\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_INVERTS = re.compile(
    r"(?:^|[,;:–—] ?|\b(?:and|but|so|or|then) )[\"“'‘(]?(?:is|are|was|were|am|do|does|did|has|"
    r"have|had|can|could|will|would|shall|should|may|might|must|ought|need|dare)(?:n['’]t)?\b",
    re.IGNORECASE,
)
"""What puts its verb first; ``Nobody rang?`` only takes up what was said before it."""


def _core(heading: str) -> str | None:
    """The part of a heading that asks: its lead-in put right, follow-up questions dropped."""
    text = re.sub(r",? (?:then|though|anyway|after all)\?$", "?", " ".join(heading.split()))
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
    if first is parts[0]:
        return _after_when(first)
    before = parts[parts.index(first) - 1]
    little = _says_little(first) and _nouns(before) > 0 and not _SMALL_TALK.match(before)
    if _SMALL_TALK.match(before) or not (_THINGS.search(first) or _POINTS.search(first) or little):
        return _after_when(first)
    return _after_when(" ".join(parts[: parts.index(first) + 1]))


_SMALL_TALK = re.compile(
    r"(?:let['’]s|okay|great|now|right|well|thank|wow|interesting|so)\b", re.IGNORECASE
)
_FEW = 2


def _says_little(question: str) -> bool:
    """Whether hardly anything in a question tells what it is about: ``What did you know then?``"""
    return _nouns(question) < _FEW


def _nouns(text: str) -> int:
    return sum(t.is_noun and bool(language.content_words(t.text)) for t in language.tag(text))


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
    asks = f"What does {names.guest} say" if names.guest else "What is said"
    agrees = re.match(r"^(?:do|did|would) you agree with (.+)$", question, re.IGNORECASE)
    if agrees:
        return f"{asks} about {agrees[1]}"
    think = _DO_YOU_THINK.match(question) or _IS_IT_TRUE.match(question)
    if think:
        question = think[1]
    elif not is_yes_no(question):
        return question
    clause = _declared(question.rstrip("?"))
    if think is None and (_OF_YOU.search(question) or _NEGATED.match(question)):
        clause = None  # "you" may be anybody, and "whether ladders not solve it" is no English
    if clause is None:
        return f"{asks} to the question “{question}”"
    return f"{asks} about whether {_first_choice(clause)}?"


_NEGATED = re.compile(r"^\w+n['’]t\b|^\w+ [^?]{3,40} not \w", re.IGNORECASE)
_OF_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)


def _first_choice(clause: str) -> str:
    clause = re.sub(r",? (?:after all|actually|anyway)$|\breally (?=\w)", "", clause)
    return re.sub(r",? or (?:do|does|did|is|are|was|were|can|could|will|would)\b.*$", "", clause)


def _declared(question: str) -> str | None:
    """``Can neural networks be made to reason`` → ``neural networks can be made to reason``."""
    tokens = language.tag(question)
    if not _YES_NO.match(question):
        return lowered(question, tokens[0]) if tokens else None
    if len(tokens) < 4:
        return None
    verb = tokens[0]
    end = _subject_end(tokens)
    if end is None or _GOES_ON.match(question[tokens[end].start :]) or _QUOTES.search(question):
        return None
    if all(t.tag in ("AV0", "PUN", "XX0") for t in tokens[end:]):
        return None
    if tokens[end].tag in ("AJC", "AV0") and any(_can_be_verb(t) for t in tokens[2:end]):
        return None  # "Can a fine | make | things worse"
    subject = question[tokens[1].start : tokens[end - 1].end]
    rest = question[tokens[end].start :]
    if verb.text.lower() == "does":
        at = end + 1 if tokens[end].tag == "AV0" and end + 1 < len(tokens) else end
        main = tokens[at]
        between, after = question[tokens[end].start : main.start], question[main.end :]
        if third_person(main.text) == main.text:
            return None  # no verb where one has to be
        if at == len(tokens) - 1 and any(_can_be_verb(t) for t in tokens[2:at]):
            return None  # "Does salt water cause | rust"
        behind = tokens[at + 1 : at + 3]
        if main.is_noun and any(t.tag in ("VVI", "VVB") or _can_be_verb(t) for t in behind):
            return None  # "Does cold | water kill yeast"
        return f"{subject} {between}{third_person(main.text)}{after}"
    if verb.text.lower() == "did":
        return None  # "whether she did win" is stressed where nothing is to be stressed
    if verb.text.lower() == "do":
        return f"{subject} {rest}"
    return f"{subject} {verb.text.lower()} {rest}"


_GOES_ON = re.compile(r"such as\b|[“\"]")
"""What goes on with the subject of a question: ``Are limits such as “twelve a head” …``."""
_QUOTES = re.compile(r"[“”\"„]")
_LEADS_ON = frozenset(("POS", "AT0", "PRF", "DPS", "DT0"))
"""Tags of words after which the subject of a question goes on."""
_OPENS_PREDICATE = frozenset("as worth really still ever always only just even too".split())
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "where"))


def _subject_end(tokens: tuple[Token, ...]) -> int | None:
    """Where the subject that follows an auxiliary ends: before a verb, an adjective, an article."""
    if tokens[1].tag == "PNI" and tokens[2].tag.startswith("AJ"):
        return 3  # "anything reversible"
    if tokens[1].tag in ("EX0", "PNP", "PNI"):
        return 2
    seen_noun = False
    for i, token in enumerate(tokens[1:], start=1):
        if seen_noun and _is_verb_by_place(i, tokens):
            return i
        if token.is_noun:
            seen_noun = True
        elif seen_noun and token.text.lower() in _RELATIVE:
            return None  # "Are children | who read early …": where it ends is unsure
        elif token.tag.startswith("PUN"):
            return None
        elif seen_noun and _ends_subject(token, tokens[i - 1], tokens[0]):
            return i - 1 if tokens[i - 1].text.lower() in ("any", "all", "no") else i
    if tokens[0].text.lower() in ("do", "does", "did"):
        return next((i for i, t in enumerate(tokens) if i > 1 and _can_be_verb(t)), None)
    return None


def _is_verb_by_place(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether a word taken for a noun is the verb: ``Does a placebo | work if I know it?``."""
    if tokens[0].text.lower() not in ("do", "does", "did") or not _can_be_verb(tokens[at]):
        return False
    after = tokens[at + 1].tag if at + 1 < len(tokens) else "PUN"
    later = [t for t in tokens[at + 1 :] if t.tag in ("VVI", "VVB") or _can_be_verb(t)]
    if any(t.start > tokens[at].end for t in later) and after == "PRP":
        return False  # "Does a sugar | rush in children exist"
    return after in ("CJS", "PRP", "AV0", "PUN", "TO0")


def _can_be_verb(token: Token) -> bool:
    """Whether a word taken for a noun may be a verb: ``Did the army | vaccinate``."""
    if token.tag != "NN1" or not token.text.islower():
        return False
    return language.tag(f"They will {token.text} it.")[2].tag == "VVI"


def _ends_subject(token: Token, before: Token, auxiliary: Token) -> bool:
    if before.tag in _LEADS_ON:
        return False  # "a chain's own brand", "the idea of a floating harbour"
    if token.text.lower() in _OPENS_PREDICATE:
        return True
    if token.is_verb or token.tag in ("TO0", "AV0"):
        return True
    if token.tag.startswith("AJ"):
        return before.text.lower() != "and"
    article = token.tag == "AT0" and before.tag not in ("PRP", "PRF")
    return article and auxiliary.tag.startswith("VB")
