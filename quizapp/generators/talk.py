"""Cards that only a talk yields: what somebody says that a thing is, in passing.

People explain a term by an example that has to do with the listener (``overfitting is when your
model …``), and say of a thing that it is the first, the best or the most important of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp import grammar, language, speech
from quizapp.blanks import BLANK
from quizapp.generators.drafting import MODEST, Side, drafted
from quizapp.generators.wordings import according_to, what_is
from quizapp.material import Material, Statement
from quizapp.model import CardKind, Note
from quizapp.phrasing import capitalised, closed
from quizapp.speech import utterances

_SCORE = 0.45
_LONGEST = 32
"""Words of an explanation."""
_EXPLAINED = re.compile(r"^(?P<term>[A-Z][\w’'-]*(?: [\w’'-]+){0,2}) is when (?P<what>.+)\.$")
_ALOUD = re.compile(
    r"\b(?:I|me|my|we|us|our|you|he|she|they|this|that (?!are\b|is\b)|these|those|really|gonna|"
    r"whatever|like)\b|[\"“”…?—]|--",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"^(?P<what>(?:The |An? )?[\w’'-]+(?: [\w’'-]+){0,3}) (?P<be>is|was) "
    r"(?P<rank>the (?:single )?(?:most [a-z]+|(?!b?est\b)[a-z]+est|best|first|main) (?P<of>.+))\.$"
)
_OF_WORDS = 3
"""Words that say of what it is the first or the best."""


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
                explained(said, material),
                introduced(said, material),
                named(said, before, material),
            )
            side = next(filter(None, (*makers, contrasted(said, before, material))), None)
            if side is not None:
                both = f"{before} {sentence}" if side.side == "both" else sentence
                source = material.passages.source(section, both)
                yield drafted(
                    "told", material, section, sentence, (source,), (side,), tag="transcript"
                )
            before = sentence


_CALLED = re.compile(
    r"(?P<told>.*?)(?:^|,| and)(?: and| so| because)? ?(?:it|that|this|which|they|we)(?:['’]s|"
    r"['’]re| is| are)? "
    r"(?:(?:what )?(?:(?:is|are|was) )?(?:called|known as|named)|"
    r"what (?:we|people|they|[a-z]+s)(?:['’]d| would)? (?:call|called)|"
    r"(?<=we )call (?:it|that|this)|(?<=they )call (?:it|that|this|them))"
    r" (?P<term>(?:(?:the|an?) )?[a-z‘“][\w’‑-]+(?: (?!and\b|or\b|because\b|so\b|"
    r"but\b)[\w’‑-]+){0,2}?)[”]?"
    r"(?P<more>(?:,| and\b| because\b| so\b| but\b).*)?\.$",
    re.IGNORECASE,
)
"""``You dilute the sodium in the blood, it's called hyponatremia, and the brain swells.``"""
_NAMED_SO = re.compile(
    r"^That(?:['’]s| is) (?P<called>called )?(?P<term>(?:an? |the )?[a-z][\w-]+(?: [\w-]+){0,2}), "
    r"(?P<so>that(?:['’]s| is) what (?:we|people|they|[a-z]+s)(?:['’]d| would)? call (?:it|"
    r"that), )?"
    r"(?P<what>(?:an?|the|your|when|how|what|any) [^,]+)\.$",
    re.IGNORECASE,
)
"""``That's a schema, that's what we'd call it, your knowledge of how things go.``"""
_INTRODUCED = re.compile(
    r"\b(?:(?P<a>an?)|the|another|some) (?P<kind>(?:[\w-]+ ){0,2}?[\w-]+(?: of [\w-]+)?)"
    r"(?: (?:that|which)(?:['’]s| is| are| was))?(?: what(?:['’]s| is))? (?:called|known as) "
    r"(?P<term>(?:(?:the|an?) )?[\w’‑-]+(?: [\w’‑-]+){0,3}), "
    r"(?:which (?:is|was|are) (?P<what>(?:an?|the|when|how) [^,]+)|(?P<where>where .+|"
    r"that [^,]+)|(?P<apposed>an? [^,]+))(?:,.*)?\.$",
    re.IGNORECASE,
)
"""``There's a signal called volcanic tremor, which is a continuous hum, and …``."""


