"""From candidates to the cards that are kept: checked, without duplicates, in balance, the best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.fuzz import partial_ratio

from quizapp import language, quality
from quizapp.choosing.pointed import with_pointed
from quizapp.choosing.retelling import retold, with_their_places
from quizapp.generators.drafting import MODEST
from quizapp.generators.wordings import is_meant
from quizapp.identity import fold
from quizapp.material import Material
from quizapp.model import Card, CardKind, Failure, Note, Rejection
from quizapp.quality import deck

_A_FACT = 2
"""Cards of one fact that are kept where many pages tell of an episode, while it does not take more
for a deck of some size; elsewhere one, as readers take most second ones for repetitions."""
_SECOND = 0.4
"""What the second card of a fact scores at least: readers take weaker ones for repetitions."""
_TOLD, _WEAK = 0.33, (CardKind.CLOZE, CardKind.TRUE_FALSE, CardKind.CHOICE)
"""The same of a sentence that an answer tells as well, for what only leaves something out of it."""
_MOST_OF_A_FACT = 5
_WORDS_A_CARD = 90
"""Words of the pages to a card, at the most: a deck with fewer cards takes in the next best."""
_WORDS_OF_MANY = 22
"""The same where several pages tell of an episode: whoever gathers them wants to know it well."""
_FAIR = 0.3
"""Beyond that number, cards of a section that has some: of others, readers keep three in five."""
_LAST = 0.05
"""Of a question that fits any heading: for a section that has no card at all."""
_SOME_OF_WANTED = 0.5
"""Of the number that a small deck has, so many make modest cards superfluous."""
A_SECTION = 10
"""Cards of one section that are kept, the best ones."""
_BESIDE = {CardKind.CLOZE: 0.42, CardKind.RECALL: 0.58}
"""What a card of one sentence scores at least, in a small deck that has its number: of the blanks
below, readers keep half, of the questions one in nine."""
_OF_SECTION = "recall"
"""The fact of a card that asks for a section as a whole."""
_ENOUGH_OF_ALL = 8
"""Cards of one section that make modest ones superfluous."""
_ENOUGH = {CardKind.CLOZE: 3}
"""Of the kind that most people fill unheard, fewer."""
_A_KIND = {
    CardKind.RECALL: 5,
    CardKind.CLOZE: 5,
    CardKind.NUMBER: 3,
    CardKind.TRUE_FALSE: 2,
    CardKind.CHOICE: 2,
}
"""Of one section, cards of one kind that are kept."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The notes that are kept, each with at least one card, and what was turned down and why."""

    notes: tuple[Note, ...]
    rejections: tuple[Rejection, ...]


def selected(candidates: Iterable[Note], material: Material) -> Selected:
    """The candidates that pass, ranked against each other."""
    notes = list({n.id: n for n in candidates}.values())
    rejections: list[Rejection] = []
    passed: list[Card] = []
    for card in (c for n in notes for c in n.cards):
        failed = quality.failures(card, material)
        if quality.acceptable(failed):
            passed.append(card)
        else:
            rejections.append(Rejection(card, failed))
    rejections.extend(
        _turned_down(t.card, "duplicates", f"asks what {t.of} asks")
        for t in deck.duplicates(passed)
    )
    gone = {r.card.id for r in rejections}
    wanted = _wanted(material)
    left = [c for c in passed if c.id not in gone]
    many = material.are_many
    speakers = () if many else tuple(f"Who is {g}?" for g in material.names.guests)
    kept, surplus = _best(left, notes, wanted, many=many, left_out=speakers)
    kept, uneven = _balanced(kept)
    instead = _instead(kept, uneven, surplus, notes)
    kept += instead
    surplus = [c for c in surplus if c not in instead]
    place = {n.id: n.anchor for n in notes}
    if not many:
        kept, surplus = with_pointed(kept, surplus, place)
    again = () if many else retold(kept, material)
    kept = with_their_places(kept, again)
    asked = {place[c.note_id] for c in kept}
    rejections += [
        _turned_down(c, "surplus", _beside(c, alone=place[c.note_id] not in asked)) for c in surplus
    ]
    rejections += [_turned_down(c, "balance", "too many of one answer") for c in uneven]
    rejections += [_turned_down(r.card, "duplicates", f"{r.of} tells it") for r in again]
    return Selected(tuple(_with_cards(notes, {c.id: c for c in kept})), tuple(rejections))


def _beside(card: Card, *, alone: bool) -> str:
    """Why a card that passes every check is not kept; ``alone`` says of a section without one."""
    if card.kind is CardKind.RECALL and card.score <= _LAST:
        return "too open a question: anything that is told of it would answer"
    if alone:
        return "it asks for the lesser thing of a sentence, or only whether that is so"
    return "the section has better cards"


