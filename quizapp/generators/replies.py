"""What a guest answers: the sentences of a turn that answer its question, in clean words."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material import Material
from quizapp.phrasing import capitalised, closed
from quizapp.pronouns import in_third_person
from quizapp.speech import FIGURE
from quizapp.speech.anybody import means_anybody, says_you
from quizapp.speech.phrases import words
from quizapp.speech.references import is_of_a_story, points_back
from quizapp.speech.utterances import plain

_SHORTEST, _LONGEST = 12, 60
"""Words of an answer."""
_TO_THE_POINT = 7
"""Words of an answer that takes up what is asked for."""
_MINE = re.compile(r"\b(?:I|me|my|mine)\b")
_OWN = re.compile(r"\bI (?!think\b|believe\b|guess\b|mean\b|know\b|say\b)[a-z]|\bme\b")
"""What the guest does is no answer where it is not asked of him: ``if I stick a knife in you``."""
_ELSEWHERE = re.compile(
    r"(?:(?:and|so|but|then|now),? )+(?:in|on|at) (?:the )?(?:[A-Z]|\d)|"
    r"(?:and |so )?(?:then|later|afterwards),? "
    r"(?:in|on|at|there['’]s|there (?:is|was)|came|comes)\b",
    re.IGNORECASE,
)
"""``So in Edinburgh James Young Simpson …``: the story goes on elsewhere."""
_OF_NOBODY = re.compile(
    r"^(?:[^:]+: )?Why (?:does|would|should) [A-Z][^?]* (?:want|need|have) to\b"
)
"""``Why do you want to know the pressure?`` is asked of anybody."""
_FEELS = re.compile(
    r"^(?:(?:and|but|so|well),? )?I (?:\w+ly )?(?:like|love|hate|remember|feel|felt|wish|hope)\b",
    re.IGNORECASE,
)
"""What the guest adds about himself."""
_A_FIGURE = 3
"""Words of one that tells how much."""
_MEANING = 5
"""Words of one that says what a thing is."""
_CONTENT = 4
"""Content words of a sentence that answers."""
_TAKEN_UP = 2
"""Words of a question that an answer has, which does not stand at the beginning of the turn."""
_TWICE = re.compile(
    r"\b(you|they|we|it) (?:can|could|will|would), .*\b\1 (?:can|could|will|would)\b", re.IGNORECASE
)
"""``you can, if you have no body, you could``: begun anew in the middle."""
_HEARD = 4
"""Sentences of a turn in which an answer is looked for."""
_BROKEN = re.compile(
    r"—|--|\.\.\.|…|\b(\w+),? \1\b|\b(?:um|uh|er)\b|\b(?:the|a|of|to|and|that|is|at),|[?!\"“”]|"
    r"\b(?:gonna|wanna|gotta|stuff|whatever|like if|something in|we're going to|I['’]\w+|myself|"
    r"something like this|that was the|"
    r"it['’]s (?:\w+ly )?(?:will|can|would|could|has|have|is)|like that|and so on|"
    r"lots?|right now|let['’]s|let me|the question|"
    r"what you mean|you mean)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(?:that|that['’]s|this|these|those|one|two|the (?:other|second|"
    r"third|same)|then|there (?:was|were)|don['’]t|not|or|no|yes)\b",
    re.IGNORECASE,
)
"""How a sentence begins that takes up another than the question."""
_HE = re.compile(r"^(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z] )[A-Z][a-z]+|\b\w+s\b(?= (?:do|are|were|have)\b)")
"""Somebody, or several things, that a question names."""
_IT = re.compile(r"^(?:it|it['’]s|because|there['’]s|there (?:is|are))\b", re.IGNORECASE)
"""How a sentence begins that takes up the question itself."""
_LIKELY = re.compile(
    r"it['’]s (?:\w+ly |quite |very )?(?:possible|likely|unlikely|clear|true|impossible) that\b",
    re.I,
)
_ANECDOTE = re.compile(
    r"^(?:I remember|once|one day|there was|when I was|a friend|(?:\w+ )?\w+ (?:said|says|tells me|"
    r"told me|asked|asks))\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:(?<!you )don['’]t (?:\w+ )?know|not sure|hard (?:question|to (?:say|tell|know|answer))|"
    r"can['’]t be sure|no idea|"
    r"depends on (?:what|how) you|good question|first time|glad you asked|what do you)\b",
    re.IGNORECASE,
)
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
_REASON = re.compile(
    r"\b(?:because|since|so that|which is why|that['’]s why|due to|thanks to|otherwise|in order to|"
    r"reasons?|means?|meant|explanation|it['’]s (?:about|all about|the))\b|, so ",
    re.IGNORECASE,
)
_OFF_THE_POINT = re.compile(r"\b(?:listeners?|podcast|show notes|your (?:question|show))\b", re.I)


def answer(text: str, prompt: str, material: Material) -> str | None:
    """The first sentences that answer, cleaned of what people say while they think.

    Where the turn begins with thinking aloud, an answer is what takes up the words of the
    question; one who is asked how much answers by a figure, and one who is asked why by a reason.
    """
    asked_for = set(language.content_stems(prompt)) - _stems_of(material.names.people)
    taken: list[str] = []
    to_the_point = False
    asks_what = _WHAT_IS.search(prompt) is not None
    figure = _WANTS_FIGURE.search(prompt) is not None
    of_guest = material.names.mentions(prompt) and _OF_NOBODY.search(prompt) is None
    prefaces, sentences = _parted(language.sentences(text))
    word = _in_a_word(sentences[0], prompt) if sentences else None
    word = word or _in_a_year(sentences, prompt)
    if word is not None:
        return word
    reason = any(_REASON.search(preface) for preface in prefaces)
    for at, sentence in enumerate(sentences):
        said = in_third_person(_so_that(sentence) or plain(sentence), material.names)
        if not at and _WANTS_REASON.search(prompt):
            said = _THAT_IS.sub("It's ", said)
        shared = len(asked_for & set(language.content_stems(said)))
        takes_up = shared >= (_TAKEN_UP if at else 1)
        if _ANNOUNCES.match(said):
            continue
        if not taken:
            if at >= _HEARD:
                return None
            own = _OWN.search(plain(sentence)) and not of_guest
            because = _BECAUSE.match(sentence) or _THAT_IS.match(plain(sentence))
            because = because and _WANTS_REASON.search(prompt)
            opens = not own and _opens(
                said, at, takes_up=takes_up, prompt=prompt, because=bool(because)
            )
            if not opens:
                to_the_point = to_the_point or len(said.split()) > 2
                continue
        elif (
            _ends(said)
            or _is_of_the_guest(sentence, asks_what=asks_what)
            or (_OWN.search(plain(sentence)) and not of_guest)
            or (_ELSEWHERE.match(sentence) and not takes_up)
            or (to_the_point and (not takes_up or points_back(said)))
            or (figure and not takes_up and FIGURE.search(" ".join(taken)) is not None)
        ):
            break
        reason = reason or bool(_REASON.search(sentence))
        taken.append(closed(capitalised(_FOUND.sub("", said)) if figure else said))
    while len(" ".join(taken).split()) > _LONGEST:
        taken.pop()
    told = " ".join(taken)
    if asks_what and taken and not _defines(taken, text):
        return None
    close = to_the_point or len(asked_for & set(language.content_stems(told))) >= _TAKEN_UP
    close = close or (bool(taken) and bool(_IT.match(taken[0]) or _HE.match(taken[0])))
    close = close or (reason and _WANTS_REASON.search(prompt) is not None)
    fewest = _A_FIGURE if figure else _TO_THE_POINT if close else _SHORTEST
    if asks_what and len(language.content_words(told)) >= _NEW:
        fewest = _MEANING
    if _WANTS_REASON.search(prompt) and not reason and len(told.split()) < 2 * fewest:
        return None
    if _asks_when(prompt) and _years(" ".join(sentences[:_HEARD])) - _years(told):
        return None
    whole = len(told.split()) >= fewest and not told.startswith(("What ", "Which "))
    return told if whole and not _same(told, prompt, new=1 if figure else _NEW) else None


_ANNOUNCED = (
    r"(?:(?:(?:I think|basically|well),? )?there(?:['’]s|['’]re| are| is) )?"
    r"(?:one|two|three|four|five|a few|several|a couple of|many|some) (?:\w+ )?"
    r"(?:reasons?|things|ways|answers|parts|tricks|kinds|steps|causes)"
)
_ANNOUNCES = re.compile(rf"^{_ANNOUNCED}(?:,? (?:mainly|really))?\.$", re.IGNORECASE)
"""``Three things.``: what only says how much is to come."""
_PREFACE = re.compile(
    rf"^(?:{_ANNOUNCED}(?:,? mainly)?|(?:(?:two|three|four),? )?(?:mainly|basically|mostly)|"
    r"(?:yeah|yes|right|okay|well|oh|so|sure),?(?: (?:yeah|right|sure))?|(?:yeah,? |that['’]s a )?"
    r"(?:great|good|nice|lovely) (?:question|one))[.!]$",
    re.IGNORECASE,
)
"""What comes before an answer: ``Two reasons.``, ``Yeah, great question.``"""


def _is_of_the_guest(sentence: str, *, asks_what: bool) -> bool:
    """Whether a sentence tells of who answers where a thing, or a reason, was asked for."""
    return bool(_FEELS.match(sentence) or (asks_what and _MINE.search(sentence)))


def _parted(sentences: list[str]) -> tuple[list[str], list[str]]:
    """What only leads up to an answer at the start of a turn, and the rest."""
    first = next((at for at, s in enumerate(sentences) if not _PREFACE.match(s)), 0)
    return sentences[:first], sentences[first:]


_WHAT_IS = re.compile(
    r"(?:^|: |^According to [^,]+, )[Ww]hat(?:['’]s| is| are| was|"
    r" were) (?:an? |the )?(?!\w+ about |(?:wrong|special|different|unique|new|good|bad|"
    r"left|next)\b|so |(?:difference|problem|trouble|point|reason|answer|idea|plan)\b)"
    r"[\w’' -]{3,40}\?$"
)
_DEFINES = re.compile(
    r"^[^,]{1,60}? (?:is|are|was|were|means?) (?:basically |simply )?(?:an? |any |one |when |"
    r"where |what |how |"
    r"the (?!most|best|main|first|only|biggest|key)|made |[a-z]+s\b)|^(?:it|they)(?:['’]s| is|"
    r"['’]re| are) |^you have an? ",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:and )?(?:then|if)\b|^and (?:when|once)\b", re.IGNORECASE)


def _defines(taken: list[str], text: str) -> bool:
    """Whether an answer says what a thing is, and all of it: nothing follows by ``and then``."""
    if not _DEFINES.match(taken[0]):
        return False
    sentences = language.sentences(text)
    end = taken[-1][-30:-1]
    at = next((i for i, s in enumerate(sentences) if plain(s)[-30:-1] == end), None)
    return at is None or at + 1 == len(sentences) or not _GOES_ON.match(sentences[at + 1])


_WHAT_HAPPENED = re.compile(r"(?:^|: )What happened\b")
_THERE_WAS = re.compile(r"There (?:was|were) (?:an?|two|three|several)\b")
"""How an answer begins where it is asked what happened."""
_BECAUSE = re.compile(r"(?:(?:well|um|uh|oh),? )*because\b", re.IGNORECASE)
_THAT_IS = re.compile(r"^That['’]s (?=the [a-z]+\.$|down to\b|because\b)")
"""``Why does it melt? That's the calcium.``"""


