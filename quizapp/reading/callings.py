"""What people are and do, and the names that a text gives to guests and hosts."""

from __future__ import annotations

import re

from quizapp.reading.cues import Cued, cued
from quizapp.reading.forms import Form
from quizapp.reading.names import BIG, NAME, bare_name, is_name

SPEECH = (
    r"(?:says?|said|explains?|explained|notes?|noted|argues?|argued|discuss(?:es|ed)?|describe[sd]?|"
    r"shares?|shared|reflects?|recalls?|recalled|talks?|delves?|emphasi[sz]e[sd]?|believe[sd]?|"
    r"suggests?|points? out|highlights?|thinks?|tells?|told|joins?|joined|explores?|warns?|"
    r"outlines?|reveals?|details|breaks? down|observe[sd]?|puts? it|adds?|added|states?|remarks?|"
    r"admits?|claims?|expects?|predicts?|likens?|compares?|stresses|underscores|recounts?|asks?|"
    r"examine[sd]?|unpacks?)"
)
"""Verbs of those who say something."""

ROLE = (
    r"(?:(?:co-?)?founder|ceo|cto|professor|author|researcher|scientist|historian|economist|"
    r"journalist|physician|doctor|psychologist|philosopher|engineer|director|president|chair|"
    r"biologist|physicist|chemist|writer|novelist|investor|entrepreneur|expert|neuroscientist|"
    r"psychiatrist|head|chief|fellow|lecturer|filmmaker|musician|artist|chef|athlete|coach|"
    r"comedian|lawyer|senator|astronaut|mathematician|anthropologist|linguist|botanist|"
    r"geologist|surgeon|therapist|explorer|composer|designer|architect|teacher|curator|ecologist)"
)
"""What guests are."""

TRADE = (
    rf"(?:(?=[A-Z])[A-Za-z]{{0,20}}?(?:keeper|maker|master|mistress|smith|wright|ist|grapher|builder|ician|researcher|writer|"
    rf"monger|worker|ographer|(?:[Ff]arm|[Dd]esign|[Ee]ngine|[Pp]lann|[Pp]aint|[Hh]unt|[Bb]reed|"
    rf"[Bb]ak|[Pp]ott|[Ww]eav|[Bb]rew|[Gg]arden|[Dd]anc|[Ss]ing|[Bb]low|[Ff]ish|[Bb]ind|[Tt]un|"
    rf"[Tt]rain|[Dd]riv|[Cc]limb|[Rr]unn|[Mm]anag|[Dd]evelop|[Pp]rint|[Rr]eport|[Cc]arv)er|"
    rf"(?:[Ll]ibr|[Vv]eterin|[Aa]ntiqu|[Gg]ramm)arian|[Rr]estaurateur|[Ee]ntrepreneur)|"
    rf"(?i:{ROLE}))"
)
"""What somebody does, as the first word of a sentence: ``Beekeeper Ada Byron``."""

_TITLE = r"(?:(?:(?:The\s)?(?:Rev|Reverend)|Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Professor|Doctor)\.?\s)?"

_TRADE_ABROAD = (
    r"(?:Autor|Journalist|Künstler|Musiker|Professor|Forscher|Wissenschaftler|Unternehmer|Gründer|"
    r"Schriftsteller|Politiker|Schauspieler|Regisseur|Fotograf|Ärzt|Arzt|Historiker|Psycholog|"
    r"Physiker|Biolog|Imker|Bäcker|Lehrer|Entwickler|Podcaster|Moderator)(?:in|e)?"
)

_WITH = cued(
    Form(
        rf"\b(?i:conversation|interview|discussion|talk|chat|episode|dialogue|speak(?:s|ing)?|"
        rf"afternoon|morning|evening|day|week|hours?|lunch|dinner|breakfast|coffee|walk|session|"
        rf"sat down|meeting|sits down|sit[- ]down|talks|spoke|talking|"
        rf"q ?& ?a)\s+(?:is\s+|was\s+)?with\s+"
        rf"(?:our\s+guest,?\s+)?(?:the\s+)?(?:[a-z][\w-]*\s){{0,4}}{_TITLE}(?P<name>{NAME})"
    ),
    "with",
    rf"with\s+(?:our\s+guest,?\s+)?(?:the\s+)?(?:[a-z][\w-]*\s){{0,4}}{BIG}",
)

