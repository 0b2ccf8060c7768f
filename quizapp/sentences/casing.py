"""How an episode writes its words: which capitals are names', and which only begin a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp import language
from quizapp.sentences.grammar.capitals import is_national

_UNHEARD = 2.0
"""A rarer word (Zipf) with a capital is a name, unless it is formed as a common noun is."""
_COMMON_ENDING = re.compile(
    r"^(?:re|un|over|non|pre|anti|inter|micro)|-|(?:ings?|ions?|ness|ity|isms?|ments?|logy|graphy|able|al|ics?|ive|ous|ed|ine?|ase|ol|ose|"
    r"ide|ate|ary|ory|ional|ial|ful|less|ish|like|wise|ward|ible|ly|ence|ance|ency|ship|hood|dom|"
    r"ure|age|ette|tude)s?$"
)
_HEARD = 3.5
"""A verb rarer than that (Zipf) is hardly what an ``-ing`` with a capital comes from."""
_SHORTENED = (["St"], ["Mt"], ["Dr"], ["Ft"])
_OPENS_A_PLACE = frozenset(
    "New San Santa Los Las Saint North South East West Great United Hong Costa El Fort Port Cape "
    "Lake Mount Rio Sierra Upper Lower".split()
)
_WORD = r"[^\W\d_][\w'’‑-]*"


@dataclass(frozen=True, slots=True)
class Casing:
    """The words that an episode writes small somewhere, and those with a capital in a sentence."""

    small: frozenset[str]
    capital: frozenset[str]
    opening: frozenset[str] = frozenset()
    """Words with which whole sentences begin, beside those that stand small elsewhere."""
    paired: frozenset[str] = frozenset()
    """Two words that are one name, each of which may be small by itself: ``Silk Road``."""

    @classmethod
    def of(cls, texts: Iterable[str], sentences: Iterable[str]) -> Casing:
        """From all texts of an episode, and from its whole sentences."""
        texts = list(texts)
        words = (w for text in texts for w in re.findall(r"[^\W\d_][\w'’-]*", text))
        small = frozenset(w for w in words if w[:1].islower())
        whole = [s for s in sentences if not _is_title(s)]
        inner = (re.findall(r"(?<=[a-z,] )[A-Z][\w'’-]*", s) for s in whole)
        named = frozenset(w for found in inner for w in found)
        opens = frozenset(s.split()[0].strip("“”\"'’,") for s in whole if s.split())
        bare = named | {re.sub(r"['’]s?$", "", w) for w in named}
        return cls(small, bare, opens, _paired(whole, texts))

    def _opens(self, word: str) -> bool:
        """Whether a word opens a sentence and stands nowhere small: ``Enron fell.``"""
        return word in self.opening and word.lower() not in self.small

    def inside(self, heading: str) -> str:
        """A heading as it reads inside a sentence: no capitals but those of names, no stop."""
        plain = heading.strip().rstrip(".").strip()
        words = re.findall(_WORD, plain)
        if any(w.islower() and not language.is_function_word(w) for w in words):
            return plain.replace(words[0], self.word(words[0]), 1)  # a sentence's capitals
        cased: list[str] = []
        named = False
        parts = re.split(f"({_WORD})", plain)
        styled = _is_title(plain)
        for place, word in enumerate(parts):
            if not word[:1].isalpha():
                named = (named and word == " ") or (word == ". " and cased[-1:] in _SHORTENED)
                cased.append(word)
                continue
            small = self.word(word, styled=styled)
            after = parts[place + 2] if place + 2 < len(parts) and parts[place + 1] == " " else ""
            if word in _OPENS_A_PLACE and after[:1].isupper() and self.word(after) == after:
                small = word  # "New York"
            before = parts[place - 2] if place > 1 and parts[place - 1] == " " else ""
            whole = named and word[:1].isupper() and not language.is_function_word(word.lower())
            whole = whole or bool({f"{before} {word}", f"{word} {after}"} & self.paired)
            cased.append(word if whole else small)  # "Bretton Woods"
            rare = language.zipf(word) < _UNHEARD + 1 and not re.search(r"['’]s?$", word)
            named = word[:1].isupper() and rare and small == word
        return "".join(cased)

    def word(self, word: str, *, styled: bool = False) -> str:
        """A word as it is written in the middle of a sentence: capitals only where it is a name.

        In a ``styled`` heading every word has one, and a name has one elsewhere too.
        """
        if not word[:1].isupper() or any(c.isupper() for c in word[1:]) or len(word) == 1:
            return "a" if word == "A" else word
        bare = re.sub(r"['’]s?$", "", word)
        if bare != word:
            return f"{self.word(bare)}{word[len(bare) :]}"
        opening, hyphen, rest = word.partition("-")
        if hyphen and rest.islower() and len(opening) > 1:
            return f"{self.word(opening)}-{rest}"  # "Last-second"
        small = word.lower()
        if small in self.small or language.is_function_word(small):
            return small
        if word in self.capital or is_national(word):
            return word
        if language.zipf(small) >= _UNHEARD and _is_doing(small):
            return small  # "Fasting filled the holds"
        tag = language.tag(f"They saw the {small} there.")[3].tag
        if styled and tag in ("NN1", "NN2") and not self._opens(word):
            return small  # "Why Fondue Splits", "What the Bones Say"
        heard = max(language.zipf(small), language.zipf(small.removesuffix("s")))
        if tag != "NN2" and heard < _UNHEARD and not _COMMON_ENDING.search(small):
            return word
        return word if tag == "NP0" or (heard >= _UNHEARD and _acts(word)) else small


def _paired(sentences: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Two words that stand with capitals inside sentences, more than once, and never small."""
    found = Counter(pair for sentence in sentences for pair in _PAIR.findall(sentence))
    often = {pair: pair.lower() for pair, count in found.items() if count > 1}
    return frozenset(p for p, low in often.items() if not any(low in text for text in texts))


_PAIR = re.compile(r"(?<=[a-z,] )[A-Z][a-z’'-]+ [A-Z][a-z’'-]+(?![\w’'-])")


def _is_title(sentence: str) -> bool:
    """Whether a sentence has capitals as a title has: ``Cutting Is a Decision About Water``."""
    words = [w for w in re.findall(_WORD, sentence)[1:] if not language.is_function_word(w.lower())]
    return len(words) > _STYLED and all(w[:1].isupper() for w in words)


_STYLED = 1
"""Words with a capital, beside the first, that make a title."""


def _is_doing(word: str) -> bool:
    """Whether a word is what somebody is doing: ``fasting``."""
    stem = word.removesuffix("ing")
    if stem == word or language.tag(f"They are {word} it.")[2].tag != "VVG":
        return False
    bases = (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return any(
        language.zipf(base) > _HEARD and language.tag(f"They will {base} it.")[2].tag == "VVI"
        for base in bases
    )


def _acts(word: str) -> bool:
    """Whether a capital word that opens a clause reads as somebody's name: ``Fleming saw it``."""
    frames = (f"{word} saw it coming.", f"{word} changes the body.")
    return all(language.tag(frame)[0].tag == "NP0" for frame in frames)