def _opens(said: str, at: int, *, takes_up: bool, prompt: str, because: bool = False) -> bool:
    """Whether a sentence is the first of an answer."""
    happened = _WHAT_HAPPENED.search(prompt) and _THERE_WAS.match(said)
    starts = _STARTS.match(said) is not None and not happened
    told = _ANECDOTE.match(said) is not None and not happened
    if told or starts or _HEDGE.search(said) or _spoils(said):
        return False
    story = is_of_a_story(said) and not _HE.match(said)
    if _OFF_THE_POINT.search(said) or story or points_back(said):
        return False
    if _SO_THAT.match(said):
        return not at and _WANTS_REASON.search(prompt) is not None
    figure = _WANTS_FIGURE.search(prompt) is not None
    found = figure and _FOUND.match(said)
    if _HE.match(said) and (at or not _NAMED.search(prompt.split(": ")[-1])) and not found:
        return False
    if _asks_when(prompt) and not takes_up and not _is_a_time(said, at):
        return False
    if figure:
        return at < 2 and FIGURE.search(said) is not None and len(said.split()) > 1
    if not at and because and len(language.content_words(said)) >= 1:
        return True
    short = not at and (happened or _IT.match(said) or _HE.match(said) or takes_up)
    fewest = 1 if not at and _IT_IS_A.match(said) else 2 if short else _CONTENT
    if len(language.content_words(said)) < fewest:
        return False
    if not at:
        return language.is_sentence(closed(capitalised(said)))
    return takes_up and (_IT.match(said) is None or _LIKELY.match(said) is not None)