def introduced(said: str, material: Material) -> Side | None:
    """What a term is, where it is told right after it is named for the first time."""
    found = _INTRODUCED.search(said)
    if found is None:
        return None
    what = found["what"] or found["apposed"]
    if found["where"]:
        what = f"{found['a'] or 'a'} {found['kind']} {found['where']}"
    told = re.sub(r"\b(?:where|when) you\b|\bthat\b", "", what)
    if _ALOUD.search(told) or not _SHORTEST_MEANING <= len(what.split()) <= _LONGEST:
        return None
    return _definition(found["term"], what, material)


_SHORTEST_MEANING = 3
"""Words of what a thing is, with its article."""
_UNTOLD = re.compile(r"\b(?:is|are|was|were)$|^the one\b", re.IGNORECASE)
"""``The one that is closest to being used is``: what was begun, and not said."""
_MEANING = 5
"""Words of what a term is for."""


def named(said: str, before: str, material: Material) -> Side | None:
    """What a term is, where it is named after what it is for."""
    found = _NAMED_SO.match(said)
    so = found is not None and (found["called"] or found["so"])
    if found is not None and so and len(found["what"].split()) >= _MEANING:
        return _definition(found["term"], found["what"], material)
    found = _CALLED.match(said)
    if found is None:
        return None
    told, side = found["told"].strip(" ,"), ""
    if _UNTOLD.search(told):
        return None
    if len(told.split()) < _MEANING:
        told, side = utterances.plain(before), "both"
        if told.count(", ") > 1:
            return None  # an example, told at length
    clean = speech.clean(told, material)
    if clean is None:
        return None
    made = _definition(found["term"], clean, material)
    return made and replace(made, side=side)


def _definition(term: str, what: str, material: Material) -> Side | None:
    """The question for a term, unless what it is says only the term again."""
    term = term.strip("‘’“” ")
    own = set(language.content_stems(term))
    if not own or own & set(language.content_stems(what)) or _NO_TERM.search(term):
        return None
    score = _SCORE + 0.05
    return Side(
        CardKind.DEFINITION, what_is(term, plural=False, material=material),
        closed(capitalised(what)), score,
    )  # fmt: skip


_NO_TERM = re.compile(
    r"\b(?:it|that|this|him|her|them|me|us|you|something|what|thing|name|one)\b", re.I
)
_NOT_BUT = re.compile(
    r"^(?P<what>[^,;]{3,70}?) (?P<be>is|was|are|were)(?: not|n['’]t| never) "
    r"(?P<other>(?:an?|the) [^,;]+?)(?:, (?:but |but rather )?(?:(?:it|they)(?:['’]s|['’]re| is|"
    r" are| was| were) )?|"
    r" but (?:rather )?)(?P<one>(?:an?|the|your|their) [^,;]+)\.$"
)
_NOT = re.compile(
    r"^(?P<what>[^,;]{3,70}?) (?P<be>is|was|are|were)(?: not|n['’]t| never) (?P<other>(?:an?|"
    r"the) [^,;]+)\.$"
)
_IT_IS = re.compile(
    r"^(?:It|They)(?:['’]s|['’]re| is| are| was| were) (?P<one>(?:an?|the|your) [^;?!]+)\.$"
)
_NO_CONTRAST = re.compile(
    r"\b(?:only|just|merely|even|quite|necessarily|always|really|exactly|same|one|thing|things|"
    r"case|"
    r"way|point|problem|question|answer|reason|first|last|end|kind|sort|lot|good|bad|great|big)\b|"
    r"\b(?:he|she|him|her|his|it|its|they|them|their|this|that|these|those|I|me|my|we|our|us|"
    r"there)\b",
    re.IGNORECASE,
)


def contrasted(said: str, before: str, material: Material) -> Side | None:
    """``Memory is not a recording. It's a story you rebuild.`` asked for what memory is instead."""
    found, side = _NOT_BUT.match(said), ""
    one = found["one"] if found else None
    if found is None:
        again = _IT_IS.match(said)
        found, side = (_NOT.match(utterances.plain(before)) if again and before else None), "both"
        one = again["one"] if again else None
    if found is None or one is None:
        return None
    parts = (found["what"], found["other"], one)
    if any(_NO_CONTRAST.search(part) for part in parts[:2]) or _LEANS.search(one):
        return None
    if not speech.names_all(closed(f"{found['what']} {found['be']} {found['other']}"), material):
        return None
    if not language.content_words(one) or len(one.split()) > _LONGEST // 2:
        return None
    what = material.inside(found["what"])
    prompt = according_to(f"What {found['be']} {what}, if not {found['other']}?", material)
    return Side(CardKind.RECALL, prompt, closed(capitalised(one)), _SCORE, side=side)


