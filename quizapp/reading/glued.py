"""Takes apart what an extraction ran together without a separator.

``deep breathingSleep and dreamsWhy we yawn`` is three items; ``AlexNet`` is one word. A place
where a small letter or a closing mark meets a capital is a seam, unless the word around it is
known: from its own use elsewhere on the page, from a list of such names, or by its shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from functools import cached_property

_SEAM = re.compile(
    r"(?<=[a-zß-öø-ÿ)\]”?!])(?=[A-ZÀ-ÖØ-Þ“])"
    r"|(?<=[a-z]{3}\.)(?=[A-Z][a-z])"
    r"|(?:(?<=\d\d)|(?<=-\d)|(?<=[A-Z]{2}))(?=[A-Z][a-z]{2})"
)
"""Where a seam may be: capitals after small letters, closing marks, numbers, abbreviations."""

_BRAND = 6
"""Letters: the first half of a name such as DeepMind or StarCraft is hardly ever that long."""

_SHORT_LEFT = 2
"""Letters: ``Cher AmiRAF bombers`` has a name before the seam and more capitals behind it."""

_WORD = re.compile(r"[\w'’.&/‑-]+")
_MIXED = re.compile(r"[a-z][A-Z]")
_FAMILIAR = frozenset(
    """YouTube OpenAI ChatGPT DeepMind LinkedIn GitHub JavaScript TypeScript PayPal WhatsApp TikTok
    iPhone iPad iOS macOS eBay PhD PhDs LaTeX WordPress AlphaGo AlphaZero AlphaFold ImageNet
    PowerPoint SpaceX FedEx MacBook QuickBooks BuzzFeed SoundCloud DoorDash FaceTime PlayStation
    StarCraft MasterClass CrossFit DreamWorks HubSpot JetBlue NeurIPS PyTorch TensorFlow NumPy
    BitTorrent CoinBase MongoDB PostgreSQL MySQL SQLite GraphQL DevOps SaaS mRNA tRNA""".split()
)
_OPENERS = frozenset("The This These When It He She They We There Most Some Because".split())
"""Words that begin a sentence, and no second half of a name."""

_NAME_PREFIX = re.compile(r"^(?:Mc|Mac|Di|De|Du|La|Le|Van|Fitz|O['’])$")


def is_familiar(text: str) -> bool:
    """Whether a text has a name with a capital inside that all know: ``YouTube``."""
    return any(word in _FAMILIAR for word in _WORD.findall(text))


class LooseWords:
    """The words that stand alone on a page: in several places, or without seams.

    They are counted when one is first asked for; most lines have no seam, and never ask.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        counts = Counter(_WORD.findall(self._text))
        return frozenset(
            word
            for word, count in counts.items()
            if count > 1 or word.islower() or word.istitle() or word.isupper()
        )


def split_glued(text: str, known: Container[str] = ()) -> list[str]:
    """The items that ``text`` runs together, in order; one item where no seam is found.

    ``known`` holds words that stand alone elsewhere on the page. A token with capitals inside
    that is among them is a word, and so stays whole.
    """
    pieces, start = [], 0
    for seam in _SEAM.finditer(text):
        place = seam.start()
        if place > start and _is_seam(text, start, place, known):
            pieces.append(text[start:place].strip())
            start = place
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


_SENTENCE = re.compile(r"(?<=[a-zß-öø-ÿ0-9]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ“])")
_STOP = re.compile(r"[.!?]\s")
_LONGEST_HEAD = 140
_HEAD_WORDS = 20
_TITLE_WORDS = 12
_FEWEST, _BODY_WORDS = 2, 4


def glued_head(text: str, known: Container[str] = ()) -> tuple[str, str] | None:
    """``Wind is a tool.A steady wind lifts a kilo.``: a heading, and the text it runs into.

    The heading is one sentence or a title; None where nothing at the beginning is glued so.
    """
    start = text[:_LONGEST_HEAD]
    stop = _SENTENCE.search(start)
    if stop and not _STOP.search(text[: stop.start()]):
        head, longest = text[: stop.start()], _HEAD_WORDS
    else:
        head, longest = split_glued(start, known)[0], _TITLE_WORDS
    body = text[len(head) :]
    if not body[:1].isupper() or len(body.split()) < _BODY_WORDS or not head[0].isupper():
        return None
    if not _FEWEST <= len(head.split()) <= longest or _STOP.search(head) or ": " in head:
        return None
    return head, body


