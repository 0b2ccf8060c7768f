"""Where a page says what the guest denies in the talk, as its transcript shows.

People who sum up a talk now and then write the opposite of what was said in it. A claim counts as
denied only on strong evidence in words: what was doubted is said to have been sure, a size is put
right, a condition is said not to matter, a question is answered by no, or the same words are said
with a ``not``. What is merely put differently denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizapp import language
from quizapp.grading.synonyms import root
from quizapp.model import Turn


@dataclass(frozen=True, slots=True)
class Denial:
    """A passage of the talk that denies a claim; ``instead`` is what it leaves of the claim."""

    turn: Turn
    words: str
    instead: str | None = None


def _roots(text: str) -> list[str]:
    """What all forms of the content words share, those of hyphenated words apart, in order."""
    parts = (p for w in language.content_words(text) for p in w.split("-"))
    return [root(p) for p in parts if p and not language.is_function_word(p)]


@dataclass(frozen=True)
class _Text:
    """A sentence, and the words of it that can be looked for in another."""

    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content stems; of two words in a row also of the one they may be written as."""
        words = language.plain_words(self.text)
        joined = (root(a + b) for a, b in pairwise(words))
        whole = (root(w.replace("-", "")) for w in words if "-" in w)
        return frozenset((*self.own, *joined, *whole))

    @cached_property
    def own(self) -> frozenset[str]:
        """The content stems."""
        return frozenset(_roots(self.text))

    @cached_property
    def is_negated(self) -> bool:
        """Whether something is denied in it."""
        return _NOT.search(self.text) is not None

    def has(self, phrase: str) -> bool:
        """Whether every content word of a phrase stands in it, written as one word or as two."""
        words = language.plain_words(phrase)
        found = {w for w in words if root(w) in self.stems}
        for a, b in pairwise(words):
            if root(a + b) in self.stems:
                found |= {a, b}
        content = [w for w in words if not language.is_function_word(w)]
        return bool(content) and all(
            w in found or all(root(p) in self.stems for p in w.split("-")) for w in content
        )

    def denies(self, stem: str) -> bool:
        """Whether a word with this stem stands close behind a ``not``."""
        words = language.plain_words(self.text)
        places = [i for i, w in enumerate(words) if root(w) == stem]
        return any(_NOT.search(" ".join(words[max(0, i - 4) : i])) for i in places)


@dataclass(frozen=True)
class _Said(_Text):
    """A sentence of the talk, with those before and after it in the same turn."""

    turn: Turn
    before: str = ""
    after: str = ""

    @cached_property
    def around(self) -> _Text:
        """The three sentences together."""
        return _Text(f"{self.before} {self.text} {self.after}")


@dataclass(frozen=True)
class _Reply:
    """What somebody was asked or told, and who denies it."""

    asked: _Text
    turn: Turn
    words: str


_NOT = re.compile(
    r"\b(?:not|never|no|none|nor|neither|nobody|nothing|cannot|without|hardly)\b|n[’']t\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|maybe|perhaps|might|may|suppose|imagine|except|almost|(?:used|"
    r"seem\w*|tend\w*|want\w*|supposed) to|as if|some(?:one|body)? (?:people )?(?:say|argue|think|"
    r"believe)s?|people|they|(?:he|she) (?:says?|said|thought|thinks)|would|could|should)\b|"
    r"\?|[\"“”]",
    re.IGNORECASE,
)
"""Words of what is only considered, or told of others."""


