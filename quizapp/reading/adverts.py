"""What a host says around a conversation: the opening, sponsor reads, breaks, the closing."""

from __future__ import annotations

import re

from quizapp.reading.tape_notes import is_tape_note

_OPENING = re.compile(
    r"^\W*(?:the following is (?:a|my)\b|welcome (?:back )?to\b|"
    r"(?:hello|hi|hey|greetings|good (?:morning|evening|day))\b.{0,60}\bwelcome\b|"
    r"today['’]s (?:guest|episode)|my guest (?:today )?is|in this episode\b|"
    r"this is (?:the )?[\w' ]{2,40}(?:podcast|show)\b)",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"\b[Yy]ou(?:['’]re| are) listening to [A-Z]|\b(?:and )?with me (?:today |here )?is [A-Z]|"
    r"\b[Ww]elcome (?:back )?to (?:the |another |this |our |[A-Z])|"
    r"\b(?:[Mm]y|[Oo]ur) guests? (?:today )?(?:is|are)\b|"
    r"\b[Tt]oday,? I(?:['’]m| am) (?:talking|speaking|joined)\b|\bI(?:['’]m| am) your host\b|"
    r"\bmy conversation with\b|^\W*The following is (?:a|my) conversation\b"
)
_OF_WELCOMES = ("listening to", "with me", "elcome", "guest", "oday", "your host", "conversation")
"""One of these stands in every welcome that the form above knows."""

_START = re.compile(
    r"\b(?:here(?:['’]s| is) (?:my|our|the|a) (?:conversation|interview|chat|talk|discussion)|"
    r"without further ado|please enjoy|and now,? (?:dear friends,? )?here['’]s\b|"
    r"let['’]s (?:get into it|dive (?:right )?in|get started|begin)|please welcome|i bring you)\b",
    re.IGNORECASE,
)
_SPONSOR = re.compile(
    r"\b(?:(?:brought|presented) to you by|"
    r"(?:(?:this|the|our|today['’]s) (?:\w+ )?(?:podcast|show|episode|series|season|program(?:me)?|"
    r"video|hour|issue|conversation)(?: of [\w'’ ]{2,30})?|(?-i:[A-Z])[\w'’]+|we)"
    r" (?:is|are) (?:also |kindly |partly )?(?:presented|sponsored|supported) by"
    r" (?:(?-i:[A-Z\d])|listeners|our|my|you|viewers|readers|an?|the)|"
    r"our (?:presenting )?sponsors?\b|today['’]s sponsors?|word from our|"
    r"(?<!no )word from (?:the (?:\w+ )?|this (?:(?:week|month|episode|show)['’]s )?|today['’]s )"
    r"(?:sponsor|partner|supporter)|"
    r"(?:take|taking|after|for) (?:a|this|the|another) (?:very )?quick break|"
    r"(?:few|couple)(?: of)? minutes of ads|"
    r"use (?:the |our |my )?(?:(?:promo|discount|offer) code \w+|code (?-i:[A-Z][A-Z0-9]+)\b|"
    r"(?-i:[A-Z]{3,12}\d{1,3})\b)|"
    r"thanks? to .{2,40} for sponsoring|check (?:(?:them|it|us) out at|(?:them )?out in the desc|"
    r"out (?-i:[A-Z]).{2,40} at [\w-]+(?:\.| dot )(?:com|org|net|fm|co))|"
    r"support (?:for )?(?:this|the|our) (?:podcast|show|programme|station|network|series) "
    r"(?:comes|is provided|by)|we['’]ll be right back)",
    re.IGNORECASE,
)
_OF_SPONSORS = (
    "to you by", "sponsor", "supported by", "presented by", "word from", "quick break",
    "minutes of ads", "code ", "check out", "check them out", "support for", "support the",
    "support this", "right back", "use ",
)  # fmt: skip
"""One of these stands in every advert that the form above knows."""

_OFFER = re.compile(
    r"\b(?:per ?cent|% off|free (?:trial|delivery|shipping|month|box|pair)|at checkout|"
    r"(?:slash|dot com|dot org|forward slash)\b|promo code|code (?-i:[A-Z][A-Z0-9]+)\b|"
    r"link in the|show notes|sign up|[\w-]+\.(?:com|org|net|fm|co|io|example)\b)",
    re.IGNORECASE,
)
"""What an advert goes on with."""

