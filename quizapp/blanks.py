"""Which words of a statement to blank: the phrase that carries it.

Candidates are noun phrases, names and numbers. They are ranked by how much the episode is about
them, how rare they are, and whether they are a term or a name; half a phrase, a function word, the
tail of an idiom and a word that stands elsewhere in the sentence are no candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quizapp import grammar, language
from quizapp.claims import is_weighty
from quizapp.language import Phrase, Token
from quizapp.material import Material, Statement
from quizapp.reasons import Reason, total

BLANK = "____"
COMMONEST = 5.2
"""A blank's rarest word is rarer than this on the Zipf scale."""
_PLAIN, _PLAINEST = 4.0, 4.6
"""The rarest word of a blank is rarer than this (one word, several), unless it is a name."""
_RARE = 3.3
"""A phrase with a rarer word is asked for wherever it stands."""
_SPECIFIC = 2
LONGEST_BLANK = 4
"""Words."""

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
_IDIOM = re.compile(r"\b(?:for|in|of|at|on|by|with|as|from)\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
_IDIOM_TAILS = frozenset(
    "example instance fact general particular terms order addition contrast course way time "
    "average mind itself themselves practice theory scratch hand place long run".split()
)
_LEADING = frozenset(
    "many several various certain other such same different more most much fewer less own key main "
    "major significant important great large huge big small new good better best recent early late "
    "current full whole entire overall general particular specific real true ongoing potential "
    "vast numerous impressive remarkable crucial essential important fundamental".split()
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A phrase of a statement that can be asked for, and how well (0 to 1).

    ``by_reflex`` are those that most people would fill without having heard the episode.
    """

    phrase: Phrase
    score: float
    by_reflex: bool = False

    @property
    def text(self) -> str:
        """What was there."""
        return self.phrase.text


def blanks(statement: Statement, material: Material) -> list[Blank]:
    """The phrases of a statement that can be asked for, best first."""
    text = statement.text
    found = [_trimmed(text, p) for p in (*language.noun_phrases(text), *_shares(text))]
    candidates = [p for p in found if p is not None and askable(text, p, material)]
    ranked = [
        Blank(
            p,
            total(worth(p, statement, material)),
            _by_reflex(text, p, material),
        )
        for p in candidates
    ]
    return sorted(ranked, key=lambda b: (b.by_reflex, -b.score, b.phrase.start))


def _shares(text: str) -> list[Phrase]:
    """The percentages of a sentence that stand by themselves: ``about | 30% | of the plants``."""
    return [
        language.phrase(text, (figure, sign))
        for figure, sign in pairwise(language.tag(text))
        if sign.text == "%"
        and figure.tag == "CRD"
        and text[sign.end :].startswith(" of ")
        and figure.text != "100"  # all of it
    ]


def _by_reflex(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether a blank is of words of every day, or half of a pair that the episode repeats."""
    plain = _PLAIN if len(phrase.tokens) == 1 else _PLAINEST
    named = phrase.is_name or any(t.tag == "CRD" for t in phrase.tokens)
    if not named and _rarity(phrase.tokens) >= plain:
        return True
    return _stock_pair(text, phrase, material) or (not named and _one_of_a_list(text, phrase))


def _one_of_a_list(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is one item of three or more, of which any might be meant."""
    before, after = text[: phrase.start], text[phrase.end :]
    opens = re.match(
        r", (?!\w+ing\b|(?:where|which|who|that|while|but|so|as|a|an|the)\b)"
        r"[^,;.]{3,30}, (?:and|or) ",
        after,
    )
    closes = re.search(r", [^,;.]{3,30}, (?:and|or) (?:an? |the )?$", before)
    within = re.search(r", (?:an? |the )?$", before) and re.match(r",? (?:and|or) ", after)
    return bool(opens or closes or within)


def singled_out(statement: Statement, blank: Blank, material: Material) -> bool:
    """Whether what stays around a blank is enough to tell its answer from its rivals.

    At least two content words stay that are neither the episode's own subject nor mere praise.
    """
    phrase, text = blank.phrase, statement.text
    stay = language.content_words(text[: phrase.start] + " " + text[phrase.end :])
    return sum(not material.is_trite(w) and not is_vague(w) for w in stay) >= _SPECIFIC


def blanked(text: str, phrase: Phrase) -> str:
    """The text with the phrase's place empty; ``a``/``an`` before it gives nothing away."""
    before, after = text[: phrase.start], text[phrase.end :]
    before = re.sub(r"\b([Aa])n? $", r"\1(n) ", before)
    return f"{before}{BLANK}{after}"


def _trimmed(text: str, phrase: Phrase) -> Phrase | None:
    """Without leading words that only measure or praise; None where nothing is left."""
    tokens = list(phrase.tokens)
    while tokens and (tokens[0].text.lower() in _LEADING or not tokens[0].is_word):
        if tokens[0].text[:1].isupper() and tokens[0].start > 0:
            break  # part of a name: "the Great Depression"
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].text in _INTRODUCES and tokens[1].text[:1].isupper():
        tokens = tokens[1:]  # "the name | Augustus"
    if not tokens:
        return None
    return language.phrase(text, tuple(_number_alone(tokens)))


_INTRODUCES = frozenset("name title term nickname word surname".split())


_SCALES = frozenset("thousand million billion trillion percent %".split())


def _number_alone(tokens: list[Token]) -> list[Token]:
    """A figure without what it counts, which stays in the prompt: ``1.5 billion | parameters``."""
    figures = 0
    for token in tokens:
        if not (re.fullmatch(r"[$€£]?\d[\d.,]*%?", token.text) or token.text.lower() in _SCALES):
            break
        figures += 1
    return tokens[:figures] if figures and re.search(r"\d", tokens[0].text) else tokens


def askable(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether a phrase may be blanked at all."""
    words = phrase.text.split()
    head = phrase.head.text.lower()
    if len(words) > LONGEST_BLANK or words[0].lower() in _COUNTS:
        return False
    if _CUT_BEFORE.search(text[: phrase.start]) and len(words) > 1:
        return False
    if words[-1].endswith("ing") and re.match(
        r" (?:in|on|at|near|under|with|from)\b", text[phrase.end :]
    ):
        return False  # "archaea living | in the gut"
    if len(words) > 1 and phrase.tokens[0].tag == "NN2" and not phrase.is_name:
        return False  # a verb taken for a noun: "Leitmotifs link characters"
    if len(phrase.text) < 3 and not re.fullmatch(r"\d\d", phrase.text):
        return False
    if head in _IDIOM_TAILS and _IDIOM.search(text[: phrase.start]):
        return False
    if _part_of_range(text, phrase) or _mixed(phrase) or is_incidental(text, phrase):
        return False
    vague = is_vague(phrase.head.text)
    if vague and phrase.tokens[0].tag == "AJS":
        return False
    if vague and (text[phrase.end :].startswith(" of ") or _weighs(phrase)):
        return False  # "an unavoidable part of chess", "valuable opportunities"
    one_of_many = re.search(r"\b(?:certain|some|various|other|different) $", text[: phrase.start])
    if one_of_many and _rarity(phrase.tokens) >= _PLAIN - 1:
        return False  # "out of certain | neighborhoods"
    if phrase.tokens[0].text.endswith("ed") and re.search(r"\w(?:,| and) $", text[: phrase.start]):
        return False  # more likely a verb: "served as tribunes and | proposed reforms"
    if re.search(r"\b(?:how|too|very) $", text[: phrase.start], re.IGNORECASE):
        return False  # "how | powerful memory can be"
    if phrase.tokens[0].tag == "AJC" or _SAMPLED.fullmatch(phrase.head.text):
        return False  # "higher risk", "a Brazilian study": not what was found
    if len(words) == 1 and (vague or _rarity(phrase.tokens) >= COMMONEST):
        return False
    if vague and not phrase.is_name and _rarity(phrase.tokens[:-1]) > 4.6:
        return False
    if len(words) > 1 and _generic(phrase, material):
        return False
    if material.is_trite(phrase.text) or material.in_title(phrase.text):
        return False
    if material.names.mentions(phrase.text) or _joined(text, phrase) or _broken(text, phrase):
        return False
    return not _elsewhere(text, phrase) and not is_example(text, phrase) and not _half(text, phrase)


_CUT_BEFORE = re.compile(
    r"\b(?:[a-z]{3,}ly|(?:g[ia]ven?|teach|taught|sen[dt]|show(?:ed|n)?|offer(?:ed)?)s? "
    r"(?:his|her|its|their|the)) $"
)
"""``Genetically | modified moulds``, and two objects: ``gave his | family cowpox``."""
_TITLED_NAME = re.compile(r" (?:and (?:[a-z]+ ){1,3})?[A-Z][a-z]+ (?:[a-z]{1,3} )?[A-Z][a-z]+")


def _weighs(phrase: Phrase) -> bool:
    """Whether all that stands before a phrase's head only says that it matters."""
    before = [t.text for t in phrase.tokens[:-1]]
    return bool(before) and all(is_weighty(w) for w in before)


_AMONG_NAMES = re.compile(r"\b[A-Z][\w’'-]+(?:, (?:and |or )?| and | or )$")
_COUNTS = frozenset("one hundred thousand million billion dozen".split())
"""What opens a phrase that goes on before it: ``about a | hundred players``."""


def _joined(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is part of a larger name or compound: hyphens, apostrophes, quotes."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.search(r"\bvs?\. $", before) or re.match(r" vs?\. | \([A-Z]", after):
        return True
    if _TITLED_NAME.match(after) and grammar.is_person(phrase.head.lemma):
        return True  # "Dutch psychologist | and chess master Adriaan de Groot"
    if re.search(r": (?:An?|The) $|\w The $", before):
        return True  # "2001: A | Space Odyssey", "for The | Social Network"
    if phrase.is_name and (re.match(r" [A-Z][a-z]", after) or _AMONG_NAMES.search(before)):
        return True  # "Tacoma | Narrows Bridge", "Autor, Dorn, and | Hanson"
    if phrase.is_name and re.match(r"(?:,| and|,? or) [A-Z][a-z]+(?:,| and\b)", after):
        return True
    of_title = re.match(r" (?:of|and|for) (?:the )?[A-Z]", after)
    if of_title and re.search(r"\b[Tt]he $", before) and phrase.text[:1].isupper():
        return True  # "The | Lord of the Rings"
    within = phrase.text[:1].isupper() and re.search(r"\b[A-Z][\w’'-]+ (?:of|for|of the) $", before)
    if within and len(before.split()) > 2:
        return True  # "Bank of | England", "The High Cost of | Free Parking"
    return bool(re.search(r"[-'’/“\"‘]$", before) or re.match(r"[-/”\"]|['’]\w", after))


_COORDINATED = re.compile(r"\b(?P<word>\w+),? (?:and|or) $")


_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
)


def _part_of_range(text: str, phrase: Phrase) -> bool:
    """Whether a figure is one end of a range, which is one thing to remember: ``11 to | 16``."""
    if not any(t.tag == "CRD" for t in phrase.tokens):
        return False
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    opened = re.search(rf"(?:\d\S*|\b{_NUMBER_WORD}) (?:to|and|or)$|\bbetween$|\bfrom$", before)
    return bool(opened) or bool(re.match(r"(?:to|–|-) ?\d", after))


_SAMPLED = re.compile(
    r"\b(?:study|studies|trial|trials|survey|analysis|meta-analysis|review|sample|cohort|experiment)\b",
    re.IGNORECASE,
)
_PARTICIPANTS = frozenset(
    "people patients participants men women students adults subjects volunteers children "
    "households respondents runners".split()
)


def is_incidental(text: str, phrase: Phrase) -> bool:
    """Whether a figure is only the size of a sample, or stands in a condition: not to remember."""
    before, after = text[: phrase.start], text[phrase.end :]
    if re.fullmatch(r"(?:1[89]|20)\d\d", phrase.text) and re.match(
        r" (?:study|trial|paper|book|report|experiment|survey|review|article|poll)\b", after
    ):
        return True  # the year of a study, not what it found
    sampled = _SAMPLED.search(text) or re.search(r"\b(?:patients|participants|subjects)\b", text)
    who = re.search(r"\b(?:at|from|by) (?:the )?$", before) or after.startswith(" and colleagues")
    if sampled and who:
        return True  # where it was done, and by whom
    if not any(t.tag == "CRD" for t in phrase.tokens):
        return False
    following = set(language.plain_words(text[phrase.start : phrase.end + 20])[:5])
    if _SAMPLED.search(text) and following & _PARTICIPANTS:
        return True
    return bool(re.search(r"\bif [^,]*$", text[: phrase.start], re.IGNORECASE))


def _mixed(phrase: Phrase) -> bool:
    """Whether a date or figure and a name were run together: ``August 1971 Richard Nixon``."""
    return any(
        a.tag == "CRD" and (b.tag == "NP0" or (b.is_noun and _A_YEAR.fullmatch(a.text)))
        for a, b in pairwise(phrase.tokens)
    )


_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_vague(word: str) -> bool:
    """Whether a noun carries no meaning of its own, in the singular or the plural."""
    return language.stem(word) in _VAGUE_STEMS


def _generic(phrase: Phrase, material: Material) -> bool:
    """Whether a phrase is the episode's subject with a common head: ``deep learning models``."""
    modifiers = " ".join(t.text for t in phrase.tokens[:-1])
    subject = len(phrase.tokens) > 2 and material.is_trite(modifiers, whole=True)
    return subject and language.zipf(phrase.head.text.lower()) > 4.2


_AFTER_SUBJECT = frozenset(
    "VVB VVD VVZ VM0 VBB VBD VBZ VDB VDD VDZ VHB VHD VHZ PRF PUN CJC CJT".split()
)
"""What may follow a subject; an adverb or a preposition means that a verb was taken for a noun."""


_ABSTRACT = re.compile(r"(?:ity|ness|ance|ence|tion|sion|ment)$")
_LEFT_OPEN = re.compile(r" (?:of|to|that)\b")
_THAT_CLAUSE = re.compile(
    r" that (?!(?:can|could|may|might|will|would|must|is|are|was|were|has|have|had|do|does|did)\b)"
)


def _broken(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is half of something: ``more comprehensive and | efficient models``."""
    before, after = text[: phrase.start], text[phrase.end :]
    found = _COORDINATED.search(before)
    adjectives = ("AJ0", "AJC")
    if found and any(t.tag in adjectives for t in language.tag(found["word"])):
        return phrase.tokens[0].tag in adjectives
    if re.search(r"\b(?:they|we|it|he|she|you|I|who|that|which) $", before):
        return True  # a verb, whatever the tagger says
    if re.search(r"\bper \w+ of $", before):
        return True
    plain = not phrase.is_name and _rarity(phrase.tokens) > _RARE
    if _TRAILING_CLAUSE.search(before) and plain:
        return True  # what something led to besides: not what the sentence is about
    if re.search(r"\b(?:(?:very|more|most|less|too)(?: \w+)?|one of the|per) $", before, re.I):
        return True
    if _THAT_CLAUSE.match(after) and len(phrase.tokens) == 1 and not phrase.is_name:
        return True  # "the conviction that …": belief, hope and view would do
    if _ABSTRACT.search(phrase.text) and len(phrase.tokens) == 1 and _LEFT_OPEN.match(after):
        return True  # "the complexity of parsing": difficulty would do
    if re.search(r"['’]s? $", before) or _verb_taken_for_noun(text, phrase):
        return True
    if re.fullmatch(r"(?:an?|the)? ?", before, re.IGNORECASE):
        following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
        return following is None or following.tag not in _AFTER_SUBJECT
    return bool(re.match(r"['’]", after))


_TRAILING_CLAUSE = re.compile(r", (?:[a-z]+ing)\b[^,;]*(?: and [a-z]+ing\b[^,;]*)?$")
_AFTER_HELP = re.compile(r"\b(?:helps?|can|could|will|would|may|might|must|should) $")
_NOT_AFTER_NOUN = frozenset("VVB VVI NP0 AJ0 AJC AV0 AT0 DT0 PNP DPS".split())


def _verb_taken_for_noun(text: str, phrase: Phrase) -> bool:
    """Whether the last word is likely a verb: ``in the cold tastes | better``."""
    if _AFTER_HELP.search(text[: phrase.start]) or swallows_verb(text, phrase):
        return True
    following = next((t for t in language.tag(text) if t.start >= phrase.end), None)
    if following is None or len(phrase.tokens) < 2 or not phrase.head.text.endswith("s"):
        return False
    return following.tag in _NOT_AFTER_NOUN


_AFTER_VERB = frozenset("PRP AVP AVQ DTQ CJS".split())
_JOINS = frozenset("how what that which who why where when and but or ,".split())
_LINK_BEFORE = 3
"""Words between which and the verb of a lesser clause its subject fits."""


def swallows_verb(text: str, phrase: Phrase) -> bool:
    """Whether the last word is the verb that the sentence lacks: ``the costs | fall on few``.

    So it is where the first verb that is plain to see only follows a link, and the word can be one.
    """
    tokens = language.tag(text)
    at = next((i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS), None)
    near = tokens[max(0, (at or 0) - _LINK_BEFORE) : at or 0]
    if at is not None and not _JOINS.intersection(t.text.lower() for t in near):
        return False
    if len(phrase.tokens) < 2 or (at is not None and phrase.start > tokens[at].start):
        return False
    following = next((t for t in tokens if t.start >= phrase.end), None)
    if following is None or following.tag not in _AFTER_VERB or following.text == "of":
        return False
    return language.tag(f"They {phrase.head.text} it.")[1].tag in ("VVB", "VVD", "VVZ")


def _elsewhere(text: str, phrase: Phrase) -> bool:
    """Whether a content word of the phrase stands, by stem, in the rest of the sentence."""
    rest = set(language.content_stems(text[: phrase.start] + " " + text[phrase.end :]))
    own = set(language.content_stems(phrase.text))
    return bool(rest & own) or any(_one_root(a, b) for a in own for b in rest)


_ROOT, _ROOT_SHARE = 5, 0.8


def _one_root(one: str, other: str) -> bool:
    """Whether two stems begin alike at such length that one tells the other: ``corrod|corros``."""
    alike = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return alike >= _ROOT and alike >= _ROOT_SHARE * min(len(one), len(other))


def _rarity(tokens: tuple[Token, ...]) -> float:
    """The Zipf value of the rarest word; 8 where there is none. A figure is as rare as a name."""
    if any(re.search(r"\d", t.text) for t in tokens):
        return 0.0
    return min((language.zipf(t.text.lower()) for t in tokens if t.is_word), default=8.0)


def worth(phrase: Phrase, statement: Statement, material: Material) -> tuple[Reason, ...]:
    """What makes a phrase worth asking, with how much each counts (0 to 1 together)."""
    text = statement.text
    rare = max(0.0, min(1.0, (COMMONEST - _rarity(phrase.tokens)) / 3))
    is_term = len(phrase.tokens) in (2, 3) or phrase.is_name
    has_number = any(t.tag == "CRD" for t in phrase.tokens)
    in_heading = bool(
        set(language.content_stems(phrase.text))
        & set(language.content_stems(statement.section.heading or ""))
    )
    late = phrase.start / max(1, len(text)) > 0.15
    return (
        Reason("the episode is about what is asked", 0.40 * material.aboutness(phrase.text)),
        Reason("what is asked is rare", 0.20 * rare),
        Reason("a term or a name is asked", 0.15 * is_term),
        Reason("a figure is asked", 0.10 * has_number),
        Reason("what is asked stands in the heading", 0.05 * in_heading),
        Reason("the sentence leads up to what is asked", 0.10 * late),
    )


def _half(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is one half of a pair whose other half stays: ``intuition and | …``."""
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    if len(phrase.tokens) > 1 and not is_vague(phrase.head.text):
        return False  # a term of its own, that no other word would do for
    pair = re.search(r"[^,] (?:and|or)$", before) or re.match(r"(?:and|or) [^,.;]+", after)
    return bool(pair) and not (phrase.is_name or any(t.tag == "CRD" for t in phrase.tokens))


def _stock_pair(text: str, phrase: Phrase, material: Material) -> bool:
    """Whether the phrase is half of a pair that the episode speaks of again: one recalls the other.

    ``data and computing power``: given the one, nobody has to remember the other.
    """
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    partner = re.search(r"(?<!, )\b([\w‑-]+) (?:and|or)$", before) or re.match(
        r"(?:and|or) (?!(?:the|a|an|its|their|his|her)\b)((?:[\w‑-]+ ?){1,3})", after
    )
    own = set(language.content_stems(phrase.head.text))
    other = set(language.content_stems(partner[1])) if partner else set()
    if not own or not other:
        return False
    both = sum(1 for stems in material.stem_sets if own & stems and other & stems)
    return both > 1


def is_example(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is one of several that would do: an example, or part of a list."""
    before, after = text[: phrase.start].rstrip(), text[phrase.end :].lstrip()
    if re.search(r"\b(?:such as|like|including|particularly|especially|e\.g\.),?$", before):
        return True
    listed = re.search(r"\b(?:such as|like|including) (?P<others>[^;.()]*)(?:,| and| or)$", before)
    if listed and not language.is_sentence(listed["others"]):
        return True
    inside = re.search(r"(?:,|\()$", before) or re.search(r",[^,;]+,? (?:and|or)$", before)
    return bool(inside) and bool(re.match(r",|and\b|or\b|\)|\.$", after) or before.endswith(","))
