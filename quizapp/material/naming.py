"""What a short name stands for: ``the League`` of ``the Hanseatic League``, ``Clarke`` of somebody.

An episode that tells of one league writes its full name once or twice, and then only ``the
League``; of a person it soon gives the last name alone. A card that is read among a thousand others
needs the full name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp import language
from quizapp.sentences.grammar.capitals import is_national

_FULL = re.compile(
    r"(?<![\w’'-])(?P<before>(?:[A-Z][\w’'‑-]*[a-z] ){1,3})(?P<last>[A-Z][a-z]{2,})\b"
)
_SHORT = re.compile(r"\b(?P<the>[Tt]he )(?P<last>[A-Z][a-z]{2,})\b(?! [A-Z]| of [A-Z]|[’'-]\w)")
_OFTEN = 2
"""Times that a full name stands in an episode, so that it is no chance."""
_ONE_ALONE = frozenset("Earth Sun Moon World Universe Internet Web Church Bible Pope".split())
"""What ``the`` alone names, whatever longer name ends in it: ``the Equal Earth projection``."""


@dataclass(frozen=True, slots=True)
class FullNames:
    """What stands before the last word of a name, where the episode has one such name."""

    before: Mapping[str, str]
    people: Mapping[str, str]
    """The full names of people by the one word of them that stands alone."""

    @classmethod
    def of(cls, texts: Iterable[str], speakers: Sequence[str] = ()) -> FullNames:
        """From the texts of an episode, and the names of those who speak in it."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        texts = list(texts)
        for text in texts:
            for m in _FULL.finditer(text):
                words = m["before"].split()
                while words and language.is_function_word(words[0].lower()):
                    words = words[1:]
                if words:
                    found[m["last"]][" ".join(words)] += 1
        return cls(
            {
                last: next(iter(told))
                for last, told in found.items()
                if len(told) == 1
                and told.total() >= _OFTEN
                and language.zipf(last.lower()) > 3
                and last not in _ONE_ALONE
            },
            _people(texts, speakers),
        )

    def in_full(self, text: str, answer: str = "") -> str:
        """A text with its first short name in full; as it is where the answer would stand in it."""
        for m in _SHORT.finditer(text):
            told = self.before.get(m["last"])
            before = text[: m.start()]
            if told is None or told in text or before.count("“") > before.count("”"):
                continue
            if set(language.content_stems(told)) & set(language.content_stems(answer)):
                continue
            text = f"{text[: m.start('last')]}{told} {text[m.start('last') :]}"
            break
        return self._with_people(text, answer)

    def short_in(self, text: str) -> str | None:
        """The whole name of what a text calls by its last word only: ``the League``; or None."""
        for m in _SHORT.finditer(text):
            told = self.before.get(m["last"])
            if told is not None and told not in text:
                return f"{told} {m['last']}"
        return None

    def _with_people(self, text: str, answer: str) -> str:
        """A text with everybody in full whom it names by one word and its answer does not."""
        for word in dict.fromkeys(_ALONE.findall(text)):
            full = self.people.get(word)
            if full is None or full in text:
                continue
            doing = re.search(rf"\b(?:did|does|was|had) {re.escape(word)} [a-z]", text) is not None
            added = set(full.split()) - ({word} if doing and answer != word else set())
            if added & set(re.findall(r"\w+", answer)):
                continue
            place = re.search(rf"(?<![\w’'-]){re.escape(word)}\b", text)
            before = text[: place.start()] if place else ""
            if place is None or before.count("“") > before.count("”") or _NAMED.search(before):
                continue
            if _IN_A_NAME.match(text[place.end() :]):
                continue  # "Clarke Street", "the Clarke-Ortt valve", "Lloyd's in London"
            first = full.split()[0]
            if (first != word and first in text) or _is_term(text, place):
                continue  # "the Norse in Greenland", "Moore's law"
            if _LISTED.search(before) or _GOES_ON.match(text[place.end() :]):
                continue  # one of several last names
            text = f"{before}{full}{text[place.end() :]}"
        return text