class Denials:
    """What is denied in the talk of an episode by those who are not its host."""

    def __init__(self, turns: Sequence[Turn], host: str | None) -> None:
        guests = [t for t in turns if t.speaker is None or t.speaker != host]
        self._said = tuple(s for turn in guests for s in _sentences(turn))
        self._marked = tuple(
            (way, tuple(s for s in self._said if mark.search(s.text))) for mark, way in _WAYS
        )
        self._replies = tuple(_replies(turns, host))
        self._known: dict[str, Denial | None] = {}

    def of(self, claim: str) -> Denial | None:
        """The passage that denies a claim of one sentence or several, or None."""
        found = (self._denied(sentence) for sentence in language.sentences(claim))
        return next((denial for denial in found if denial is not None), None)

    def put_right(self, text: str) -> str:
        """A text without the sizes and conditions of it that the talk puts right."""
        for part in language.sentences(text):
            denial = self._denied(part)
            instead = None if denial is None else denial.instead
            if instead is not None and self._denied(instead) is None:
                text = text.replace(part, instead)
        return text

    def left(self, text: str) -> str:
        """A text without the sentences that are denied; all of it where nothing else is left."""
        parts = language.sentences(text)
        kept = [part for part in parts if self._denied(part) is None]
        return text if len(kept) in (0, len(parts)) else " ".join(kept)

    def _denied(self, sentence: str) -> Denial | None:
        if sentence not in self._known:
            self._known[sentence] = self._found(_Text(sentence))
        return self._known[sentence]

    def _found(self, claim: _Text) -> Denial | None:
        for way, marked in self._marked:
            for said in marked:
                if way(claim, said):
                    without = _INSTEAD.get(way)
                    instead = without(claim.text, said) if without else None
                    return Denial(said.turn, _shown(said), instead)
        for said in self._alike(claim):
            if _with_a_not(claim, said):
                return Denial(said.turn, _shown(said))
        for reply in self._replies:
            if _answered_no(claim, reply):
                return Denial(reply.turn, reply.words)
        return None

    def _alike(self, claim: _Text) -> Iterator[_Said]:
        """The sentences that can have enough of the claim's words: they have one of its rarest."""
        rarest = sorted(claim.own, key=lambda stem: (len(self._by_stem.get(stem, ())), stem))
        enough = len(rarest) - int(_COVERED * len(rarest)) + 1
        places = {i for stem in rarest[:enough] for i in self._by_stem.get(stem, ())}
        return (self._said[i] for i in sorted(places))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, said in enumerate(self._said):
            for stem in said.own:
                found.setdefault(stem, []).append(i)
        return found


def _sentences(turn: Turn) -> Iterator[_Said]:
    texts = ["", *language.sentences(turn.text), ""]
    for at in range(1, len(texts) - 1):
        yield _Said(texts[at], turn, texts[at - 1], texts[at + 1])


def _shown(said: _Said) -> str:
    return " ".join(t for t in (said.text, said.after) if t)


# --- what was doubted was sure --------------------------------------------------------------------

