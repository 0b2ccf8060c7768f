"""Whom a question addresses: ``you`` as the guest or as anybody, ``she`` as the guest.

A question that points to what was said before it has the episode's topic put before it.
"""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.grammar.agreement import AGREEING, third_person
from quizapp.sentences.grammar.capitals import inside
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised


def named_once(question: str, names: Names) -> str:
    """``What does Vos say about whether Vos is …`` with the pronoun, or the last name, after."""
    guest = names.guest
    opening = f"What does {guest} say about whether {guest} "
    if not guest or not question.startswith(opening):
        return question
    again = names.pronoun or names.surname
    return f"What does {guest} say about whether {again} {question[len(opening) :]}"


_IN_THE_THIRD = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)


_OF_A_SPEAKER = re.compile(
    r"\b(?:think|thought|say|said|believe|recommend|advise|hope|mean|suggest|regret|feel|expect|prefer|"
    r"argue|describe|warn|worry|agree|explain|views?|opinion|advice|career|team|lab|approach|"
    r"interested|optimistic|get into|change|favou?rite)\w*\b",
    re.IGNORECASE,
)
"""What a question asks of somebody who is interviewed."""
_SPOKE_TO = re.compile(
    r"\b(?:say|said|tell|told|write|wrote|reply|answer)\b.* (?:to )?[A-Z][a-z]+\b"
)
_OWNED_BY = re.compile(r"\w['’]s? [a-z]")
_OBJECT = re.compile(
    r"\b(?P<verb>teach|tell|show|give|ask|help|lead|drive|surprise|convince|persuade|inspire|bring|"
    r"make|attract|draw|interest|fascinate|influence|shape|change|move|impress|worry)(?:s|ed)? "
    r"(?P<whom>him|her)(?P<end>\?$| (?:to|that|about|into|from|most|when)\b.*$)"
)
"""Whom somebody else, named before, taught or told something."""
_FLOATING = re.compile(
    r"^(?:how|why|when|where|what|which)\b(?: \w+){0,2} (?:does|do|did|is|are|was|were|has|have|"
    r"can|will|should) (?:it|they|this|that|these|those)\b"
    r"(?! (?:takes?|to|that|\w+ (?:to|that)|possible|like|worth))",
    re.IGNORECASE,
)


_THIS_STORY = re.compile(r"\bthis (?P<what>story|history|tale)\b(?! of\b)")
"""What only the episode's subject names: ``Why is she part of this story?``"""
_OWNED = re.compile(r"\b(?:their|its|them)\b", re.IGNORECASE)


def _owned_by_nobody(question: str) -> bool:
    """Whether a question asks about ``their`` or ``its`` things before it names whose."""
    found = _OWNED.search(question)
    if found is None:
        return False
    before = language.tag(question[: found.start()])
    return not any(t.is_noun for t in before)


def of_the_guest(
    question: str, names: Names, subject: str, answer: str = "", *, alone: bool = True
) -> str | None:
    """``What would she change?`` with the guest's name; None where nobody knows who or what.

    What points to something said before stands under the episode's subject, if there is one. Where
    nothing tells that the guest is meant, neither what is done nor the ``answer``, it is somebody
    whom the question before names. ``alone`` tells whether nobody else has been named so far.
    """
    if subject and (story := _THIS_STORY.search(question)) is not None:
        told = f"the {story['what']} of {inside(subject)}"
        question = f"{question[: story.start()]}{told}{question[story.end() :]}"
    if _FLOATING.search(question) or _owned_by_nobody(question):
        return f"{capitalised(subject)}: {capitalised(question)}" if subject else None
    object_of = _OBJECT.search(question)
    if object_of is not None and names.guest and not _OWNED_BY.search(question):
        told = {"him": "he", "her": "she"}[object_of["whom"]]
        meant = names.mentions(answer) or re.search(rf"\b(?:I|me|my|{told})\b", answer, re.I)
        if names.pronoun == told and meant:
            return f"{question[: object_of.start('whom')]}{names.guest}{object_of['end']}"
    found = _IN_THE_THIRD.search(question)
    if found is None or any(w[:1].isupper() for w in question[: found.start()].split()[1:]):
        return question
    if names.guest is None:
        return None
    own = found[0].lower()
    told = {"his": "he", "him": "he", "her": "she"}.get(own, own)
    if names.pronoun not in (None, told):
        return None  # somebody else, whom the question before names
    opening = next(iter(language.sentences(answer)), "")
    where = opening if own in ("he", "she") else answer  # who does it opens the answer too
    own_words = re.search(r"\b(?:I|my|me|we|our)\b", answer) is not None
    opens = alone and re.match(rf"{told}\b", opening, re.IGNORECASE) is not None
    speaks = _OF_A_SPEAKER.search(question) and (alone or not _SPOKE_TO.search(question))
    if answer and not (own_words or opens or names.mentions(where) or speaks):
        return None  # "How long did he serve?", of a soldier
    named = f"{names.guest}'s" if own in ("his", "her") else names.guest
    return f"{question[: found.start()]}{named}{question[found.end() :]}"