def _ends(said: str) -> bool:
    """Whether a sentence goes off the answer: thinking aloud, doubt, a story."""
    story = is_of_a_story(said) and not _HE.match(said)
    if said.startswith("Which "):
        return True
    if re.match(r"there (?:are|is) (?:many|also|a few|several) \w+\.", said, re.IGNORECASE):
        return True
    return _spoils(said) or _HEDGE.search(said) is not None or story


def _spoils(said: str) -> bool:
    """Whether a sentence has what no clean answer has."""
    if says_you(said) and not means_anybody(said):
        return True
    return (
        bool(_BROKEN.search(said) or _TWICE.search(said))
        or _repeats(said)
        or re.search(r"\b(?:I|me|my)\b", said) is not None
    )


_FOUND = re.compile(
    r"^(?:they|we|(?:the|that) study|it) (?:found|estimated|counted|reckoned)(?: that)? "
    r"(?=about|around|nearly|roughly|over|more than|one in|\d)",
    re.IGNORECASE,
)
"""``They found about one in nineteen thousand``, where a figure is asked for."""
_IT_IS_A = re.compile(r"It(?:['’]s| is| was) an? \w+\.?$")
_SO_THAT = re.compile(r"^(?:(?:well|um|uh),? )*(?P<purpose>so that .+)$", re.IGNORECASE)


