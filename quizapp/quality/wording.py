"""Checks of what a card says: leaks, grounding, form, blanks, standing alone, size."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp import language
from quizapp.blanks import BLANK
from quizapp.generators.interviewing import is_yes_no
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Card, CardKind
from quizapp.sentences.commonness import COMMONEST
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import SORT_OF, YOU_KNOW, balanced
from quizapp.speech.anybody import means_anybody

BLANKED = frozenset({CardKind.CLOZE, CardKind.NUMBER, CardKind.FINISH_QUOTE})
_SHORT = frozenset({CardKind.CLOZE, CardKind.CHOICE, CardKind.NUMBER, CardKind.FINISH_QUOTE})
_FILLER = re.compile(
    rf"\b(?:{YOU_KNOW}|i mean|um+|uh+|{SORT_OF}|gonna|wanna|kinda)\b", re.IGNORECASE
)
_STUTTER = re.compile(r"(?<![\w-])(?!that\b|had\b|very\b|is\b)([a-z]+) \1\b(?!-)", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/!]|https?://|\*\*|__[a-z]|^#|\[\d+\]|&[a-z]+;", re.IGNORECASE)
_MARKS = re.compile(
    r"^(?:[-•>*]\s|[QA]:\s)|^\d{1,2}:\d{2}\b|[\[(]\d{1,2}:\d{2}|"
    r"(?<!\bin )(?<!\bof )(?<!\bto )(?<!\bat )(?<!\bby )(?<!\bwas )(?<!\bran )(?<!from )(?<!than )"
    r"(?<!under )(?<!below )\b\d{1,2}:\d{2}:\d{2}\b|"
    r"\[(?:music|laughter)\]|\(laughs\)",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:subscribe (?:now|today|to (?:our|my|this|the (?:channel|podcast|newsletter|show)))|"
    r"(?:episode|podcast|show|video|page) (?:is|was) sponsored by|brought to you by|"
    r"(?:our|today['’]s|episode['’]s) sponsors?|sponsors? of (?:this|today)|"
    r"(?:promo|discount|offer) code|(?:use|with) code (?-i:[A-Z0-9]{3,})|"
    r"(?:%|percent) off (?:at \w+\.\w|with (?:the )?code|your (?:first|next|order))|"
    r"download the app|sign up (?:at|today|now|for (?:our|my|a free))|our website|click here|"
    r"chrome extension|share this (?:page|episode|article|post|video|with)|"
    r"read more(?: here| at| on)?\s*[…»>→]+$)",
    re.IGNORECASE,
)
"""Not what a talk on shops has to say of discounts, or one on kings of a sponsor."""
_ENDS = (".", "?", "!", "…", ".”", "?”", "!”", "”", '."', '?"', '!"', ".)", BLANK)
_DEICTIC = re.compile(
    r"\b(?:this|these|those|the (?:conversation|episode|discussion|podcast|interview|video|"
    r"speakers?|guests?|host|author|text|passage|article|following|above|former|latter))\b",
    re.IGNORECASE,
)
_BACKWARD = frozenset("he she him his her hers it its they them their theirs".split())
_PERSONAL = frozenset("i me my mine we us our ours you your yours".split())
_ADDRESSED = frozenset({"you", "your", "yours"})
_EXPLETIVE = re.compile(
    r"\b(?:it|there)(?:'s| is| was| may be| might be| seems| takes| will be| would be)\b", re.I
)
_IDIOM_BLANK = re.compile(
    rf"(?:^|, |\b(?:and|but) )(?:for|in|at|of|on the other|as a|in other) {BLANK}(?=,|\.?$)",
    re.IGNORECASE,
)
_DISCOURSE = frozenset(
    "however moreover therefore furthermore additionally also then thus well actually basically "
    "really example instance fact course general particular".split()
)


def leak(card: Card, material: Material) -> str | None:
    """1: the answer, or half of its content words by stem, stands in the prompt."""
    if card.kind in (CardKind.TRUE_FALSE, CardKind.ORDER):
        return None
    prompt, answer = fold(card.prompt), fold(card.answer)
    if answer and f" {answer} " in f" {prompt} ":
        return "the answer stands in the prompt"
    there = set(language.content_stems(card.prompt))
    own = set(language.content_stems(card.answer))
    shared = own & there
    if card.kind in BLANKED - {CardKind.FINISH_QUOTE} and shared:
        return f"a word of the answer stands in the prompt: {', '.join(sorted(shared))}"
    if own and len(shared) * 2 >= len(own):
        return f"half of the answer stands in the prompt: {', '.join(sorted(shared))}"
    return None


def ungrounded(card: Card, material: Material) -> str | None:
    """2: excerpt and answer are found at the cited lines."""
    source, passages = card.source, material.passages
    passage = passages.text(source.path, source.line_start, source.line_end)
    for part in source.excerpt.split("…"):
        if part.strip() and " ".join(part.split()) not in passage:
            return f"the excerpt is not at {source.path}:{source.line_start}"
    for claim in _claims(card):
        said = (claim, claim.replace(" or ", " "), *_as_said(claim, material.names))
        if not any(passages.stands(source, s, at_least=85) for s in said):
            return f"{claim[:40]!r} is not at {source.path}:{source.line_start}"
    return None


def _as_said(claim: str, names: Names) -> Iterable[str]:
    """A sentence told of the guest as the guest said it: ``Vos voted`` as ``I voted``."""
    if names.guest and names.surname and names.mentions(claim):
        text = claim.replace(names.guest, names.surname)
        text = re.sub(rf"\b{re.escape(names.surname)}['’]s\b", "my", text)
        yield re.sub(rf"\b{re.escape(names.surname)}\b", "I", text)
        yield re.sub(rf"\b{re.escape(names.surname)}\b", "me", text)


def _claims(card: Card) -> list[str]:
    """What must stand at the cited lines: the answer by its sentences, or the true sentence."""
    if card.kind is CardKind.TRUE_FALSE:
        return [re.sub(r"^According to [^,]+, ", "", card.explanation or card.prompt)]
    if card.kind is CardKind.ORDER:
        return card.answer.split(" → ")
    if card.kind in (CardKind.CLOZE, CardKind.NUMBER):
        return card.answer.split("; ")
    return language.sentences(card.answer)


def malformed(card: Card, material: Material) -> str | None:
    """3: whole sentences, balanced, without filler, stutter, marks, markup or adverts."""
    prompt = card.prompt.strip()
    if not re.match(r"[A-Z0-9“\"‘'_($€£]", prompt) and not _own_spelling(prompt):
        return "the prompt does not start like a sentence"
    if not prompt.endswith(_ENDS):
        return "the prompt does not end like a sentence"
    for text in (prompt, card.answer, card.explanation or ""):
        if not balanced(text):
            return "brackets or quotation marks do not come in pairs"
        if re.search(r"(?<!\.)\s[?.!,;](?:\s|$)", text) or (text is prompt and _CUT.search(text)):
            return "words are missing"
        for what, pattern in _BLEMISHES:
            found = pattern.search(text)
            if found:
                return f"{what}: {found.group(0)!r}"
    return None


_CUT = re.compile(
    r";[^“”]*\?$|\b(?:the|a|an|(?<!made )(?<!consist )(?<!dream )(?<!think )"
    r"(?<!hear )(?<!heard )(?<!out )(?<!afraid )of|to|and|or|with|"
    r"no longer do)\?$",
    re.IGNORECASE,
)
"""A question that ends in the middle, or runs over a second sentence."""
_GLUED = re.compile(
    r"\b[a-z]{2,}(?:The|An|It|He|She|We|In|This|That|When|But|And|You|If|They|What|How|Why|For|"
    r"As)\b"
)
"""Two words run together, where one sentence or label ended and the next began."""
_BLEMISHES = (
    ("two words run together", _GLUED),
    ("a filler", _FILLER),
    ("a stutter", _STUTTER),
    ("markup", _MARKUP),
    ("a mark or a time", _MARKS),
    ("an advert", _ADVERT),
)


def _own_spelling(text: str) -> bool:
    return any(c.isupper() for c in text.split(" ", 1)[0])


def bad_blanks(card: Card, material: Material) -> str | None:
    """4: one or two blanks, never a function word, an idiom's tail or a discourse marker."""
    blanks = card.prompt.count(BLANK)
    if card.kind not in BLANKED:
        return None if blanks <= 1 else "more than one blank"
    if not 1 <= blanks <= 2:
        return f"{blanks} blanks"
    if _IDIOM_BLANK.search(card.prompt):
        return "the blank is the tail of an idiom"
    for answer in card.answer.split("; ") if blanks == 2 else [card.answer]:
        if not language.content_words(answer) or answer.lower() in _DISCOURSE:
            return f"{answer!r} carries no content"
    return None


