"""How a line is known to be the name of a part: with words around it, counted, or glued."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.reading import other_languages
from quizapp.reading.areas import AREA_OF_NAME, Area
from quizapp.reading.chapters import chapter_of, time_alone
from quizapp.reading.dates import find_date
from quizapp.reading.heads_elsewhere import heads_other_pages
from quizapp.reading.phrasing import area_phrased
from quizapp.reading.titles import announces
from quizapp.reading.wording import EMOJI, is_prose, word_count

_BEFORE = re.compile(
    r"^(?:the|key|main|top|quick|best|most|important|memorable|notable|favou?rite|popular|core|"
    r"major|biggest|big|full|complete|detailed|concise|"
    r"comprehensive|condensed|short|brief|recent|common|frequently|asked|"
    r"selected|some|our|my|all|new|ai|generated|episode|podcast|video|interview|actionable|"
    r"powerful|inspiring|central|essential|critical|interesting|valuable|five|three|ten|seven|"
    r"show|deep|edited|raw|listener|audience|reader|user|one|two|four|six|eight|nine|twelve|"
    r"timestamped|sentence|line|paragraph|minute|second|word|page|greatest|standout|crucial|primary|"
    r"fundamental|surprising|practical|concrete|life|these|few|final|overall|discussion|"
    r"(?:in|from|on|during) (?:this|our|the|today s) "
    r"(?:episode|conversation|interview|podcast|video|talk|chat|discussion|show)|"
    r"here (?:are|is|s)|a few|few|and|also|plus|quick|fast|rapid|supporting|underlying|opposing|"
    rf"\d{{1,3}}|{other_languages.QUALIFIERS})\s+"
)
_BEHIND = re.compile(
    r"\s+(?:(?:from|in|of|for|about|on)\s+(?:the|this|our|today s)\s+"
    r"(?:episode|podcast|video|interview|conversation|talk|show|discussion|week|day|month|"
    r"lecture|session|webinar|seminar|panel|debate|event|meeting|evening|address|speech)|"
    r"(?:from|by|with)\s+(?:the\s+)?[\w ]{2,40}|(?:so|to) far|\d{1,3}|mentioned|discussed|covered|"
    r"explored|shared|explained|answered|in (?:brief|short)|"
    r"in a nutshell|at a glance|worth (?!ask|ponder|consider|discuss|explor|read|watch|listen|"
    r"check|visit|follow|hear)\w{2,12}ing(?: again| twice)?|"
    r"to (?:remember|note|keep)|(?:der|dieser) (?:folge|episode|woche)|de l épisode|"
    r"(?:del|dell|do|van de) (?:episodio|episódio|aflevering)|"
    r"we (?:learned|discussed|covered)|(?:that )?i (?:loved|liked))$"
)
_BADGE = re.compile(r"(?<=[a-z]) (?:BETA|NEW|PRO|PREMIUM|PLUS)$")
"""``AI recap BETA``: what a tool says of a part of it"""

_CLOCK = re.compile(r"\d:\d")
_ASIDE = re.compile(
    r"(?<=\w)\s*[(\[](?:[^()\[\]\d:]{3,40}|(?:a )?\d{1,2}[ -]?(?:min|sec|minute|second)s?"
    r"(?: read| version)?)[)\]]\s*:?$"
)
"""``Transcript (edited for length)``, ``Summary (2 min read)``"""

_LONG_ASIDE = re.compile(
    r"^(?P<name>(?:\w+[ -]){0,2}transcript(?:ion)?)\s[(\[][^()\[\]]{41,70}[)\]]\s*:?$", re.I
)
"""``Transcript (made by software, who speaks is not marked; the first ten minutes)``"""

_TIMED_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{3,40}[)\]]\s*:?$")
"""``Extract from the transcript (tape 2, 00:44:18)``"""

_PLACE = re.compile(r"^(?:[IVX]{1,5}|[A-H])[.)]\s+(?=[A-Z])")
"""``IV. Quotes``, ``B) Quotes``"""

_CRUMB = re.compile(r"\S\s[›»>/]\s(?=\S)")
"""Two of them make ``Home > Shows > Quotes``: a path through a site."""

_STEP = re.compile(r"^(?:podcasts?|interviews?|news|home|shows?|episodes?) [›»] ", re.IGNORECASE)
"""``Podcast › Interview``: a path above a title, and no part."""

_PATH = ("›", "»", ">", "/")
_DOTS = ("·", "|", "•")
"""Signs without which no such line stands."""

_PUNCTUATION = re.compile(r"[^\w\s&+]+|_")
_COUNTED = re.compile(
    r"^\d{1,3}\+?\s+(?:key |main |top |big )?(ideas|insights|quotes|takeaways|highlights|topics|"
    r"questions|chapters|points|lessons|lines|moments|speakers)"
    r"(?:\s?[·|•,–—-]\s?(?:sorted|ordered|in order|newest|oldest|most|top|by)\b.{0,20})?$",
    re.IGNORECASE,
)
"""``12 quotes``, ``12 quotes · sorted by time``"""


def _normal(text: str) -> str:
    bare = EMOJI.sub(" ", text).lower().replace("&", " and ")
    return " ".join(_PUNCTUATION.sub(" ", bare).split())


@lru_cache(maxsize=32_768)
def area_of(text: str) -> Area | None:
    """The area that a line names, or means by its key word: ``A quote I liked`` → quotes."""
    head = text[:200]
    if any(sign in head for sign in _PATH) and len(_CRUMB.findall(head)) > 1:
        return None
    exact = area_named(text)
    if exact is None and any(dot in text for dot in _DOTS) and _DATED.search(text):
        return None
    if exact or not 6 <= len(text) <= 60 or not text.rstrip(" :?*_)")[-1:].isalnum():
        return exact
    name = _COUNT_BEHIND.sub("", _normal(text))
    phrased = area_phrased(name) or area_phrased(_BEFORE.sub("", name, count=1))
    return phrased or _of_count(text) or _of_somebody(text) or _of_several(text)


_DATED = re.compile(r"\b(?:19|20)\d\d\b.{0,40}\s[·|•]\s|\s[·|•]\s.{0,40}\b(?:19|20)\d\d\b")
"""``May 4, 2022 · 6 quotes`` says when, and how many."""

_COUNT_BEHIND = re.compile(r"(?<=[a-z]) \d{1,2}$")
_COUNT_GLUED = re.compile(
    r"^[A-Z][\w'’ ,&-]{2,50}[^\W\d_]\d{1,2}\s(?P<of>ideas|insights|quotes|takeaways|highlights|"
    r"questions|topics|lessons)$"
)
_COUNTED_WORDS = 9


def _of_count(text: str) -> Area | None:
    """``THINGS TO CARRY HOME7 ideas``: whatever the name is, what is counted says of what."""
    found = _COUNT_GLUED.match(text) if word_count(text) <= _COUNTED_WORDS else None
    return area_named(found["of"]) if found else None


_OF_SOMEBODY = re.compile(
    r"^\W{0,4}(?!(?:Contact|Find|Meet) [\w'’ -]{1,40} (?:Radio|Podcast|FM)$)"
    r"(?:About|Meet|Follow|Find|Connect with|Support|Contact|Where to find|"
    r"Books by|Written by|Bio:?) "
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?: online| on .{2,20})?:?$"
)
_AND = re.compile(r"\s*(?:\band\b|&|\+|/|,|\bor\b)\s*", re.IGNORECASE)
_MOST_PARTS = 4


def _of_somebody(text: str) -> Area | None:
    """``About Ada Byron``: what a page says of people is not what they said."""
    return Area.NOISE if _OF_SOMEBODY.match(text) else None


def _of_several(text: str) -> Area | None:
    """``Links & resources``: a heading for several things is one for the first of them."""
    parts = [part for part in _AND.split(text.strip(" *_:#")) if part]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    areas = [area_named(part) for part in parts]
    if not all(areas):
        return None
    if areas[0] is Area.DESCRIPTION and Area.CHAPTERS in areas:
        return Area.CHAPTERS  # "Show notes and timings"
    told = (area for area in areas if area in _TOLD)
    return next(told, areas[0]) if areas[0] is Area.TOPICS else areas[0]


_TOLD = frozenset({Area.IDEAS, Area.INSIGHTS, Area.TAKEAWAYS})
"""``Main themes and important ideas``: what is told of themes, more than their names."""

_QUOTES_OF = re.compile(
    r"(?i:more|best|top|favou?rite|great)(?: [A-Z][\w.'’-]+){2,4} (?i:quotes)"
    r"(?i: from (?:the|this|our) (?:interview|episode|conversation|podcast|show)):?"
)
"""``More Ada Byron quotes from the interview``"""


_NEEDED = frozenset(max(name.split(), key=len) for name in AREA_OF_NAME)
"""Of each name its longest word: a line without any of them names no area."""


@lru_cache(maxsize=32_768)
def area_named(text: str) -> Area | None:
    """The area that a line names, or None: ``🔑 Key Takeaways:`` → takeaways."""
    if not 2 <= len(text) <= 80 or (text[0] == "(" and text[-1] == ")") or _STEP.match(text):
        return None
    if heads_other_pages(text):
        return Area.NOISE
    if _NOTES_ON_COUNTED.match(text):
        return None
    if _QUOTES_OF.fullmatch(text):
        return Area.QUOTES
    if _CLOCK.search(text):
        bare = _TIMED_ASIDE.sub("", text)
        part = bare != text and area_named(bare) is Area.TRANSCRIPT
        return Area.TRANSCRIPT if part else None
    if long := _LONG_ASIDE.match(text):
        text = long["name"]
    if _NEEDED.isdisjoint(_normal(text).split()):
        return None
    text = _PLACE.sub("", _BADGE.sub("", _ASIDE.sub("", text) or text), count=1)
    name = _COUNT_BEHIND.sub("", _normal(text))
    for _ in range(5):
        if name in AREA_OF_NAME:
            return AREA_OF_NAME[name]
        if name.endswith(" transcript") and (tab := _last_of_tabs(name)):
            return tab
        shorter = _BEFORE.sub("", name, count=1)
        shorter = shorter if shorter != name else _BEHIND.sub("", name, count=1)
        if shorter == name or (shorter in _ADVICE and f"{shorter} with " in name):
            return None
        name = shorter
    return AREA_OF_NAME.get(name)


_NOTES_ON_COUNTED = re.compile(
    r"^\W{0,3}(?:my |our |some )?notes (?:on|from|to|about) (?-i:[A-Z])[^#:|]{2,50}?"
    r"(?:#|\bep(?:isode|\.)? ?#?)\d{1,4}\b",
    re.IGNORECASE,
)
"""``Notes from Night Radio #12 with Ada Byron``: of which episode the page tells"""