_NO_HOST = (
    r"(?!(?:hosts?|presenters?|interviewers?|producers?|help|thanks|support|music|from|of|by|to|in|"
    r"on|for|at|and|or|my|his|her|their|me|us|you|your)\b)"
)
"""``with the help of Ada Byron``, ``with host Ada Byron``: no guests."""

_GUEST = cued(
    Form(
        rf"\b(?i:guests?):?\s+(?:today\s+|this week\s+)?(?:is\s+|are\s+|,\s*)?{_TITLE}"
        rf"(?P<name>{NAME})"
        rf"|\b(?i:guest)\s(?:today\s|this week\s)?(?:is|was)\s(?:(?:the|an?)\s)?"
        rf"(?:[a-z][\w-]*\s){{1,4}}"
        rf"{_TITLE}(?P<name3>{NAME})"
        rf"|\b(?i:with) (?:me|us) (?:(?:on|in|at|by) (?:the|my|our) [a-z]+ )?"
        rf"(?:today |now |here )?(?:is|are) (?:the |an? )?"
        rf"(?:[a-z][\w-]*\s){{0,4}}"
        rf"{_TITLE}(?P<name4>{NAME})"
        r"|\b(?i:joined) (?:today |from [A-ZÀ-Þ][\w’'.-]*(?: [\w’'.-]+){0,3}? |"
        r"in the studio |on the (?:line|phone) )?"
        rf"by {_TITLE}(?P<name2>{NAME})"
        rf"|\b(?:{TRADE}\s)?(?P<name10>{NAME}),? (?:joins|joined) (?:us|me)\b"
        r"|\b[Oo]ur guest,? (?:today,? )?(?:[a-z][\w-]*,? ){1,8}"
        rf"{_TITLE}(?P<name15>{NAME})"
        rf"|\b(?:In dieser|In der heutigen|Diese) (?:Folge|Ausgabe) ist (?:heute )?(?:die |der )?"
        rf"(?:{_TRADE_ABROAD} )?"
        rf"(?P<name16>{NAME}) (?:bei uns )?zu Gast\b"
        r"|\b(?:has|had|brings|brought|invites|invited) on (?:the )?(?:[a-z][\w-]*\s){0,3}"
        rf"{_TITLE}(?P<name17>{NAME})(?=[,.;])"
        rf"|\bI['’]m (?:talking|speaking|chatting) (?:to|with) {_TITLE}(?P<name14>{NAME})"
        r"|\b(?:We|I|we) (?:asked|interviewed|visited|met|called|phoned|spoke (?:to|with)|"
        r"talked (?:to|with)|sat down with|caught up with) (?:the )?(?:[a-z][\w-]*\s){0,3}"
        rf"{_TITLE}(?P<name7>{NAME})(?=,|\s(?:about|how|for|to|on|in)\b|\.)"
        rf"|\b(?:I|[Ww]e)\b[^.!?\n]{{0,80}}?\sto (?:meet|visit|see|interview) {_TITLE}"
        rf"(?P<name11>{NAME})(?=,\s(?:who|an?|the)\b)"
        rf"|\b[A-Z][a-z]+ (?:talked|spoke|chatted|sat down) (?:to|with) {_TITLE}"
        rf"(?P<name12>{NAME})(?=,\swho\s(?!hosts|presents|asks|interviews|runs)\w)"
        rf"|(?m:^)\W{{0,4}}What (?:we|I) (?:learned|learnt|took|heard) from {_TITLE}"
        rf"(?P<name13>{NAME})\W{{0,4}}(?m:$)"
        rf"|[a-z]\.\s(?:With|Featuring)\s{_TITLE}(?P<name9>{NAME})(?=\.|$)"
        rf"|(?m:^)(?:#{{2,6}} |\W{{0,3}})(?:[Ww]ith|[Ff]eaturing|Starring|feat\.|ft\.|w/) {_TITLE}"
        rf"(?P<name6>{NAME})(?=[,.]|\s[(\[]|[^\w\n]{{0,3}}(?m:$))"
        rf"|(?m:^)\W{{0,3}}[Ww]ith (?:{_NO_HOST}[a-z][\w-]* ){{1,3}}{_TITLE}(?P<name18>{NAME})"
        r"(?=,? (?:hosted|presented|interviewed) by\b|\s?[(\[|·]|\.?(?m:$))"
        r"|(?:\b(?:I|[Ww]e|been|just|after|[Aa]fter|while|enjoy(?:ed)?|loved?|lov(?:ed|ing))"
        r"(?:['’]ve)? (?:[a-z]+ ){0,2}|(?m:^)\W{0,4})"
        rf"(?i:listened to|listening to|heard|hearing) {_TITLE}(?P<name5>{NAME})"
        r"(?=,?\s(?:on|talk|speak|explain|tell)\b)"
    ),
    "has had brings brought invites invited folge ausgabe talking speaking chatting "
    "from talked spoke chatted sat meet visit see interview guest guests with joined joins we i "
    "featuring starring feat ft w listened listening heard hearing",
    r"(?:ha[sd]|brings|brought|invite[sd]) on |(?:Folge|Ausgabe) ist |"
    r"(?:talking|speaking|chatting) (?:to|with) |"
    r"(?:meet|visit|see|interview|talked|spoke|chatted|sat|from) |[Gg](?:uest|UEST)|"
    r"[Ww](?:ith|ITH) (?:me|us) |"
    r"[Jj](?:oined|oins|OINED) |"
    r"(?:[Ww]e|I) (?:asked|interviewed|visited|met|called|phoned|spoke|talked|sat|caught) |"
    rf"(?:[Ww]ith|[Ff]eaturing|Starring|feat\.|ft\.|w/) {_TITLE}{BIG}|"
    rf"[Ww]ith (?:[a-z][\w-]* ){{1,3}}{_TITLE}{BIG}|"
    r"[Ll](?:isten(?:ed|ing)|ISTEN(?:ED|ING)) |[Hh](?:ear|EAR)(?:d|ing|D|ING) ",
)