_LEANS = re.compile(
    r"\b(?:he|she|him|her|his|they|them|their|this|these|those|I|me|my|we|our|us|same|thing|point|"
    r"problem|question|way|lot|one|kind|sort)\b",
    re.IGNORECASE,
)


_NUMBER = (
    r"(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|"
    r"(?<=roughly )one|(?<=about )one|(?<=nearly )one|(?<=than )one(?= percent))"
    r"(?:-\w+)?)"
)
_NUMBERS = rf"{_NUMBER}(?:(?: and a half)?(?: and| or| to)? {_NUMBER})*"
_FIGURE = re.compile(
    rf"(?:an? )?{_NUMBERS}(?: percent| thirds| quarters| fifths| tenths)?", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\b(?P<figure>{_NUMBERS})(?! {_NUMBER})"
    r"(?= (?:percent|per cent|[a-z]+ )?[a-z]+)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"^(?P<word>If|When|Once|Whenever|Unless) "
    r"(?P<case>(?:[^,]|(?<=\d),(?=\d)){15,110}?)(?:,(?: then)?|"
    r" then) (?P<what>[^,].{12,110})\.$"
)
_IF_YOU = re.compile(
    r"^(?P<word>If|When|Once|Whenever|Unless) (?P<case>[^,]{15,110}?) "
    r"(?P<what>(?:you|they|it)(?:['’](?:ll|re|s)| will| can| are| get| have| need|"
    r" do)\b.{8,110})\.$"
)
_CASE = 2
"""Content words of a condition that single out what follows from it."""
_OUTSIDE = re.compile(
    r"^(?:that|this|these|those|so|and|or|but|not|which|it['’]s (?:like|as|nearly|about|almost|the|"
    r"an?)|"
    r"there['’]s (?:a|no) \w+\.?$)\b",
    re.IGNORECASE,
)


_LATER_IF = re.compile(
    r"^(?P<what>(?!(?:It|They|This|That|There|He|She|We|And|But)\b)[A-Z][^,]{12,90}?) "
    r"(?P<word>once|if|unless|as soon as) (?P<case>[^,]{15,110})\.$"
)
"""``People will be impressed once machines earn money``: what happens once they do."""
_OPEN_CASE = re.compile(r" if |\b(?:it|them|him|her|that|this|one|so|there)$", re.IGNORECASE)


def follows(text: str, material: Material) -> Side | None:
    """``If you only jog, you will be flat`` asked for what happens if you only jog."""
    found = _IF.match(text) or _IF_YOU.match(text) or _LATER_IF.match(text)
    if found is None or _OUTSIDE.match(found["what"]) or _OPEN_CASE.search(found["case"]):
        return None
    case, what = found["case"], found["what"]
    own = set(language.content_stems(what)) - set(language.content_stems(case))
    denied = re.search(r"\b(?:not|never|no|nobody|nothing)\b|n['’]t\b", what)
    words = len(language.content_words(case))
    known = words > _CASE or (words == _CASE and material.aboutness(text) >= speech.ABOUT)
    if not known or not (own or denied):
        return None
    tokens = language.tag(case)
    if re.match(r"(?:it|its)\b", what, re.I) and not any(t.tag in ("NN1", "NN0") for t in tokens):
        return None
    if re.match(r"(?:they|their)\b", what, re.I) and not any(
        t.tag in ("NN2", "NN0") for t in tokens
    ):
        return None
    if grammar.clause(closed(capitalised(what))) is None and not re.match(
        r"(?:you|it|they)\b", what
    ):
        return None
    word = "when" if found["word"] == "Whenever" else found["word"].lower()
    prompt = f"What happens {word} {case}?"
    return Side(CardKind.RECALL, prompt, closed(capitalised(what)), _SCORE - 0.05, side="happens")


_IS_A = re.compile(
    r"^(?P<term>(?:An? )?[\w’'-]+(?: [\w’'-]+){0,2}) is (?P<what>(?:(?:an?|the) )?"
    r"(?!(?:\w+ )?(?:driver|reminder|testament|part|example|force|symbol|source|sign|tool|problem|"
    r"thing|question|way|reason|lot|matter|result|idea|good|bad|great|key|best|first|main|only|"
    r"most|same|opposite|question|answer|point|more|less|about|not|\w+ing|\w+ed)\b)"
    r"(?:[\w’'-]+ ){1,4}?(?:of|in|that|which|who|from|for|with|on|inside|between|used|made) [^,]+)"
    r"\.$"
)


