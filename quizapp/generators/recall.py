"""Recall cards: a question in words, an answer of a sentence or two, its point first.

Questions that people wrote are kept. A heading with text below becomes a question by the first
frame of a visible list that fits its grammar; a reason is asked only where the text gives one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from quizapp import grammar, language
from quizapp.generators.drafting import Side, drafted
from quizapp.generators.interviewing import asked
from quizapp.identity import fold
from quizapp.material import DEFINING, Material, merged
from quizapp.model import CardKind, Note, Section, SectionKind, Source
from quizapp.rewriting import capitalised, tidy

_ANSWER_WORDS = 60
_TITLED = (
    SectionKind.IDEA,
    SectionKind.INSIGHT,
    SectionKind.HIGHLIGHT,
    SectionKind.TAKEAWAY,
)
_WEIGHT = {
    SectionKind.QA: 0.95,
    SectionKind.IDEA: 0.9,
    SectionKind.INSIGHT: 0.75,
    SectionKind.HIGHLIGHT: 0.75,
    SectionKind.TAKEAWAY: 0.7,
}
_LABELS = re.compile(
    r"^(?:the )?(?:key|main|core|central|big|important|final|closing|bonus|other|another)?\s*"
    r"(?:insights?|ideas?|points?|takeaways?|breakthroughs?|lessons?|thoughts?|findings?|"
    r"messages?|quotes?|notes?|summary|introduction|conclusions?|overview|background|"
    r"why it matters|context)(?:\s+\d+)?$",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"\b(?:show(?:s|ed|n)?|evidence|experiments?|examples?|stud(?:y|ies)|prove[sdn]?|proofs?|"
    r"demonstrate[sd]?|trials?|measured|observed)\b",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(
    r"^the (?:conversation|discussion|episode|podcast|interview)\s+(?:also\s+)?\w+s\s+"
    r"(?:on\s+|upon\s+)?",
    re.IGNORECASE,
)
_SAME_SECTION = 75


def notes(material: Material) -> Iterator[Note]:
    """A note for each question with its answer, and for each heading with its text."""
    for section, sources in _once(material):
        side = _question(section, material) or _heading(section, material)
        if side is not None:
            yield drafted("section", material, section, "recall", sources, (side,))


def _once(material: Material) -> Iterator[tuple[Section, tuple[Source, ...]]]:
    """The sections that recall cards come from; near-equal ones of several pages together."""
    taken: list[tuple[Section, tuple[Source, ...]]] = []
    for section in material.sections:
        if section.heading is None or section.kind not in (*_TITLED, SectionKind.QA):
            continue
        source = material.passages.source(section)
        twin = next((i for i, (s, _) in enumerate(taken) if _same(s, section)), None)
        if twin is None:
            taken.append((section, (source,)))
        else:
            taken[twin] = (taken[twin][0], merged(taken[twin][1], (source,)))
    return iter(taken)


def _same(a: Section, b: Section) -> bool:
    """Whether two sections ask or claim the same under the same name."""
    if a.kind is b.kind and a.path == b.path and a.line_start == b.line_start:
        return True
    heads = fuzz.token_sort_ratio(fold(a.heading or ""), fold(b.heading or ""))
    if heads < 90:
        return False
    is_question = SectionKind.QA in (a.kind, b.kind)
    texts = fuzz.token_set_ratio(fold(a.text), fold(b.text))
    return a.kind is b.kind if is_question and texts < _SAME_SECTION else texts >= 45


def _question(section: Section, material: Material) -> Side | None:
    if section.kind is not SectionKind.QA:
        return None
    question = asked(section.heading or "", material)
    if question is None:
        return None
    answer, rest = led(section.text)
    score = _WEIGHT[section.kind] - 0.05 * question.rewritten
    return Side(CardKind.RECALL, question.prompt, answer, score, explanation=rest)


def _heading(section: Section, material: Material) -> Side | None:
    if section.kind is SectionKind.QA:
        return None
    heading = (section.heading or "").strip()
    answer, rest = led(section.text)
    for prompt in _frames(heading, section, material):
        if len(prompt.split()) <= 35:
            return Side(CardKind.RECALL, prompt, answer, _WEIGHT[section.kind], explanation=rest)
    return None


def _frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """The questions that a heading can become, the most pointed first."""
    if heading.endswith("?"):
        question = asked(heading, material)
        if question is not None:
            yield question.prompt
    elif _LABELS.match(heading):
        return
    elif _WH.match(heading):
        yield from _wh_frames(heading, material)
    elif grammar.clause(heading) or _is_claim(heading):
        yield from _claim_frames(heading, section)
    elif _is_topic(heading):
        yield from _topic_frames(heading, section, material)
    else:
        yield f"What point does {_talk(heading, material)} make under “{heading}”?"


_WH = re.compile(r"(?:how|why|where|when|what|who|which|whether)\b", re.IGNORECASE)


def _wh_frames(heading: str, material: Material) -> Iterable[str]:
    """``Where a network keeps knowledge`` as the question that it answers."""
    word, _, rest = heading.partition(" ")
    turned = (
        grammar.inverted(capitalised(rest))
        if word.lower() in ("how", "why", "where", "when")
        else None
    )
    if turned:
        yield f"{word.capitalize()} {turned}?"
    yield f"What is the main point about {material.inside(heading)} in {_talk(heading, material)}?"


def _is_claim(heading: str) -> bool:
    """Whether a heading states something: a finite verb, not inside a relative clause."""
    tokens = language.tag(heading)
    verb = next(
        (i for i, t in enumerate(tokens) if t.is_verb and t.tag[2:] not in ("I", "G", "N")), 0
    )
    before = {t.text.lower() for t in tokens[:verb]}
    return verb > 0 and len(tokens) > 3 and not before & {"that", "which", "who", "whose", "where"}


def _is_topic(heading: str) -> bool:
    """Whether a heading is a plain noun phrase, to be put after ``about``."""
    tokens = language.tag(heading)
    allowed = (
        "N",
        "AJ",
        "AT",
        "PR",
        "CJ",
        "CRD",
        "ORD",
        "POS",
        "DPS",
        "PU",
        "VV",
        "UNC",
        "TO",
        "AV",
        "DT",
    )
    if not tokens or tokens[0].tag in ("PRP", "PRF", "CJC", "CJS", "VVB", "VVZ", "VVI"):
        return False
    if any(a.tag == "NN2" and b.is_noun for a, b in pairwise(tokens)):
        return False  # more likely "Hard benchmarks end debates" than a compound
    nouns = any(t.is_noun or t.tag == "VVG" for t in tokens)
    return nouns and all(t.tag.startswith(allowed) for t in tokens)


def _claim_frames(heading: str, section: Section) -> Iterable[str]:
    """A claim is asked for its reason where the text gives one, else for what backs it."""
    turned = grammar.inverted(heading)
    claim = grammar.inside(heading)
    if turned and grammar.split_reason(section.text.split(". ")[0]):
        yield f"Why {turned}?"
    if _EVIDENCE.search(section.text):
        yield f"What evidence is there that {claim}?"
    yield f"What is the argument that {claim}?"


def _topic_frames(heading: str, section: Section, material: Material) -> Iterable[str]:
    """A definition is asked for what it defines; else the point that is made about the topic."""
    topic = with_article(_listed(material.inside(heading)), material)
    opening = next(iter(language.sentences(section.text)), "")
    if DEFINING.search(opening) and 0 <= fold(opening).find(fold(heading)) < 16:
        yield f"What {'are' if _plural(heading) else 'is'} {topic}?"
    names = material.names
    if names.guest and names.mentions(section.text):
        yield f"What does {names.guest} say about {topic}?"
    yield f"What is the main point about {topic} in {_talk(heading, material)}?"


def _listed(topic: str) -> str:
    """``data, power, conviction`` with an ``and`` before its last."""
    if "," not in topic or re.search(r"\b(?:and|or|of|in)\b", topic):
        return topic
    start, _, last = topic.rpartition(", ")
    return f"{start} and {last}"


def _talk(heading: str, material: Material) -> str:
    """The conversation by the guest's name, and by its topic where the heading says another."""
    names = material.names
    if names.guest is None:
        return f"“{names.title}”"
    topic = names.topic
    named = topic and set(language.content_stems(topic)) <= set(language.content_stems(heading))
    about = f" on {material.inside(topic)}" if topic and not named else ""
    return f"{names.guest}'s interview{about}"


