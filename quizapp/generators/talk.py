"""What is asked of a talk alone: what somebody says that a thing is, does, or comes to, in passing.

People say of a thing that it is the first, the best or the most important of its kind, who did
something, and what a thing was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp import language, speech
from quizapp.blanks import BLANK
from quizapp.generators import cases, contrasts, figures, meanings, terms
from quizapp.generators.drafting import MODEST, Side, drafted
from quizapp.generators.wordings import according_to
from quizapp.material import Material
from quizapp.material.statement import Statement
from quizapp.model import CardKind, Note
from quizapp.sentences import grammar
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.phrasing import capitalised, closed
from quizapp.speech import utterances

_SCORE = 0.45
"""Of what is told in passing."""
_SUPERLATIVE = re.compile(
    r"^(?P<what>(?:The |An? )?[\w’'-]+(?: [\w’'-]+){0,3}) (?P<be>is|was) "
    r"(?P<rank>the (?:single )?(?:most [a-z]+|(?!b?est\b)[a-z]+est|best|first|main) (?P<of>.+))\.$"
)
_OF_WORDS = 3
"""Words that say of what it is the first or the best."""
_TELLS = 2
"""Content words of a thing, or of a deed, that single it out."""
_IS_THAT = re.compile(
    r"^(?P<what>The [^,]{4,60} (?:of|about|with|in|between|for) [^,]{4,80}?),? (?P<be>is|"
    r"was) that (?P<that>.{6,})\.$"
)
_KEY = re.compile(
    r"^The (?:key|main|important|basic|interesting|big|real|crucial|central) "
    r"(?:fact|thing|point|idea|part|bit|question|issue|insight|message)\b"
)
"""``The key fact about bees is that …``: of many facts, nobody knows which is wanted."""
_EACH_OF_WHAT = re.compile(r"\b(?:each|every|one|any|both|all|none) (?:one|of them|of these)\b")
"""``The trick is that we use a different drug for each one``: each of what was told before."""
_WAS = re.compile(
    r"^(?P<article>The |An? )?(?P<term>[^,]{3,40}?) (?P<be>was|were) (?P<what>an? [^,].{20,})\.$"
)
_SURE = 0.3
_WORTH_A_GAP = 0.25
"""The score of a gap, at least."""
_BARE_IS = re.compile(r"What (?:is|are) (?!called\b)[^?]+\?$")
"""``What is tiny pieces of glass?``, where it is asked what volcanic ash is."""
_LISTED = re.compile(r"What (?:is|are) [^?]+, [^?]+ and [^?]+\?$")
"""``What is unconsciousness, pain relief and muscle relaxation?``: asked for by what it is of."""
_OF_TIME = re.compile(r"How (?:long|much|many) did [\w ]+ (?:spend|take|have|need|last|get)\?$")
"""``How long did Tundra spend?``: on what?"""
_HALF_A_NAME = re.compile(
    rf"\b(?!(?:The|In|At|On|By|For|From|And|But|If|When)\b)[A-Z][a-z]+ {BLANK}"
)
"""``a man called Bi ____``: the first name tells the rest, or asks for nothing that one knows."""
_TERM = re.compile(r"(?<=^What is )[A-Z][\w-]+(?=,)")
"""One word that opened its sentence: ``What is Lignin``."""
_ANOTHER = re.compile(r", (?:(?:and|so|but) |(?=(?:he|she|it|they) ))")
_BEGINNING = 4
"""Letters by which a word of the topic gives an answer away: ``Fungi``, ``fungus``."""
_PLAIN = 6
"""Content words of a prompt that is about the talk's subject and says so by itself."""


