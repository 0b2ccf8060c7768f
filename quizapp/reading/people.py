"""Names of people: their shape, the evidence that a text gives for them, and their spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from quizapp.reading.cues import Cued, cued

_EXTENDED = "".join(filter(str.isupper, map(chr, range(0x100, 0x180)))) + "ȘȚ"
_CAPITALS = f"A-ZÀ-ÖØ-Þ{_EXTENDED}Ά-ΏΑ-ΫЀ-Я"
"""Latin with its accents, Greek, Cyrillic."""
_BIG = f"[{_CAPITALS}]"
_SMALL = r"[^\W\d_A-ZÀ-ÖØ-ÞΆ-ΏΑ-ΫЀ-Я]"
_MORE = rf"(?:['’-]{_BIG}?{_SMALL}+|{_BIG}{_SMALL}+)*"
_PART = rf"{_BIG}(?:{_SMALL}+{_MORE}|\.|['’]{_BIG}{_SMALL}+{_MORE})"
_LINK = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ter|ten|af|av|zu)"
_SPACE = r"[ \t\u00a0]"
"""A name does not go on in the next line: ``Hosted by Ada Byron``, ``Recorded in May`` below."""

NAME = rf"{_PART}(?:{_SPACE}(?:{_LINK}{_SPACE}){{0,2}}{_PART}){{1,3}}"
"""Two to five capitalised words, with small ones such as ``van`` between them."""

_NAME = re.compile(
    rf"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Professor|Doctor)\.?\s)?({NAME})"
    r"(?:,?\s(?:Ph\.?D|M\.?D|Jr|Sr|MD|PhD|MBA|II|III)\.?)*$"
)
_RUN_TOGETHER = re.compile(r"[a-z]{5}[A-Z]")
"""``MerrinGuest``: an extraction glued it, no family did."""

_SINGLE = re.compile(rf"^{_PART}$")
_OFFICES = (
    r"(?:Mayor|President|Senator|Governor|Chef|Captain|Minister|Judge|Father|Rabbi|Lord|Lady|"
    r"General|Colonel|Ambassador|Congressman|Congresswoman|Justice|Chancellor|Commissioner)"
)
_OFFICE = re.compile(rf"^{_OFFICES}\s(?=\S+\s\S)")
"""Before a full name it is no part of it; ``Judge Roe`` says too little without."""

_TITLES = re.compile(
    r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Professor|Doctor)\.?\s+|"
    r",?\s(?:Ph\.?D|M\.?D|Jr|Sr|MD|PhD|MBA)\.?$"
)
_NOT_NAMES = frozenset(
    """the a an as and or of in on for to with how why what when who where is are was this that
    these key main top episode podcast show chapter part section summary transcript quotes
    quote ideas insights takeaways highlights topics questions answers question answer
    introduction conclusion
    outro intro break news resources links sponsors sponsor related more read watch listen share
    about note notes host guest speaker unknown audience music applause laughter advertisement
    deep machine artificial intelligence learning science history university institute college
    department school company inc ltd press magazine journal times post street city united states
    north south east west new world war great american european african asian january february
    march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday first second third final best big small good bad your our my
    his her their its not all some no yes let life love money health brain mind body sleep final
    thoughts early later years days lessons learned getting started looking ahead next steps
    youtube twitter spotify apple google instagram facebook linkedin website overview background
    understanding building making using creating finding thinking being becoming role future past
    power impact origins rise fall art nature importance value social media climate change
    fact facts tip tips trivia fun pro listener unidentified male female man woman member reporter
    narrator announcer caller voice commercial update correction disclaimer warning example bonus
    segment lightning round rapid fire remember quick editor's editor translation
    advert ad ads video audio clip end timestamp timestamps
    """.split()
)
SPEECH = (
    r"(?:says?|said|explains?|explained|notes?|noted|argues?|argued|discuss(?:es|ed)?|describe[sd]?|"
    r"shares?|shared|reflects?|recalls?|recalled|talks?|delves?|emphasi[sz]e[sd]?|believe[sd]?|"
    r"suggests?|points? out|highlights?|thinks?|tells?|told|joins?|joined|explores?|warns?|"
    r"outlines?|reveals?|details|breaks? down|observe[sd]?|puts? it|adds?|added|states?|remarks?|"
    r"admits?|claims?|expects?|predicts?|likens?|compares?|stresses|underscores|recounts?|asks?)"
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
    rf"(?:(?=[A-Z])[A-Za-z]{{0,20}}?(?:keeper|maker|smith|wright|ist|grapher|builder|ician|researcher|writer|"
    rf"monger|worker|ographer|(?:[Ff]arm|[Dd]esign|[Ee]ngine|[Pp]lann|[Pp]aint|[Hh]unt|[Bb]reed|"
    rf"[Bb]ak|[Pp]ott|[Ww]eav|[Bb]rew|[Gg]arden|[Dd]anc|[Ss]ing|[Bb]low|[Ff]ish|[Bb]ind|[Tt]un|"
    rf"[Tt]rain|[Dd]riv|[Cc]limb|[Rr]unn|[Mm]anag|[Dd]evelop|[Pp]rint|[Rr]eport|[Cc]arv)er)|"
    rf"(?i:{ROLE}))"
)
"""What somebody does, as the first word of a sentence: ``Beekeeper Ada Byron``."""

_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Professor|Doctor)\.?\s)?"
_WITH = cued(
    re.compile(
        rf"\b(?i:conversation|interview|discussion|talk|chat|episode|dialogue|speak(?:s|ing)?|"
        rf"afternoon|morning|evening|day|week|hours?|lunch|dinner|breakfast|coffee|walk|session|"
        rf"sat down|meeting|sits down|talks|spoke|talking|q ?& ?a)\s+(?:is\s+|was\s+)?with\s+"
        rf"(?:our\s+guest,?\s+)?(?:the\s+)?(?:[a-z][\w-]*\s){{0,4}}{_TITLE}(?P<name>{NAME})"
    ),
    "with",
    rf"with\s+(?:our\s+guest,?\s+)?(?:the\s+)?(?:[a-z][\w-]*\s){{0,4}}{_BIG}",
)
_GUEST = cued(
    re.compile(
        rf"\b(?i:guests?):?\s+(?:today\s+|this week\s+)?(?:is\s+|are\s+|,\s*)?{_TITLE}"
        rf"(?P<name>{NAME})"
        rf"|\b(?i:guest)\s(?:today\s|this week\s)?(?:is|was)\s(?:(?:the|an?)\s)?"
        rf"(?:[a-z][\w-]*\s){{1,4}}"
        rf"{_TITLE}(?P<name3>{NAME})"
        rf"|\b(?i:with) (?:me|us) (?:today |now |here )?(?:is|are) (?:the |an? )?"
        rf"(?:[a-z][\w-]*\s){{0,4}}"
        rf"{_TITLE}(?P<name4>{NAME})"
        rf"|\b(?i:joined) (?:today )?by {_TITLE}(?P<name2>{NAME})"
        r"|\b(?:We|I|we) (?:asked|interviewed|visited|met|called|phoned|spoke (?:to|with)|"
        r"talked (?:to|with)|sat down with|caught up with) (?:the )?(?:[a-z][\w-]*\s){0,3}"
        rf"{_TITLE}(?P<name7>{NAME})(?=,|\s(?:about|how|for|to|on|in)\b|\.)"
        rf"|[a-z]\.\s(?:With|Featuring)\s{_TITLE}(?P<name9>{NAME})(?=\.|$)"
        rf"|(?m:^)\W{{0,3}}(?:[Ww]ith|[Ff]eaturing|Starring|feat\.|ft\.|w/) {_TITLE}"
        rf"(?P<name6>{NAME})(?=[,.]|\s[(\[]|[^\w\n]{{0,3}}(?m:$))"
        rf"|\b(?i:listened to|listening to|heard|hearing) {_TITLE}(?P<name5>{NAME})"
        r"(?=,?\s(?:on|talk|speak|explain|tell)\b)"
    ),
    "guest guests with joined we i featuring starring feat ft w listened listening heard hearing",
    r"[Gg](?:uest|UEST)|[Ww](?:ith|ITH) (?:me|us) |[Jj](?:oined|OINED) |"
    r"(?:[Ww]e|I) (?:asked|interviewed|visited|met|called|phoned|spoke|talked|sat|caught) |"
    rf"(?:[Ww]ith|[Ff]eaturing|Starring|feat\.|ft\.|w/) {_TITLE}{_BIG}|"
    r"[Ll](?:isten(?:ed|ing)|ISTEN(?:ED|ING)) |[Hh](?:ear|EAR)(?:d|ing|D|ING) ",
)
_INTERVIEWED = cued(
    re.compile(
        rf"\b(?P<name>{NAME})(?:,\s[a-z][^,.\n]{{3,60}},)?\s(?:is|was|gets)\sinterviewed\sby\b"
    ),
    "interviewed",
    r"interviewed\sby",
)
_HOST = cued(
    re.compile(
        rf"\b(?i:hosted by|interview(?:ed)? by|moderated by|hosts?[,:]?|interviewer[,:]?)\s+"
        rf"{_TITLE}(?P<name>{NAME})"
        rf"|\b(?i:interview|conversation)\s+with\s+{_TITLE}{NAME}\s+by\s+{_TITLE}(?P<name2>{NAME})"
    ),
    "host hosts hosted interview interviewed interviewer moderated conversation",
    r"[Hh](?:ost|OST)|[Ii](?:nterview|NTERVIEW)|[Mm](?:oderated|ODERATED) |"
    r"[Cc](?:onversation|ONVERSATION)\s+with",
)


def is_name(text: str) -> bool:
    """Whether a text has the shape of one person's full name."""
    if len(text) > 60:
        return False
    found = _NAME.match(text)
    if found is None or _RUN_TOGETHER.search(text):
        return False
    return not any(word.lower().strip(".") in _NOT_NAMES for word in found[1].split())