def defined(text: str, material: Material) -> Side | None:
    """``A repeater is an amplifier in a metal tube`` asked for what a repeater is."""
    found = _IS_A.match(text)
    parts = grammar.clause(text) if found is not None else None
    if found is None or parts is None or len(found["what"].split()) < _MEANING:
        return None
    if not text.startswith(("A ", "An ")) and not speech.is_of_a_stuff(text):
        return None
    phrases = language.noun_phrases(found["what"])
    opens = phrases and phrases[0].start <= len("the ") and not _LEANS.search(found["what"])
    if not opens or material.aboutness(text) < speech.ABOUT:
        return None
    side = _definition(grammar.lowered(found["term"], parts.subject[0]), found["what"], material)
    return side and replace(side, score=_SURELY, side="is a")


_SURELY = 0.56
"""Of a definition: more than what the same sentence is asked for besides."""
_IS_THAT = re.compile(
    r"^(?P<what>The [^,]{4,60} (?:of|about|with|in|between|for) [^,]{4,80}?),? (?P<be>is|"
    r"was) that (?P<that>.{6,})\.$"
)
_WAS = re.compile(
    r"^(?P<article>The |An? )?(?P<term>[^,]{3,40}?) (?P<be>was|were) (?P<what>an? [^,].{20,})\.$"
)


def told_of(text: str, material: Material) -> Side | None:
    """``The key fact about bees is that …``, ``The Elman network was a …`` asked for what it is."""
    found = _IS_THAT.match(text)
    if found is not None and len(language.content_words(found["what"])) >= _CASE:
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
    asks = "who" if any(map(grammar.is_person, nouns)) else "what"
    prompt = according_to(f"{asks} {found['be']} {term}?", material)
    return Side(CardKind.DEFINITION, prompt, closed(capitalised(found["what"])), _SCORE, side="was")


_LITTLE = frozenset("two three half".split())


_SHARE = re.compile(r" (?:thirds|quarters|fifths|tenths)\b")
_SCALE = re.compile(r"(?:hundred|thousand|million|billion)\b")
_OF_NO_COUNT = re.compile(
    r"\bbetween (?:an? )?$|^(?:You|People|Nobody|Don['’]t)\b.*(?:n['’]t|\bcannot|\bnever|\bno)\b|"
    r"^(?:Don['’]t|Nobody)\b",
    re.IGNORECASE,
)
"""Before a figure by which nothing is counted: ``You can't guard a million kilometres``."""
_COUNTS_NOTHING = re.compile(r" (?:that|which|who|of (?:them|those|these|which))\b")
"""After one that does not say of what it is: ``There are about six hundred that …``."""
_YEAR = re.compile(r"(?:1\d|20)\d\ds?")


def counted(statement: Statement) -> Side | None:
    """The one figure of a sentence left out, where it is told in words: ``after ____ seconds``."""
    found = [f for f in _COUNTED.finditer(statement.text) if not _YEAR.fullmatch(f["figure"])]
    if len(found) != 1 or re.search(r"\d", found[0]["figure"]):
        return None
    figure = found[0]["figure"]
    case = _IF.match(statement.text) or _IF_YOU.match(statement.text)
    if case is not None and found[0].start() < case.end("case"):
        return None  # any figure would do in a case
    start, end = found[0].span()
    before = statement.text[:start].split()[-1:] or [""]
    share = _SHARE.match(statement.text[end:])
    if share is not None:
        figure, end = f"{figure}{share[0]}", end + share.end()
    if (
        figure.lower() in _LITTLE
        or not start
        or before[0] in ("several", "many", "few", "Day", "the", "between")
        or _OF_NO_COUNT.search(statement.text[:start])
        or _COUNTS_NOTHING.match(statement.text[end:])
    ):
        return None
    if _SCALE.match(figure) and before[0] == "a":
        figure, start = f"a {figure}", start - len("a ")
    if figure == "one":  # one what?
        figure = " ".join(statement.text[found[0].start() :].split()[:2]).rstrip(".,")
        end = found[0].start() + len(figure)
    prompt = f"{statement.text[:start]}{BLANK}{statement.text[end:]}"
    return Side(CardKind.CLOZE, prompt, figure, _SCORE, side=figure)


