"""What somebody says, as it could stand in print: without the words of thinking aloud.

What leads up to a claim, fills it, or begins it anew goes; what is claimed stays as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from quizapp import grammar, language
from quizapp.phrasing import capitalised

_OPENING = re.compile(
    r"^(?:(?:and|but|so|now|yeah|yes|no|well|okay|ok|oh|right|because|also|then|again|basically|"
    r"actually|obviously|exactly|look|see|you see|you know|I mean|in fact|of course|in reality|"
    r"for example|for instance|in other words|at the end of the day|by the way|honestly|frankly|"
    r"for sure|at some point|definitely|"
    r"first of all|to be fair|to be honest|interestingly|funnily enough|generally speaking)\b,? )+",
    re.IGNORECASE,
)
_TAKEN_FOR = re.compile(
    r"^(?:(?:what )?I(?: do|['’]d| would)?(?: also| really| always| just| still| personally)? "
    r"(?:think|believe|guess|say|said|expect|argue|suspect|mean)(?: (?:precisely|first|here))?"
    r"(?: (?:is|was))?,?(?: that)?,? (?!of\b|about\b|so\b|to\b|in\b|it when\b)|"
    r"my (?:guess|view|take|sense|feeling|impression|point|"
    r"answer)(?: on [\w ]{2,20})? is(?: that)? |"
    r"the (?:(?:first|second|third|other|main|important|only|key|interesting|funny|honest|short|"
    r"simple|"
    r"strange|nice|clever|big|real|sad|cool|crazy|surprising) )?(?:thing|point|answer|truth|fact|"
    r"news|trick|problem|trouble|catch|bit|part)"
    r"(?: here| of it)?(?: (?:which|that) (?:I|we|you) (?:would |always |have to |"
    r"['’]d )?\w+(?: \w+ly)?)? (?:is|was)"
    r"(?: basically)?,?(?: that)? (?=(?:the|a|an|it|there|when|if|[a-z-]+s|[a-z-]+ (?:is|are|was|"
    r"were|"
    r"do|does|did|can|has|have))\b(?! to\b))|"
    r"what (?:that means|this means|we['’]ve done|we did|they found|happened|happens) "
    r"(?:is|was)(?: to show)? that |"
    r"there(?:['’]s| is) no (?:question|doubt) that |(?:so )?it turns out(?: that)? |"
    r"(?:and )?(?:today,? )?we(?: now)? know(?: now)?(?: that)? (?!what|how|why|where|who|which|"
    r"about)|"
    r"(?:what )?(?:we|you|people|they)(?:['’]ve| have| had)? (?:noticed|found(?: out)?|saw|seen|"
    r"showed|shown|"
    r"learned|learnt|discovered|realized|realised|see|find|notice)(?: (?:is|"
    r"was))? that (?!\w+ of\b)|"
    r"(?:here )?(?:we|there)(?: (?:had|have|is|was)|['’]s) (?:(?:very|some|clear|good|strong|"
    r"now) )*"
    r"evidence that |it['’]s (?:true|clear|well known|important to (?:know|say|remember)|"
    r"worth (?:saying|"
    r"knowing)) "
    r"that |"
    r"one (?:example|thing|reason|answer)(?:, for (?:instance|example),)? is that |"
    r"(?:what I(?:['’]ve| have)? (?:learned|learnt|found|tell (?:people|everybody|my students))|"
    r"the lesson)(?: (?:from|of) (?:this|that|it|all that))? (?:is|was) that |"
    r"if you(?: can| could| only)? take one thing(?: away)?(?: from (?:this|that|it|me))?, |"
    r"one of the (?:beautiful|nice|great|interesting) things is that )",
    re.IGNORECASE,
)
"""How people lead up to what they say."""
_BETWEEN = re.compile(
    r",? \b(?:basically|actually|you know|I mean|obviously|literally|honestly|frankly)\b,?(?=[ .])|"
    r", (?:I think(?: that)?|I should say|I['’]d say|I would say|let['’]s say|of course|"
    r"to be honest|"
    r"in a sense|"
    r"in some sense|well(?=,)|what(?=, (?:\w+ )?(?:\d|hundred|thousand|percent))|if you like|"
    r"as it were|so to speak|(?:kind|sort) of(?=,))\b,?(?=[ .])",
    re.IGNORECASE,
)
_KIND_OF = re.compile(
    r"(?P<before>\b(?:is|are|was|were|be|it|they|we|you|that|and|just|can|to|do|does|will|would|"
    r"could|['’](?:s|re|d|ll)),?) (?:sort|kind) of,?(?= )",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?P<comma>,?) \b(?:um+|uh+|er|erm|ah|hmm?|mm|I don['’]t know(?=,))\b"
    r"(?P<after>,?)(?= (?P<next>[\w’'-]+))",
    re.I,
)
"""``that's, um, mostly what we advise``: a sound made while thinking."""
_FEW = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|\d+)"
)
_PRAISED = (
    "good|bad|big|small|large|hard|easy|fast|slow|long|short|high|low|deep|old|new|nice|strange|"
    "important|interesting|simple|strong|weak|early|late|cheap|expensive|different|close|tiny|huge|"
    "great|useful|powerful|well|much|many|little|far|quick|thin|thick|hot|cold|rare|common|true"
)
_COLOUR = (
    "(?:insanely|incredibly|extremely|very|really|super|amazing|enormous|huge|big|little|tiny|"
    "strange|wonderful|beautiful|lovely|horrible|terrible|gorgeous)"
)
"""What follows a ``this`` by which nothing is pointed at: ``he wrote these insanely fast …``."""
_INSTEAD: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\bpretty much(?= (?:all|every|any|the same|no)\b)", re.I), "nearly"),
    (
        re.compile(
            r"\b(?:something like|maybe|perhaps|probably)(?: about| around)? (?=\d|"
            rf"(?:a )?(?:{_FEW}|hundred|thousand|million|billion|dozen|third|quarter)\b)",
            re.I,
        ),
        "about ",
    ),
    (
        re.compile(
            r"\b(is|are|was|were|has|had|takes?|took|costs?|cost|lasts?)(?: maybe)? like,? (?=\d|"
            rf"(?:an? )?(?:{_FEW}|hundred|thousand|million|billion|dozen|third|quarter)\b)",
            re.I,
        ),
        r"\1 about ",
    ),
    (re.compile(r"\b(very|really|much|far),? \1\b", re.I), r"\1"),
    (re.compile(rf"(?<!n['’]t )(?<!not )\breally (?=(?:\w+ly|{_PRAISED})\b)", re.I), ""),
    (re.compile(r"\bwhat(?:['’]s| is| was) (?:called|known as) (?=the |an? )", re.I), ""),
    (re.compile(rf"\b({_FEW}), ({_FEW})(?= [a-z]+s\b)", re.I), r"\1 or \2"),
    (
        re.compile(
            r"\b(you|they|we) do (?!not\b|it\b|that\b|this\b|so\b|the\b|an?\b|is\b|some|"
            r"things?\b|any|"
            r"well\b|better\b|more\b|your\b|their\b|my\b|our\b|all\b|with\b|in\b|to\b|at\b|when\b|"
            r"what\b|for\b|on\b|and\b|or\b|if\b)(?=[a-z]+ [a-z])",
            re.I,
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"\b(?:this|these) (?=(?:[\w-]+ ){1,3}(?:that|which|who|where|whose) "
            r"(?!is\b|are\b|was\b|were\b))",
            re.I,
        ),
        "the ",
    ),
    (
        re.compile(
            r"\b((?:an?|the|any|every|some|another|one) (?:(?!is\b|are\b|was\b|think|thought\b|say|"
            r"said\b|know|knew\b|means?\b|so\b)[\w-]+ ){1,3}?)that['’]s "
            r"(?=(?P<got>been|got)\b|[a-z]+)",
            re.I,
        ),
        lambda m: f"{m[1]}that {'has' if m['got'] else 'is'} ",
    ),
    (re.compile(r", which (?:we|I|you|everybody|everyone)\b[^,]+,(?= )", re.I), ""),
    (re.compile(r"^if you (?:look|think),? for (?:example|instance),? [^,]+, ", re.I), ""),
    (re.compile(rf"\bthese (?={_COLOUR} )", re.I), ""),
    (re.compile(rf"\bthis (?={_COLOUR} )", re.I), "a "),
    (re.compile(r",? or (?:something|whatever|anything)(?: like that)?(?=[.,])", re.I), ""),
    (re.compile(r"\bgonna\b", re.I), "going to"),
    (re.compile(r"\bwanna\b", re.I), "want to"),
    (re.compile(r"\bgotta\b", re.I), "have to"),
    (re.compile(r"^(?:like|so|well|oh),? (?=[a-z])", re.I), ""),
    (re.compile(r", (?:right|okay|yeah|you see|you know)(?=[.?,])", re.I), ""),
)
"""Words of talk, and what print has for them."""
_TAKEN_UP = re.compile(
    r"^(?P<what>(?:The|An?|[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?: [\w-]+){0,2}), "
    r"(?:it|that)(?:['’]s| is) (?=an? |the |[a-z]+ed )"
)
_SOMEBODY_TAKEN_UP = re.compile(
    r"^(?P<who>[A-Z][\w-]+(?: [A-Z][\w.-]+){1,2}), (?:he|she)(?:['’]s| (?P<be>is|was)) "
    r"(?=(?:an? |the )(?!one\b))"
)
"""``Joseph Monier, he was a gardener``."""
_AS_WELL_A_NAME = re.compile(r"^(?:In|At|On|For|From|By|With|And|But|So|Then|Now|If|When)\b")