def _last_of_tabs(name: str) -> Area | None:
    """``Shownotes Transcript``: two tabs of a page, of which the last one is open."""
    first, _, last = name.partition(" ")
    if AREA_OF_NAME.get(first) is None or last not in ("transcript", "transcription"):
        return None
    return Area.TRANSCRIPT


_ADVICE = frozenset({"what to do", "what to remember"})
"""``What to do with old letters`` tells what it is about."""


def is_count(text: str) -> bool:
    """A declared count, such as ``5 ideas``; such counts are often wrong."""
    return len(text) < 40 and bool(_COUNTED.match(text.strip()))


_EMOJI = EMOJI.pattern[1:-1]
"""As a part of other classes of letters."""

_OF_ONE = ("idea", "insight", "quote", "takeaway", "highlight", "lesson", "moment", "question")
"""Names that stand in the plural too: ``BIG IDEAS6 ideasStart small``."""

_GLUE_NAMES = sorted(
    {
        name + plural
        for name, area in AREA_OF_NAME.items()
        for plural in (("", "s") if name.endswith(_OF_ONE) else ("",))
        if area.kind
        and len(name) >= 4
        and name not in {"points", "tips", "brief", "idea", "topic", "quote"}
    },
    key=len,
    reverse=True,
)
_QUALIFIED = "|".join(
    re.escape(name).replace(r"\ and\ ", r"\s+(?:and|&)\s+").replace(r"\ ", r"[\s'’]+")
    for name in _GLUE_NAMES
)
_GLUED = re.compile(
    rf"^(?:[^\w\s]+\s*)?((?i:(?:\d{{1,3}}\s+|(?:key|main|top|quick|episode|notable|memorable|full|"
    rf"recent|popular|best|most|important|core|favou?rite|common|our|the)\s+){{0,2}}"
    rf"(?:TL;DR|Q&A|FAQ|transcript|{_QUALIFIED}|(?<=key )points|(?<=main )points)))"
    rf"(?=[A-Z0-9“\"‘•✓✔{_EMOJI}]|-\s|[(#\[]\d)"
    r"|^([A-Z][\w'’-]*\s(?:[\w'’-]+\s){0,2}(?:[Qq]uotes|[Tt]akeaways|[Ii]nsights|[Hh]ighlights|"
    r"[Ii]deas|[Ll]essons|[Oo]verview|[Ss]ummary))(?=[A-Z“\"•])"
    r"|^((?:Quotes|Takeaways|Insights|Highlights|Ideas|Lessons)\s(?:from|in|of)\s(?:the|this)\s"
    r"(?:episode|conversation|podcast|interview|talk))(?=[A-Z“\"•])"
    r"|^((?i:(?:episode )?(?:timestamps|time ?codes|chapters|timeline|outline)|table of contents))"
    rf"(?=(?:[-–•*]\s)?(?:{EMOJI.pattern}{{1,2}}\s?)?[(\[]{{0,2}}@?\d{{1,2}}(?::\d|[hm]\s?\d))"
    r"|^((?i:(?:full |episode |video )?transcript))(?=\[[^\]\n]{2,40}\]|\(\d|>>)"
    r"|^((?i:(?:related|similar|more|recent|latest) episodes|you (?:might|may) also like|"
    r"episode description|about this episode|show ?notes))(?=[A-Z“])"
)
_RUNS_ON = re.compile(
    rf"[A-Z0-9“\"‘•✓✔(\[>#{_EMOJI}*–-](?:(?<=[^\W_][^*–-])|(?<=[^\W_][*–-])(?=\s))"
)
"""Where a label could end inside of a word."""

