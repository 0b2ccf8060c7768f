"""The shape of a person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quizapp.reading.bodies import BODY_WORDS, ends_like_body

_EXTENDED = "".join(filter(str.isupper, map(chr, range(0x100, 0x180)))) + "ȘȚ"

_CAPITALS = f"A-ZÀ-ÖØ-Þ{_EXTENDED}Ά-ΏΑ-ΫЀ-Я"
"""Latin with its accents, Greek, Cyrillic."""

BIG = f"[{_CAPITALS}]"

_SMALL = r"[^\W\d_A-ZÀ-ÖØ-ÞΆ-ΏΑ-ΫЀ-Я]"

_MORE = rf"(?:(?:['’-]?{BIG}|['’-]){_SMALL}+)*"

PART = rf"{BIG}(?:\.|(?:['’]{BIG})?{_SMALL}+{_MORE})"
"""A part of a name. Each class of letters in it takes its time to compile, so there are few."""

LINK = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ter|ten|af|av|zu)"

_SPACE = r"[ \t\u00a0]"
"""A name does not go on in the next line: ``Hosted by Ada Byron``, ``Recorded in May`` below."""

NAME = rf"{PART}(?:{_SPACE}(?:{LINK}{_SPACE}){{0,2}}(?!(?:Dr|Prof|Mrs?|Ms)\b){PART}){{1,3}}"
"""Two to five capitalised words, with small ones such as ``van`` between them."""

_ADDRESSES = (
    r"(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|(?:The\s)?Rev|Reverend|Professor|Doctor|Dipl\.-Ing|"
    r"(?:(?:Assoc|Asst)\.?\s)?Prof|(?:Capt|Col|Gen|Lt|Maj|Sgt|Sen|Gov|Rep|Fr|Hon)(?=\.)|"
    r"(?:Emeritus|Emerita|Associate|Assistant|Adjunct) Professor)\.?\s"
)
_DEGREES = r"(?:,?\s(?:Ph\.?D|D\.?Phil|M\.?D|Jr|Sr|MBA|MBE|OBE|CBE|FRS|II|III)\.?)"

_NAME = re.compile(rf"^(?:{_ADDRESSES})?({NAME}){_DEGREES}*$")

_RUN_TOGETHER = re.compile(r"[a-z]{5}[A-Z]")
"""``MerrinGuest``: an extraction glued it, no family did."""

_SINGLE = re.compile(rf"^{PART}$")

_OFFICES = (
    r"(?:Mayor|President|Senator|Governor|Chef|Captain|Minister|Judge|Father|Rabbi|Lord|Lady|"
    r"General|Colonel|Ambassador|Congressman|Congresswoman|Justice|Chancellor|Commissioner)"
)

_OFFICE = re.compile(rf"^{_OFFICES}\s(?=\S+\s\S)")
"""Before a full name it is no part of it; ``Judge Roe`` says too little without."""

_TITLES = re.compile(rf"^{_ADDRESSES}\s*|{_DEGREES}$")

_NOT_NAMES = frozenset(
    """the a an as and or of in on for to with by from how why what when who where is are was this
    that these key main top episode podcast show chapter part section summary transcript quotes
    quote ideas insights takeaways highlights topics questions answers question answer
    introduction conclusion corrections errata
    outro intro break news resources links sponsors sponsor related more read watch listen share
    about note notes host guest speaker unknown audience music applause laughter advertisement
    deep machine artificial intelligence learning science history
    inc ltd times post street city united states
    north south east west new world war great american european african asian january february
    march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday first second third final best big small good bad your our my
    his her their its not all some no yes let life love money health brain mind body sleep final
    thoughts early later years days lessons learned getting started looking ahead next steps
    youtube twitter spotify apple google instagram facebook linkedin website overview background
    understanding building making using creating finding thinking being becoming role future past
    power impact origins rise fall art nature importance value social media climate change
    fact facts tip tips trivia fun pro listener unidentified male female man woman member reporter
    article source sources summarizer
    narrator announcer caller voice commercial update correction disclaimer warning example bonus
    segment season lightning round rapid fire remember quick editor's editor translation
    advert ad ads video audio clip end timestamp timestamps special edition newsletter roundup
    sciences studies systems services solutions partners
    without before after between behind beyond into through against because while than then again
    also don't doesn't can't cannot does did should would could
    programs programmes affairs relations outreach collections
    tags categories keywords communications engagement operations
    follow subscribe thanks thank join welcome hello
    productions conversations interviews dialogues dispatches quarterly
    """.split()
).union(BODY_WORDS)

_GIVEN_TOO = frozenset("april may june august art summer".split())
_FAMILY_TOO = frozenset("west north best good small early love street".split())
_NOBODYS = frozenset(
    """day fools bank holiday heat sun rain weather break update part week weekend wild far mid
    middle key old tough true common greater public true first very pure""".split()
)
"""``June Park`` and ``Cornel West`` are people; ``May Day``, ``Wild West`` and ``Tough Love`` not.