def notes(material: Material) -> Iterator[Note]:
    """A note for each term that the talk explains or names, and for what is one thing, not another.

    What is named or set against something may take up the sentence before.
    """
    for turn in speech.guests(material):
        section = speech.section_of(turn)
        before = ""
        for sentence in language.sentences(turn.text):
            said = utterances.plain(sentence)
            makers = (
                terms.explained(said, material),
                terms.introduced(said, material),
                terms.named(said, before, material),
                meanings.told(said, before, material),
            )
            side = next(filter(None, (*makers, contrasts.contrasted(said, before, material))), None)
            if side is not None:
                both = f"{before} {sentence}" if side.side == "both" else sentence
                source = material.passages.source(section, both)
                yield drafted(
                    "told", material, section, sentence, (source,), (side,), tag="transcript"
                )
            before = sentence


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """What a spoken sentence is asked for besides what any statement is asked for."""
    text = statement.text
    made = (ranked(statement, material), figures.counted(statement), cases.follows(text, material))
    told = (terms.defined(text, material), told_of(text, material), done_by(text, material))
    for side in (*made, *told, contrasts.told_apart(text, material)):
        if side is not None:
            yield replace(side, explanation=side.explanation or text)


def ranked(statement: Statement, material: Material) -> Side | None:
    """``The transformer is the most important advance in …`` asked for what that is."""
    found = _SUPERLATIVE.match(statement.text)
    if found is None or len(language.content_words(found["of"])) < _OF_WORDS:
        return None
    shared = set(language.content_stems(found["what"])) & set(language.content_stems(found["of"]))
    if shared or re.search(r"[,;]|\b(?:and|but|because)\b", found["of"]):
        return None
    prompt = according_to(f"what {found['be']} {found['rank']}?", material)
    answer = closed(capitalised(found["what"]))
    return Side(CardKind.RECALL, prompt, answer, _SCORE, explanation=statement.text)


def told_of(text: str, material: Material) -> Side | None:
    """``The key fact about bees is that …``, ``The Elman network was a …`` asked for what it is."""
    found = _IS_THAT.match(text)
    if found is not None and (_EACH_OF_WHAT.search(found["that"]) or _KEY.match(found["what"])):
        return None
    if found is not None and len(language.content_words(found["what"])) >= _TELLS:
        prompt = according_to(f"what {found['be']} {material.inside(found['what'])}?", material)
        return Side(
            CardKind.RECALL, prompt, closed(capitalised(found["that"])), _SCORE, side="that"
        )
    found = _WAS.match(text)
    first = 0 if found and found["article"] else 1
    named = found and any(w[:1].isupper() for w in found["term"].split()[first:])
    if (
        found is None
        or not named
        or set(language.content_stems(found["term"]))
        <= set(language.content_stems(material.names.topic or ""))
    ):
        return None
    term = f"{(found['article'] or '').lower()}{found['term']}"
    nouns = [p.head.lemma for p in language.noun_phrases(found["what"])[:1]]
    asks = "who" if any(map(is_person, nouns)) else "what"
    prompt = according_to(f"{asks} {found['be']} {term}?", material)
    return Side(CardKind.DEFINITION, prompt, closed(capitalised(found["what"])), _SCORE, side="was")


def done_by(text: str, material: Material) -> Side | None:
    """``Karl von Frisch decoded the waggle dance of bees`` asked for who did."""
    found = speech.DEED.match(text)
    if found is None or material.names.mentions(found["who"]):
        return None
    if speech.NO_PERSON.search(found["who"]) or found["who"].startswith("The "):
        return None
    did = _without_next(found["did"])
    ours = re.search(r"\b(?:we|us|our|you|your|it|them|that|this|these)\b", did)
    if ours or len(language.content_words(did)) <= _TELLS:
        return None
    return Side(CardKind.RECALL, f"Who {did}?", closed(found["who"]), _SCORE, side="who")


_NEXT = re.compile(r",? (?:and|but|so) (?=(?:the|an?|his|her|they|he|she|people|nobody|[A-Z])\b)")


def _without_next(did: str) -> str:
    """``took the bag away and the patient cried out`` without what somebody else did then."""
    for found in _NEXT.finditer(did):
        if any(t.is_verb for t in language.tag(did[found.end() :])):
            return did[: found.start()]
    return did


