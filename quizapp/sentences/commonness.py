"""How common and how empty of meaning a word is: what several others would do for."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.language import Token

COMMONEST = 5.2
"""A blank's rarest word is rarer than this on the Zipf scale."""
PLAIN, PLAINEST = 4.0, 4.6
"""The rarest word of a blank is rarer than this (one word, several), unless it is a name."""
EVERYDAY, KNOWN = 3.0, 4.0
"""The same of a word that is no term of several words, and of a name: of blanks in more common ones
readers kept a third, of names two in three."""
VAGUE = frozenset(
    "ability addition advance advancement amount approach area aspect attempt balance basis belief "
    "bit case challenge change chance choice concept concern condition contribution course "
    "development difference difficulty direction domain effect effort element end example "
    "experience extent fact factor field form future goal growth help idea impact importance "
    "improvement increase individual insight instance interest issue kind level life lot majority "
    "manner matter means method moment nature need notion number one opportunity option order "
    "part past people person perspective phenomenon place point possibility potential practice "
    "principle problem process progress project property purpose question range reason "
    "relationship research result role sense set shift side sign significance situation solution "
    "sort source stage standard start state step story success task term thing time topic type "
    "use value variety view way work world year success capability decade kind strength "
    "architecture modality resource breakthrough study trial paper survey experiment report team "
    "realization researcher expert availability combination presence lack "
    "absence existence introduction".split()
)
"""Heads that carry no meaning of their own: asked for alone, several words would do."""
_VAGUE_STEMS = frozenset(language.stem(w) for w in VAGUE)


def is_vague(word: str) -> bool:
    """Whether a noun carries no meaning of its own, in the singular or the plural."""
    return language.stem(word) in _VAGUE_STEMS


def rarity(tokens: tuple[Token, ...]) -> float:
    """The Zipf value of the rarest word; 8 where there is none. A figure is as rare as a name."""
    if any(re.search(r"\d", t.text) for t in tokens):
        return 0.0
    return min((language.zipf(t.text.lower()) for t in tokens if t.is_word), default=8.0)