def _turned_down(card: Card, check: str, reason: str) -> Rejection:
    return Rejection(card, (Failure(check, reason, gate=False),))


def _of_pages(cards: Sequence[Card]) -> int:
    """How many cards are made of what people wrote: the talk comes on top."""
    return sum("transcript" not in card.tags for card in cards)


def _wanted(material: Material) -> int:
    """How many cards a deck has before weak ones are left out, by the words of its pages."""
    return material.words // (_WORDS_OF_MANY if material.are_many else _WORDS_A_CARD)


def _best(
    cards: Sequence[Card],
    notes: Sequence[Note],
    wanted: int,
    *,
    many: bool,
    left_out: Sequence[str] = (),
) -> tuple[list[Card], list[Card]]:
    """The best of each section, so many of a kind and of a fact; the rest.

    What asks a fact again, or asks little, comes in only until there are ``wanted`` cards.
    ``left_out`` are prompts that a small deck does without: whoever heard a talk knows its guest.
    """
    kept = _Kept(
        {n.id: n.anchor for n in notes}, {n.id: n.key for n in notes}, wanted, many, left_out
    )
    ranked = sorted(cards, key=lambda c: (not many and _is_judged(c), -c.score, c.id))
    left = ranked
    for of_a_fact in range(_A_FACT, _MOST_OF_A_FACT + 1) if many else (1, 1):
        first = left is ranked
        for card in left:
            if (first or not kept.is_full) and kept.takes(card, of_a_fact, first=first):
                kept.take(card)
        taken = {c.id for c in kept.cards}
        left = [c for c in ranked if c.id not in taken]
    return kept.cards, left


@dataclass(slots=True)
class _Kept:
    """The cards that are kept so far, counted by section, kind and fact.

    ``place`` and ``keys`` tell the section and the fact of a note by its id; the rest is as
    ``_best`` has it.
    """

    place: Mapping[str, str]
    keys: Mapping[str, str]
    wanted: int
    many: bool
    left_out: Sequence[str]
    cards: list[Card] = field(default_factory=list)
    total: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, CardKind]] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    prompts: set[str] = field(default_factory=set)
    answers: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    points: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What the answers of a section say, and the first sentence of each."""
    meanings: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What the terms of a section mean."""

    @property
    def is_full(self) -> bool:
        """Whether the pages have as many cards as are wanted."""
        return _of_pages(self.cards) >= self.wanted

    @property
    def is_fair(self) -> bool:
        """Whether they have enough to do without cards that ask little."""
        return _of_pages(self.cards) >= _SOME_OF_WANTED * self.wanted

    def take(self, card: Card) -> None:
        """Keep a card."""
        at = self.place[card.note_id]
        self.total[at] += 1
        self.kinds[at, card.kind] += 1
        self.facts[card.note_id] += 1
        self.prompts.add(card.prompt)
        if card.kind is CardKind.DEFINITION:
            self.meanings[at].append(fold(f"{card.prompt} {card.answer}"))
        if card.kind is CardKind.RECALL:
            self.answers[at].append(fold(f"{card.prompt} {card.answer}"))
            point = next(iter(language.sentences(card.answer)), "")
            self.points[at].append(fold(f"{card.prompt} {point}"))
        self.cards.append(card)

    def takes(self, card: Card, of_a_fact: int, *, first: bool) -> bool:
        """Whether there is room for a card; the ``first`` time round, only for what is new."""
        at = self.place[card.note_id]
        if self._is_left_out(card, at) or self._is_last(card, at):
            return False
        if self.total[at] >= A_SECTION or self.kinds[at, card.kind] >= _A_KIND.get(card.kind, 1):
            return False
        if self.facts[card.note_id] >= of_a_fact and card.kind is not CardKind.ATTRIBUTION:
            return False
        return not first or self._is_new(card, at)

    def _is_left_out(self, card: Card, at: str) -> bool:
        """Whether a small deck does without a card: what readers keep half of, or know already."""
        if self.many:
            return False
        if card.prompt.startswith("Which of ") or card.prompt in self.left_out:
            return True  # a sentence matched with its heading: readers keep one in five
        if _is_judged(card) and (self.total[at] or _as_told(card) or self.is_fair):
            return True  # for a section without another card, in a deck without enough
        if is_meant(card.prompt.rpartition(": ")[2]) and self.meanings[at]:
            return True  # what a heading stands for: a term below it is asked
        plain = card.kind is CardKind.CLOZE and card.score < _BESIDE[CardKind.CLOZE]
        plain = plain and (self.total[at] > 0 or not _is_unheard_of(card.answer))
        stated = card.kind is CardKind.RECALL and self.keys[card.note_id] != _OF_SECTION
        plain = plain or (stated and card.score < _BESIDE[CardKind.RECALL])
        if (plain and self.is_full) or (card.score < MODEST and self.is_fair):
            return True
        if not self.total[at] or card.kind is CardKind.FINISH_QUOTE:
            return False
        weak = card.score < _BESIDE.get(card.kind, 0.0) and self.is_full
        if weak and self.keys[card.note_id] != _OF_SECTION:
            return True
        told = self.points if card.kind is CardKind.NUMBER else self.answers
        chosen = card.kind is CardKind.CHOICE  # to tell a thing from its like asks more
        meant = self.meanings[at] if self.is_fair and not chosen else []
        return _told_in([*told[at], *meant], self.keys[card.note_id])  # asked again

    def _is_last(self, card: Card, at: str) -> bool:
        """Whether a weak card is for a section that has fewer, or for a deck that does."""
        if card.score < _FAIR and self.total[at] and self.is_full:
            return True
        if card.score <= _LAST and self.total[at]:
            return True
        enough = _ENOUGH.get(card.kind, _ENOUGH_OF_ALL)
        return card.score < MODEST and self.total[at] >= enough

    def _is_new(self, card: Card, at: str) -> bool:
        """Whether a card asks what no other asks or tells."""
        again = card.prompt in self.prompts or card.kind is CardKind.ORDER  # chapters: no story
        if self.facts[card.note_id]:
            again = again or card.score < _SECOND or _as_told(card)
        elif _told_in(self.answers[at], self.keys[card.note_id]):
            weak = card.kind in _WEAK and (card.score < _TOLD or not self.many)
            again = again or weak or _as_told(card)
        return not again and (card.score >= MODEST or not self.total[at])