_REASON = re.compile(
    r"^The (?:simple |main |only |real )?reason (?:that |why )?(?P<what>[^,]{8,90}?) (?:is|was) "
    r"(?:that|because) (?P<why>.{12,})$",
    re.IGNORECASE,
)
"""``The reason there's an industry is that people buy``: it is there because people buy."""


@lru_cache(maxsize=4096)
def plain(sentence: str) -> str:
    """A spoken sentence without the words that lead up to it and fill it.

    ``Yeah, so I think the transformer, it's a great advance`` is ``The transformer is a great
    advance``: what is claimed stays as it was said.
    """
    text, before = _FILLER.sub(_without_filler, " ".join(sentence.split())), None
    while text != before:
        before, text = text, _TAKEN_FOR.sub("", _OPENING.sub("", text))
    text = _KIND_OF.sub(r"\g<before>", _BETWEEN.sub(_comma_kept, text))
    text = without_repairs(text)
    for pattern, instead in _INSTEAD:
        text = pattern.sub(instead, text)
    text = capitalised(_EMPHATIC.sub(lambda m: grammar.third_person(m["verb"]), text).strip(" ,"))
    reason = _REASON.match(text)
    if reason is not None and language.is_sentence(f"{capitalised(reason['what'])}."):
        what = re.sub(r"^there['’]s\b", "there is", reason["what"])
        return f"{capitalised(what)} because {reason['why']}"
    if _AS_WELL_A_NAME.match(text):
        return text
    text = _SOMEBODY_TAKEN_UP.sub(lambda m: f"{m['who']} {m['be'] or 'is'} ", text)
    return _TAKEN_UP.sub(r"\g<what> is ", text)


