"""How a line is known to be the name of a part: with words around it, counted, or glued."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.reading import other_languages
from quizapp.reading.areas import AREA_OF_NAME, Area
from quizapp.reading.wording import EMOJI

_BEFORE = re.compile(
    r"^(?:the|key|main|top|quick|best|most|important|memorable|notable|favou?rite|popular|core|"
    r"major|biggest|big|full|complete|detailed|short|brief|recent|common|frequently|asked|"
    r"selected|some|our|my|all|new|ai|generated|episode|podcast|video|interview|actionable|"
    r"powerful|inspiring|central|essential|critical|interesting|valuable|five|three|ten|seven|"
    r"show|deep|edited|raw|listener|audience|reader|user|one|two|four|six|eight|nine|twelve|"
    r"timestamped|sentence|line|paragraph|minute|second|word|page|greatest|standout|crucial|primary|"
    r"fundamental|surprising|practical|concrete|life|these|few|final|overall|discussion|"
    r"in this (?:episode|conversation|interview|podcast|video|talk)|"
    rf"\d{{1,3}}|{other_languages.QUALIFIERS})\s+"
)
_BEHIND = re.compile(
    r"\s+(?:(?:from|in|of|for|about|on)\s+(?:the|this|our|today s)\s+"
    r"(?:episode|podcast|video|interview|conversation|talk|show|discussion|week|day|month)|"
    r"(?:from|by|with)\s+(?:the\s+)?[\w ]{2,40}|(?:so|to) far|\d{1,3}|mentioned|discussed|covered|"
    r"explored|shared|explained|answered|worth (?:saving|remembering|sharing|keeping|noting)|"
    r"to (?:remember|note|keep)|(?:der|dieser) (?:folge|episode|woche)|de l épisode|"
    r"(?:del|dell|do|van de) (?:episodio|episódio|aflevering)|"
    r"we (?:learned|discussed|covered)|(?:that )?i (?:loved|liked))$"
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


_KEYS = {
    Area.TAKEAWAYS: r"take ?aways|lessons|learnings",
    Area.QUOTES: r"quotes?|quotations",
    Area.INSIGHTS: r"insights",
    Area.HIGHLIGHTS: r"highlights",
}
_LOOSE = [
    (
        area,
        re.compile(
            rf"^(?:[\w-]+ ){{0,4}}(?:{word})(?: (?:i|we|that|which|worth|to|for)(?: \w+){{1,4}})?$"
        ),
    )
    for area, word in _KEYS.items()
]
_ABOUT = re.compile(
    r"^what (?:s|is|was) (?:it|this|the)(?: (?:episode|podcast|interview|conversation|talk))?"
    r"(?: really| all)? about$"
    r"|^what (?:it|this|the) ?(?:episode|podcast|interview|conversation|talk)? (?:covers|covered)$"
)
_STRUCK = re.compile(
    r"^(?:what|(?:\w+ ){0,2}things?)(?: that)? "
    r"(?:stood out|stuck|stays?|stayed|surprised|struck|resonated|mattered|matters)"
    r"(?: (?:with |to )?(?:me|us|you|most))?(?: most)?$"
)
_LEARNT = re.compile(
    r"^(?:what|(?:\w+ ){0,2}things?|stuff)(?: that)? (?:i|we|you|to)(?: \w+)? "
    r"(?:learn|learned|learnt|remember|(?:take|took|taken) (?:away|home|from)\b.*)(?: \w+){0,3}$"
)


def area_of(text: str) -> Area | None:
    """The area that a line names, or means by its key word: ``A quote I liked`` → quotes."""
    exact = area_named(text)
    if exact or not 6 <= len(text) <= 60 or not text.rstrip(" :?*_")[-1:].isalnum():
        return exact
    name = _normal(text)
    if _LEARNT.match(name):
        return Area.TAKEAWAYS
    if _STRUCK.match(name):
        return Area.TAKEAWAYS
    if _ABOUT.match(name):
        return Area.SUMMARY
    return next((area for area, form in _LOOSE if form.match(name)), None)


@lru_cache(maxsize=4096)
def area_named(text: str) -> Area | None:
    """The area that a line names, or None: ``🔑 Key Takeaways:`` → takeaways."""
    if not 2 <= len(text) <= 80 or _CLOCK.search(text):
        return None
    name = _normal(text)
    for _ in range(5):
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
    rf"^(?:[^\w\s]+\s*)?((?i:(?:\d{{1,3}}\s+|(?:key|main|top|quick|episode|notable|memorable|full|"
    rf"recent|popular|best|most|important|core|favou?rite|common|our|the)\s+){{0,2}}"
    rf"(?:TL;DR|Q&A|transcript|{_QUALIFIED}|(?<=key )points|(?<=main )points)))"
    rf"(?=[A-Z0-9“\"‘•]|-\s)"
    r"|^([A-Z][\w'’-]*\s(?:[\w'’-]+\s){0,2}(?:[Qq]uotes|[Tt]akeaways|[Ii]nsights|[Hh]ighlights|"
    r"[Ii]deas|[Ll]essons|[Oo]verview|[Ss]ummary))(?=[A-Z“\"•])"
    r"|^((?:Quotes|Takeaways|Insights|Highlights|Ideas|Lessons)\s(?:from|in|of)\s(?:the|this)\s"
    r"(?:episode|conversation|podcast|interview|talk))(?=[A-Z“\"•])"
    r"|^((?i:timestamps|time ?codes|chapters|timeline|outline|table of contents))"
    r"(?=[(\[]?\d{1,2}:\d)"
    r"|^((?i:(?:related|similar|more|recent|latest) episodes|you (?:might|may) also like|"
    r"episode description|about this episode|show ?notes))(?=[A-Z“])"
)
_SPELT = re.compile(r"^(?:[^\w\s]+\s*)?(TL;?DR)\b[\s:*_–—-]+(?=\w)", re.IGNORECASE)
"""A label that is no word stands apart even without a colon."""

_INLINE = re.compile(r"^(?:\*\*|__)?([^\s:][^:\n]{1,50}?)(?:\*\*|__)?\s?:(?:\*\*|__)?\s+(?=\S)")


def glued_label(text: str) -> tuple[str, str] | None:
    """``5 ideasStart small`` → ``5 ideas``, ``Start small``; None where nothing is glued."""
    spelt = _SPELT.match(text)
    if spelt:
        return spelt[1], text[spelt.end() :]
    found = _GLUED.match(text[:120])
    label = next(filter(None, found.groups())) if found else ""
    if label.isupper() and text[len(label) : len(label) + 2].isupper():
        return None
    if not found or not (label[0].isupper() or label[0].isdigit()):
        return None
    return label, text[found.end() :].lstrip()


def inline_label(text: str) -> tuple[str, Area, str] | None:
    """``TL;DR: The talk is about …`` → its name, its area, and the rest."""
    found = _INLINE.match(text[:120])
    area = area_of(found[1]) if found else None
    if not found or area is None:
        return None
    return found[1], area, text[found.end() :].strip()