def is_short_name(text: str) -> bool:
    """Whether a text could be a first name or a surname alone."""
    return len(text) <= 20 and bool(_SINGLE.match(text)) and text.lower() not in _NOT_NAMES


@lru_cache(maxsize=4096)
def bare_name(text: str) -> str:
    """A name without titles and degrees: ``Dr. Ada Byron, PhD`` → ``Ada Byron``."""
    before = ""
    name = " ".join(text.split()).strip(" ,:;|•-–—")
    while name != before:
        before, name = name, _OFFICE.sub("", _TITLES.sub("", name).strip(" ,"))
    return name


def split_names(text: str) -> list[str]:
    """The names in ``Ada Byron, Carl Sagan & Jane Roe``."""
    bare = re.sub(r"\s*[(\[][^()\[\]]{0,80}[)\]]|\s@\w{1,40}", "", text)
    parts = re.split(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*", bare)
    return [bare_name(part) for part in parts if is_name(part.strip())]


_SPEAKING = re.compile(rf"\s{SPEECH}\b|['’]s\s(?:view|work|book|career|research|life)\b")
_BEFORE_NAME = re.compile(rf"\b(?:{SPEECH}|with|as|guest|host|Dr\.|Professor)\s$")
_AT_SENTENCE = re.compile(r"(?:^|\n|[.!?]\s)$")
_AS_SHE = re.compile(
    r"\s[a-z][^.!?\n]{2,300}?(?:\b(?:she|he|her|his|herself|himself)\b|[.!?]\s(?:She|He|Her|His)\b)"
)
"""Behind a name at the start of a sentence: it goes on with ``she``."""

_HAS_ROLE = re.compile(rf"(?:,\s|\s(?:is|was)\s)(?:\w+[\s,-]+){{0,5}}{ROLE}\b", re.IGNORECASE)


def borne_by_one(surname: str, text: str) -> str | None:
    """The one full name in a text that ends in a surname; a first name is too common to tell."""
    if not is_short_name(surname) or surname not in text:
        return None
    form = re.compile(rf"(?:{_PART}\s(?:{_LINK}\s)?){{1,2}}{re.escape(surname)}(?!\w)")
    names = {bare_name(found[0]) for found in form.finditer(text) if is_name(found[0])}
    return names.pop() if len(names) == 1 else None


def is_spoken_of(name: str, text: str) -> bool:
    """Whether the text treats the name as a person's: with a role or a verb of speech."""
    surname = name.split()[-1]
    if any(_SPEAKING.match(text, end) for _, end in _places(surname, text)):
        return True
    whole = list(_places(name, text))
    return any(
        _BEFORE_NAME.search(text, max(0, start - 24), start)
        or _HAS_ROLE.match(text, end)
        or (_AT_SENTENCE.search(text[max(0, start - 3) : start]) and _AS_SHE.match(text, end))
        for start, end in whole
    )


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as a word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or behind.isalnum()):
            yield start, end
        start = text.find(name, end)