_NOW = r"(?: today| tonight| this week| now| here)? (?:is|sits) "

_PRESENT = cued(
    Form(
        r"\b(?:[Ii]n (?:the|my|our) (?:[a-z-]+ ){0,2}(?:seat|chair|studio|booth|room)|"
        r"[Oo]n the (?:line|phone|sofa|couch|show)|(?:[Hh]ere|[Bb]eside|[Nn]ext to|[Oo]pposite|"
        rf"[Aa]cross from|[Jj]oining) (?:me|us)){_NOW}{_TITLE}(?P<name>{NAME})"
    ),
    "seat chair studio booth room line phone sofa couch show me us",
    rf"[a-z]+{_NOW}{_TITLE}{BIG}",
)
"""``In the passenger seat this week is Ada Byron``"""

_INTERVIEWED = cued(
    Form(rf"\b(?P<name>{NAME})(?:,\s[a-z][^,.\n]{{3,60}},)?\s(?:is|was|gets)\sinterviewed\sby\b"),
    "interviewed",
    r"interviewed\sby",
)

_HOST = cued(
    Form(
        rf"(?<!\band )(?<!\bwho )(?<!\bhe )(?<!\bshe )(?<![A-Z], )\b"
        r"(?i:hosted by|interview(?:ed)? by|(?:moderated|chaired) by|hosts?[,:]?|"
        r"interviewer[,:]?)\s+"
        r"(?:(?:(?:today|this week|as (?:usual|always|ever))\s)?(?:is|was)\s)?"
        rf"{_TITLE}(?P<name>{NAME})"
        rf"|\b(?P<name9>{NAME}) \((?:the|our|your) (?:host|presenter|interviewer)\)"
        r"|\b(?i:hosted|presented)(?:, [a-z]+)*,? (?:and|&) (?:[a-z]+ed|made|written) by (?:me, )?"
        rf"(?P<name7>{NAME})"
        rf"|\b(?i:hosted|presented) by me, (?P<name8>{NAME})"
        rf"|\b(?i:interview|conversation)\s+with\s+{_TITLE}{NAME}\s+by\s+{_TITLE}(?P<name2>{NAME})"
        rf"|\b(?P<name3>{NAME}) (?:hosts|asks the questions)(?=[,.;]|\s(?:it|this|the)\b)"
        rf"|\b(?P<name5>{NAME}) (?:is|was) (?:the|your|our) host\b(?!\s(?:of|at|for|on)\b)"
        rf"|\b(?P<name6>{NAME}) and (?:his|her|their) guests? "
        r"(?:discuss|explore|talk|examine|look|consider|trace)"
        rf"|\band (?:the |our |your )?host {_TITLE}(?P<name10>{NAME}) "
        r"(?:discuss|explore|talk|examine|look|consider|trace|delve|dive|dig|unpack|chat|speak)\b"
        r"|\b[Ii]n (?:this|today['’]s) (?:episode|conversation|interview|talk)"
        r"(?: of [A-Z][^.,;:!?\n]{2,50}?)?,? (?:s?he) "
        r"(?:talks|speaks|sits down|chats) (?:to|with) "
        rf"(?:(?:[a-z-]+ ){{0,4}}(?:host|presenter|interviewer) )?{_TITLE}(?P<name4>{NAME})"
    ),
    "she he asks guest guests host hosts hosted presented presenter interview interviewed "
    "interviewer moderated chaired conversation",
    r"[Aa]sks the|guests? (?:discuss|explore|talk|examine|look|consider|trace)|"
    r"[Hh](?:ost|OST)|[Pp]resente[dr]|[Ii](?:nterview|NTERVIEW)|"
    r"[Mm](?:oderated|ODERATED) |[Cc](?:haired|HAIRED) |"
    r"[Cc](?:onversation|ONVERSATION)\s+with|s?he (?:talks|speaks|sits|chats) ",
)