_EMPHATIC = re.compile(
    r"(?<=\w )(?<!(?:what|when|than) )(?<!(?:how|why|who|"
    r"nor) )(?<!where )(?<!which )(?<!so )(?<!as )"
    r"does (?!not\b|it\b|so\b|the\b|that\b|this\b|an?\b|he\b|she\b|well\b|more\b|less\b)"
    r"(?P<verb>[a-z]+)\b(?= [a-z])"
)
"""``It does require skill``: what is stressed in a talk is only said in print."""


def _without_filler(found: re.Match[str]) -> str:
    """``it's, um, it's`` keeps the comma before what is begun anew; ``about, um, ten`` does not."""
    said = found.string[: found.start()].lower().split()[-_BEGUN:]
    comma = found["comma"] and (not found["after"] or found["next"].lower() in said)
    return "," if comma else ""


_BEGUN = 4
"""Words before a filler of which one may be said again after it."""


def _comma_kept(found: re.Match[str]) -> str:
    """``they can do, I think they can`` keeps its comma; ``they, you know, can`` loses both."""
    return "," if found[0].startswith(",") and not found[0].endswith(",") else ""


_PARTS = re.compile(r"(?P<mark>, (?:or rather,? |or,? |no,? |sorry,? |I mean,? |well,? )?)")
_UNFINISHED = ("AT0", "AJ0", "PRP", "PRF", "DPS", "CJC", "CJS", "CJT", "TO0", "VM0", "DT0", "AV0")
_WHO = frozenset("i you we they he she it there".split())
_SMALL = frozenset(
    "the a an of to in on at for with by from and but that is are was it they we you there's it's "
    "because if when how what like".split()
)


