"""The sentences of a text that say something, without who says so, and what only leads up to it."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.material.cuts import BROKEN_OFF
from quizapp.sentences.phrasing import capitalised, tidy


def claiming(text: str) -> list[str]:
    """The sentences of a text that say something, in order; without a last one that is cut."""
    parts = [p for p in map(_without_lead_in, language.sentences(text)) if p]
    if len(parts) > 1 and _FILLER.fullmatch(parts[0]):
        parts = parts[1:]
    while len(parts) > 1 and _APPEALS.match(parts[-1]):
        parts = parts[:-1]
    if len(parts) > 1 and _STOPPED.search(parts[0]) and BROKEN_OFF.search(parts[-1]):
        parts = parts[:-1]  # the page was cut there
    parts = [_answered(p) for p in parts]
    parts = [_without_teller(p) for p in parts if not _STUMP.fullmatch(p)] or parts
    return [p for p in parts if not (_only_tells(p) or _REMARKS.match(p))] or parts[:1]


_REMARKS = re.compile(
    r"\([^()]*\)$|"
    r"(?:This|That|It) (?:is|was) (?:also )?(?:the|my|our|one of (?:the|my|our)) (?:\w+ )?"
    r"(?:section|part|bit|answer|passage|moment|favou?rite)s? (?:of the (?:episode|conversation|"
    r"interview|talk|show|podcast|page)|where (?:he|she|they|I|we)|that (?:I|we|produced|got|made|"
    r"drew|surprised|readers|listeners))\b|"
    r"(?:This|That|It) (?:didn['’]t|did not) make it into\b|"
    r"I (?:made (?:him|her|them) |asked (?:him|her|them) |had no idea how|"
    r"(?:loved|liked|laughed at) (?:this|that) (?:part|bit|answer|line)|must (?:say|admit),)|"
    r"(?:See|Listen (?:to|from)|More on (?:this|that)|Skip to|Jump to) (?:the |at |in |about )?"
    r"(?:\w+ )?(?:discussion|section|chapter|links?|episode|part|below|around|minutes? \d|"
    r"about \d{1,2}:)|"
    r"[A-Z][\w-]+['’]s favou?rite (?:point|part|line|example|story)\.$|"
    r"(?:One|Some) of the (?:more|most) (?:\w+ )?(?:sections?|parts?|moments?|stretches) "
    r"(?:of the (?:episode|conversation|interview|talk|show)|deals?|is where|comes?)\b|"
    r"The hosts (?:reads?|laughs?|jokes?|asks?|wonders?|chats?)\b",
)
"""What whoever wrote the page says of it: ``I made him repeat that one.``"""


_STOPPED = re.compile(r"[.!?]$")
_APPEALS = re.compile(
    r"(?:Still curious|Got (?:a|another) question|Have (?:a|another) question|Questions\?|"
    r"(?:Please |So )?(?:send (?:us|me|a|your)|subscribe|follow (?:us|the show)|write to (?:us|me)|"
    r"e-?mail (?:us|me)|sign up|leave (?:us )?a (?:review|rating)|"
    r"share (?:this|the) (?:episode|post)|"
    r"tell a friend|join (?:us|the)|support (?:us|the show)|reply to this))\b",
    re.IGNORECASE,
)
"""What a page asks of its readers, behind its last answer."""
_GETS_AN_ANSWER = re.compile(
    r"^(?:[A-Z][\w’'-]+ ){1,3}(?:asks|wonders|wants to know)\b[^:.?]*"
    r"\b(?:and|but) (?:gets|hears|receives|is given|is told)\b[^:.?]*: (?P<told>[^?]+)$"
)
"""``Ferro asks this and gets a plain answer: several things.``"""


def _answered(sentence: str) -> str:
    """What somebody who asks is told, without the asking; any other sentence as it is."""
    found = _GETS_AN_ANSWER.match(sentence)
    return capitalised(found["told"]) if found else sentence


_SAYS_SO = re.compile(
    r",? (?:he|she) (?:says|said|adds|notes|argues|thinks|explains|believes|jokes)"
    r"(?:,(?= (?:so that\b|(?!(?:and|but|so|which|who|or|yet|because|although|while|where|when|if|"
    r"though|as)\b)[a-z]))|(?=[.,;]))"
)
_TAUGHT = re.compile(r"^(There (?:are|is) [^,.]{2,40}?) (?:that|which) (?:he|she) \w+(?=[.:,])")


def _without_teller(sentence: str) -> str:
    """A sentence without who says so: ``It exists, she says, so that …``."""
    plain = _SAYS_SO.sub("", sentence)
    plain = plain if plain == sentence else _COMMA_IN.sub(r".\1", plain)
    return _TAUGHT.sub(r"\1", plain)


_COMMA_IN = re.compile(r",([”\"])\.$")
"""``“In between, you're lucky,” she said.`` without who said it."""