_PRESENTED = cued(
    Form(
        rf"\b[Pp]resented by (?P<name>{NAME})(?=[.;,]\s(?:and\s)?(?:the\s)?(?i:produce|edit|sound|"
        r"music|record|mix|research|written|executive|series|with thanks))"
    ),
    "presented",
    r"[Pp]resented by",
)
"""``Presented by Ada Byron. Produced by Carl Roe.``; a sponsor presents too."""


def conversed_with(text: str) -> list[str]:
    """Full names after ``a conversation with``, ``an interview with`` and the like."""
    told = _ELSEWHERE.sub("", text) if _ELSEWHERE.search(text) else text
    return _names(_WITH, told)


_ELSEWHERE = re.compile(
    r"^.{0,200}\b(?:want to hear (?:another|more)|(?:listen to|check out|hear|watch|catch) my "
    r"(?:other|earlier|previous|last|past|first) (?:conversation|interview|chat|talk|episode) "
    r"with)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
"""``Want to hear another episode? Listen to my conversation with Carl Roe``"""


def called_guests(text: str) -> list[str]:
    """Full names that the text calls guests."""
    return [*_names(_GUEST, text), *_names(_PRESENT, text), *_names(_INTERVIEWED, text)]


def called_hosts(text: str) -> list[str]:
    """Full names that the text calls hosts."""
    presented = (name for name in _names(_PRESENTED, text) if text.count(name) > 1)
    return [*_names(_HOST, text), *presented]


def _names(pattern: Cued, text: str) -> list[str]:
    found = (next(filter(None, match.groupdict().values())) for match in pattern.finditer(text))
    names = (bare_name(_without_trades(name)) for name in found if is_name(name))
    return [name for name in names if " " in name]


_ONE_TRADE = Form(rf"^{TRADE}$")


def _without_trades(name: str) -> str:
    """``Yale Astrophysicist Ada Byron`` → ``Ada Byron``; ``Hunter S. Roe`` is a name."""
    words = name.split()
    trades = (i for i in range(1, len(words) - 2) if _ONE_TRADE.match(words[i]))
    return " ".join(words[max(trades, default=-1) + 1 :])