def conversed_with(text: str) -> list[str]:
    """Full names after ``a conversation with``, ``an interview with`` and the like."""
    return _names(_WITH, text)


def called_guests(text: str) -> list[str]:
    """Full names that the text calls guests."""
    return [*_names(_GUEST, text), *_names(_INTERVIEWED, text)]


def called_hosts(text: str) -> list[str]:
    """Full names that the text calls hosts."""
    return _names(_HOST, text)


def _names(pattern: Cued, text: str) -> list[str]:
    found = (next(filter(None, match.groupdict().values())) for match in pattern.finditer(text))
    return [bare_name(name) for name in found if is_name(name)]


def resolve(name: str, people: Sequence[str]) -> str | None:
    """The one full name among ``people`` that a full, short or misspelt name stands for."""
    wanted = bare_name(name)
    key = wanted.lower()
    if not key:
        return None
    exact = [person for person in people if person.lower() == key]
    if exact:
        return exact[0]
    parts = key.split()
    if len(parts) == 1:
        near = [
            person
            for person in people
            if key in (person.lower().split()[0], person.lower().split()[-1])
        ]
    else:
        near = [person for person in people if _same_person(key, person.lower())]
    return near[0] if len(set(near)) == 1 else None


def _same_person(one: str, other: str) -> bool:
    """Spellings of one name: the same ends around a middle name, or near-equal letters.

    First names that sound alike are one (``Jon``, ``John``), others two: Maria is not Mario.
    """
    first, second = one.split(), other.split()
    if len(first) < 2 or len(second) < 2:
        return first[0][0] == second[0][0] and fuzz.ratio(one, other) >= _NEAR
    if first[-1] == second[-1]:
        initials = any(len(name[0].strip(".")) == 1 for name in (first, second))
        return _sound(first[0]) == _sound(second[0]) or (initials and first[0][0] == second[0][0])
    return (
        _sound(first[0]) == _sound(second[0])
        and _sound(first[-1])[0] == _sound(second[-1])[0]
        and fuzz.ratio(one, other) >= _NEAR
    )


_NEAR = 86
"""Of 100: how alike two spellings of a name are at least."""

_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("j", "i"),
    ("y", "i"),
    ("ie", "i"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A name's word without accents, silent letters and doubled ones; never empty."""
    letters = unicodedata.normalize("NFKD", word)
    bare = "".join(char for char in letters if char.isalpha()) or word
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    bare = bare[0] + bare[1:].replace("h", "")
    return re.sub(r"(.)\1+", r"\1", bare)


def merged(names: Iterable[str]) -> list[str]:
    """Names without repetition; spellings of one person become the first of them."""
    people: list[str] = []
    for name in names:
        if resolve(name, people) is None:
            people.append(bare_name(name))
    return people