def placed(sides: Sequence[Side], material: Material) -> Iterator[Side]:
    """The sides that are worth asking, with the talk's topic where they do not say it themselves.

    ``The Hanseatic League: Cologne was expelled in 1471 for ____``: whoever reads it in a year
    knows from what. What was said in passing is not put to judgement as true or false, and has
    one thing left out of it at the most, or two where nothing else is asked of it.
    """
    asked = [s for s in sides if s.score >= MODEST and s.kind is not CardKind.TRUE_FALSE]
    has_figure = any(s.kind is CardKind.CLOZE and figures.FIGURE.fullmatch(s.answer) for s in asked)
    asked = [
        s
        for s in asked
        if not figures.HOW_MANY_WHAT.match(s.answer) or s.kind is not CardKind.CLOZE
    ]
    asked = [s for s in asked if not _is_common(s, material) and not _is_passing(s)]
    asked = [s for s in asked if not figures.is_beside(s.prompt)]
    asked = [s for s in asked if not (_LISTED.match(s.prompt) or _OF_TIME.match(s.prompt))]
    if any(BLANK not in s.prompt for s in asked):  # a weak gap only asks it again
        asked = [s for s in asked if BLANK not in s.prompt or s.score >= _SURE]
    if any(s.kind is CardKind.DEFINITION for s in asked):
        asked = [s for s in asked if s.kind is not CardKind.RECALL or not _BARE_IS.match(s.prompt)]
    if has_figure:
        asked = [s for s in asked if not figures.WHAT_HAS_THE_FIGURE.match(s.prompt)]
    most = 1 if any(BLANK not in side.prompt for side in asked) else 2
    told = set()
    prompts = {s.prompt for s in asked if s.side != "is a"}
    for side in asked:
        if side.side == "is a" and side.prompt in prompts:
            continue
        if BLANK in side.prompt:
            if side.answer in told:
                continue
            told.add(side.answer)
            half = side.answer[:1].isupper() and _HALF_A_NAME.search(side.prompt)
            if not most or half:
                continue
            most -= 1
        if side.kind is CardKind.DEFINITION:
            prompt = _TERM.sub(lambda m: material.cased(m[0]), side.prompt)
            side = replace(side, prompt=prompt, answer=_first_clause(side.answer))
        yield replace(side, prompt=on_topic(side.prompt, side.answer, material))


def _first_clause(answer: str) -> str:
    """What a thing is, without what is said of another in the same breath."""
    found = _ANOTHER.search(answer)
    rest = answer[found.end() :] if found is not None else ""
    of_him = re.match(r"(?:he|she) [a-z]", rest) is not None
    if found is None or (grammar.clause(capitalised(rest)) is None and not of_him):
        return answer
    return closed(answer[: found.start()])


def _is_passing(side: Side) -> bool:
    """Whether a gap is for what is only mentioned: ``a country doctor in ____``."""
    return side.kind is CardKind.CLOZE and side.score < _WORTH_A_GAP


def _is_common(side: Side, material: Material) -> bool:
    """Whether a weak gap is for one common word: ``The ____ used ink that is water``."""
    if side.kind is not CardKind.CLOZE or side.score >= _SURE or " " in side.answer:
        return False
    return side.answer.islower() and not material.is_term(side.answer)


def on_topic(prompt: str, answer: str, material: Material, *, enough: int | None = None) -> str:
    """A prompt with the talk's topic before it, unless it says so, or whose account it asks for.

    ``enough`` content words make a prompt plain; else it has to be about the talk's subject too.
    """
    topic = speech.topic(material)
    if topic is None or re.search(r"\b(?:according to|interview)\b", prompt, re.IGNORECASE):
        return prompt
    about, said = (set(language.content_stems(t)) for t in (topic, f"{prompt} {answer}"))
    words = language.content_words(prompt)  # whoever reads it does not see the answer
    if enough is not None:
        plain = len(words) >= enough
    else:
        plain = len(words) >= _PLAIN and material.aboutness(prompt) >= speech.ABOUT
    given = {w.lower()[:_BEGINNING] for w in language.content_words(answer)}
    gives_away = any(w.lower()[:_BEGINNING] in given for w in language.content_words(topic))
    if about & said or not about or plain or gives_away:
        return prompt
    return f"{capitalised(topic)}: {prompt}"
