"""What a guest is asked for, as far as the words of the question tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp import language
from quizapp.sentences.names import Names

TAKEN_UP = 2
"""Words of a question that an answer has, which does not stand at the beginning of the turn."""
NEW = 2
"""Content words that an answer adds to its question."""
_OF_NOBODY = re.compile(
    r"^(?:[^:]+: )?Why (?:does|would|should) [A-Z][^?]* (?:want|need|have) to\b"
)
"""``Why do you want to know the pressure?`` is asked of anybody."""
_WANTS_FIGURE = re.compile(
    r"\bhow (?:much|many|long|often|old|far|fast|big|large|tall|high|heavy|thick|thin|hot|cold|"
    r"wide|deep|common|likely|expensive)\b|"
    r"\bwhat (?:percentage|share|proportion|number|year|age)\b|\bwhen (?:did|was|were)\b",
    re.IGNORECASE,
)
_WANTS_REASON = re.compile(
    r"(?:^|: |^According to [^,]+, )(?:why|what (?:makes|made|explains|"
    r"causes|caused))\b",
    re.I,
)
_WHAT_IS = re.compile(
    r"(?:^|: |^According to [^,]+, )[Ww]hat(?:['’]s| is| are| was|"
    r" were) (?:an? |the )?(?!\w+ about |(?:wrong|special|different|unique|new|good|bad|"
    r"left|next)\b|so |(?:difference|problem|trouble|point|reason|answer|idea|plan)\b)"
    r"[\w’' -]{3,40}\?$"
)
_WHAT_HAPPENED = re.compile(r"(?:^|: )What happened\b")
_NAMED = re.compile(r"(?<=[a-z] )[A-Z][a-z]+|\b\w+s\b(?= (?:do|are|were|have)\b)")
"""Somebody, or several things, that a question names."""
_ASKS_FOR = re.compile(
    r"(?:^|: |^According to [^,]+, )(?P<word>what|who|where|when|which)"
    r"(?:['’]s| (?:is|was|are|were|did|do|does|year|kind)\b)"
    r"(?!.*\b(?:like|about|happen\w*|mean|do(?:ing)?)\b)",
    re.IGNORECASE,
)
HE = re.compile(r"^(?:he|she|they|his|her|their)\b", re.IGNORECASE)
IT = re.compile(r"^(?:it|it['’]s|because|there['’]s|there (?:is|are))\b", re.IGNORECASE)
"""How a sentence begins that takes up the question itself."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt taken apart: its ``stems`` are without the speakers' names."""

    prompt: str
    stems: frozenset[str]
    of_guest: bool
    """Whether it asks what the guest himself does or thinks."""

    @classmethod
    def of(cls, prompt: str, names: Names) -> Question:
        """A prompt, put to somebody of ``names``."""
        speakers = {stem for name in names.people for stem in language.content_stems(name)}
        of_guest = names.mentions(prompt) and _OF_NOBODY.search(prompt) is None
        return cls(prompt, frozenset(language.content_stems(prompt)) - speakers, of_guest)

    @property
    def wants_figure(self) -> bool:
        """Whether it is asked how much, how many or how long."""
        return _WANTS_FIGURE.search(self.prompt) is not None

    @property
    def wants_reason(self) -> bool:
        """Whether it is asked why."""
        return _WANTS_REASON.search(self.prompt) is not None

    @property
    def wants_meaning(self) -> bool:
        """Whether it is asked what a thing is."""
        return _WHAT_IS.search(self.prompt) is not None

    @property
    def wants_time(self) -> bool:
        """Whether it is asked when."""
        return self.word == "when"

    @property
    def wants_story(self) -> bool:
        """Whether it is asked what happened."""
        return _WHAT_HAPPENED.search(self.prompt) is not None

    @property
    def word(self) -> str | None:
        """The question word, where a word or two can be the answer."""
        found = _ASKS_FOR.search(self.prompt)
        return found["word"].lower() if found else None

    @property
    def names_somebody(self) -> bool:
        """Whether it names whom an answer can take up by a pronoun."""
        return _NAMED.search(self.prompt.split(": ")[-1]) is not None

    def shared(self, told: str) -> int:
        """How many of its words a text takes up."""
        return len(self.stems & set(language.content_stems(told)))

    def is_taken_up(self, said: str, at: int) -> bool:
        """Whether the sentence at this place of the turn takes up enough of its words."""
        return self.shared(said) >= (TAKEN_UP if at else 1)

    def is_echoed(self, told: str, *, new: int = NEW) -> bool:
        """Whether an answer has nothing but the words of its question."""
        own = set(language.content_stems(told)) - set(language.content_stems(self.prompt))
        return len(own) < new