_ANYBODY = re.compile(
    r"^(?:can|could|should|must|do|will|would|is it|are there|(?:does|is|are) (?=.*\byour\b))\b"
    r"(?! you (?:think|believe|feel|say|see|"
    r"remember|agree|describe|explain|tell|talk|give|share|expect|consider|recall))|"
    r"^(?:how (?:much|many|long|often|do|can|should)|what (?:should|can|happens)|when should|"
    r"if)\b(?! you (?:think|feel|define|see|describe|explain|had|could|were))",
    re.IGNORECASE,
)


_YOU_JUDGE = re.compile(
    r"\bd(?:o|id) you (?:think|believe|feel|see|place|put|attribute|assign|rate|rank|credit|blame|"
    r"make of|find|consider|prefer|like|love|enjoy|remember|recall|describe|define|explain|view|"
    r"regard|judge|trust|fear|worry|hope|expect|agree|mean|say|recommend)\b|"
    r"\bwould you (?:say|tell|advise|recommend|suggest|answer|reply|want|like|wish|choose|pick)\b",
    re.IGNORECASE,
)
"""What only the guest can do: ``how much of the blame do you place on him``."""


_IF_YOU = re.compile(
    r"if you (?:had to|could (?:only|just|ever|choose|pick|change|have|go|give|meet|ask)|"
    r"were to|got to|had (?:only|one|just|the chance))\b.*\b(?:would|what|which|who|where|how)\b",
    re.IGNORECASE,
)
"""``If you had to choose only one exercise, which would it be?``: the guest's choice."""


_THE_GUESTS_OWN = re.compile(
    r"\byour (?:own|book|work|research|lab|team|paper|career|life|views?|opinions?|company|"
    r"students|ideal|favou?rite|dream|biggest|greatest|expectations?|experience|role|job|childhood|mentor|"
    r"family|field|approach|theory|model|idea|argument|point|definition|answer|position)\b|"
    r"(?:est|first|last|only|most [a-z]+) [a-z]+ (?:that )?you(?:['’]ve| have| ever)\b",
    re.IGNORECASE,
)


_ASKS_OF_ONESELF = re.compile(
    r"\b(?:[Cc]an|[Dd]o|[Ss]hould|[Cc]ould|[Ww]ill|[Aa]m|[Dd]id|[Ww]ould|[Mm]ay|[Mm]ust|[Ii]f|"
    r"[Ww]hen) I\b|\bmy\b"
)


_HOW_DO = re.compile(r"how (?:do|can|should|would|could) you\b", re.IGNORECASE)
_SOMEBODY_DOES = re.compile(r"\b(?:I|he|she)\b|\b[A-Z][a-z]+ (?:says?|thinks?)")
_SOMEBODYS = re.compile(r"\b(?:I|my|me|he|she|his|her)\b|\b[A-Z][a-z]+ (?:says?|thinks?)")


def is_of_anybody(question: str, answer: str) -> bool:
    """Whether a question asks about what anybody does: by ``you``, ``my`` or ``I``."""
    return _is_generic(question, answer) or bool(_ASKS_OF_ONESELF.search(question))


def _is_generic(question: str, answer: str) -> bool:
    """Whether ``you`` means anybody: the answer speaks of nobody's own doing."""
    if not re.search(r"\byou(?:r)?\b", question, re.IGNORECASE) or not answer:
        return False
    if _THE_GUESTS_OWN.search(question) or _YOU_JUDGE.search(question):
        return False
    if _IF_YOU.match(question):
        return False
    if _WHEN_YOU.search(question) and not re.match(r".*\byou\b.*\bwhen\b", question, re.I):
        return not _SOMEBODYS.search(answer)
    if re.search(r"\byou(?:r|['’]\w+)?\b", answer, re.IGNORECASE) and not _SOMEBODY_DOES.search(
        answer
    ):
        return True  # "You can't from one day", whatever it asks one to do
    if _DONE_TO_YOU.match(question):
        return not _SOMEBODYS.search(answer)
    if not _ANYBODY.match(question):
        return False
    if re.search(r"\byou\b", answer) and not _SOMEBODY_DOES.search(answer):
        return True  # "if talks end for me, they end for you"
    if _HOW_DO.match(question) and not re.search(r"\b(?:I|my|me|we)\b", answer):
        opening = next(iter(language.sentences(answer)), "")
        if not _OF_HERS.search(opening):
            return True  # "How do you build on a rock?" "Stevenson's answer was …"
    return not _SOMEBODYS.search(answer)