def _people(texts: Sequence[str], speakers: Sequence[str]) -> dict[str, str]:
    """Full names by their last word, where one person has it; speakers' by their first word too.

    A speaker's first name counts only where the texts use it for who says something, and for
    nobody else.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    told = "\n".join(texts)
    small = {w for text in texts for w in re.findall(r"(?<![\w’'-])[a-z][\w-]+", text)}
    for text in texts:
        for m in _PERSON.finditer(text):
            first, name = m["first"], m[0]
            if m["middle"] and not _is_person(first, m["middle"].strip(), small, told):
                first, name = m["middle"].strip(), name[m.start("middle") - m.start() :]
            if _is_person(first, m["last"], small, told):
                found[m["last"]][name] += 1
    for full in found.values():  # "Historian Livia Marchetti" is Livia Marchetti
        for name in [n for n in full if any(n.endswith(f" {other}") for other in full)]:
            del full[name]
    for last, full in found.items():
        for name in [n for n in full if _meets_another(n, last, told)]:
            del full[name]
    people = {
        last: next(iter(full))
        for last, full in found.items()
        if len(full) == 1 and (full.total() >= _OFTEN or _acts(last, told))
    }
    for name in speakers:
        first, last = name.split()[0], name.split()[-1]
        if first == last:
            continue
        if last.lower() not in small and set(found[last]) <= {name}:
            people[last] = name
        others = set(re.findall(rf"\b{re.escape(first)} ([A-Z][\w’'-]+)", told)) - set(name.split())
        if first.lower() not in small and not others and _says(first, told):
            people[first] = name
        else:
            people.pop(first, None)
    return people


def _meets_another(name: str, last: str, told: str) -> bool:
    """Whether two names only stand side by side once: ``At Fatehpur | Sikri Akbar opened a house``.

    So it is where what comes before is a name of more words, and the last word mostly stands alone.
    """
    once = len(re.findall(rf"\b{re.escape(name)}\b", told)) == 1
    longer = re.search(
        rf"\b(?:[Aa]t|[Ii]n|[Nn]ear|[Ff]rom|[Oo]n) [A-Z][\w’'-]+ {re.escape(name)}\b", told
    )
    alone = len(re.findall(rf"(?<![A-Z]\w )\b{re.escape(last)}\b", told))
    return once and longer is not None and alone > 1


def _is_person(first: str, last: str, small: Collection[str], told: str) -> bool:
    """Whether two words with capitals are somebody's names: no place, no time, no adjective."""
    if {first.lower(), last.lower()} & set(small) or language.is_function_word(first.lower()):
        return False
    if is_national(first) or last in _TIMES or first in _TIMES:
        return False
    if language.zipf(first) >= _A_FIRST or language.zipf(last) >= _A_WORD:
        return False
    if language.tag(f"They saw the {first.lower()} one.")[3].tag.startswith("AJ"):
        return False  # "Medieval Venice"
    place = rf"\b(?:in|from|to|into|across|near|around|throughout|of) {re.escape(last)}\b(?!['’])"
    return re.search(place, told) is None


_DONE = (
    r"(?:['’]s? | (?:[a-z]+(?:ed|s)|wrote|found|built|made|saw|took|gave|thought|began|went|came|"
    r"did|had|was|kept|held|left|led|drew|sold|won|knew|became|taught|ran|spent|put|sent|brought|"
    r"bought|lost|told|met|set|spoke|fell|rose|grew|fled|flew|fought|chose|drove|rode|broke|dug|"
    r"said|paid|laid|could|would) )"
)


def _acts(last: str, told: str) -> bool:
    """Whether a last name alone does something, or has it: ``Clarke moved``, ``Clarke's drums``."""
    return re.search(rf"(?<![A-Z]\w ){re.escape(last)}{_DONE}", told) is not None


def _says(first: str, told: str) -> bool:
    """Whether a first name alone says something in the texts: ``Renata says``."""
    return re.search(rf"\b{re.escape(first)} (?:{_SPEAKING})\b", told) is not None


_SPEAKING = (
    "says|said|argues|argued|explains|explained|thinks|notes|adds|recalls|calls|believes|tells|"
    "describes|points out|suggests|advises|warns|admits|shares|discusses|talks|answers|laughs"
)
_ALONE = re.compile(r"(?<![\w’'-])[A-Z][\w’]*[a-z]\b")
_NAMED = re.compile(r"(?:\b[A-Z][\w’'.-]*|\bde|\bvan|\bvon) $")


def _is_term(text: str, place: re.Match[str]) -> bool:
    """Whether a name belongs to a thing: ``a Turing machine``, ``300 Kelvin``, ``Moore's law``."""
    before, after = text[: place.start()], text[place.end() :]
    if re.search(r"(?:\b(?:an?|the|one|two|three|per)|\d) $", before):
        return True
    if re.match(
        r"['’]s?(?: (?:\w+ )?(?:law|disease|theor|effect|paradox|syndrome|rule|principle|"
        r"curve|number|constant|equation|test|model|method|hypothesis|dilemma|razor|"
        r"machine|curse)|[?.,;:]|$)",
        after,
    ):
        return True
    following = next((t for t in language.tag(text) if t.start > place.end()), None)
    return re.match(r" [a-z]", after) is not None and bool(following and following.is_noun)


_LISTED = re.compile(r"(?:^|[^\w’'.-] ?)[A-Z][\w’'-]+(?:,|,? and) $")
_IN_A_NAME = re.compile(
    r"-| [A-Z][a-z]| (?:brothers|sisters|family|twins)\b|"
    r"['’]s(?= (?:in|of|at|was|is|had|has)\b|[,.;])"
)
_GOES_ON = re.compile(r"(?:,|,? and) [A-Z][\w’'-]+(?! [A-Z])\b")
_PERSON = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-zà-ÿ]+) (?P<middle>[A-Z][a-zà-ÿ]+ (?=[A-Z]))?"
    r"(?:[A-Z]\. |(?:van|von|de|la|der|den|al) )*"
    r"(?P<last>[A-Z][\w-]*[a-zà-ÿ])\b(?! [A-Z])"
)
_A_FIRST, _A_WORD = 4.9, 4.6
"""Zipf; more common words are no first and no last names: ``New Dome``, ``Little Power``."""
_TIMES = frozenset(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Winter Christmas "
    "Easter Professor Doctor President King Queen Prince Princess Saint Sir Lady Lord Captain "
    "General Mister University Street River Lake Mount Bay Island".split()
)
"""Words with a capital beside a name that are no part of a person's."""
