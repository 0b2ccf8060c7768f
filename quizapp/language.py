"""Sentences, words, tags and phrases of English text: the only module that imports nltk.

Everything works from files inside installed packages; nothing is downloaded. What takes time to
load is loaded when a text is first looked at, so that a command that reads none does not wait.
Tags are those of the British National Corpus, tagset C5 (``NN1`` singular noun, ``VVZ`` third
person, ``CRD`` number, ``PUN`` punctuation, …), as HanTa's English model gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from quizapp.missed_verbs import with_missed_verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from nltk.chunk.regexp import RegexpParser
    from nltk.stem.snowball import SnowballStemmer
    from nltk.tokenize.destructive import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from quizapp.tagging import Tagger

ABBREVIATIONS = frozenset(
    "a.d a.m approx b.c b.c.e c.e capt cf col corp dept dr e.g ed eds et etc fig figs gen gov hon "
    "i.e inc jan feb apr jul aug sept oct nov dec jr lt ltd maj mr mrs ms mt nos p.m ph.d pp prof "
    "rev sen sgt sr st u.k u.n u.s u.s.a vol vs".split()
)
"""Words whose full stop does not end a sentence, without that stop."""

FINITE_TAGS = frozenset("VVB VVD VVZ VM0 VBB VBD VBZ VDB VDD VDZ VHB VHD VHZ".split())
"""Tags of finite verbs: those that make a sentence."""

_FUNCTION_WORDS = frozenset(
    "a about above across after again against all almost along already also although always am "
    "among an and another any anyone anything are aren't around as at away back be became because "
    "become been before behind being below between both but by came can can't cannot come could "
    "couldn't did didn't do does doesn't doing don't done down during each either else enough "
    "even ever every everyone everything few for from further get go going gone got had hadn't "
    "has hasn't have haven't having he he's her here hers herself him himself his how however i "
    "i'm i've if in into is isn't it it's its itself just let let's like made make many may "
    "maybe me might mine more most much must my myself neither never no nobody none nor not "
    "nothing now of off often oh ok okay on once one ones only onto or other others our ours "
    "ourselves out over own per perhaps put quite rather really said same say says see seem "
    "seems shall she should shouldn't since so some somebody someone something sometimes soon "
    "still such take than that that's the their theirs them themselves then there there's these "
    "they they're thing things this those though through thus to together too toward towards "
    "under until up upon us use used using very via was wasn't way we well we're were weren't "
    "what whatever when whenever where wherever whether which while who whoever whom whose why "
    "will with within without won't would wouldn't yes yet you you're your yours yourself "
    "they've we've you've you'd i'll he'll she's who's what's where's we'd i'd they'd they'll "
    "it'll mustn't ain't n't 's 're 've 'll 'd 'm".split()
)

_NOUN_PHRASE = "NP: {<AJ0|AJC|AJS|NN0|NN1|NN2|NP0|CRD|ORD|UNC>*<NN0|NN1|NN2|NP0|UNC>}"

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*%?")
_HYPHENS = re.compile("[\u2010\u2011\u2012]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation: its place in the sentence and its C5 tag."""

    text: str
    start: int
    end: int
    tag: str

    @property
    def lemma(self) -> str:
        """Its plain form as a dictionary has it, by its tag: ``networks`` → ``network``."""
        return _lemma(self.text, self.tag)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than punctuation."""
        return _says(self.text)

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb in any form, auxiliaries and modals among them."""
        return self.tag.startswith("V")

    @property
    def is_noun(self) -> bool:
        """Whether it is a common or proper noun."""
        return self.tag in ("NN0", "NN1", "NN2", "NP0", "UNC")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens of one sentence that belong together, as a noun phrase without its article."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The word that the phrase is about: its last."""
        return self.tokens[-1]

    @property
    def is_plural(self) -> bool:
        """Whether the head is a plural."""
        return self.head.tag == "NN2" or bool(_ACRONYMS.fullmatch(self.head.text))

    @property
    def is_name(self) -> bool:
        """Whether the phrase is a proper name: every word of it capitalised, not by its place."""
        return all(_name_like(t) for t in self.tokens)