_OF_HERS = re.compile(
    r"\b(?:he|she|his|her(?= [a-z]))\b|\b[A-Z][a-z]+ (?:says?|thinks?)", re.IGNORECASE
)
"""What tells that an answer is of somebody's own doing: not ``By staying with her.``"""
_WHEN_YOU = re.compile(
    r"^(?:why|how|what|where|is|are|does|do|did|can) "
    r"(?!.*\b(?:do|did|would|could|were) you\b).*"
    r"\b(?:(?:when|if|once|while) you|(?:before|until|after) you (?:can|could))\b",
    re.IGNORECASE,
)
"""``Why is it harder to think when you are broke?``"""
_DONE_TO_YOU = re.compile(
    r"who (?:most |best |really )?\w+s you [a-z]+\b|"
    r"(?:what|how) (?:does|do|did|will|would|can|could) (?!you\b).{3,60}"
    r"\b(?:(?:do|happen)s? to|affect|harm|hurt|kill|help|change|protect|mean for|"
    r"tell|teach|show|cost|buy|give) you\?$",
    re.IGNORECASE,
)
"""``What does a death cap do to you?``: to anybody."""
_ALL_OF_US = (
    (r"\bwe['’]ve\b", "people have"),
    (r"\bwe['’]re\b", "people are"),
    (r"\bwe['’]ll\b", "people will"),
    (r"\bwe\b", "people"),
    (r"\bour\b", "people's"),
    (r"(?<!teach )(?<!tell )(?<!show )(?<!taught )(?<!told )(?<!shown )\bus\b", "people"),
)


def for_all(question: str) -> str:
    """``our ability`` as ``people's ability``: in a question, ``we`` are all of us."""
    all_of_us = "people" not in question.lower()
    for pattern, everybody in _ALL_OF_US:
        question = re.sub(pattern, everybody, question, flags=re.IGNORECASE)
    first, people, rest = question.partition("people ")
    return f"{first}{people}{_AGAIN.sub(_they, rest)}" if all_of_us else question


_AGAIN = re.compile(
    r"(?<=where )people(?= )|(?<=[a-z] )people(?P<own>['’]s)(?= )|"
    r"(?<=[a-z] )people(?P<does>)(?= (?:are|were|have|had|will|can|should|earn|need|want|live|work|"
    r"get|do|did|don|didn|aren|haven|won|own)\b)(?<!those people)"
)


def _they(found: re.Match[str]) -> str:
    """``whether people remember where they were``."""
    return "their" if found["own"] else "they"


_OF_ONESELF = re.compile(
    r"^(how|what|when|where|which \w+) (?P<helper>do|should|can) I\b", re.IGNORECASE
)


_SHORT_FORMS = (("m", "is"), ("re", "is"), ("ve", "has"), ("ll", "will"), ("d", "would"))


_OWN = re.compile(r"\b(?:my|your)\b", re.IGNORECASE)
_YOU_FIRST = re.compile(r"\b(?:you|people)\b.{0,200}\byour\b", re.IGNORECASE)


def _asked_of_one(found: re.Match[str]) -> str:
    """``How does one`` of ``How do I``; what one does is what one should do."""
    helper = found["helper"].lower()
    if helper == "can" or (helper == "do" and found[1].lower() == "how"):
        return f"{found[1]} {'can' if helper == 'can' else 'does'} one"
    return f"{found[1]} should one"


def for_everyone(question: str) -> str:
    """``How much should you sleep?`` → ``How much should people sleep?``.

    What somebody asks of himself, or of what is his, is asked of one: ``What do I do?`` →
    ``What should one do?``, ``Does my street …?`` → ``Does one's street …?``.
    """
    own = _OWN.search(question) and not _YOU_FIRST.search(question)
    if _OF_ONESELF.match(question) or own:
        return _for_one(_OF_ONESELF.sub(_asked_of_one, question))
    text = re.sub(r"\b(?:your|my)\b", "their", question, flags=re.IGNORECASE)
    text = re.sub(r"\bam I\b", "are people", text, flags=re.IGNORECASE)
    text = re.sub(r"\bI(?: am|['’]m)\b", "people are", text)
    text = re.sub(r"(?<=[a-z] )I\b", "people", text)
    text = re.sub(r"\byou(?:'|’)re\b", "people are", text, flags=re.IGNORECASE)
    text = re.sub(r"\byou\b", "people", text, flags=re.IGNORECASE)
    first, people, rest = text.partition("people ")
    alone = "people" not in question.lower()
    return f"{first}{people}{_AGAIN.sub(_they, rest)}" if alone else text


_NEGATED_VERBS = {"haven": "hasn", "don": "doesn", "aren": "isn", "weren": "wasn"}
_FIRST_IS = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}