_BREAKING = re.compile(
    r"\b(?:we['’]ll be right back|(?:quick|short) break|minutes of ads)\b", re.IGNORECASE
)
_HANDS_OVER = re.compile(
    r"^(?:(?:but|and|now|so|okay|ok|all right|alright|right|well)[,:]? )*(?:first(?:ly)?,? |"
    r"(?:just )?before (?:that|we|I) [^.!?]{0,60}?(?:, | (?=a |an ))|here(?:['’]s| is| comes) |"
    r"(?:let['’]s|let us|let me|we['’]ll|I['’]ll|we(?:['’]re| are) going to|time (?:for|to)) "
    r"[^.!?]{0,40}?)"
    r"(?:an?|this|our|the|thank|take|hear|pause|stop|break|word|message|quick|sponsors?)\b",
    re.IGNORECASE,
)
"""``First, a word from …``: an advert that breaks into what is said; before it stands the talk."""

_SENTENCES = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[\"“‘(]?[^\W\d_a-z]|\d)")
_BACK = re.compile(
    r"^(?:(?:and )?(?:now|okay|ok|all right|alright|right|so|anyway)[,:]?\s|"
    r"(?:and )?(?:now )?(?:let['’]s get |let us get |we['’]re |welcome )?back (?:to|with)\b)",
    re.IGNORECASE,
)
"""How somebody comes back from an advert to the talk."""

_NEAR = 3
"""Sentences before a question that may belong to it."""

_THANKS = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:thanks|thank you)(?: \w+){0,3} for (?:listening|watching|tuning)\b",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"^.{2,60}? (?:is|was) (?:made|produced|edited|recorded|hosted|presented|brought|"
    r"an? (?:[\w-]+ ){0,2}(?:production|podcast|programme|series)|"
    r"one of the (?:[\w-]+ ){0,3}(?:podcasts|shows|programmes))\b|"
    r"^(?:hear|listen to|find|get) the (?:full|whole|complete|rest)\b|"
    r"^(?:produced|edited|music|sound|mixing|this episode was) .{0,40}\bby\b|"
    r"^(?:you(?:['’]ve| have) been listening to|that(?:['’]s| is) (?:it|all) for (?:this|today))",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"\b(?:sponsors?|subscribe|support (?:this|the|us|on)|visit (?:our|the|us)|"
    r"our website|patreon|five stars|"
    r"leave (?:us )?a review|newsletter|follow us|see you next|"
    r"(?:rate|review) (?:us|it|the show)|wherever you (?:get|listen)|apple podcasts|spotify|"
    r"(?:this|the) transcript (?:is|was|may|can|has)|all rights|"
    r"(?:find|hear) (?:all|more|other|past) episodes|million downloads|"
    r"[\w-]+\.(?:com|org|net|fm)\b)\b",
    re.IGNORECASE,
)
_SOUND = (
    r"(?:[(\[]soundbite of [^()\[\]]{1,80}[)\]]|"
    r"[(\[](?:[\w'’]+[ ,]+){0,3}?(?:laugh(?:s|ing|ter|ed)?|chuckl\w+|sigh\w*|music|applause|"
    r"coughs?|scoffs?|crosstalk|inaudible|silence|pause|clears throat|beep|noise|playing|"
    r"sniff\w*|gasps?)(?: \w+){0,2}[)\]])"
)
_SOUND_AT_ENDS = re.compile(rf"^(?:\s*{_SOUND})+\s*|\s*(?:{_SOUND}\s*)+$", re.IGNORECASE)
_MUSIC_ONLY = re.compile(
    r"^\W*(?:♪.*|\[?music\]?|soundbite of .{0,80}|[♪♫\s]+|"
    r"\((?-i:[a-z])[a-z' -]{1,30}\)|\[[a-z',& -]{3,60}\])\W*$",
    re.IGNORECASE,
)