def _is_seam(text: str, start: int, place: int, known: Container[str]) -> bool:
    if text[place - 1].isdigit() or text[place - 1] == ".":
        return True
    if text[place - 1] in ")]”?!":
        return text[place - 1] in ")]”" or text[place] != "“"
    left, right = _around(text, start, place)
    if _is_word(left + right, known) or _NAME_PREFIX.match(left):
        return False
    if len(right) < 2 and not (left.islower() and text[place : place + 2] in ("A ", "I ")):
        return False
    if _MIXED.search(left) and _is_word(left, known):
        return True
    if right in _OPENERS and text[place + len(right) : place + len(right) + 1] == " ":
        return True
    if left[0].islower() or not left[0].isalpha():
        return len(left) > 3 or left in known or (len(left) == 3 and right[1:2].islower())
    if left[:-1].isupper() and left.endswith("s"):
        return True
    if left in known:
        beside = right in known or right.lower() in known
        beside = beside or (right.isupper() and len(right) > _SHORT_LEFT)
        return left.isupper() or beside or len(left) >= _BRAND
    return len(left) >= _BRAND + (0 if _ends_phrase(text, place - len(left)) else 2)


def _ends_phrase(text: str, start: int) -> bool:
    """Whether small words lead to a name: ``the war with Denmark``."""
    return text[max(0, start - 2) : start - 1].islower()


def _is_word(token: str, known: Container[str]) -> bool:
    return token in known or token in _FAMILIAR or token.removesuffix("s") in _FAMILIAR


def _around(text: str, start: int, place: int) -> tuple[str, str]:
    """The letters before a seam, and those behind it up to the next capital or non-letter."""
    left = place
    while left > max(start, place - 40) and text[left - 1].isalnum():
        left -= 1
    right = place + 1
    while right < min(len(text), place + 40) and text[right].isalnum():
        if text[right].isupper() and text[right - 1].islower():
            break
        right += 1
    return text[left:place], text[place:right]


_NAME_SEAM = re.compile(
    r"(?<=\s)(?P<left>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,})(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{4,}[\s,:])"
)
_SURELY = 4
"""Items of a list in which one is glued to the next by a name."""

_LONGER = 1.4
"""How much longer than the others two items in one are."""


def evened(items: list[str], known: Container[str] = ()) -> list[str]:
    """The items of a list, with those taken apart that are two.

    ``unity under the QinFlying cash and bills`` is, in a list of much shorter items.
    A name before a seam is no half of a brand there, unless the whole of it is known.
    """
    if len(items) < _SURELY:
        return items
    lengths = sorted(len(item.split()) for item in items)
    usual = lengths[len(lengths) // 2]
    done: list[str] = []
    for item in items:
        found = _NAME_SEAM.search(item) if len(item.split()) >= _LONGER * usual else None
        around = "".join(_around(item, 0, found.end())) if found else ""
        head, tail = (item[: found.end()], item[found.end() :]) if found else (item, "")
        two = min(len(head.split()), len(tail.split())) >= _FEWEST
        apart = two and not (_is_word(around, known) or _NAME_PREFIX.match(head.split()[-1]))
        done += [head, tail] if apart else _two_words(item, known)
    return done


_TWO_WORDS = re.compile(r"([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,})([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{5,})")


def _two_words(item: str, known: Container[str]) -> list[str]:
    """``RyeSourdough`` in a list, of a page that has ``Rye`` and ``rye`` elsewhere: two items."""
    found = _TWO_WORDS.fullmatch(item)
    if found is None or _is_word(item, known):
        return [item]
    told = found[1] in known and found[1].lower() in known
    return [found[1], found[2]] if told else [item]


def glued_items(text: str, known: Container[str] = ()) -> list[str]:
    """The items of a line that is a list run together; empty where it is prose or a menu.

    A list has three items or more, most of them of several words, and few sentences.
    """
    if len(text) > 20_000:
        return []
    items = evened(split_glued(text, known), known)
    if len(items) < 3 or text.count(". ") > len(items) // 2:
        return []
    long = sum(1 for item in items if 2 <= len(item.split()) <= 40)
    capital = sum(1 for item in items if item[0].isupper())
    return items if long >= 0.7 * len(items) and capital >= 0.8 * len(items) else []