_I_DO = re.compile(
    r"(?:(?<![\w’'])(?P<before>[\w’']{1,40}) )?\b(?:I|you) "
    r"(?P<adverb>(?:never|always|often|also|still|only|just|really|ever) )?(?P<verb>[a-z]+)\b"
)
_LEAVES_PLAIN = frozenset(
    "can could should will would must may might did do does shall and or to".split()
)
"""Words after which, and a subject, a verb has no ending."""


def _one_does(found: re.Match[str]) -> str:
    """``one does`` of ``I do``; behind a modal the verb stays as it is."""
    before, adverb, verb = found["before"], found["adverb"] or "", found["verb"]
    plain = before is not None and before.lower() in _LEAVES_PLAIN
    done = verb if plain else _NEGATED_VERBS.get(verb) or third_person(verb)
    return f"{before} one {adverb}{done}" if before else f"one {adverb}{done}"


def _for_one(question: str) -> str:
    """``When I do my shopping`` → ``When one does one's shopping``."""
    text = _OWN.sub("one's", question)
    for short, whole in _SHORT_FORMS:
        text = re.sub(rf"\b(?:I|you)['’]{short}\b", f"one {whole}", text)
    asked = "|".join(_FIRST_IS)
    text = re.sub(
        rf"\b(?P<verb>{asked}) (?:I|you)\b",
        lambda m: f"{_FIRST_IS[m['verb'].lower()]} one",
        text,
        flags=re.IGNORECASE,
    )
    text = _I_DO.sub(_one_does, text)
    text = re.sub(r"\b(?:I|me|you)\b", "one", text)
    return f"{text[:1].upper()}{text[1:]}" if question[:1].isupper() else text


_YOU_VERB = re.compile(
    r"\byou\b(?P<adverb>\s+(?:also|still|really|first|ever|now|once|"
    r"often|always|usually|sometimes|never|rarely|frequently|recently|\w+ly))?\s+(?P<verb>[a-z]+)\b"
)


_AUX_YOU = re.compile(
    r"\b(?P<aux>do|have|are|were|did|can|could|would|will|had|should|might)\s+you\b", re.IGNORECASE
)


def named(question: str, names: Names) -> str | None:
    """``you`` and ``your`` as the guest; None where they are there and nobody is known."""
    if not re.search(r"\byou(?:r|rs|rself|'ve|'re|'d|'ll)?\b", question, re.IGNORECASE):
        return question
    if names.guest is None:
        return None
    text = re.sub(r"\byou(?:'|’)ve\b", "you have", question, flags=re.IGNORECASE)
    text = re.sub(r"\byou(?:'|’)re\b", "you are", text, flags=re.IGNORECASE)
    if re.search(r"\byou(?:'|’)\w+|\byourself\b|\byours\b", text, re.IGNORECASE):
        return None
    mention = _Mentions(names, begun=names.guest in question)
    text = re.sub(
        rf"{_AUX_YOU.pattern}|{_YOU_VERB.pattern}|\byour\b|\byou\b",
        lambda m: _for_you(m, mention),
        text,
        flags=re.IGNORECASE,
    )
    return None if mention.count > 3 else text


class _Mentions:
    """The guest's full name the first time, the last name after that."""

    def __init__(self, names: Names, *, begun: bool = False) -> None:
        self._full, self._short = names.guest or "", names.surname or ""
        self._again = names.pronoun or self._short
        self._own = names.own
        self.count = int(begun)

    def owner(self) -> str:
        """Whose a thing is: ``her``, where that is known and somebody is named before."""
        return self._own if self.count and self._own else f"{self.next()}'s"

    def next(self) -> str:
        """The name for the next mention; a pronoun where it is known."""
        self.count += 1
        return self._full if self.count == 1 else self._again


_ACTS_ON_YOU = re.compile(
    r"\b(?:gives?|gave|makes?|made|brings?|brought|keeps?|kept|teach(?:es)?|taught|tells?|told|lets?|"
    r"helps?|helped|drives?|drove|shows?|showed|asks?|asked|offers?|offered|gets?|got|inspires?|"
    r"inspired|causes?|caused|costs?|earns?|earned|wins?|won|brings?|sees?|saw|hears?|heard)\s$"
)
"""Verbs after which ``you`` is acted on: what follows is no verb of yours."""


def _for_you(found: re.Match[str], mention: _Mentions) -> str:
    text = found.group(0)
    if found["aux"]:
        aux = AGREEING.get(found["aux"].lower(), found["aux"].lower())
        aux = aux.capitalize() if found["aux"][0].isupper() else aux
        return f"{aux} {mention.next()}"
    if text.lower() == "your":
        return mention.owner()
    if found["verb"]:
        adverb = found["adverb"] or ""
        verb = found["verb"]
        if not _ACTS_ON_YOU.search(found.string[: found.start()]):
            verb = third_person(verb)
        return f"{mention.next()}{adverb} {verb}"
    return mention.next()
