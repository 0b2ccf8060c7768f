"""Interview cards: the host's last real question in a turn, and what the guest answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quizapp import language, speech
from quizapp.generators import addressing, definitions, talk, terms
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.interviewing import asked
from quizapp.generators.replies import answer
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind, Note, Turn
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import capitalised, tidy
from quizapp.speech.references import ASKED_OF, points_back, stands
from quizapp.speech.utterances import plain

_CONTENT = 3
"""Content words that a question has at least, with the topic before it."""
_ENOUGH = 4
"""Content words of a question that needs no topic before it."""
_SCORE = 0.35
_BROKEN = re.compile(
    r"—|--|\.\.\.|…|\b(\w+),? \1\b|\b(?:um|uh|er)\b|\b(?:the|a|of|to|and|that|is),|\?|"
    r", (?:what|how|why|is|are|do|does|like(?! (?:in|at|on) [A-Z]\w+,)|say|I|he|she) \w+",
    re.IGNORECASE,
)
_FLOATING = re.compile(
    r"\bsuch (?!as)|\b(?:those|these|this|instead|then|here|"
    r"(?<!is )(?<!are )(?<!was )(?<!will )there(?! (?:is|are|was|"
    r"were|will|has|have)\b|['’])|otherwise|else|maybe|perhaps|meantime|meanwhile|afterwards|"
    r"next|the other|another)\b|^(?:one|two|"
    r"three|first|second|third)\b|"
    r", (?:though|too|either)\b|\bif (?:I['’]m|I)\b|^(?:what|how) about\b|"
    r"^what does \w+ \w+ mean by\b|"
    r"\b(?:of|for|about|in|with|to|from|on) (?:it|them)\b|\bsays that\b|"
    r"\b(?:say|think|believe|know|sure|feel) (?:that )?(?:it|they) (?:should|can|could|will|would|"
    r"may|might|must|is|are|was|were)\b(?! [a-z]+ (?:to|that|for|if|when)\b)|"
    r"\bit(?:['’]s| is) \w+ to \w+ (?:about|with|for|of|in|on|at)\?$|\bwhether (?:it|they)\b|"
    r"^(?:is|does|did|do|are|was|were|has|have|had) (?:it|they|he|she)\b|"
    r"\b(?:first|last|next|big|small|new|old|good|bad|only|right|same|other|best|worst|which) "
    r"ones?\b|\b(?:the|these|those|any|no) ones?\?$|\bin general\b|\band so on\b|"
    r"\bthe (?:middle|top|bottom|end|start|beginning|inside|outside|front|back)\b(?! of\b)|"
    r"\bso much (?:worse|better|more|less|\w+er)\b|"
    r"\bit (?:takes?|took)(?: to (?:get|reach|arrive|come|go)\b|(?! (?:\w+ ){0,4}to\b))",
    re.IGNORECASE,
)
"""What a question says of something that was talked about before it."""
_OF_IT = re.compile(
    r"(?:what|who|where|when|how|why)(?: (?:much|many|long|old|far|often|big|else|exactly|\w+ly))*"
    r"(?:['’]s|['’]re| is| are| was| were| did| does| do| has| had| have| would| could| can) "
    r"(?:it|they)\b(?! (?:takes?|\w+ (?:to|that|for)|like to|to|that|possible|worth)\b)",
    re.IGNORECASE,
)
"""``What's it called?`` asks of what only the talk before it names."""
_YES_OR_NO = re.compile(r"^What does [^?]{3,60}? say (?:about whether|to the question)\b")
"""What only yes or no would answer, opened: whoever is asked cannot tell what is wanted."""
_OPENING = re.compile(
    r"(?:According to [^,]{3,60}, |[^?:]{3,60}: )?(?:how|what|why|which|when|where|who|whose|"
    r"to what extent)\b",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"^(?:(?:all right|okay|ok|sort of|kind of|like|so|and|but|now|well|I guess|I mean),? )+|"
    r"^forgive (?:the|my) [^,]+, but |^looking back to you, |"
    r"^(?:let me ask(?: you)?(?: this)?|tell me(?: this)?|I(?:['’]m| am) curious|I wonder|"
    r"maybe you can tell us|can you tell us|help me understand)[,:]? ",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?:If|Since|When|Because|Given that) [^,?]+,(?: then)? (?=(?:why|how|what)\b)", re.IGNORECASE
)
"""``If the steel is protected, then why do bridges fall apart?``: what leads up to a question."""
_AFTERTHOUGHT = re.compile(
    r",? (?:do you think|would you say|in your view|exactly|precisely|then|though|again|actually|"
    r"to you|for you|now|these days|nowadays|at all|anyway|really)\?$",
    re.IGNORECASE,
)
_WHY = re.compile(r"(?:^|[:.] )Why\b")
_WHY_YOU = re.compile(
    r"why (?:do|would|should) you (?!think|say|like|love|call)(?!.*\byou[a-z])", re.IGNORECASE
)
_OF_OURS = re.compile(r"\b(?:I|me|my|we|us|our|myself)\b", re.IGNORECASE)
"""``Why do you put steel in concrete?`` is of anybody where nobody tells of his own doing."""
_YOU_KNOW = re.compile(r"\b(?:do|did|can|would) you know\b", re.IGNORECASE)
"""A ``you know`` that is no filler."""
_LONGEST_PROMPT = 24
"""Words."""
_ALOUD = re.compile(
    r"\b(?:I|me|my|myself|you|your|yourself|gonna|wanna|stuff|whatever|like if|something in|"
    r"we're going to|our|us)\b",
    re.IGNORECASE,
)
"""Words of thinking aloud, which no clean question has."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each exchange that can be asked on its own, the best of the talk."""
    words = sum(len(turn.text.split()) for turn in material.episode.turns)
    most = -(-words // speech.WORDS_A_CARD)
    made = [m for m in (_made(q, a, material) for q, a in speech.exchanges(material)) if m]
    alone = {s.text: s for s in speech.statements(material)}
    # What is asked by itself needs no question, unless it is one for a reason.
    made = [m for m in made if m[1].answer not in alone or _WHY.search(m[1].prompt)]
    made = [m for m in made if not _is_defined(m[1], alone, material)]
    best = sorted(made, key=lambda m: (-m[0], m[1].prompt))[:most]
    for _, side, turn in best:
        section = speech.section_of(turn)
        source = material.passages.source(section)
        yield drafted(
            "interview", material, section, side.prompt, (source,), (side,), tag="transcript"
        )


def _is_defined(side: Side, alone: Mapping[str, Statement], material: Material) -> bool:
    """Whether a sentence that says what a thing is is asked for that: ``A leap second is a …``."""
    first = language.sentences(side.answer)[0]
    if first not in alone or not _WHAT_IS.match(side.prompt):
        return False
    return terms.defined(first, material) is not None or (
        definitions.definition(alone[first], material) is not None
    )


def _made(asking: Turn, answering: Turn, material: Material) -> tuple[float, Side, Turn] | None:
    for heard in _questions(asking.text):
        question = _without_name(heard, material.names)
        prompt = _prompt(question, answering.text, material)
        told = prompt and answer(answering.text, prompt, material)
        if prompt and told:
            led = _led_up_to(question, prompt, asking.text)
            prompt = led or talk.on_topic(prompt, "", material, enough=_ENOUGH)
            about = material.aboutness(f"{prompt} {told}")
            score = _SCORE * min(1.0, 0.5 + 2 * about)
            return about, Side(CardKind.INTERVIEW, prompt, told, score), answering
    return None


def _without_name(question: str, names: Names) -> str:
    """``Hanna, who decides what time it is?`` without whom the host speaks to."""
    first = {part for name in names.people for part in name.split()}
    spoken, comma, rest = question.partition(", ")
    return capitalised(rest) if comma and set(spoken.split()) <= first else question


_TAKES_UP = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_LEADS_UP = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your|he|she|him|her|his|it|its|they|them|their|this|that(?= (?:is|"
    r"was|would|are)\b)|these|those|there|here|now|one)\b|[?!:;]",
    re.IGNORECASE,
)
"""What a sentence before a question has that names no thing for the question to take up."""
_LEADING = 15
"""Words of such a sentence."""


def _led_up_to(question: str, prompt: str, text: str) -> str | None:
    """``Cement is a climate problem. How big is it?`` where a question takes up what was said."""
    sentences = [plain(s) for s in language.sentences(text)]
    if question not in sentences or not _TAKES_UP.search(question):
        return None
    before = sentences[sentences.index(question) - 1] if sentences.index(question) else ""
    whole = language.is_sentence(before) and before.endswith(".")
    if not whole or _LEADS_UP.search(before) or len(before.split()) > _LEADING:
        return None
    named = len(language.content_words(before)) >= _CONTENT
    return f"{before} {_FRAME.sub('', prompt)}" if named else None


def _prompt(question: str, heard: str, material: Material) -> str | None:
    """A question as a card asks it, or None where it does not stand alone."""
    if _FLOATING.search(question) or points_back(question):
        return None
    if _WHY_YOU.match(question) and not _OF_OURS.search(heard):
        question = addressing.for_everyone(question)
    clean = question if _YOU_KNOW.search(question) else tidy(question)
    made = asked(clean, material, heard)
    if made is None:
        return None
    names = material.names
    prompt = _with_object(made.prompt, names)
    if _OF_IT.match(prompt) or _YES_OR_NO.search(prompt):
        return None
    if (
        _BROKEN.search(_FRAME.sub("", prompt).rstrip("?"))
        or not _OPENING.match(prompt)
        or _ALOUD.search(prompt)
    ):
        return None
    if names.surname and prompt.count(names.surname) > 2:
        return None
    placed = talk.on_topic(prompt, "", material, enough=_ENOUGH)
    said = len(language.content_words(re.sub(r"^According to |\binterview\b", "", placed)))
    if said < _fewest(prompt, material) or not _asks_of_something(prompt, material):
        return None
    return prompt if len(prompt.split()) <= _LONGEST_PROMPT else None


def _fewest(prompt: str, material: Material) -> int:
    """How many content words a question has to have, with the topic before it.

    One that asks what a thing is, or names the topic itself, needs no third.
    """
    about = set(language.content_stems(speech.topic(material) or ""))
    of_topic = about & set(language.content_stems(prompt))
    return _TERM if _WHAT_IS.match(prompt) or of_topic else _CONTENT


_TERM = 2
_WHAT_IS = re.compile(
    r"(?:[^?:]{3,60}: )?What(?:['’]s| is| are| was| were) (?:an? |the )?(?!\w+ about )"
    r"[\w’' -]{3,40}\?$"
)
"""A question for what a thing is, and the content words that it has with the topic."""


_FRAME = re.compile(r"^(?:According to [^,]+, |[^?]+: )")
_EMPTY = frozenset(
    "do does did happen happens happened say says think thinks mean go going fix work matter "
    "matters start starts started begin began come came get got people".split()
)


def _asks_of_something(prompt: str, material: Material) -> bool:
    """Whether a question has a word of its own, and nothing in it that only the talk tells."""
    people = {stem for name in material.names.people for stem in language.content_stems(name)}
    words = language.content_words(_FRAME.sub("", prompt))
    own = [w for w in words if w not in _EMPTY and language.stem(w) not in people]
    framed = _FRAME.match(prompt) or _WHAT_IS.match(prompt)
    return len(own) >= (1 if framed else 2) and stands(prompt, material, known=ASKED_OF)


def _with_object(prompt: str, names: Names) -> str:
    """A question that ends in whom it asks of: ``impresses him?`` for ``impresses he?``."""
    if names.pronoun and names.object_pronoun and prompt.endswith(f" {names.pronoun}?"):
        return f"{prompt.removesuffix(f'{names.pronoun}?')}{names.object_pronoun}?"
    return prompt


def _questions(text: str) -> Iterator[str]:
    """The questions at the end of a turn, without the talk before them; the last one first."""
    sentences = language.sentences(text)
    for sentence in reversed(sentences[-_LAST:]):
        told, before = _taken_up(plain(sentence), sentences), None
        while told != before:
            before, told = told, _AFTERTHOUGHT.sub("?", _SMALL_TALK.sub("", told))
        if told.endswith("?"):
            yield told
            given = _GIVEN.match(told)
            if given is not None and not _LEFT_OPEN.search(told[given.end() :]):
                yield capitalised(told[given.end() :])


_LEFT_OPEN = re.compile(r"\b(?:it|its|they|them|their|he|she|you|your|that|there)\b", re.IGNORECASE)
"""What a question takes up of what led up to it."""


_FRONTED = re.compile(
    r"^(?:(?:all right|okay|ok|so|now|and|well|right|let['’]s (?:talk about|do|go to|turn to|"
    r"get to|"
    r"take|start with|begin with|move (?:on )?to)),? )*(?P<topic>(?:the |"
    r"an? )?[a-z][\w’' -]{3,30})\.$",
    re.IGNORECASE,
)
"""A host names a topic before asking of it: ``All right, the wall. What's it made of?``"""
_IT = re.compile(r"^(?P<asks>(?:what|how|why|when|where)\b.*?\b(?:is|are|was|were|does|do|did)|"
                 r"what['’]s) (?P<what>it|they)\b", re.IGNORECASE)  # fmt: skip


def _taken_up(question: str, sentences: list[str]) -> str:
    """``What's it made of?`` with what the sentence before it names."""
    found = _IT.match(question)
    if found is None or len(sentences) < _LAST:
        return question
    named = _FRONTED.match(plain(sentences[-_LAST]))
    topic = named["topic"] if named else ""
    plain_thing = re.match(r"(?:the|an?) ", topic, re.IGNORECASE)
    if speech.FIGURE.search(topic):
        return question  # "Twenty-six months. What do they test?"
    if not topic or not (plain_thing or not any(t.is_verb for t in language.tag(topic))):
        return question
    plural = language.tag(topic)[-1].tag == "NN2"
    if plural != (found["what"].lower() == "they"):
        return question
    if set(language.content_stems(topic)) & set(language.content_stems(question)):
        return question  # "Then steel. Why does it need steel at all?": it is another thing
    small = topic if topic[1:2].isupper() else topic[:1].lower() + topic[1:]
    return f"{found['asks']} {small}{question[found.end() :]}"


_LAST = 2
"""Sentences at the end of a turn in which its question is looked for."""
