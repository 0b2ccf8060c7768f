"""Where a text is best broken off, so that what is left to say is what it carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp import language
from quizapp.language import Token

_FEWEST = 2
_SHOWN, _TAIL = 5, 3
"""Words that stay, at the least."""
_TRAILING = ".!?,;:—–…’'\"”) "


@dataclass(frozen=True, slots=True)
class Ending:
    """A text in two: what is shown, what is asked for, and the mark that closes it.

    ``score`` says how well the ending can be asked, from 0 (not at all) to 1.
    """

    shown: str
    answer: str
    mark: str
    score: float


def best(text: str) -> Ending | None:
    """The best ending of a text that ends with its mark, or None where it has none."""
    found: Ending | None = None
    for at in _cuts(text):
        answer = text[at:].strip(_TRAILING).strip()
        score = _carries(text[:at], answer)
        if score > 0 and (found is None or score > found.score):
            mark = text[at:][text[at:].index(answer) + len(answer) :].strip("”\"’' ")
            found = Ending(text[:at].rstrip(), answer, mark, score)
    return found and _with_relative(found)


def _with_relative(ending: Ending) -> Ending:
    """``in history | that nobody can date`` with the pronoun shown: ``that | nobody can date``."""
    first, _, rest = ending.answer.partition(" ")
    if first not in _RELATIVE or len(rest.split()) < _FEWEST:
        return ending
    if language.tag(rest)[0].tag == "PNP":
        return ending
    return replace(ending, shown=f"{ending.shown} {first}", answer=rest)


_OPENERS = frozenset("that because but if when than to is are was were will can".split())


def _cuts(text: str) -> list[int]:
    """Where the ending of a quote can begin: before a clause, a verb, or a whole noun phrase."""
    cuts = []
    before = None
    for token in language.tag(text):
        if token.start and not text[token.start - 1].isspace():
            before = token
            continue  # "isn't" is one word
        opens = token.text.lower() in _OPENERS or token.tag in ("AT0", "DPS", "PNP")
        verb = token.is_verb and (before is None or not (before.is_verb or before.tag == "XX0"))
        verb = verb or token.tag in ("VVG", "VVI", "VVN")
        noun = token.tag in _NOMINAL and (before is None or before.tag not in (*_NOMINAL, "AT0"))
        after_mark = before is not None and before.tag == "PUN" and token.is_word
        if opens or verb or noun or after_mark:
            cuts.append(token.start)
        before = token
    return cuts


_INSIDE_A_CLAUSE = re.compile(
    r"\b(?:what|how \w+|where|why|when) (?:[\w’']+ ){0,2}(?:they|he|she|it|we|I|you)$|\bhow \w+$",
    re.IGNORECASE,
)
_NOMINAL = ("AJ0", "AJC", "AJS", "NN0", "NN1", "NN2", "NP0", "DPS", "CRD")


def _carries(shown: str, answer: str) -> float:
    """How well an ending can be asked, from 0 (not at all) to 1."""
    if _is_cut_badly(shown, answer) or _tells_little(shown, answer):
        return 0.0
    words, content = answer.split(), set(language.content_stems(answer))
    fit = 1 - abs(len(words) - 4) / 6
    if words[0] == "to" and len(words) <= _TAIL:
        fit *= 0.6  # "the coffee that keeps you going | to stay awake"
    if words[0].lower() in ("is", "are", "was", "were") and len(content) == 1:
        fit *= 0.5  # "the microphone | is longer": so are many things
    if _MEASURED.search(answer):
        fit *= 0.6  # "beans turn into butyrate at about | four in the morning"
    return fit * min(1.0, len(content) / 2) * (0.6 if shown.rstrip().endswith((".", "!")) else 1.0)


def _tells_little(shown: str, answer: str) -> bool:
    """Whether an ending is given away, could be anything, or is what the speaker thinks of it."""
    words, before = answer.split(), shown.split()
    content = set(language.content_stems(answer))
    given = content & set(language.content_stems(shown))
    if (len(content) <= _FEW and given) or 2 * len(given) >= len(content):
        return True
    if "than" in (w.lower() for w in words) or re.search(
        r"\b(?:this|that|these|those) \w+$", answer
    ):
        return True  # what it is compared with; "because of that word"
    if before[-1] == "I" or (words[0][:1] == "I" and not words[0][1:2].isalpha()):
        return True
    if _IDIOM.fullmatch(answer):
        return True  # "That is | the beauty of it"
    told = language.content_words(answer)
    brief = len(words) <= _FEWEST and len(told) == 1
    brief = brief and language.zipf(told[0].lower()) >= _ANYBODYS
    if brief and any(t.tag in _HELPING for t in language.tag(answer)):
        return True  # "longer than any of us | has managed"
    return _ASIDE.search(shown) is not None  # "and I | think that's rather beautiful"


def _is_cut_badly(shown: str, answer: str) -> bool:
    """Whether nobody would break off there: inside a clause, a phrase or a quotation."""
    words, before = answer.split(), shown.split()
    if not 2 <= len(words) <= 8 or len(before) < _SHOWN or len(before) < len(words):
        return True
    tokens = language.tag(answer)
    finite = [t for t in tokens if t.tag in language.FINITE_TAGS]
    finite += [t for t in tokens[:2] if t.tag == "VVN"]
    relative = before[-1].lower() in _RELATIVE or words[0].lower() in _RELATIVE
    if len(finite) > 1 and relative:
        return True  # "the thing that | happened could not happen"
    if words[-1].lower() == "to":
        return True  # "nobody was | supposed to"
    if words[0].lower() == "to" and len(words) == _FEWEST:
        return True  # "how much energy it had | to find"
    if _from_condition(last := _last_sentence(shown), answer):
        return True  # "If you | copy the numbers, you copy someone else's wood"
    if _INSIDE_A_CLAUSE.search(shown.rstrip()):
        return True  # "What they | lacked was an ending", "how well | it was run"
    if _runs_over(tokens) or before[-1].lower() == "how":
        return True  # "the door you | leave beside it gets you to run", "and how | thick it was"
    if shown.count("“") != shown.count("”") or shown.count("‘") > len(
        re.findall(r"’(?!\w)", shown)
    ):
        return True
    if words[0].lower() in ("you", "it", "them", "us", "me", "him", "her") and len(words) > 1:
        return True
    if len(last.split()) < len(before) and len(last.split()) <= 1:
        return True  # "You turn it off and the sky empties. It | takes minutes."
    if _IN_A_RELATIVE.search(shown.rstrip()):
        return True  # "the worst thing an investor | can give you"
    if before[-1].lower() in _OF_ALL and tokens[0].tag in ("PNP", "AT0", "DPS", "NP0"):
        return True  # "more than almost anything else | we know", "the worst thing | you can do"
    if before[-1].lower() in _TIMES and words[0].lower() in ("that", "this"):
        return True  # "and after | that we were free"
    opening = [*before[-2:], words[0]]
    if any(a.lower() == "and" and b.lower() in _TAKES_UP for a, b in pairwise(opening)):
        return True  # "…, and that | is most of its charm"
    if re.search(r"[.!?][”\"]? |^\w+(?: \w+)?, ", answer):
        return True  # over the end of a sentence, or from within a pair of commas
    if words[0].lower() in ("and", "but", "or") or re.search(r"['’]s$", before[-1]):
        return True
    if before[-1].lower() in _HELD or before[-1].isdigit():
        return True
    return len(_OPENS_QUOTE.findall(answer)) != len(_CLOSES_QUOTE.findall(answer))


def _last_sentence(shown: str) -> str:
    """What is shown of the sentence that an ending closes."""
    return re.split(r"[.!?][”\"’]? ", f"{shown.rstrip()} ")[-1]


def _from_condition(shown: str, answer: str) -> bool:
    """Whether an ending begins within a condition and runs over into what follows from it."""
    return "," in answer and "," not in shown and _CONDITION.match(shown) is not None


_CONDITION = re.compile(r"(?:and |but |so )?(?:if|when|unless)\b", re.IGNORECASE)


_IDIOM = re.compile(
    r"(?:all )?(?:the|my|our|your|a) (?:whole |real |big |only )?(?:beauty|point|trick|problem|"
    r"deal|thing|truth|joy|catch|difference|rule|secret|magic|job|art|game|end|start|joke|story|answer)"
    r"(?: of (?:it|it all|that|this|the thing))?|all there is(?: to it)?|that['’]s (?:it|all)",
    re.IGNORECASE,
)
"""What may be said of anything."""
_ASIDE = re.compile(
    r"\band I(?:['’]m not| think| guess| suppose| believe| find| don['’]t (?:know|think))\b"
    r"[^,.;]*$"
)
_MEASURED = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
    r"forty|fifty|sixty|a hundred|a thousand|half)(?:-\w+)? (?:years?|months?|weeks?|days?|hours?|"
    r"minutes?|seconds?|in the (?:morning|afternoon|evening)|o['’]clock|metres?|meters?|miles?|"
    r"dollars?|times)\b"
)


def _runs_over(tokens: Sequence[Token]) -> bool:
    """Whether two verbs of an ending have nothing between them that joins one to the other."""
    finite = [i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS]
    verbs = [i for i in finite if not i or tokens[i - 1].tag not in _BEFORE_A_NOUN]
    return any(
        not any(t.text.lower() in _LINKS or t.tag == "PUN" for t in tokens[a + 1 : b])
        for a, b in pairwise(verbs)
        if b > a + 1
    )


_LINKS = frozenset(
    "and or but that which who whom whose what when where why how if because as than while "
    "before after until though although whether so i he she it we they you nobody everybody "
    "somebody everyone someone everything nothing".split()
)
_BEFORE_A_NOUN = frozenset("AT0 DT0 DPS AJ0 POS".split())
_HELPING = frozenset(("VHZ", "VHB", "VHD", "VBZ", "VBB", "VBD", "VDZ", "VM0"))
_ANYBODYS = 4.5
"""On the Zipf scale: a single word that is in everybody's mouth carries no ending."""
_IN_A_RELATIVE = re.compile(
    r"\b(?:thing|else|anything|everything|nothing|anyone) (?:I|you|we|they|(?:an?|the|your) \w+)$"
)
_OF_ALL = frozenset("thing things else anything everything nothing anyone".split())
_TIMES = frozenset("after before since until with without by".split())
_TAKES_UP = ("that", "that's", "that’s", "this")
_FEW = 3
"""Words with a meaning of an ending, of which none may stand before it."""
_RELATIVE = ("that", "who", "which")
_OPENS_QUOTE = re.compile(r"(?<![\w.!?])['‘“\"](?=\w)")
_CLOSES_QUOTE = re.compile(r"(?<=[\w.,!?])['’”\"](?!\w)(?<!s['’])")
_HELD = frozenset(
    "a an the of our your its in on at into without against under over between half quarter twice "
    "double any very too so quite rather more most less least last next".split()
)
"""Words after which nobody breaks off."""