With a third word nothing tells: ``in June Ada Byron …``.
"""


_SEVERAL = re.compile(r"(?:tors|ists|(?<!rist)ians)$")
"""``Bridge Inspectors``: a trade, and all who are of it."""

_ARTICLE = re.compile(r"^(?:Das|Der|Die|Ein|Eine|Les|Los|Las|Una|Une)\s")
"""``Das Lied`` begins a sentence; only inside of a name may such a word stand."""

_LABELLED = re.compile(r"Name(?=[A-ZÀ-Þ])")
"""``Guest NameAda Byron``: the end of a label is no part of the name."""


_OWNED = re.compile(r"[^\W\d_]['’]s\s")
"""``Night Radio's Ada Byron``, ``Miller's Reach``: whose somebody or something is."""


def is_name(text: str) -> bool:
    """Whether a text has the shape of one person's full name."""
    if len(text) > 60 or not text[:1].isupper() or _ARTICLE.match(text):
        return False
    found = _NAME.match(text)
    if found is None or _RUN_TOGETHER.search(text) or _LABELLED.match(text):
        return False
    if _OWNED.search(found[1]):
        return False
    if _SEVERAL.search(text) or ends_like_body(text):
        return False
    words = [word.lower().strip(".") for word in found[1].split()]
    if words[0] in _COUNTS and (len(words) > _TWO or words[-1] in _COUNTS or words[-1][-1] == "s"):
        return False  # "Two Hundred", "Thirty Strings"; not "Frank Million"
    told = [word for word in words if word in _NOT_NAMES]
    return not told or (
        told == [words[0] if words[0] in _GIVEN_TOO else words[-1]] and _borne(words)
    )


def _borne(words: Sequence[str]) -> bool:
    """Whether two words, one of which is a month or the like too, can be somebody's name."""
    given, family = words[0] in _GIVEN_TOO, words[-1] in _FAMILY_TOO
    return len(words) == _TWO and (given or family) and not _NOBODYS.intersection(words)


_TWO = 2
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million".split()
)


def is_short_name(text: str) -> bool:
    """Whether a text could be a first name or a surname alone."""
    if text.lower() in _NOT_NAMES or text in _PRONOUNS:
        return False
    return len(text) <= 20 and bool(_SINGLE.match(text))


_PRONOUNS = frozenset("It He She They We You One Someone Somebody Everyone Nobody People".split())
"""``It says: “Arrived.”`` tells what stands on a card; beside another name some are names too."""


@lru_cache(maxsize=4096)
def bare_name(text: str) -> str:
    """A name without titles and degrees: ``Dr. Ada Byron, PhD`` → ``Ada Byron``."""
    before = ""
    name = " ".join(text.split()).strip(" ,:;|•-–—")
    while name != before:
        before, name = name, _OFFICE.sub("", _TITLES.sub("", name).strip(" ,"))
    return name


_OFFICE_AND_LAST = re.compile(rf"^(?P<office>{_OFFICES}) (?P<last>\S+)$")


def full_name(name: str, text: str) -> str:
    """``Captain Roe`` as ``Carl Roe``, where a text has ``Captain Carl Roe`` too."""
    found = _OFFICE_AND_LAST.match(name)
    if found is None:
        return name
    first = rf"{PART}{_SPACE}(?:{PART}{_SPACE})?"
    told = rf"\b{found['office']}{_SPACE}(?P<name>{first}{re.escape(found['last'])})(?!\w)"
    full = re.search(told, text)
    return full["name"] if full and is_name(full["name"]) else name


_SENTENCE_BEHIND = re.compile(
    r"(?<=[^\W\d_A-Z]{2})(?<!Prof)(?<!\bMrs)(?<!\bRev)"
    r"(?<!\bCapt)(?<!\bCol)(?<!\bGen)(?<!\bMaj)(?<!\bSgt)(?<!\bSen)(?<!\bGov)(?<!\bHon)\.(?:\s[A-Z].*)?$"
)
"""The full stop behind a list of names, and what is said after it."""


def split_names(text: str) -> list[str]:
    """The names in ``Ada Byron, Carl Sagan & Jane Roe``."""
    bare = re.sub(r"\s*[(\[][^()\[\]]{0,80}[)\]]|\s@\w{1,40}", "", text)
    parts = re.split(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*", _SENTENCE_BEHIND.sub("", bare))
    return [bare_name(part) for part in parts if is_name(part.strip())]
