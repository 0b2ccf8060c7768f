"""Plausible wrong options: of the same kind as the key, out of the same episode, never true.

A wrong option is turned down when it shares a stem with the key, the stem or another option, when
it is the key's acronym, when the episode says somewhere what the stem filled with it would say, or
when its form (number, capitals, length) would give the key away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizapp import language
from quizapp.blanks import BLANK
from quizapp.identity import fold
from quizapp.language import Phrase
from quizapp.material import Material
from quizapp.sentences.commonness import is_vague

WANTED = 3
"""Wrong options of a choice: more do not work better (Rodriguez, 2005)."""
FEWEST = 2
TOGETHER = 0.34
"""From this share of the stem's words on, an option that stands with them may be true."""

_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a choice in the shown order, and which is the key."""

    texts: tuple[str, ...]
    key: int


def for_phrase(key: Phrase, prompt: str, section_text: str, material: Material) -> list[str]:
    """Wrong options for a phrase blanked out of ``prompt``, best first, at most ``WANTED``."""
    if any(t.tag == "CRD" for t in key.tokens):
        return for_number(key.text, prompt)
    told = material.told_kinds(key.text)
    if key.is_name and not is_typed(key) and not told:
        return []
    pool = [
        p
        for p in material.phrases.values()
        if alike(key, p)
        and not material.names.mentions(p.text)
        and not _vague(p)
        and (p.is_name or material.is_term(p.text))
    ]
    if key.is_name:
        pool = [p for p in pool if _of_one_kind(key, p, material)]
    elif not _DEFINED.match(prompt):
        # Terms that the episode lists side by side are of one kind; other phrases seldom are.
        pool = [p for p in pool if material.is_title(p.text)] if material.is_title(key.text) else []
    near = _ranked(key, pool, material)
    wrong: list[str] = []
    if told:
        akin = [text for text in near if material.told_kinds(text) & told]
        wrong = _chosen(key.text, akin, prompt, section_text, material)
        if len(wrong) < FEWEST:
            akin += _of_library(key, told, prompt, material)
            wrong = _chosen(key.text, akin, prompt, section_text, material)
    if len(wrong) < FEWEST:
        wrong = _chosen(key.text, near, prompt, section_text, material)
    return wrong


def _of_library(
    key: Phrase, told: frozenset[str], prompt: str, material: Material
) -> Iterable[str]:
    """Things of the key's kind that episodes of the same field tell of and this one does not.

    Those that stand on cards of the episode already come first, then the nearest. What is told
    there with the words of the prompt might be true.
    """
    stems = set(language.content_stems(prompt)) - told
    nearby = material.nearby
    offers = [o for o in nearby.offers if o.kinds & told and _alike_in_form(key, o.text)]
    offers.sort(key=lambda o: matched_case(o.text, key.text) not in nearby.kept)
    for offer in offers:
        own = set(language.content_stems(offer.text))
        if offer.goes_with(stems - own) < TOGETHER and not material.tells_of(offer.text):
            yield offer.text


def _alike_in_form(key: Phrase, text: str) -> bool:
    """Whether a phrase is spelt like the key: as many, about as long, a name where it is one."""
    other = language.phrase(text, language.tag(text))
    named = key.is_name and len(key.tokens) > 1
    if not named and key.is_plural != other.is_plural:
        return False
    if not 0.6 <= len(text) / len(key.text) <= 1.6:
        return False
    if key.is_name and (is_typed(key) or is_typed(other)):
        return _shape(key) == _shape(other)
    return (len(key.tokens) > 1) == (len(other.tokens) > 1)


_DEFINED = re.compile(rf"{BLANK} (?:is|are|was|were) ")
"""A term asked for by what it is: any term of the episode is a fair option."""


def _ranked(key: Phrase, pool: Sequence[Phrase], material: Material) -> list[str]:
    """The closest in kind and standing first: same length, same weight in the episode."""
    weight = material.aboutness(key.text)

    def distance(other: Phrase) -> tuple[float, str]:
        words = abs(len(other.tokens) - len(key.tokens))
        letters = abs(len(other.text) - len(key.text)) / max(len(key.text), 1)
        return (
            words + letters + abs(material.aboutness(other.text) - weight),
            other.text,
        )

    return [p.text for p in sorted(pool, key=distance)]


def _of_one_kind(key: Phrase, other: Phrase, material: Material) -> bool:
    """Whether two names are names of one kind of thing, as far as the episode tells.

    The episode must say what they are, by a noun before or after, or by an acronym's long form.
    """
    if not is_typed(key):
        return bool(material.told_kinds(key.text) & material.told_kinds(other.text))
    ours = material.kinds_of(key.text) | _long_form_heads(key.text, material)
    return bool(ours & (material.kinds_of(other.text) | _long_form_heads(other.text, material)))


def _long_form_heads(acronym: str, material: Material) -> frozenset[str]:
    """The heads of the phrases that an acronym may stand for: ``RNNs`` → ``network``."""
    letters = acronym.removesuffix("s").lower()
    return frozenset(
        language.stem(key.split()[-1]) for key in material.phrases if _initials(key) == letters
    )


def _vague(phrase: Phrase) -> bool:
    """Whether a phrase is too loose for an option: ``effort``, ``higher risk``, ``best way``."""
    if any(t.tag in ("AJC", "AJS") for t in phrase.tokens):
        return True
    return len(phrase.tokens) == 1 and is_vague(phrase.head.text)


def _chosen(
    key: str, pool: Iterable[str], prompt: str, section_text: str, material: Material
) -> list[str]:
    taken: list[str] = []
    for option in pool:
        option = matched_case(option, key)
        if (
            distinct(option, [key, *taken])
            and not set(language.content_stems(option)) & set(language.content_stems(prompt))
            and fold(option) not in fold(section_text)
            and not possibly_true(option, prompt, material)
            and not material.side_by_side(option, key)
        ):
            taken.append(option)
        if len(taken) == WANTED:
            break
    return taken


def alike(key: Phrase, other: Phrase) -> bool:
    """Whether two phrases are of one form: name or term, one or many, about as long."""
    if key.is_name != other.is_name or key.is_plural != other.is_plural:
        return False
    if fold(key.text) == fold(other.text) or any(t.tag == "CRD" for t in other.tokens):
        return False
    if key.is_name and _shape(key) != _shape(other):
        return False
    if not 0.6 <= len(other.text) / len(key.text) <= 1.6:
        return False
    return (len(key.tokens) > 1) == (len(other.tokens) > 1) or key.is_name


def is_typed(name: Phrase) -> bool:
    """Whether a name's spelling says enough of its kind to find others of the same kind.

    Coined words and acronyms keep to themselves; a plain capitalised word may be a town, a
    person, a day or a disease.
    """
    return _shape(name) in ("coined", "acronym")


def _shape(name: Phrase) -> str:
    """How a name is spelt: an acronym, a coined word (``AlexNet``), a person's or a place's."""
    text = name.text
    if len(name.tokens) > 1:
        return "names"
    if re.fullmatch(r"[A-Z][A-Z.&/-]*s?", text) and len(text) > 1:
        return "acronym"
    if re.search(r"\d|[a-z][A-Z]", re.sub(r"^Ma?c(?=[A-Z])", "", text)):
        return "coined"
    return "name"


def distinct(option: str, others: Sequence[str]) -> bool:
    """Whether an option shares no stem, part or acronym with any other."""
    stems = set(language.content_stems(option))
    for other in others:
        if not stems or stems & set(language.content_stems(other)):
            return False
        if fold(option) in fold(other) or fold(other) in fold(option):
            return False
        if _initials(option) == fold(other) or _initials(other) == fold(option):
            return False
    return True


def _initials(text: str) -> str:
    return "".join(w[0] for w in fold(text).split())


def possibly_true(option: str, prompt: str, material: Material) -> bool:
    """Whether the prompt filled with ``option`` stands in the episode, or nearly."""
    if material.known(prompt.replace(BLANK, option, 1), saying=option, at_least=85):
        return True
    return material.together(option, language.content_stems(prompt)) >= TOGETHER


def matched_case(option: str, key: str) -> str:
    """The option with the key's first letter: a term out of a heading is no name."""
    if key[:1].isupper() and option[:1].islower():
        return option[:1].upper() + option[1:]
    first = option.split()[0] if option.split() else option
    if key[:1].islower() and first[1:].islower() and not _proper(option):
        return option[:1].lower() + option[1:]
    return option


