"""Whether a line could be the title of a page, and how well it looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.reading.adverts import is_break
from quizapp.reading.asking import answers, asks
from quizapp.reading.block import MENU, Block
from quizapp.reading.datelines import names_interview
from quizapp.reading.draft import Draft
from quizapp.reading.forms import Form
from quizapp.reading.labels import field_of
from quizapp.reading.names import NAME, is_name
from quizapp.reading.no_titles import is_no_title
from quizapp.reading.people import resolve
from quizapp.reading.speakers import COUNTED, mark
from quizapp.reading.times import READING_TIME
from quizapp.reading.titles import parse_title
from quizapp.reading.wording import EMOJI, is_prose, word_count

TITLE_MARK = re.compile(r"\s[|–—]\s|#\s?\d|\bep(?:isode)?\.?\s?#?\d", re.IGNORECASE)

_CRUMB = re.compile(r"\s[›»>▸▶⟩→]\s")

_CRUMBS = 2
"""So many signs between names are a path through a site."""

_SORTS = frozenset(
    "thread post article note notes page transcript summary live captions uncorrected corrected "
    "rough draft auto generated subtitles full complete verbatim podcast episode".split()
)
"""What a page is; no title."""

_NAMED = re.compile(r"\b(?:from|of|about|on|to)\s[“\"„][^“”\"]{4,}\s[^“”\"]{2,}[”\"“]$")
"""``What I took from “Deep Sleep”``"""

_MENU = frozenset(
    "home about episodes episode shows show podcasts podcast newsletter newsletters shop store "
    "blog "
    "contact archive archives search subscribe support donate guests hosts topics categories "
    "transcripts events merch press team books membership members join login log in sign up menu "
    "listen watch read explore library faq help and us all more news community patreon "
    "sport weather sounds programmes tv radio "
    "accueil épisodes équipe boutique nous soutenir à propos startseite folgen über uns kontakt "
    "inicio episodios tienda contacto nosotros início episódios loja puntate negozio".split()
)
"""What menus offer; a line of nothing else is one."""

_LANGUAGES = frozenset(
    "english español espanol français francais deutsch italiano português portugues nederlands "
    "polski русский 日本語 中文 한국어 العربية svenska dansk norsk suomi türkçe spanish french "
    "german "
    "italian portuguese dutch japanese chinese".split()
)

_ASKED = re.compile(r"^Q ?(?:&|and) ?A: [^?]+\?$")
"""``Q&A: What Does a Bee Hear?``: a printed interview"""

_GREETING = re.compile(r"^(?:dear|hello|hi|hey|good (?:morning|evening|day))\b.{0,40},$", re.I)
"""``Dear reader,``"""


_ASIDE = re.compile(r"^(?:[-–—]\s?[¿“\"]|¿[^?]*$)")
"""``-¿Y por qué``: somebody is asked."""

_CREDIT = re.compile(
    r"^(?:music|cartoons?|artwork|art|editing|editors?|producers?|production|illustrations?|"
    r"sound|mixing|theme)\b(?: (?:by|design|music|song))?\s?:",
    re.IGNORECASE,
)
"""``Music: Deep Sleep by the Night Band``"""

_COUNTED_HEAD = re.compile(r"^(?:podcast )?ep(?:isode)?\.?\s?#?\d{1,4}\s?[:|–—-]\s", re.IGNORECASE)
"""``Podcast episode 24: Ada says hi and goodbye!``: its number tells that it is a title."""

_BEHIND = re.compile(
    r"\s[-–—|]\s(?:presented|sponsored|powered|brought to you) by\b|"
    r"^(?:presented|sponsored|powered) by\b",
    re.IGNORECASE,
)
"""``Night Radio - Presented by Acme``: the show and who pays for it."""

_ADDRESS = re.compile(r"https?://\S|\bwww\.\w")
_SENTENCES = re.compile(r"(?:[^\W\d_]{3,}\s){5,}[^\W\d_]{3,}[.!]\s[A-Z][a-z]+\s(?:[a-z]+\s){3}")
"""Two of them tell something."""

_SENTENCE = 6
"""Words that end in a full stop and tell something."""

_DAYS = frozenset({"published", "released", "duration_seconds"})

_ENTRIES = 3

_WORD = re.compile(r"\w+")

_TOLD_WORDS = 12
"""A sentence that long tells something, and is no title."""


def is_said(block: Block, labels: frozenset[str]) -> bool:
    """``Ada: It is.`` in a transcript without a heading; ``Ada Byron: Engines`` is a title."""
    if COUNTED.match(block.plain):
        return True
    timed_mark = mark(block.text)
    if timed_mark and timed_mark.seconds is not None:
        return True
    found = mark(block.text, labels) if labels else None
    return found is not None and (
        found.seconds is not None or block.plain.endswith((".", "?", "!"))
    )


def title_of(block: Block, draft: Draft) -> str:
    """The title that a line gives; empty for a long one."""
    if len(block.text) > 250:
        return ""
    return parse_title(block.text, shows=tuple(draft.values("show"))).title


def could_be_title(block: Block) -> bool:
    """Whether a line may be a title: no item, question, break or path through a site."""
    text = block.plain
    return (
        2 <= len(text) <= 200
        and not _BUTTONS.issuperset(_WORD.findall(text.lower()))
        and not _SORTS.issuperset(_WORD.findall(text.lower()))
        and not (offers(text) or _FILES.fullmatch(text))
        and not _is_day(text)
        and text[0] != "@"
        and (not block.is_item or bool(EMOJI.match(block.text)))
        and block.sign not in (">", MENU)
        and not (text.startswith(">>") or is_break(text))
        and not (READING_TIME.search(text) or _GREETING.match(text) or _MEASURES.match(text))
        and len(_CRUMB.findall(text)) < _CRUMBS
        and any(char.isalpha() for char in text)
        and text[0] + text[-1] not in ("[]", "()")
        and not all(word[0] == "#" for word in text.split())
        and not (is_no_title(text) or _ASIDE.match(text) or _CREDIT.match(text))
        and not (_BEHIND.search(text) or (text[-1] == ":" and field_of(text.rstrip(" :"))))
        and not (_ADDRESS.search(text) or _SENTENCES.search(text))
        and not (_are_people(text) or (_tells(text) and block.sign != "#"))
        and not (
            is_prose(text)
            and word_count(text) >= _TOLD_WORDS
            and not (_COUNTED_HEAD.match(text) and word_count(text) <= _LONGEST_HEAD)
        )
        and not (word_count(text) > 25 or asks(text) or answers(text))
    )


_BUTTONS = frozenset(
    "share tweet email e mail copy link save print like follow facebook twitter linkedin whatsapp "
    "telegram pinterest pin reddit flipboard tumblr bluesky mastodon embed download bookmark "
    "report x post listen live all streams stream playlist".split()
)
"""``Share Tweet Email``"""
_FILE = (
    r"(?:video|audio|slides?|transcript|recording|handouts?|pdf|mp3)(?: \((?:pdf|mp3|mp4|txt)\))?"
)
_FILES = re.compile(rf"{_FILE}(?: [|·•/] {_FILE}){{1,5}}", re.IGNORECASE)
"""``Video | Slides (PDF) | Transcript``"""
_MEASURES = re.compile(
    r"(?:(?:estimated )?(?:read(?:ing)?|listen(?:ing)?|run(?:ning)?|play(?:ing)?) ?time|length|"
    r"duration)\b[:\s]|"
    r"[★☆\s]*\d(?:[.,]\d)?(?: out of 5| ?/ ?5)? ?\(\d[\d,.]*[kK]? (?:ratings?|reviews?|votes?)\)",
    re.IGNORECASE,
)
"""``Read time: 4 minutes``, ``4.6 (312 ratings)``"""
_LONGEST_HEAD = 22
"""Words."""


def _tells(text: str) -> bool:
    """``She has just built a boat again.``: a sentence, and no title."""
    if text.endswith(":"):
        return word_count(text) > _SENTENCE and is_prose(text[:-1] + ".")
    stops = text.endswith(".") and not text.endswith(("..", "?.", "!."))
    return stops and is_prose(text) and word_count(text) >= _SENTENCE and "|" not in text


def _are_people(text: str) -> bool:
    """``Ada Byron, Carl Roe, Eve Low``: three names or more, and nothing else."""
    parts = text.split(", ")
    return len(parts) >= _ENTRIES and all(is_name(part.removeprefix("and ")) for part in parts)


def offers(text: str) -> bool:
    """``Episodes About Newsletter Shop``: the menu of a site."""
    words = _WORD.findall(text.lower())
    named = _MENU.issuperset(words) or _LANGUAGES.issuperset(words)
    return len(words) >= _ENTRIES and (named or _is_menu(text, words) or _is_row(text))


_OF_HOUSES = frozenset(
    "speakers venue programme program schedule agenda sponsors tickets registration sessions "
    "videos video slides code of conduct travel academics research giving admissions alumni "
    "students faculty staff campus collection visit exhibitions learn careers".split()
)
_BARS, _ROW_LETTERS = 3, 300
"""Signs between such links, at least; letters of the row."""


def _is_row(text: str) -> bool:
    """``Programme | Speakers | Riverside Park | Venue``: links in a row, most of them known."""
    if len(text) > _ROW_LETTERS or text.count("|") < _BARS:
        return False
    parts = text.split("|")
    entries = [_WORD.findall(part.lower()) for part in parts]
    known = sum(bool(words) and _IN_ROWS.issuperset(words) for words in entries)
    return known >= _KNOWN * len(parts)


_LONGEST_MENU = 12
"""Words."""

_OF_APPS = _MENU | frozenset(
    "dashboard discover settings profile account saved bookmarks feed notes upgrade pricing "
    "features product products out inbox history favorites favourites trending knowledge base "
    "graph review notebook collections highlights reader".split()
)
_IN_ROWS = _OF_APPS | _OF_HOUSES
_FIRST = frozenset({"home", "menu", "dashboard", "library", "discover", "explore", "feed"})
_LAST = frozenset(
    "in up out login logout search subscribe contact upgrade settings account profile menu "
    "help".split()
)
_KNOWN = 0.5


def _is_menu(text: str, words: Sequence[str]) -> bool:
    """``Home  Product  Pricing  Log in``: some entries are this site's own."""
    if len(words) > _LONGEST_MENU or re.search(r"[.,:;?!“\"]", text):
        return False
    known = sum(word in _OF_APPS for word in words)
    return words[0] in _FIRST and words[-1] in _LAST and known > _KNOWN * len(words)


