"""Numbers in words and figures, with their units: ``1.5 billion`` is ``1,500,000,000``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "dozen": 12,
}
_AFTER_FIGURES_ONLY = frozenset({"k", "b", "mn", "bn", "tn"})
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split(),
        start=1,
    )
}
_ORDINAL_WORDS = {number: word for word, number in _ORDINALS.items()}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

_UNITS: dict[str, tuple[str, float]] = {
    form: (kind, size)
    for forms, kind, size in (
        ("percent", "percent", 1),
        ("dollar dollars usd", "dollar", 1),
        ("euro euros eur", "euro", 1),
        ("pound pounds lb lbs", "pound", 1),
        ("millisecond milliseconds ms", "time", 0.001),
        ("second seconds sec secs s", "time", 1),
        ("minute minutes min mins", "time", 60),
        ("hour hours hr hrs h", "time", 3600),
        ("day days", "time", 86400),
        ("week weeks", "time", 604800),
        ("month months", "months", 1),
        ("year years yr yrs", "months", 12),
        ("decade decades", "months", 120),
        ("century centuries", "months", 1200),
        ("millimetre millimetres millimeter millimeters mm", "length", 0.001),
        ("centimetre centimetres centimeter centimeters cm", "length", 0.01),
        ("metre metres meter meters m", "length", 1),
        ("kilometre kilometres kilometer kilometers km", "length", 1000),
        ("inch inches", "length", 0.0254),
        ("foot feet ft", "length", 0.3048),
        ("mile miles", "length", 1609.344),
        ("gram grams gramme grammes g", "mass", 0.001),
        ("kilogram kilograms kg kilo kilos", "mass", 1),
        ("ton tons tonne tonnes", "mass", 1000),
        ("byte bytes", "bytes", 1),
        ("kilobyte kilobytes kb", "bytes", 1e3),
        ("megabyte megabytes mb", "bytes", 1e6),
        ("gigabyte gigabytes gb", "bytes", 1e9),
        ("terabyte terabytes tb", "bytes", 1e12),
        ("watt watts w", "power", 1),
        ("kilowatt kilowatts kw", "power", 1e3),
        ("megawatt megawatts mw", "power", 1e6),
        ("hertz hz", "frequency", 1),
        ("megahertz mhz", "frequency", 1e6),
        ("gigahertz ghz", "frequency", 1e9),
        ("celsius", "celsius", 1),
        ("fahrenheit", "fahrenheit", 1),
    )
    for form in forms.split()
}
"""Form of a unit → what it measures, and how many base units it is."""

_FIGURES = re.compile(r"-?\d+(?:\.\d+)?")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text: its value, in base units where the unit is known.

    ``unit`` is what is measured (``time``, ``length``, …) or None; ``end`` is the place in the
    tokens after the number and its unit.
    """

    figures: str
    value: float
    unit: str | None
    end: int

    @property
    def is_exact(self) -> bool:
        """Whether rounding would make another fact of it: a year or a small count."""
        number = float(self.figures)
        bare = self.unit is None and len(self.figures) == 4
        year = bare and _FIRST_YEAR <= number <= _LAST_YEAR
        return year or (number.is_integer() and abs(number) < 100)


def is_number(token: str) -> bool:
    """Whether a token is a number in figures."""
    return _FIGURES.fullmatch(token) is not None


def in_figures(tokens: list[str]) -> list[str]:
    """Tokens with every number in words put in figures: ``ninety four`` → ``94``."""
    done: list[str] = []
    at = 0
    while at < len(tokens):
        value, after = _number(tokens, at)
        if value is None:
            done.append(_ordinal(tokens, at))
            at += 1
        else:
            done.append(_plain(value))
            at = after
    return done


