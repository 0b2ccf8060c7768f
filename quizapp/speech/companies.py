"""Whom a founder means by ``we``: the company that the talk's title names.

``We sold four thousand boxes`` is told of the company, where it tells what companies do and the
talk is of the company just then; who is meant otherwise (a family, a class, an employer before,
all of us) nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizapp.model import Turn
from quizapp.sentences.names import Names
from quizapp.speech.phrases import words

_NAME = r"(?P<name>[A-Z][\w&-]+(?: [A-Z][\w&-]+)?)"
_LEADS = words("founder co-founder cofounder CEO")
_LED = re.compile(rf"\b(?i:{_LEADS})\b[^:.!?|]{{0,30}}? (?:of|at) {_NAME}")
_WORKED_ON = re.compile(
    r"\b(?:Building|Founding|Starting|Running|Growing|Selling|Bootstrapping|Closing) "
    rf"{_NAME}\s*(?:$|[|:–—-])"
)
"""``Running Crumb``, and ``Building Trust`` as well: only the talk tells which it is."""
_SELLS = words(
    "sells sold makes made builds built ships shipped hires hired launched raised employs employed "
    "produces produced charges charged delivers delivered patented"
)
_OF_A_FIRM = words(
    "customers? clients? employees? staff investors? revenue payroll products? competitors? shares "
    "shareholders? factory factories"
)
_A_FIRM = words("company startup start-up firm business")
_FOUNDED = r"(?:founded|co-founded|founder of|co-founder of|CEO of|I (?:\w+ )?(?:started|run|own))"
_SOLD = words(
    "sold shipped hired launched priced charged manufactured employed produced delivered deployed "
    "automated designed built patented"
)
_DID = words(
    "raised tested tried spent paid cut bought opened made added started signed installed ran lost "
    "grew closed moved chose decided missed fixed changed promised borrowed recalled called found "
    "failed learned learnt broke stopped switched"
)
"""What people do besides: told of a company where something that companies have comes with it."""
_OWNS = words(
    "payroll customers? clients? employees? staff budget revenue margins? investors? offices? "
    "factory factories products? kits? prototypes? patents? competitors? shops? stores? recall "
    "loss profit loan grant contract contracts machines trucks boxes ships market engineers "
    "[mb]illion.(?:dollars|pounds|euros|kroner)"
)
_TELLS = re.compile(
    rf"\bwe (?:\w+ly |also |only |then |first |never |just )?"
    rf"(?:{_SOLD}\b|"
    rf"(?:{_DID}|(?:couldn['’]t|could|didn['’]t|had to) [a-z]+)\b(?=[^.]{{0,120}}\b{_OWNS}\b)|"
    rf"(?:(?:have|were|['’]ve(?: got)?|didn['’]t have)\b(?=[^.]{{0,120}}\b{_OWNS}\b)|"
    rf"had\b(?=[^.]{{0,120}}\b{_OWNS}\b[^.]{{0,60}}\b(?:in|by|until) (?:\d|year))))",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:house|home|flat|apartment|cars?|farm|garden|bab(?:y|ies)|dogs?|cows?|holidays?|kitchen|"
    r"there|back then|those days)\b",
    re.IGNORECASE,
)
"""What a family has and sells as well, and what points to another time or place."""
_OTHERS = re.compile(
    r"\b(?:us|ours|ourselves|I|me|my)\b|\bwe['’](?:d|ll|re)\b|\bwe (?:are|do|can|will|would|know|"
    r"think|say|see|need|want|call)\b",
    re.IGNORECASE,
)
"""What is said of more people than a company has, or of one of them."""
_OPENS = re.compile(
    r"^(?:(?:when|before|after|once|until|while|because|then|in [\w ]{2,20},?) )?we\b", re.I
)
_AGREEING = {"were": "was", "weren't": "wasn't", "weren’t": "wasn’t", "have": "has", "'ve": "has"}
_WE = re.compile(r"\bwe(?P<verb>['’]ve(?: got)?| were\b| weren['’]t\b| have\b)?", re.IGNORECASE)


_NOT_THE_COMPANY = re.compile(
    r"\b(?:parents?|father|mother|dad|mum|mom|brothers?|sisters?|wife|husband|sons?|daughters?|"
    r"uncle|aunt|cousins?|grand\w+|famil(?:y|ies)|kids|childhood|gr[eo]w(?:ing)? up|born|"
    r"marri(?:ed|age)|wedding|(?:my|our|as) children|"
    r"wars?|army|navy|soldiers?|troops|regiment|military|battle|"
    r"schools?|universit(?:y|ies)|college|class|classmates?|students?|studied|degree|PhD|"
    r"professors?|campus|lab|labs|laborator(?:y|ies)|postdoc|village|church|parish|band|choir|club|"
    r"football|government|parliament|elections?|nation|our country|mankind|humanity|humans|species|"
    r"ancestors|society|"
    r"(?:first|old|last|previous|former|earlier|other|another) "
    r"(?:job|company|employer|boss|firm|startup|start-up|business)|"
    r"employers?|internship|freelance|consultants?|consulting|day job|career|"
    r"before (?:that|this|then)|you (?:did|were doing|do) before|did you do before|before you|"
    r"before I|I (?:was|had been|came|come|lived|trained|served|taught|grew|worked)|worked|"
    r"friends?|the \w+ (?:business|trade|industry))\b|\bbefore\?|[“\"]\s*we\b",
    re.IGNORECASE,
)
"""What a talk is of where ``we`` may be others than the company."""
_SOMEWHERE_ELSE = re.compile(
    r"\b(?:[Aa]t|[Ff]or|[Ww]ith|[Jj]oined|[Jj]oining|[Ll]eft|[Ll]eaving|[Qq]uit|[Bb]efore) "
    r"(?:the )?(?P<name>[A-Z][\w&-]+)"
)
"""``At Statoil I was an engineer``: who is there is ``we`` as well."""
_ANOTHER_SELLS = re.compile(
    rf"\b(?!(?:We|It|They|He|She|You|Who|That|Which|And|But|So|Then)\b)(?P<name>[A-Z][\w&-]+) "
    rf"{_SELLS}\b"
)
_STAYS = 6
"""Turns for which the talk is of a company that somebody named."""


def company(names: Names, told: Iterable[str]) -> str | None:
    """The company of the guest, by the title: ``… with Noor Haddad, founder of Tundra``.

    Only where what is ``told`` on the pages uses its name as a company's: ``Bridges``, ``Islam``
    and ``Sweden`` are none. Of several guests nobody can tell whose it is.
    """
    if names.guest is None or names.surname is None:
        return None
    text = "\n".join(told)
    led = _LED.search(names.title)
    if led is not None:
        who = rf"\b{re.escape(names.surname)}[ ,:;(–—-]{{1,4}}(?:(?:is|the|a) )*$"
        own = re.search(who, names.title[: led.start()])
        return led["name"] if own and _is_a_firm(led["name"], text) else None
    found = _WORKED_ON.search(names.title)
    if found is None or not re.search(rf"\b{_FOUNDED} {re.escape(found['name'])}\b", text):
        return None
    return found["name"] if _is_a_firm(found["name"], text) else None


def _is_a_firm(name: str, text: str) -> bool:
    """Whether a text uses a name as a company's: ``Tundra sells``, ``Tundra's customers``."""
    firm = re.escape(name)
    return bool(
        re.search(
            rf"\b{firm} (?:now |first |also |only )?{_SELLS}\b|"
            rf"\b{firm}['’]s? (?:\w+ )?{_OF_A_FIRM}\b|"
            rf"\b{firm},? (?:is |was )?(?:an?|the|my|our) (?:[\w-]+ ){{0,3}}{_A_FIRM}\b|"
            rf"\b{_A_FIRM},? (?:is |was )?(?:called )?{firm}\b|"
            rf"\b(?:does|did) {firm} (?:make|sell|build|do)\b",
            text,
        )
    )


def told_in(turns: Sequence[Turn], name: str | None, guest: str | None) -> frozenset[Turn]:
    """The guest's turns in which the talk is of the company, and of nobody else since it was named.

    A family, a school, a war, an employer before: from there on ``we`` may be they, until the
    company is named again where none of them is.
    """
    if name is None or guest is None:
        return frozenset()
    own, left = set(), 0
    for turn in turns:
        left = max(0, left - 1)
        if _is_of_others(turn.text, name):
            left = 0
        elif re.search(rf"\b{re.escape(name)}\b", turn.text):
            left = _STAYS
        if left and turn.speaker == guest:
            own.add(turn)
    return frozenset(own)


def _is_of_others(text: str, name: str) -> bool:
    """Whether a turn names people who are not the company, or a company that is not this one."""
    if _NOT_THE_COMPANY.search(text):
        return True
    if re.search(rf"\b[Bb]efore {re.escape(name)}\b", text):
        return True
    others = (*_SOMEWHERE_ELSE.finditer(text), *_ANOTHER_SELLS.finditer(text))
    return any(found["name"] not in name.split() for found in others)


def told_of(said: str, name: str | None) -> str:
    """``When we closed the shop, we sold …`` as ``When Tundra closed the shop, it sold …``."""
    if name is None or not _OPENS.match(said) or not _TELLS.search(said):
        return said
    if _OTHERS.search(said) or _AT_HOME.search(said):
        return said
    told = 0

    def named(found: re.Match[str]) -> str:
        nonlocal told
        told += 1
        who = name if told == 1 else "it"
        verb = (found["verb"] or "").strip().lower().replace("’", "'").removesuffix(" got")
        return f"{who} {_AGREEING.get(verb, verb)}".rstrip()

    text = _WE.sub(named, said)
    return re.sub(r"\bour\b", "its", text)