def _proper(text: str) -> bool:
    return all(t.tag == "NP0" for t in language.tag(text))


def for_number(text: str, prompt: str) -> list[str]:
    """Other numbers in the same format: years near by, quantities of another size."""
    found = _NUMBER.search(text)
    if found is None:
        return []
    digits = found.group(0).rstrip(".,")
    after = text[found.end() :] + prompt.partition(BLANK)[2]
    values = _year_like(digits, after) or _bounded(_scaled(digits), after)
    seed = sha256(prompt.encode()).digest()[0]
    values = values[seed % len(values) :] + values[: seed % len(values)] if values else []
    options = [_in_larger_units(text.replace(digits, v, 1)) for v in values]
    return [o for o in options if o != text and o not in prompt][:WANTED]


def _in_larger_units(text: str) -> str:
    """``2500 million`` as ``2.5 billion``, as people write it."""
    found = re.fullmatch(r"(?P<n>\d{4,}) (?P<unit>thousand|million|billion)(?P<rest>.*)", text)
    if found is None:
        return text
    larger = {"thousand": "million", "million": "billion", "billion": "trillion"}[found["unit"]]
    return f"{int(found['n']) / 1000:g} {larger}{found['rest']}"


def _year_like(digits: str, after: str) -> list[str]:
    if _ERA.match(after) and digits.isdigit():
        return [str(int(digits) + step) for step in (-12, 9, -27, 18) if int(digits) + step > 0]
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", digits):
        return []
    year = int(digits)
    steps = (-4, 3, -9, 6) if year > 1950 else (-12, 9, -25, 18)
    return [str(year + step) for step in steps]