_SPELT = re.compile(r"^\W{0,8}(TL;?DR)\b[\s:*_–—-]+(?=\w)", re.IGNORECASE)
"""A label that is no word stands apart even without a colon."""

_TITLE = 16
"""Words of a title, at the most."""
_INLINE = re.compile(r"^(?:\*\*|__)?([^\s:][^:\n]{1,50}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s+(?=\S)")


def glued_label(text: str) -> tuple[str, str] | None:
    """``5 ideasStart small`` → ``5 ideas``, ``Start small``; None where nothing is glued."""
    spelt = _SPELT.match(text)
    if spelt:
        return spelt[1], text[spelt.end() :]
    found = _GLUED.match(text[:120]) if _RUNS_ON.search(text[:120]) else None
    label = next(filter(None, found.groups())) if found else ""
    behind = text[len(label) : len(label) + 2]
    if label.isupper() and behind.isupper() and (behind.isalpha() or text.isupper()):
        return None
    if not found or not (label[0].isupper() or label[0].isdigit()):
        return _glued_to_chapter(text) or _glued_at_seam(text)
    return label, text[found.end() :].lstrip()


_OUTLINE = re.compile(
    r"^((?:Episode )?(?:[Cc]hapters|[Tt]imestamps|[Tt]imeline|[Oo]utline))(?:[-–•*] )?(?=[A-Z])"
)