_DOUBT = (
    r"(?:(?:not|n[’']t) (?:\w+ )?(?:clear|certain|sure|obvious|known)|unclear|uncertain|doubtful)"
)
_DOUBTED = re.compile(
    rf"\b\w*{_DOUBT} (?:at first )?(?:if|whether|that) (?P<subject>[^,.;]+?) "
    r"(?:would|will|could|can|did|does|should) (?:ever |really |actually |even )?(?P<verb>\w+)",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\bI (?:always )?(?:thought|knew|believed|was (?:sure|certain|convinced|confident)|"
    r"(?:never|did not|didn[’']t) doubt\w*|had no doubt)\b",
    re.IGNORECASE,
)
_REAL_DOUBT = re.compile(
    rf"(?:\bthe (?:\w+ )?(?:thing|part|question|doubt|worry) (?:\w+ ){{0,4}}(?:was|is)|{_DOUBT})"
    r"(?P<what>.+)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:if|whether|unless|maybe|perhaps|might|not|never)\b|n[’']t\b|\?", re.I)


def _was_sure(claim: _Text, said: _Said) -> bool:
    """``It was unclear whether X would work`` – ``X, I thought, would work; the doubt was Y``."""
    doubted = _DOUBTED.search(claim.text)
    if doubted is None or not said.has(doubted["subject"]):
        return False
    sure = _SURE.search(said.text)
    verb = root(doubted["verb"])
    works = re.search(r"\b(?:would|will|was going to) (?:\w+ly )?(?P<verb>\w+)", said.text)
    if sure is None or works is None or root(works["verb"]) != verb:
        return False
    if _OPEN.search(said.text.replace(sure[0], "")):
        return False
    real = _REAL_DOUBT.search(said.after) or _REAL_DOUBT.search(said.before)
    return "doubt" in sure[0] or (
        real is not None and not _Text(real["what"]).has(doubted["subject"])
    )


# --- a size is put right --------------------------------------------------------------------------

_AMENDED = re.compile(
    r"\b(?:should be (?:amended|corrected)|stands? corrected|correct myself|"
    r"I(?:[’']d| would| should) (?:now )?(?:amend|correct|rephrase)|"
    r"(?:thing|part|one) (?:which |that )?I(?:[’']d| would) (?:now )?change|"
    r"I (?:take|took) (?:that|it) back|I (?:was|had (?:it|that)) wrong|"
    r"now I(?:[’']d| would) (?:say|phrase|put|call) it)\b",
    re.IGNORECASE,
)
_ENDS = (
    ("small", "large"), ("small", "big"), ("little", "large"), ("short", "long"),
    ("simple", "complex"), ("simple", "complicated"), ("high", "low"), ("fast", "slow"),
    ("cheap", "expensive"), ("early", "late"), ("weak", "strong"), ("easy", "hard"),
    ("young", "old"), ("thick", "thin"), ("heavy", "light"), ("few", "many"), ("warm", "cold"),
    ("narrow", "wide"), ("shallow", "deep"), ("dry", "wet"), ("hard", "soft"),
)  # fmt: skip
_OPPOSITES: dict[str, frozenset[str]] = {
    word: frozenset(b if a == word else a for a, b in _ENDS if word in (a, b))
    for pair in _ENDS
    for word in pair
}
_MEASURES = frozenset(map(root, "number amount size count".split()))
_BESIDES = 2
"""Further words that a claim shares with the passage that puts it right."""


def _put_right(claim: _Text, said: _Said) -> bool:
    """``Small circuits`` – ``small; that should be amended: even a large circuit``."""
    noun, _ = _wrong_size(claim.text, said) or (None, None)
    return noun is not None and len((claim.own - {noun}) & said.around.own) >= _BESIDES


def _wrong_size(claim: str, said: _Said) -> tuple[str, str] | None:
    """The noun of which a claim has the size that the passage puts right, and the size."""
    amended = _AMENDED.search(said.text)
    rest = f"{said.text[amended.end() :]} {said.after}" if amended else ""
    sizes = dict(_sizes(rest))
    return next((n for n in _sizes(claim) if sizes.get(n[0]) in _OPPOSITES[n[1]]), None)


def _without_size(claim: str, said: _Said) -> str | None:
    """``A search for circuits`` for ``a search for small circuits``."""
    found = _wrong_size(claim, said)
    if found is None:
        return None
    noun, size = found
    for m in re.finditer(rf"(?P<article>\ban? )?\b{size} (?P<noun>[\w-]+)", claim, re.IGNORECASE):
        if root(m["noun"].lower()) == noun and m.start() > 0:
            article = "" if m["article"] is None else f"{_article(m['noun'])} "
            return f"{claim[: m.start()]}{article}{claim[m.start('noun') :]}"
    return None


def _article(word: str) -> str:
    return "an" if word[0].lower() in "aeiou" else "a"


def _sizes(text: str) -> Iterator[tuple[str, str]]:
    """The stems of nouns with the size that is said of them."""
    for a, b in pairwise(language.plain_words(text)):
        noun = root(b)
        if a in _OPPOSITES and not language.is_function_word(b) and noun not in _MEASURES:
            yield noun, a


# --- a condition does not matter ------------------------------------------------------------------

_CONDITION = re.compile(
    r"\b(?:as long as|so long as|only (?:if|when|where)|provided(?: that)?)\b", re.IGNORECASE
)
_EVEN = re.compile(r"\beven (?:if|when|where|though|without)\b", re.IGNORECASE)
_NEEDED = re.compile(
    r"\b(?:only (?:with|by|through)|requires?|required|needs?|needed|depends? on|depended on)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\beven without\b", re.IGNORECASE)
_NOUN = r"(?:the )?(?:(?:number|amount|size|count) of )?(?P<{}>[\w-]+(?: [\w-]+)?)"
_MORE_THAN = re.compile(
    rf"{_NOUN.format('a')} (?P<verb>exceed\w*|outnumber\w*|(?:is|are|was|were) (?:more|larger|"
    rf"greater|higher|bigger|less|fewer|smaller|lower) than) {_NOUN.format('b')}",
    re.IGNORECASE,
)
_MORE_OF = re.compile(
    r"\b(?P<verb>more|larger|bigger|less|fewer|smaller) (?P<a>[\w-]+(?: [\w-]+)?) than "
    r"(?P<b>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:less|fewer|smaller|lower)\b", re.IGNORECASE)


def _compared(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """What is said to be more than what."""
    found = _MORE_OF.search(text) or _MORE_THAN.search(text)
    if found is None:
        return None
    a, b = (frozenset(_roots(found[n])) - _MEASURES for n in "ab")
    if not a or not b:
        return None
    return (b, a) if _LESS.search(found["verb"]) else (a, b)


def _matters_not(claim: _Text, said: _Said) -> bool:
    """``As long as there is more X than Y`` – ``even if there is less X than Y``."""
    condition, even = _CONDITION.search(claim.text), _EVEN.search(said.text)
    if condition is not None and even is not None:
        wanted = _compared(claim.text[condition.end() :])
        given = _compared(said.text[even.end() :])
        if wanted is None or given is None:
            return False
        crossed = _overlap(wanted[0], given[1]) and _overlap(wanted[1], given[0])
        return crossed and _same_outcome(claim.text[: condition.start()], said.text[: even.start()])
    needed = _NEEDED.search(claim.text) or condition
    without = _WITHOUT.search(said.text)
    if needed is None or without is None:
        return False
    what = re.split(r"[,.;]|\b(?:and|but|to|because|so)\b", said.text[without.end() :])[0]
    outcome = _same_outcome(claim.text[: needed.start()], said.text[: without.start()])
    return _Text(claim.text[needed.end() :]).has(what) and outcome


def _without_condition(claim: str, said: _Said) -> str | None:
    """What holds without the condition at the end of a claim; it is half of the claim at least."""
    condition = _CONDITION.search(claim)
    if condition is None or _EVEN.search(said.text) is None:
        return None
    kept, cut = claim[: condition.start()].rstrip(" ,"), claim[condition.start() :]
    if len(kept) < len(cut) or re.search(r"[,;:]", cut):
        return None
    return f"{kept}."


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _same_outcome(one: str, other: str) -> bool:
    """Whether two clauses tell of one thing that it happens, or that it does not."""
    first, second = _Text(one), _Text(other)
    shared = [s for s in first.own & second.own if s not in _MEASURES]
    alike = [s for s in shared if first.denies(s) == second.denies(s)]
    return bool(alike) and len(alike) == len(shared)


# --- neither for both -----------------------------------------------------------------------------

_BOTH = re.compile(
    r"\b(?:is|are|was|were|(?:elements?|aspects?|features?|parts?|qualities|traits|union|mix|"
    r"mixture|blend|combination) (?:of|from)) both\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"(?P<subject>(?:[\w’'-]+ ){1,4})(?:is|are|was|were) (?:really |actually |in fact )?neither\b"
    r"(?P<what>[^.;]*)",
    re.IGNORECASE,
)


def _is_neither(claim: _Text, said: _Said) -> bool:
    """``X has elements of both`` – ``X is neither``."""
    neither = _NEITHER.search(said.text)
    if neither is None or not _BOTH.search(claim.text):
        return False
    subject = language.noun_phrases(f"{neither['subject']}is here")
    told = _roots(re.sub(r"^According to [^,]+, ", "", claim.text))
    wanted = _roots(subject[-1].text) if subject else []
    if not wanted or told[: len(wanted)] != wanted:
        return False
    things = re.split(r"\bnor\b", neither["what"]) if " nor " in neither["what"] else []
    return all(claim.has(thing) for thing in things)


_AND_BOTH = re.compile(
    r",? and (?:is|are|was|were|has|have|had|combines?|shares?) [^,.;]*\bboth(?=[,.;]|$)",
    re.IGNORECASE,
)


def _without_both(claim: str, _said: _Said) -> str | None:
    """What else a claim says of a thing that is neither."""
    kept = _AND_BOTH.sub("", claim, count=1)
    return kept if kept != claim and not _BOTH.search(kept) else None


# --- the same words with a not --------------------------------------------------------------------

_COVERED, _COVERING, _SHARED = 0.8, 0.6, 4
"""Shares of the claim's words and of the passage's that are the same, and how many at least."""
_NOT_ALL = re.compile(
    r"\b(?:not|n[’']t) (?:\w+ )?(?:just|only|merely|simply|necessarily|all|every|always|yet|so|"
    r"very|much|even|entirely|completely|quite|really|exactly)\b|\bno (?:doubt|question|wonder|"
    r"longer|matter)\b|\bwhy not\b|\bnot to mention\b|\bno one\b|\bnor\b|\bno more\b",
    re.IGNORECASE,
)
_BEHIND_NOT = re.compile(
    rf"(?:{_NOT.pattern}) (?:(?:a|an|the|any|ever|really|actually|\w+ly) )*(?P<word>[\w-]+)",
    re.IGNORECASE,
)
_TWO_SIDED = re.compile(
    r"\b(?:but|although|though|while|whereas|unlike|however|when|after|before|only|once|rather|"
    r"than|yet|still|today|now|without|often|sometimes|usually|some|most|many|few)\b",
    re.IGNORECASE,
)


def _with_a_not(claim: _Text, said: _Said) -> bool:
    """The same sentence, but for a ``not`` in front of a word that both have."""
    if claim.is_negated == said.is_negated:
        return False
    shared = claim.own & said.own
    if len(shared) < _SHARED or len(shared) < _COVERED * len(claim.own):
        return False
    if len(shared) < _COVERING * len(said.own):
        return False
    if any(p.search(t.text) for t in (claim, said) for p in (_UNSURE, _NOT_ALL, _TWO_SIDED)):
        return False
    negated, plain = (claim, said) if claim.is_negated else (said, claim)
    if len(_NOT.findall(negated.text)) != 1:
        return False
    behind = _BEHIND_NOT.search(negated.text)
    roots = {root(word) for word in language.plain_words(plain.text)}
    return behind is not None and root(behind["word"].lower()) in roots


# --- a question is answered by no -----------------------------------------------------------------

_NO = re.compile(
    r"(?:(?:well|oh|actually|um|uh|hm+|yeah),? )*"
    r"(?:nope|no(?=[.,;!]| ?[–—-]| (?:I|it|that|they|we|you|he|she|this|there)\b)|"
    r"not (?:at all|quite|really|exactly)(?=[.,;!])|"
    r"I (?:don[’']t|wouldn[’']t|do not|would not) (?:think so|say (?:so|that)|agree)|I disagree|"
    r"absolutely not|on the contrary|quite the (?:opposite|contrary)|"
    r"that(?:[’']s| is) (?:not (?:right|true|so|the case)|wrong|a myth))",
    re.IGNORECASE,
)
_NO_REALLY = re.compile(
    r"(?:\w+,? )?no(?:pe)?,? (?:no\b|yeah|you(?:[’']re| are) right|I agree|absolutely|definitely|"
    r"exactly|that(?:[’']s| is) (?:right|true|fine|a good|great)|I (?:know|mean|think|understand)|"
    r"it(?:[’']s| is) (?:true|right))",
    re.IGNORECASE,
)
_OPEN_QUESTION = re.compile(
    r"(?:^|, |\b(?:and|so|but) )(?:what|why|how|who|whom|whose|when|where|which)\b|\bor\b", re.I
)
_IN_QUESTION = 0.8


def _replies(turns: Iterable[Turn], host: str | None) -> Iterator[_Reply]:
    for asking, answering in pairwise(turns):
        if asking.path != answering.path or answering.speaker == (host or ""):
            continue
        no = _NO.match(answering.text)
        if no is None or _NO_REALLY.match(answering.text):
            continue
        asked = next(reversed(language.sentences(asking.text)), "")
        first = " ".join(language.sentences(answering.text)[:2])
        if not _OPEN_QUESTION.search(asked):
            yield _Reply(_Text(asked), answering, f"{asked} – {first}")


def _answered_no(claim: _Text, reply: _Reply) -> bool:
    """The claim was put to the guest, who said no."""
    shared = claim.own & reply.asked.own
    if len(shared) < _SHARED or len(shared) < _IN_QUESTION * len(claim.own):
        return False
    if claim.is_negated or reply.asked.is_negated or _NOT_ALL.search(claim.text):
        return False
    return len(shared) >= _COVERING * len(reply.asked.own)


_WAYS: tuple[tuple[re.Pattern[str], Callable[[_Text, _Said], bool]], ...] = (
    (_SURE, _was_sure),
    (_AMENDED, _put_right),
    (_EVEN, _matters_not),
    (_NEITHER, _is_neither),
)
"""How a passage denies a claim, each with the words that such a passage has."""

_INSTEAD: dict[Callable[[_Text, _Said], bool], Callable[[str, _Said], str | None]] = {
    _put_right: _without_size,
    _matters_not: _without_condition,
    _is_neither: _without_both,
}
"""What is left of a claim that is put right, for the ways that leave anything."""