_STUMP = re.compile(
    r"(?:It|This) (?:is|remains) an? (?:very )?(?:complex|complicated|difficult|big|broad|deep) "
    r"(?:topic|issue|question|subject)\.|"
    r"As (?:[Hh]e |[Ss]he |they |(?:[A-Z][\w.'’-]+ ){1,3}?)"
    r"(?:says?|said|explains?|notes?|puts? it|argues?|recalls?)\.|"
    r"(?:He|She|They|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) "
    r"(?:says|said|adds|explains|notes|laughs|jokes|recalls|admits|remembers)\."
)


def _without_lead_in(sentence: str) -> str:
    """``Vos concludes: Bees dance.`` and ``Vos: Bees dance.`` as ``Bees dance.``"""
    plain = re.sub(
        r"^(?:Why it matters|The takeaway|Takeaway|Key point|Bottom line|In short|Note|"
        r"Context):\s+",
        "",
        sentence,
        flags=re.IGNORECASE,
    )
    sentence = capitalised(plain) if plain != sentence else sentence
    return re.sub(
        r"^[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
        r"(?: (?:concludes|notes|says|explains|adds|puts it|argues))?:\s+(?=[A-Z])",
        "",
        sentence,
    )


INTRODUCES_A_QUOTE = re.compile(
    r"\b(?:note|explain|say|put|add|recall|state|remark|conclude|argue|observe|write|ask|answer)"
    r"(?:s|d|ed)?(?: it)?:\s(?![a-z])|:$"
)
_FILLER = re.compile(
    r"(?:yes|yeah|yep|sure|well|right|okay|absolutely|definitely|of course|exactly|"
    r"(?:that's )?(?:a )?(?:good|great|interesting) question)\W*",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(
    r"^the (?:conversation|discussion|episode|podcast|interview)\s+(?:also\s+)?\w+s\s+"
    r"(?:on\s+|upon\s+)?",
    re.IGNORECASE,
)
_ENCOURAGES = re.compile(
    r"^the (?:conversation|discussion|episode|podcast|interview)\s+(?:also\s+)?(?:encourag|invit|"
    r"urg|inspir|remind|challeng)\w+ (?:listeners|people|viewers|the audience|us)\b",
    re.IGNORECASE,
)


def encourages(sentence: str) -> bool:
    """Whether a sentence only says that listeners are encouraged to something."""
    return bool(_ENCOURAGES.match(sentence))


_HOST_ASKS = re.compile(
    r"^(?!(?:It|This|That|They|The|A|An|Each|These|Those|What|Which|There) )"
    r"(?:[A-Z][\w’'-]+ ){1,3}"
    r"(?:asks(?! (?:both|all|each|every|people|the (?!guest)|an?|his|her|their|you)\b)|"
    r"wonders|wants to know|brings up|"
    r"raises (?:the|an?|another) (?:question|issue|point|topic|matter|example|case)|"
    r"turns to)\b[^:]*"
)
"""``Montero asks about the electric cars of 1900.``"""


def _only_tells(sentence: str) -> bool:
    if _ENCOURAGES.match(sentence) or _HOST_ASKS.fullmatch(sentence):
        return True
    if re.search(
        r"\b(?:is|are) (?:also )?(?:mentioned|discussed|explored|highlighted)\b", sentence
    ):
        return True
    if _REFLECTS.match(sentence):
        return True
    told = _TELLS_OF.match(sentence)
    return told is not None and not sentence[told.end() :].startswith(("that ", "how "))


_REFLECTS = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,4}?(?:, [^,]+, )?\s?(?:reflect|look|delve|touch|elaborate|dwell|"
    r"expand|comment|muse)s? (?:back |in)?(?:on|upon|into)\b"
)


_REALIZED = re.compile(
    r"(?:The (?:conversation|discussion|episode|podcast|interview) \w+s )?[Tt]he (?:\w+ )?"
    r"(?:role|importance|significance|power|value|history|impact) of [^.;]*?, with the "
    r"(?:realization|idea|insight|recognition|finding|notion|observation) that (?P<what>.+)$"
)
"""A sentence without a claim but for the one in its last clause."""


def pointed(answer: str) -> str:
    """An answer from its point on: without ``Well,`` and ``The conversation shows how``."""
    opened = re.sub(r"^(?:Well|So|Yeah|Okay|Right),\s+", "", answer)
    realized = _REALIZED.match(answer)
    if realized:
        return tidy(realized["what"])
    told = _TELLS_OF.match(answer)
    if told and re.match(r"(?:the|how|that|a|an)\b", answer[told.end() :]):
        opened = re.sub(r"^that\s+", "", answer[told.end() :])
        opened = re.sub(r",? and that\b[^.]*", "", opened)
    return tidy(opened) if opened != answer else answer