def done_by(text: str, material: Material) -> Side | None:
    """``Karl von Frisch decoded the waggle dance of bees`` asked for who did."""
    found = speech.DEED.match(text)
    if found is None or material.names.mentions(found["who"]):
        return None
    if speech.NO_PERSON.search(found["who"]) or found["who"].startswith("The "):
        return None
    ours = re.search(r"\b(?:we|us|our|you|your|it|them|that|this|these)\b", found["did"])
    if ours or len(language.content_words(found["did"])) <= _CASE:
        return None
    return Side(CardKind.RECALL, f"Who {found['did']}?", closed(found["who"]), _SCORE, side="who")


def sides(statement: Statement, material: Material) -> Iterator[Side]:
    """What a spoken sentence is asked for besides what any statement is asked for."""
    text = statement.text
    made = (ranked(statement, material), counted(statement), follows(text, material))
    told = (defined(text, material), told_of(text, material), done_by(text, material))
    for side in (*made, *told):
        if side is not None:
            yield replace(side, explanation=side.explanation or text)


def placed(sides: Sequence[Side], material: Material) -> Iterator[Side]:
    """The sides that are worth asking, with the talk's topic where they do not say it themselves.

    ``The Hanseatic League: Cologne was expelled in 1471 for ____``: whoever reads it in a year
    knows from what. What was said in passing is not put to judgement as true or false, and has
    one thing left out of it at the most, or two where nothing else is asked of it.
    """
    asked = [s for s in sides if s.score >= MODEST and s.kind is not CardKind.TRUE_FALSE]
    figures = any(s.kind is CardKind.CLOZE and _FIGURE.fullmatch(s.answer) for s in asked)
    asked = [s for s in asked if not _HOW_MANY_WHAT.match(s.answer) or s.kind is not CardKind.CLOZE]
    asked = [s for s in asked if not _is_common(s, material)]
    if any(s.kind is CardKind.DEFINITION for s in asked):
        asked = [s for s in asked if s.kind is not CardKind.RECALL or not _BARE_IS.match(s.prompt)]
    if figures:
        asked = [s for s in asked if not _WHAT_HAS_THE_FIGURE.match(s.prompt)]
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
        yield replace(side, prompt=on_topic(side.prompt, side.answer, material))


def _is_common(side: Side, material: Material) -> bool:
    """Whether a weak gap is for one common word: ``The ____ used ink that is water``."""
    if side.kind is not CardKind.CLOZE or side.score >= _SURE or " " in side.answer:
        return False
    return side.answer.islower() and not material.is_term(side.answer)


_SURE = 0.3
_HOW_MANY_WHAT = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten) "
    r"(?!(?:or|to|and|hundred|thousand|million|billion|percent)\b)[\w-]+ [\w-]+$",
    re.IGNORECASE,
)
"""``three enormous eruptions``: nobody fills in all of that."""
_BARE_IS = re.compile(r"What (?:is|are) (?!called\b)[^?]+\?$")
"""``What is tiny pieces of glass?``, where it is asked what volcanic ash is."""
_WHAT_HAS_THE_FIGURE = re.compile(
    r"What [a-z]+(?: [a-z]+)?(?: (?:about|roughly|nearly|around|only|just|up to|(?:more|"
    rf"less) than|an?))* {_NUMBER}\b",
    re.IGNORECASE,
)
"""``What runs at about 1,400 degrees?``: many things do, and the figure is what is told."""
_HALF_A_NAME = re.compile(
    rf"\b(?!(?:The|In|At|On|By|For|From|And|But|If|When)\b)[A-Z][a-z]+ {BLANK}"
)
"""``a man called Bi ____``: the first name tells the rest, or asks for nothing that one knows."""


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
    if about & said or not about or plain:
        return prompt
    return f"{capitalised(topic)}: {prompt}"


_PLAIN = 6
"""Content words of a prompt that is about the talk's subject and says so by itself."""


def explained(said: str, material: Material) -> Side | None:
    """``Overfitting is when your model …`` asked for what overfitting is."""
    found = _EXPLAINED.match(said)
    if found is None or material.aboutness(said) < speech.ABOUT:
        return None
    what = re.sub(r"\byour\b", "the", re.sub(r"\byour\b", "a", found["what"], count=1))
    if _ALOUD.search(what) or len(said.split()) > _LONGEST:
        return None
    term = material.inside(found["term"])
    if language.is_function_word(term.split()[0]):
        return None
    answer = closed(capitalised(f"when {what}"))
    return Side(CardKind.DEFINITION, what_is(term, plural=False, material=material), answer, _SCORE)


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