_OUTLINED = ("C", "c", "T", "t", "O", "o", "E")


def _glued_to_chapter(text: str) -> tuple[str, str] | None:
    """``ChaptersDeep sleep (4:10)``: what is behind is a chapter with its time at the end."""
    found = _OUTLINE.match(text[:40]) if text[:1] in _OUTLINED else None
    rest = text[found.end(1) :] if found else ""
    return (found[1], rest) if found and chapter_of(text[found.end() :]) else None


_SEAM = re.compile(
    r"[a-zß-öø-ÿ?:)](?:(?=[A-ZÀ-ÖØ-Þ“•]|\"[A-Z])"
    rf"|(?<=[a-z])(?=[\d✓✔{_EMOJI}]|[\[(#]\d|- ?[A-Z“\"\d{_EMOJI}]))"
    r"|(?<=\b[A-Z])[A-Z](?=[A-Z][a-z])"
    r"|(?<=[A-Z]{4})(?=[AI] [a-z])"
)
_PERHAPS_SEAM = re.compile(rf"[A-ZÀ-ÖØ-Þ“•\"\d✓✔{_EMOJI}\[(#-](?<=[a-zß-öø-ÿ?:)A-Z].)", re.DOTALL)
"""What opens the second half, right behind what ends the first: quickly found, or not at all."""