def ordinal(number: int) -> str:
    """An ordinal as a person writes it: ``second``, ``21st``."""
    if number in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[number]
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _ordinal(tokens: list[str], at: int) -> str:
    word = tokens[at]
    counted = at > 0 and (is_number(tokens[at - 1]) or tokens[at - 1] in _SMALL)
    return word if counted or word not in _ORDINALS else f"{_ORDINALS[word]}th"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(tokens: list[str], at: int) -> tuple[Decimal | None, int]:
    """The number that begins at a place, and the place after it; None when there is none."""
    total = part = Decimal(0)
    begun = figures = False
    start = at
    while at < len(tokens):
        word = tokens[at]
        if is_number(word) and not begun:
            part, begun, figures = Decimal(word), True, True
        elif word in _SMALL and not figures and _fits(part, _SMALL[word]):
            part, begun = part + _SMALL[word], True
        elif word in _SCALES and _may_scale(word, tokens, start, at, figures, begun):
            total, part = _scaled(total, part if begun else Decimal(1), _SCALES[word])
            begun = True
        elif begun and tokens[at : at + 3] == ["and", "a", "half"]:
            part, at = part + Decimal("0.5"), at + 2
        elif not (word == "and" and begun and _continues(tokens, at)):
            break
        at += 1
    return (total + part, at) if begun else (None, start)


def _fits(part: Decimal, number: int) -> bool:
    """``twenty`` takes ``four``, ``hundred`` takes both; ``four`` takes nothing more."""
    return part == 0 or (part % 100 == 0) or (part % 10 == 0 and part % 100 >= 20 and number < 10)


def _may_scale(
    word: str, tokens: list[str], start: int, at: int, figures: bool, begun: bool
) -> bool:
    if word in _AFTER_FIGURES_ONLY:
        return figures and at == start + 1
    return begun or (at > 0 and tokens[at - 1] == "a")


def _scaled(total: Decimal, part: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    if scale < 1000:
        return total, part * scale
    return total + (part or Decimal(1)) * scale, Decimal(0)


def _continues(tokens: list[str], at: int) -> bool:
    """Whether an ``and`` stands inside a number: ``two hundred and six``."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else ""
    return before in ("hundred", "thousand", "million") and after in _SMALL


def quantities(tokens: tuple[str, ...]) -> tuple[Quantity, ...]:
    """The numbers among tokens that are in figures, each with the unit that follows it."""
    found = []
    for at, token in enumerate(tokens):
        if is_number(token):
            unit, size = _UNITS.get(tokens[at + 1] if at + 1 < len(tokens) else "", (None, 1.0))
            found.append(Quantity(token, float(token) * size, unit, at + 1 + (unit is not None)))
    return tuple(found)


def is_unit(token: str) -> bool:
    """Whether a token is a unit of measure that is known here."""
    return token in _UNITS


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the same fact, as far as both were meant to be precise.

    Equal, or one of them is the other rounded to at least two figures, or they are within one
    percent. Years and whole numbers under a hundred are the same only when equal. A number
    without a unit is taken to be in the other's.
    """
    if one.unit and other.unit:
        if one.unit != other.unit:
            return False
        first, second = one.value, other.value
    else:
        first, second = float(one.figures), float(other.figures)
    if not (isfinite(first) and isfinite(second)):
        return one.figures == other.figures
    if abs(first - second) <= 1e-9 * max(abs(first), abs(second)):
        return True
    if one.is_exact or other.is_exact:
        return False
    return _close(first, second) or _rounded(one, other, first, second)


def is_near(one: Quantity, other: Quantity) -> bool:
    """Whether a number misses another by so little that it was meant: by up to a tenth."""
    if (one.unit and other.unit and one.unit != other.unit) or one.is_exact or other.is_exact:
        return False
    return isfinite(one.value) and abs(one.value - other.value) <= 0.1 * abs(other.value)


def _close(first: float, second: float) -> bool:
    return abs(first - second) <= 0.01 * max(abs(first), abs(second))


def _rounded(one: Quantity, other: Quantity, first: float, second: float) -> bool:
    coarse = min(_precision(one.figures), _precision(other.figures))
    return coarse >= 2 and f"{first:.{coarse - 1}e}" == f"{second:.{coarse - 1}e}"


def _precision(figures: str) -> int:
    """How many figures of a number count: ``1500000`` has two, ``3.140`` three."""
    digits = figures.lstrip("-").lstrip("0").replace(".", "").lstrip("0").rstrip("0")
    return max(1, len(digits))