def _name_like(token: Token) -> bool:
    """Whether a token is spelt as a name is; the first of a sentence needs more than a capital."""
    if token.tag == "CRD" or any(c.isupper() for c in token.text[1:]):
        return True
    if not token.text[:1].isupper():
        return False
    return token.start > 0 or (token.tag == "NP0" and zipf(token.text.lower()) < 4.0)


_ENDED_BY_ABBREVIATION = re.compile(
    r"(?<=\bU\.S\.)\s+(?=(?:He|She|It|They|We|The|This|That|In|But|And)\b)"
    r"|(?<=\bPh\.D\.)\s+(?=(?:He|She|It|They|We|The|This|That|In|But|And)\b)"
    r"|(?<=\betc\.)\s+(?=[A-Z])"
)
"""Where an abbreviation ends its sentence after all: before a word that seldom follows inside."""


@cache
def _sentence_tokenizer() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


@cache
def _word_tokenizer() -> NLTKWordTokenizer:
    from nltk.tokenize.destructive import NLTKWordTokenizer

    return NLTKWordTokenizer()


@cache
def _tagger() -> Tagger:
    from quizapp.tagging import Tagger

    return Tagger()


@cache
def _chunker() -> RegexpParser:
    from nltk.chunk.regexp import RegexpParser

    return RegexpParser(_NOUN_PHRASE)


@cache
def _stemmer() -> SnowballStemmer:
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@cache
def _frequencies() -> Callable[..., float]:
    from wordfreq import zipf_frequency

    return zipf_frequency


def sentences(text: str) -> list[str]:
    """The sentences of a text, line breaks folded."""
    return list(_sentences(" ".join(text.split())))


@lru_cache(maxsize=2048)
def _sentences(folded: str) -> tuple[str, ...]:
    if not folded:
        return ()
    spans = [s.strip() for s in _sentence_tokenizer().tokenize(folded) if s.strip()]
    joined: list[str] = []
    for part in (part for s in spans for part in _ENDED_BY_ABBREVIATION.split(s)):
        if joined and part[:1].islower() and _INITIALS.search(joined[-1]):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return tuple(joined)


_INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)*$")
"""``A student known as S.F. practised``: no end of a sentence."""


def words(text: str) -> list[str]:
    """The word tokens of a sentence; marks of punctuation are tokens of their own."""
    return [text[start:end] for start, end in _spans(text)]


def _spans(sentence: str) -> list[tuple[int, int]]:
    return list(_word_tokenizer().span_tokenize(_plain(sentence).replace("…", ";")))


def _plain(sentence: str) -> str:
    """With quotation marks and hyphens as typewriters have them, each in its place."""
    return _HYPHENS.sub("-", sentence.translate(_QUOTES))


_LONGEST, _LONGEST_WORD = 4000, 60
"""Signs of a sentence, and of a word, that are looked at: what is longer is neither."""


@lru_cache(maxsize=20_000)
def tag(sentence: str) -> tuple[Token, ...]:
    """The tokens of one sentence with lemma and tag; offsets count in ``sentence``.

    Of what is far too long for a sentence, as hostile files have it, only the beginning is tagged.
    """
    sentence = sentence[:_LONGEST]
    spans = _spans(sentence)
    plain = _plain(sentence)
    words = [sentence[a:b] for a, b in spans]
    found = _tagger().tags([plain[a : min(b, a + _LONGEST_WORD)] for a, b in spans])
    tags = [_corrected(w, a, t) for w, (a, _), t in zip(words, spans, found, strict=True)]
    tags = with_missed_verb(words, tags, FINITE_TAGS)
    return tuple(Token(w, *span, t) for w, span, t in zip(words, spans, tags, strict=True))


