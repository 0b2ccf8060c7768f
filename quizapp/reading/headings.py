"""The names that pages give their parts, in one table, and how a line is known to be one."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from quizapp.model import SectionKind
from quizapp.reading.wording import EMOJI


class Area(StrEnum):
    """What stands under a heading; the values that are section kinds yield such sections."""

    SUMMARY = "summary"
    HIGHLIGHTS = "highlight"
    IDEAS = "idea"
    INSIGHTS = "insight"
    TAKEAWAYS = "takeaway"
    QUOTES = "quote"
    QA = "qa"
    TOPICS = "topic"
    CHAPTERS = "chapters"
    TRANSCRIPT = "transcript"
    DESCRIPTION = "description"
    DETAILS = "details"
    """Labelled metadata."""
    NOISE = "noise"
    """Menus, adverts, links, what other pages say: nothing."""
    HEADER = "header"
    """All that stands before the first known name."""
    UNKNOWN = "unknown"

    @property
    def kind(self) -> SectionKind | None:
        """The kind of the sections that stand here, if it is an area of sections."""
        return SectionKind(self.value) if self.value in SectionKind.__members__.values() else None


_NAMES: dict[Area, str] = {
    Area.SUMMARY: """summary | tl dr | tldr | overview | synopsis | abstract | recap | in brief |
        in short | at a glance | gist | in a nutshell | bottom line | big picture |
        what it s really about | what it is about | what this episode is about | short version |
        executive summary | conclusion | conclusions | brief | episode in brief""",
    Area.HIGHLIGHTS: "highlights | highlight | episode highlights | best moments",
    Area.IDEAS: """ideas | idea | ideas worth remembering | concepts | mental models |
        core arguments | arguments""",
    Area.INSIGHTS: """insights | insight | observations | aha moments | terms | glossary |
        vocabulary | definitions | terminology | jargon | terms explained | terms used |
        terms and definitions""",
    Area.TAKEAWAYS: """takeaways | takeaway | take aways | lessons | lessons learned | learnings |
        points | bullet points | summary and takeaways | summary and key takeaways |
        things to remember | what we learned | actionable advice | action items | action steps |
        actionable steps | tips | practical tips | actionable takeaways |
        conclusions and takeaways | takeaways and insights | findings""",
    Area.QUOTES: """quotes | quote | words worth saving | in their own words | quotable |
        quotable moments | quotations | soundbites | sound bites | lines worth keeping |
        quotes worth saving | best lines""",
    Area.QA: """q and a | q a | questions and answers | faq | faqs | questions | qa | q as |
        question and answer | questions answered""",
    Area.TOPICS: """topics | topic | topics covered | topics discussed | subjects | themes |
        subjects covered | what we discuss | what we discussed | what we talk about | we discuss |
        in this episode | what we cover | we cover | what you ll learn | what you will learn |
        themes discussed | points discussed | discussed | covered | discussion topics |
        discussion points""",
    Area.CHAPTERS: """chapters | chapter | outline | outlines | timestamps | time stamps |
        timestamp | timeline | table of contents | contents | chapter markers | episode outline |
        moments | time codes | timecodes | video chapters | chapters and timestamps | jump to""",
    Area.TRANSCRIPT: """transcript | transcription | transcripts | captions | subtitles |
        conversation transcript | interview transcript | transcript of the conversation |
        auto generated transcript | conversation | interview""",
    Area.DESCRIPTION: """description | about this episode | about the episode | show notes |
        shownotes | notes | episode notes | episode description | about this video | about |
        video description | about this conversation""",
    Area.DETAILS: """details | info | information | metadata | episode details | episode info |
        speakers | participants | people | episode information""",
    Area.NOISE: """related episodes | related | related content | related videos | more episodes |
        similar episodes | similar | recommended | recommendations | you might also like |
        you may also like | links | resources | references | mentioned | books mentioned |
        books | people mentioned | sponsors | sponsor | sponsored by | support | connect | follow |
        follow us | subscribe | share | comments | clips | episode links | podcast info |
        resources mentioned | links mentioned | about the host | about the guest |
        about the author | about the show |
        about the podcast | about us | newsletter | advertisement | advertisements | credits |
        menu | navigation | categories | tags | keywords | archive | archives | latest episodes |
        recent episodes | previous episodes | transcripts of other episodes | show links |
        guest links | contact | social media | where to listen | listen on | news | legal |
        mindmap | mind map | disclaimer | support this podcast |
        support the show | support the podcast | socials | share this summary |
        share this episode | leave a comment | further reading |
        mentioned in this episode | connect with us | leave a reply | people also watched |
        more from this show | explore more | discover more | read more | read next | up next""",
}
AREA_OF_NAME: dict[str, Area] = {
    " ".join(name.split()): area for area, names in _NAMES.items() for name in names.split("|")
}

_BEFORE = re.compile(
    r"^(?:the|key|main|top|quick|best|most|important|memorable|notable|favou?rite|popular|core|"
    r"major|biggest|big|full|complete|detailed|short|brief|recent|common|frequently|asked|"
    r"selected|some|our|my|all|new|ai|generated|episode|podcast|video|interview|actionable|"
    r"powerful|inspiring|central|essential|critical|interesting|valuable|five|three|ten|seven|"
    r"show|deep|edited|raw|listener|audience|reader|user|\d{1,3})\s+"
)
_BEHIND = re.compile(
    r"\s+(?:(?:from|in|of|for|about|on)\s+(?:the|this|our|today s)\s+"
    r"(?:episode|podcast|video|interview|conversation|talk|show|discussion)|"
    r"from\s+(?:the\s+)?[\w ]{2,40}|(?:so|to) far|\d{1,3}|mentioned)$"
)
_CLOCK = re.compile(r"\d:\d")
_PUNCTUATION = re.compile(r"[^\w\s&+]+|_")
_COUNTED = re.compile(
    r"^\d{1,3}\+?\s+(?:key |main |top |big )?(ideas|insights|quotes|takeaways|highlights|topics|"
    r"questions|chapters|points|lessons|moments|speakers)$",
    re.IGNORECASE,
)


def _normal(text: str) -> str:
    bare = EMOJI.sub(" ", text).lower().replace("&", " and ")
    return " ".join(_PUNCTUATION.sub(" ", bare).split())


@lru_cache(maxsize=4096)
def area_of(text: str) -> Area | None:
    """The area that a line names, or None: ``🔑 Key Takeaways:`` → takeaways."""
    if not 2 <= len(text) <= 80 or _CLOCK.search(text):
        return None
    name = _normal(text)
    for _ in range(4):
        if name in AREA_OF_NAME:
            return AREA_OF_NAME[name]
        shorter = _BEFORE.sub("", name, count=1)
        if shorter == name:
            shorter = _BEHIND.sub("", name, count=1)
        if shorter == name:
            return None
        name = shorter
    return AREA_OF_NAME.get(name)


def is_count(text: str) -> bool:
    """A declared count, such as ``5 ideas``; such counts are often wrong."""
    return len(text) < 40 and bool(_COUNTED.match(text.strip()))


_GLUE_NAMES = sorted(
    {
        name
        for name, area in AREA_OF_NAME.items()
        if area.kind and len(name) >= 4 and name not in {"points", "tips", "brief", "idea", "topic"}
    },
    key=len,
    reverse=True,
)
_QUALIFIED = "|".join(
    re.escape(name).replace(r"\ and\ ", r"\s+(?:and|&)\s+").replace(r"\ ", r"[\s']+")
    for name in _GLUE_NAMES
)
_GLUED = re.compile(
    rf"^(?:[^\w\s]+\s*)?((?i:(?:\d{{1,3}}\s+|(?:key|main|top|quick|episode|notable|memorable|full)"
    rf"\s+){{0,2}}(?:TL;DR|Q&A|transcript|{_QUALIFIED})))(?=[A-Z0-9“\"‘•]|-\s)"
)
_INLINE = re.compile(r"^(?:\*\*|__)?([^\s:][^:\n]{1,50}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s+(?=\S)")


def glued_label(text: str) -> tuple[str, str] | None:
    """``5 ideasStart small`` → ``5 ideas``, ``Start small``; None where nothing is glued."""
    found = _GLUED.match(text[:120])
    if not found or not (found[1][0].isupper() or found[1][0].isdigit()):
        return None
    return found[1], text[found.end() :].lstrip()


def inline_label(text: str) -> tuple[str, Area, str] | None:
    """``TL;DR: The talk is about …`` → its name, its area, and the rest."""
    found = _INLINE.match(text[:120])
    area = area_of(found[1]) if found else None
    if not found or area is None:
        return None
    return found[1], area, text[found.end() :].strip()