_LABELS = re.compile(
    r"^\W*(?:(?:short |ad |commercial |music(?:al)? )?(?:break|intro|outro|interlude|advert|ads?|"
    r"advertisement|commercial|sponsor message|commercial break|station identification))\W*$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"^[(\[](?:BEGIN|END|START)\b[A-Z ,'’/-]{0,40}[)\]]$", re.IGNORECASE)
"""``(BEGIN VIDEO CLIP)``"""


_SOUNDBITE = re.compile(r"[(\[]SOUNDBITE OF [^()\[\]]{1,160}[)\]]")
"""``(SOUNDBITE OF ADA BYRON'S "NIGHT SONG")``"""


def is_break(text: str) -> bool:
    """A line that only says that there is a break, music, a sound, or an advert."""
    if _SOUNDBITE.fullmatch(text) or is_tape_note(text):
        return True
    if len(text) >= 40 or not text:
        return False
    return bool(_LABELS.match(text) or _DIRECTION.match(text)) or not without_sounds(text)


def is_opening(text: str) -> bool:
    """Whether a text begins as hosts begin: ``The following is a conversation with …``."""
    return bool(_OPENING.match(text[:200]))


def bids_welcome(text: str) -> bool:
    """Whether a text welcomes the listeners or presents a guest, as only hosts do."""
    near = text[:600]
    return any(word in near for word in _OF_WELCOMES) and bool(_WELCOME.search(near))


def starts_conversation(text: str) -> bool:
    """Whether a text hands over to the conversation: ``And now, here's my conversation …``."""
    return bool(_START.search(text))


def is_advert(text: str) -> bool:
    """Whether a sponsor's name or code stands in a text as in an advert."""
    small = text.lower()
    return any(word in small for word in _OF_SPONSORS) and bool(_SPONSOR.search(text))


def without_advert(text: str) -> str:
    """What is said besides the advert in a text: the question behind it, the talk before a break.

    Empty where nothing is.
    """
    told = _SENTENCES.split(text)
    marked = [place for place, one in enumerate(told) if is_advert(one)]
    if not marked:
        return "" if is_advert(text) else text
    last = max(
        i for i, one in enumerate(told) if i in marked or (i > marked[0] and _OFFER.search(one))
    )
    before, behind = told[: marked[0]], told[last + 1 :]
    only_break = all(_BREAKING.search(told[place]) for place in marked)
    announced = _HANDS_OVER.search(told[marked[0]])
    most = only_break and sum(map(len, before)) > sum(map(len, told)) / 2
    kept = [one for one in before if not _PLEA.search(one)] if most or announced else []
    back = next((i for i, one in enumerate(behind) if _BACK.match(one)), None)
    if back is None and behind and behind[-1].rstrip('"”’)').endswith("?"):
        back = max(0, len(behind) - _NEAR)
    return " ".join([*kept, *(behind[back:] if back is not None else [])])


def is_closing(text: str) -> bool:
    """Whether a text thanks the listeners, as at the end."""
    return bool(_THANKS.match(text[:200]))


_THANKED = re.compile(
    r"\b(?:thanks|thank you)(?: \w+){0,3} for (?:listening|watching|tuning)\b", re.IGNORECASE
)


def thanks_listeners(text: str) -> bool:
    """Whether somebody thanks the listeners anywhere in a text."""
    return bool(_THANKED.search(text))


def is_credits(text: str) -> bool:
    """Whether a text names who made the show."""
    return bool(_CREDITS.match(text))


def is_closing_advert(text: str) -> bool:
    """Whether it thanks the listeners, or names the makers, and asks for support."""
    return (is_closing(text) or bool(_CREDITS.match(text))) and bool(_PLEA.search(text))


def without_sounds(text: str) -> str:
    """Text without ``(laughs)`` and the like at its ends; empty when it is but music."""
    before = ""
    while text != before:
        before = text
        if text[:1] in "([" or text[-1:] in ")]":
            text = _SOUND_AT_ENDS.sub("", text).strip()
    return "" if _MUSIC_ONLY.match(text) else text


_OFFER = re.compile(
    r"^(?:Ready|Want|Curious|Eager) to (?:find your|get started|get your|see (?:it|us|[A-Z])|try|"
    r"start your|learn more|talk|join us|book|take the next|work with|see (?:how|what) [A-Z])"
    r"[^?.!]{0,60}\?$"
)
"""``Ready to find your own leak?``, above what a company sells"""


_ASKS_TO = re.compile(
    r"\[(?i:start|try|get|book|join|sign up|learn|see|download|register|request|buy|shop|"
    r"subscribe|watch|discover|explore)\b[^\[\]]{0,60}\]\([^()\s]{1,200}\)[\s.!*_→»>]*$"
)
"""``Your bells, tuned. [Start your free month →](/join)``: it ends with a button"""
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|my|me)\b")
_OFFER_LETTERS = 400


def is_offer(text: str, *, apart: bool) -> bool:
    """Whether a paragraph is what a company offers: it ends with a link that is a button.

    ``apart`` says that it is set off from what is said; else an arrow has to stand in the link.
    """
    if len(text) > _OFFER_LETTERS or _FIRST_PERSON.search(text):
        return False
    found = _ASKS_TO.search(text)
    return found is not None and (apart or "→" in found[0] or "»" in found[0])


def heads_offer(text: str) -> bool:
    """Whether a line heads what a company offers its readers."""
    return _OFFER.match(text) is not None