_ERA = re.compile(r" (?:BCE?|AD|CE|a\.? ?d\.?|b\.? ?c\.?)(?!\w)", re.IGNORECASE)


def _bounded(values: list[str], context: str) -> list[str]:
    """Only what can be: no 450 percent of a whole, no 100 hours a day."""
    ceiling = next((top for pattern, top in _CEILINGS if re.search(pattern, context)), None)
    if ceiling is None:
        return values
    return [v for v in values if float(v.replace(",", "")) <= ceiling]


_CEILINGS = (
    (r"^ ?(?:%|percent|per cent)", 100),
    (r"^ (?:hours?|h)\b.*\b(?:a|per|each|every) (?:day|night)|^ hours of sleep", 24),
    (r"^ (?:days?)\b.*\b(?:a|per|each|every) week", 7),
)


def _scaled(digits: str) -> list[str]:
    """Half, double, a fifth and five times, with the same decimals and separators."""
    decimals = len(digits.partition(".")[2]) if "." in digits else 0
    try:
        value = float(digits.replace(",", ""))
    except ValueError:
        return []
    if value <= 3 and not decimals:
        return []
    scaled = (value * f for f in (2, 0.5, 5, 0.2))
    grouped = "," if "," in digits or value >= 10_000 else ""
    texts = [f"{v:{grouped}.{decimals}f}" for v in scaled if v >= 2 or decimals]
    return list(dict.fromkeys(t for t in texts if float(t.replace(",", "")) > 0))


def arranged(key: str, wrong: Sequence[str], seed: str) -> Options:
    """Key and wrong options in an order that depends on ``seed`` alone: keys fall evenly."""
    texts = [key, *wrong]
    order = sorted(texts, key=lambda t: sha256(f"{seed}\x1f{t}".encode()).hexdigest())
    return Options(tuple(order), order.index(key))