def leaning(card: Card, material: Material) -> str | None:
    """7: no ``this``, no pronoun without its noun, no ``the conversation`` in the prompt."""
    if card.kind in (CardKind.ATTRIBUTION, CardKind.FINISH_QUOTE):
        return None
    prompt = material.subject.after(card.prompt)
    found = _DEICTIC.search(prompt)
    if found:
        return f"{found.group(0)!r} points out of the card"
    anybody = "transcript" in card.tags and means_anybody(prompt)
    personal = _PERSONAL - _ADDRESSED if anybody else _PERSONAL
    for sentence in language.sentences(_EXPLETIVE.sub("there is", prompt)):
        if not (personal | _BACKWARD).intersection(re.findall(r"[a-z]+", sentence.lower())):
            continue
        tokens = language.tag(sentence)
        for i, token in enumerate(tokens):
            word = token.text.lower()
            if word in personal and token.text != "US":
                return f"{token.text!r}: who is meant?"
            if word in _BACKWARD and not any(t.is_noun or t.text == BLANK for t in tokens[:i]):
                return f"{token.text!r} stands before its noun"
    return None


def wrong_size(card: Card, material: Material) -> str | None:
    """8: prompts of 5–35 words; short answers of 1–8 words, recall answers of at most 75."""
    prompt, answer = len(card.prompt.split()), len(card.answer.split())
    if not 5 <= prompt <= 35:
        return f"a prompt of {prompt} words"
    longest = 8 if card.kind in _SHORT else 75
    return f"an answer of {answer} words" if not 1 <= answer <= longest else None


def yes_no(card: Card, material: Material) -> str | None:
    """9: not to be answered by yes or no, outside true/false."""
    if card.kind is CardKind.TRUE_FALSE or not card.prompt.rstrip("”").endswith("?"):
        return None
    return "yes or no would do" if is_yes_no(card.prompt) else None


def common_blank(card: Card, material: Material) -> str | None:
    """10: the blank is a term, a name or a number: its rarest word under Zipf 5.2."""
    if card.kind not in BLANKED:
        return None
    words = language.content_words(card.answer)
    if any(re.search(r"\d", w) for w in words):
        return None
    rarest = min((language.zipf(w) for w in words), default=8.0)
    return None if rarest < COMMONEST else f"{card.answer!r} is a common word"