def _so_that(sentence: str) -> str | None:
    """A purpose keeps the ``so`` by which it answers why: ``So that you know which one it is.``"""
    found = _SO_THAT.match(sentence)
    return capitalised(found["purpose"]) if found else None


_WORDS_OF_ONE = 14
_NO_WORD = re.compile(
    r"\b(?:I|you|he|she|it|they|we|me|us|them|this|that|these|those|there|here|yes|no|not|never|"
    r"nothing|everything|something|exactly|lots?|sort|kind|maybe|perhaps|thank|thanks|sure|right|"
    r"my|your|our|his|her|its|their|one|ones|thing|things|both|same|course|oh|good|great)\b",
    re.IGNORECASE,
)
"""What points, doubts, or only goes along, where nothing but an answer is wanted."""
_ASKS_FOR = re.compile(
    r"(?:^|: |^According to [^,]+, )(?P<word>what|who|where|when|which)"
    r"(?:['’]s| (?:is|was|are|were|did|do|does|year|kind)\b)"
    r"(?!.*\b(?:like|about|happen\w*|mean|do(?:ing)?)\b)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def _in_a_word(sentence: str, prompt: str) -> str | None:
    """The answer in a word or two: ``What was the light in the tower? Twenty-four candles.``"""
    found = _ASKS_FOR.search(prompt)
    said = plain(sentence).rstrip(".")
    if found is None or not said or len(said.split()) > _WORDS_OF_ONE:
        return None
    if _NO_WORD.search(said) or _BROKEN.search(said):
        return None
    tokens = language.tag(f"{said}.")
    last = tokens[-2:-1]  # before the full stop, which a far too long text has lost
    if any(t.tag in language.FINITE_TAGS for t in tokens) or not any(t.is_noun for t in last):
        return None
    word, name = found["word"].lower(), any(t.tag == "NP0" for t in tokens)
    fits = {
        "who": name,
        "where": name,
        "when": FIGURE.search(said) is not None or _MONTHS.search(said) is not None,
        "which": name,
    }.get(word, len(language.content_words(said)) > 1 and tokens[0].tag not in ("PRP", "CJS"))
    told = closed(capitalised(said))
    return told if fits and not _same(told, prompt) else None


_NEAR = 2
"""Sentences of a turn of which one may be no more than a time."""
_OF_A_DATE = words(
    "about around roughly early late mid the a of spring summer autumn fall winter Christmas "
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday morning evening night end beginning "
    "start middle year first second third fourth fifth sixth seventh eighth ninth tenth"
)
_A_YEAR = re.compile(
    rf"(?:in|around|about|on|since)(?: (?:{_OF_A_DATE}|[1-3]?\d(?:st|nd|rd|th)?),?){{0,6}} "
    r"(?:1\d|20)\d\ds?$",
    re.IGNORECASE,
)
"""A date and nothing else: where there is a place or somebody as well, it may be told of them."""
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def _asks_when(prompt: str) -> bool:
    found = _ASKS_FOR.search(prompt)
    return found is not None and found["word"].lower() == "when"


def _is_a_time(said: str, at: int) -> bool:
    """Whether a sentence says when and nothing else, or goes on from the question by a pronoun."""
    if not at and (_IT.match(said) or _HE.match(said)):
        return True
    return not any(t.tag in language.FINITE_TAGS for t in language.tag(said))


def _years(text: str) -> set[str]:
    """The years that a text names: of more than one, only some may answer when a thing was."""
    return set(_YEAR.findall(text))


def _in_a_year(sentences: list[str], prompt: str) -> str | None:
    """``Embarrassingly late. In 1960.`` where it is asked when."""
    if not _asks_when(prompt):
        return None
    for sentence in sentences[:_NEAR]:
        said = plain(sentence).rstrip(".")
        if _A_YEAR.match(said) is not None:
            return closed(capitalised(said))
        if _years(said):
            return None
    return None


_NEW = 2
"""Content words that an answer adds to its question."""


def _same(told: str, prompt: str, *, new: int = _NEW) -> bool:
    """Whether an answer has nothing but the words of its question."""
    own = set(language.content_stems(told)) - set(language.content_stems(prompt))
    return len(own) < new


def _stems_of(names: tuple[str, ...]) -> set[str]:
    return {stem for name in names for stem in language.content_stems(name)}


def _repeats(sentence: str) -> bool:
    """Whether somebody began anew: three words stand in a sentence twice, right after each other.

    ``It makes you cough, it makes you sick`` is a list of its own: four words are not.
    """
    words = language.plain_words(sentence.lower())
    triples = list(zip(words, words[1:], words[2:], strict=False))
    again = any(one == other for one, other in zip(triples, triples[3:], strict=False))
    fours = list(zip(triples, words[3:], strict=False))
    return again or len(fours) != len(set(fours))