@lru_cache(maxsize=20_000)
def _lemma(word: str, kind: str) -> str:
    return _tagger().lemma(word, kind)


def _corrected(word: str, start: int, kind: str) -> str:
    """Mend what the model gets wrong on sight: punctuation, numbers, names with odd capitals."""
    if not _says(word):
        return kind if kind in ("POS", "PUQ", "PUL", "PUR") else "PUN"
    if _FIGURE.fullmatch(word):
        return "CRD"
    if kind == "VVG" and "-" in word:
        return "NN1"  # "pre-training", "decision-making"
    if kind not in ("NP0", "NN1", "NN2", "NN0") and any(c.isupper() for c in word[1:]):
        return "NP0" if start or word.isupper() else kind
    return kind


_FIGURE = re.compile(r"[\d.,]+%?")


def _says(word: str) -> bool:
    """Whether a token has a letter or a figure."""
    return word.isalnum() or any(c.isalnum() for c in word)


def noun_phrases(sentence: str) -> list[Phrase]:
    """The noun phrases of a sentence, without articles, longest first at each place."""
    tokens = tag(sentence)
    if not tokens:
        return []
    tree = _chunker().parse([(str(i), t.tag) for i, t in enumerate(tokens)])
    found = []
    for node in tree:
        if not isinstance(node, tuple):
            part = tuple(tokens[int(i)] for i, _ in node.leaves())
            found.append(phrase(sentence, part))
    return found


def phrase(sentence: str, tokens: tuple[Token, ...]) -> Phrase:
    """The phrase that a run of tokens of ``sentence`` makes."""
    start, end = tokens[0].start, tokens[-1].end
    return Phrase(sentence[start:end], start, end, tokens)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word by the Snowball English rules, lower case: ``networks`` → ``network``."""
    return str(_stemmer().stem(word.translate(_QUOTES).lower()))


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """How common a word or phrase is on the Zipf scale, 0 (never seen) to about 7.7 (``the``).

    The scale is the logarithm to base 10 of occurrences in a billion words (van Heuven et al.,
    2014). A phrase is about as rare as wordfreq's combination of its words.
    """
    return float(_frequencies()(word, "en", wordlist="small"))


@lru_cache(maxsize=50_000)
def is_function_word(word: str) -> bool:
    """Whether a word carries grammar rather than content: articles, pronouns, auxiliaries, …"""
    return word.translate(_QUOTES).lower() in _FUNCTION_WORDS


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation; hyphenated words stay whole."""
    return [w.lower() for w in _WORD.findall(_HYPHENS.sub("-", text))]


def content_words(text: str) -> list[str]:
    """The words of a text that carry content, in lower case, in order."""
    return list(_content_words(text))


@lru_cache(maxsize=8192)
def _content_words(text: str) -> tuple[str, ...]:
    return tuple(w for w in plain_words(text) if not is_function_word(w))


def content_stems(text: str) -> list[str]:
    """The stems of the content words of a text, in order; parts of hyphenated words apart."""
    return list(_content_stems(text))


@lru_cache(maxsize=8192)
def _content_stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part) for w in _content_words(text) for part in _parts(w))


def _parts(word: str) -> Iterable[str]:
    return (p for p in re.split(r"[-/]", word) if p and not is_function_word(p))


def is_sentence(text: str) -> bool:
    """Whether a text has a finite verb and so can stand as a sentence or a claim."""
    tokens = tag(text)
    if any(t.tag in FINITE_TAGS for t in tokens):
        return True
    # "The breakthrough allowed …": without an auxiliary, a form in -ed is more likely a past tense.
    return text.endswith(".") and any(
        b.tag == "VVN"
        and b.text.endswith("ed")
        and (a.is_noun or a.tag == "AV0" or a.text[:1].isupper())
        for a, b in pairwise(tokens)
    )