def with_article(topic: str, material: Material) -> str:
    """``future of deep learning`` as ``the future of deep learning``; most headings as they are."""
    if re.match(r"(?:the|a|an|how|why|what|when|where|who|whether)\b", topic, re.IGNORECASE):
        return topic
    first = next((p for p in language.noun_phrases(topic) if p.start == 0), None)
    singular = first is not None and first.head.tag == "NN1"
    if singular and first and re.match(r" (?:of|for|between|behind)\b", topic[first.end :]):
        return f"the {topic}"
    said = re.compile(rf"\bthe {re.escape(fold(topic))}(?: (?P<next>\w+)|$)")
    uses = [m for m in (said.search(fold(s)) for s in material.sentences) if m]
    alone = any(not m["next"] or language.is_function_word(m["next"]) for m in uses)
    return f"the {topic}" if alone else topic


def _plural(heading: str) -> bool:
    phrases = language.noun_phrases(heading)
    return bool(phrases) and phrases[-1].is_plural


def led(text: str) -> tuple[str, str | None]:
    """An answer that starts with its point, of one or two sentences, and what is left over.

    A first sentence that only says yes, or that a thing was talked about, does not count as the
    point when another follows.
    """
    parts = [p for p in language.sentences(text) if p]
    if not parts:
        return text, None
    while len(parts) > 1 and (len(parts[0].split()) < 4 or _only_tells(parts[0])):
        parts = parts[1:] + ([] if len(parts[0].split()) < 4 else [parts[0]])
        if _only_tells(parts[0]):
            break
    taken = parts[:1]
    for sentence in parts[1:2]:
        if len(" ".join([*taken, sentence]).split()) <= _ANSWER_WORDS:
            taken.append(sentence)
    rest = " ".join(parts[len(taken) :])
    answer = " ".join(taken)
    return capitalised(_pointed(answer)), rest or None


def _only_tells(sentence: str) -> bool:
    return bool(_TELLS_OF.match(sentence)) and not re.search(r"\bthat\b|,", sentence)


def _pointed(answer: str) -> str:
    opened = re.sub(r"^(?:Well|So|Yeah|Okay|Right),\s+", "", answer)
    told = _TELLS_OF.match(answer)
    if told and re.match(r"(?:the|how|that|a|an)\b", answer[told.end() :]):
        opened = answer[told.end() :]
    return tidy(opened) if opened != answer else answer