def _is_unheard_of(answer: str) -> bool:
    """Whether a blank holds a name or a term that is hardly met elsewhere: ``haemocyanin``."""
    return any(not language.zipf(word.lower()) for word in language.content_words(answer))


def _is_judged(card: Card) -> bool:
    return card.kind is CardKind.TRUE_FALSE


def _told_in(answers: Sequence[str], key: str) -> bool:
    """Whether a fact of a section is told by the section's own question and its answer."""
    stems = set(language.content_stems(key))
    return any(
        partial_ratio(key, answer) >= _SAME
        or len(stems & set(language.content_stems(answer))) >= _NEARLY * len(stems)
        for answer in answers
        if len(answer) >= len(key)
    )


_SAME, _NEARLY = 90.0, 0.9


def _as_told(card: Card) -> bool:
    """Whether a card only shows a sentence as it was told: readers keep hardly any of these."""
    return card.kind is CardKind.TRUE_FALSE and card.answer == "True"


def _balanced(cards: Sequence[Card]) -> tuple[list[Card], list[Card]]:
    """True and false in about equal numbers: the weakest of the more frequent go."""
    judged = [c for c in cards if c.kind is CardKind.TRUE_FALSE]
    true = [c for c in judged if c.answer == "True"]
    false = [c for c in judged if c.answer == "False"]
    gone = [*true[_most(len(false)) :], *false[_most(len(true)) :]]
    dropped = {c.id for c in gone}
    return [c for c in cards if c.id not in dropped], gone


def _instead(
    kept: Sequence[Card], gone: Sequence[Card], surplus: Sequence[Card], notes: Sequence[Note]
) -> list[Card]:
    """The best card of each section that lost its only one to the balance of true and false."""
    place = {n.id: n.anchor for n in notes}
    empty = {place[c.note_id] for c in gone} - {place[c.note_id] for c in kept}
    taken: dict[str, Card] = {}
    for card in sorted(surplus, key=lambda c: (-c.score, c.id)):
        at = place[card.note_id]
        if at in empty and card.kind is not CardKind.TRUE_FALSE and card.score >= MODEST:
            taken.setdefault(at, card)
    return list(taken.values())


def _most(others: int) -> int:
    """How many of one answer may stand beside ``others`` of the other: three in five at most."""
    return max(others + 1, 3 * others // 2)


def _with_cards(notes: Sequence[Note], kept: Mapping[str, Card]) -> Iterable[Note]:
    for note in notes:
        cards = tuple(kept[c.id] for c in note.cards if c.id in kept)
        if cards:
            yield replace(note, cards=cards)