def without_repairs(text: str) -> str:
    """Without what somebody began and then began anew: ``it's a whole new, it's a new field``."""
    pieces = _PARTS.split(text)
    kept, marks = [pieces[0]], [""]
    for mark, part in zip(pieces[1::2], pieces[2::2], strict=True):
        corrected = "rather" in mark or "sorry" in mark
        cut = _begun(kept[-1], part, corrected=corrected)
        if cut == "" and len(kept) > 1:  # what was begun anew may go further back
            kept.pop()
            mark = marks.pop()
            cut = _begun(kept[-1], part, corrected=corrected)
        if cut is None:
            kept.append(part)
            marks.append(mark)
        else:
            kept[-1] = f"{cut} {part}".strip()
    return "".join(f"{mark}{part}" for mark, part in zip(marks, kept, strict=True))


def _begun(first: str, again: str, *, corrected: bool) -> str | None:
    """What is left of ``first`` where ``again`` begins its end anew; None where it does not."""
    words, new = first.split(), again.split()
    low, anew = [w.lower() for w in words], [w.lower().strip(".,") for w in new]
    for at in reversed(range(len(words))):
        rest = low[at:]
        same = rest == anew[: len(rest)] and (len(rest) > 1 or rest[0] in _SMALL)
        alike = len(rest) > 2 and rest[:2] == anew[:2]
        if not (same or alike):
            continue  # tags are asked for last, since they take long
        open_ended = at == 0 or corrected or rest[0] in _WHO or _is_unfinished(first)
        if open_ended and (same or (alike and at + corrected)):
            return " ".join(words[:at])
        if at == 0 and alike and _is_unfinished(first):
            return ""
    return None


def _is_unfinished(text: str) -> bool:
    tokens = language.tag(text)
    return bool(tokens) and tokens[-1].tag.startswith(_UNFINISHED)


_GENERIC = re.compile(
    r"\b(?:if|when|whenever|once|unless|until|every time|the (?:more|less|\w+er)|as soon as|before|"
    r"after|because|so that|since|while|which|that|what|how|where|(?:than|as \w+ as)) "
    r"(?:\w+ ){0,3}you\b|"
    r"(?:^|: )you (?:can|can['’]t|cannot|need|have (?:to|an?)|don['’]t (?:need|have) to|get|"
    r"only)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"(?<!things )\byou(?:['’]ve| (?:just|also|first))? (?:said|asked|mention(?:ed)?|know|"
    r"mean|meant|told|described|describe|wrote|were|did|had|think|see|guys|say|imagine|hear|remember|understand)\b|"
    r"\b(?:thank|tell|show|told|ask|give|let|like|with|for) you\b|\byou['’](?:d|ve)\b|\byours\b|"
    r"\b(?:did|do|are|were|have) you\b|"
    r"\byour (?:own )?(?:questions?|point|book|shows?|listeners|audience|example|mind|mother|"
    r"brother|"
    r"sister|father|podcast|story|work)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?P<word>you(?P<be>['’]re)?|your|yourself)\b", re.IGNORECASE)


def says_you(text: str) -> bool:
    """Whether a text has ``you`` or ``your`` in it."""
    return _YOU.search(text) is not None


def means_anybody(text: str) -> bool:
    """Whether ``you`` in a sentence is anybody: ``if you train a network``, not ``as you said``."""
    return _GENERIC.search(text) is not None and _SPOKEN_TO.search(text) is None