_LABEL = re.compile(r"^(?P<label>[A-Z][\w ]{2,20}):\s")


def _is_day(text: str) -> bool:
    """``Date: March 2022``: no day that is known, and no title."""
    found = _LABEL.match(text)
    return found is not None and field_of(found["label"]) in _DAYS


def title_score(block: Block, texts: list[str], cast: Sequence[str] = ()) -> float:
    """How much a line looks like a title among ``texts``.

    ``cast`` are all who take part, where that is known: another name is then nobody's.
    """
    text = block.plain
    score = 4.0 if block.sign == "#" and block.level == 1 else 0.0
    score += 2.0 * bool(TITLE_MARK.search(text)) + 1.0 * (": " in text)
    score += 2.5 * bool(_NAMED.search(text)) + 3.0 * bool(_ASKED.match(text))
    score += 1.5 * names_interview(text) + 1.0 * _names_speaker(text)
    score += 1.0 * (3 <= word_count(text) <= 20) + 0.5 * (texts.count(text) > 1)
    score -= 2.0 * (text.endswith((".", ",", ":")) or (is_prose(text) and not _asks(text)))
    person = is_name(text) and not (cast and resolve(text, cast) is None)
    score -= 2.0 * (person and block.sign != "#")
    return score


_SPEAKER_ON = Form(rf"^(?P<name>{NAME}) on [A-Z“\"]", needs=" on ")


def _names_speaker(text: str) -> bool:
    """``Ada Byron on Sleep``"""
    found = _SPEAKER_ON.match(text)
    return found is not None and is_name(found["name"])


def _asks(text: str) -> bool:
    """``Is It Really Honey?``: a question with capitals throughout."""
    words = [word for word in text.split() if word[0].isalpha()]
    return text.endswith("?") and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