_LONGEST_LABEL = 60
_LABEL_WORDS = 2
"""A name of one word is glued by chance more often than one of several."""


_GLUED_ALONE = frozenset({"Credits", "Sponsors", "Newsletter"})
"""``CreditsProduced by …``: words that no name begins with."""


def _glued_at_seam(text: str) -> tuple[str, str] | None:
    """A name of several words that runs into what follows: ``Lines I underlinedIt is late.``"""
    head = text[: _LONGEST_LABEL + 1]
    if _PERHAPS_SEAM.search(head) is None:
        return None
    for seam in _SEAM.finditer(head):
        label = text[: seam.end()].strip()
        alone = len(label.split()) < _LABEL_WORDS and label not in _GLUED_ALONE
        if alone or not (label[0].isupper() or label[0].isdigit()) or _opens_quote(label):
            continue
        area = area_of(label)
        if area and (area.kind or area in (Area.CHAPTERS, Area.TRANSCRIPT, Area.NOISE)):
            return label, text[seam.end() :].lstrip()
    return None


def _opens_quote(label: str) -> bool:
    """Whether a text ends within quotation marks: ``Quotes from “Towne`` of ``Towne-Baird``."""
    return label.count('"') % 2 > 0 or label.count("“") > label.count("”")


_SPACED = re.compile(
    r"^(?!(?:In|On|Inside|From|For|With|By) )"
    r"(?P<label>[A-Z][\w’']+(?: (?:[a-z]+|&)){1,3}) (?=[A-Z“\"][^ ]* )"
)
"""``In this episode Ada Byron talks …`` is no label: a sentence begins so."""


def spaced_label(text: str) -> tuple[str, str] | None:
    """``Quick summary The talk is about …``, of a page whose breaks became blanks."""
    found = _SPACED.match(text)
    area = area_named(found["label"]) if found else None
    if not found or area is None or not (area.kind or area is Area.TRANSCRIPT):
        return None
    rest = text[found.end() :]
    return (found["label"], rest) if is_prose(rest) else None


_END_SEAM = re.compile(r"(?<=[a-zß-öø-ÿ.!?)…])(?=[A-ZÀ-ÖØ-Þ])")
_LONGEST_END = 45
_ALONE = frozenset(
    "takeaways highlights insights quotes summary transcript topics chapters".split()
)
"""Names of one word that are told at the end of a line too."""


def label_at_end(text: str) -> tuple[str, str] | None:
    """``Get the appKey insights`` → ``Get the app``, ``Key insights``; None without such."""
    for seam in _END_SEAM.finditer(text, max(1, len(text) - _LONGEST_END)):
        label = text[seam.start() :]
        area = area_named(label)
        several = len(label.split()) >= _LABEL_WORDS or label.lower() in _ALONE
        if area and area is not Area.NOISE and several and not set(label) & set(":?"):
            return text[: seam.start()].rstrip(), label
    return None


_BARRED = re.compile(r"\s[|·•]\s")


def inline_label(text: str) -> tuple[str, Area, str] | None:
    """``TL;DR: The talk is about …`` → its name, its area, and the rest."""
    found = _INLINE.match(text[:120])
    area = area_of(found[1]) if found and not announces(text) else None
    if not found or area is None:
        return None
    rest = text[found.end() :].strip()
    if time_alone(rest) is not None:
        return None  # "Questions from listeners: 0:48:10" is a chapter
    if area is Area.TOPICS and _BARRED.search(rest) and find_date(rest):
        return None  # "Topics: Night Radio | May 4, 2020 | 3 comments" files a page
    titled = rest[:1].isupper() and sum(w[:1].isupper() for w in rest.split()) > 1
    if area is Area.QA and titled and "?" not in rest and word_count(rest) <= _TITLE:
        return None  # "FAQ: Deep Sleep (Ada Byron on Night Radio)" is a title
    return found[1], area, rest
