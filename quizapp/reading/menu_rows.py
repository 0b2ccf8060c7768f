"""The menu of a site in one line near the top: ``Home   Episodes   Shop``, ``Home | Give``."""

from __future__ import annotations

import re

from quizapp.reading.labels import field_of
from quizapp.reading.noise import is_noise

_GAP = re.compile(r"(?<=\S)(?:\t+ *| {2,})(?=\S)")
_BAR = re.compile(r"\s{1,4}[|·•]\s{1,4}")
_ENTRY = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’& -]){1,28}(?: \([A-Z]{2,4}\)| (?:19|20)\d\d)?$")
_WORDS = 4
_SEVERAL = 3
_LONGEST = 200
_MANY = 4
_MOST = 0.6
_SHARE = 0.4
_SMALL = frozenset("the my our for of and & us a me".split())
_PHRASES = frozenset({"special collections", "oral history", "campus life", "live shows"})

_ENTRIES = frozenset(
    """about account inbox following queue notifications downloads your
    admissions all alumni archive archives article articles blog books campus
    categories channel charts clips collections community contact courses culture discover donate
    episode episodes events exhibits explore faq features feed forum gallery give guests help
    highlights home hosts issues jobs journal learn library listen login magazine media members
    membership menu merch music news newsletter newsletters opinion oral people playlists podcast
    podcasts pricing products radio read research schedule search series settings shop shows sign
    sounds speaking sport sports store stories submit subscribe summaries support team topics
    transcripts tv
    press recordings register
    agenda exhibitors program programme programs programmes registration sessions speakers
    sponsors tickets venue
    us interviews video videos visit watch workshops writing
    accueil boutique contacto contatto découvrir émissions episodios épisodes episódios équipe
    folgen impressum início inicio kontakt loja negozio newsletters nosotros productos puntate
    quiénes sendungen sobre startseite tienda über chi""".split()
)
"""Words of which a menu has at least one; most of what stands beside is a site's own."""


def is_menu_row(raw: str) -> bool:
    """Whether a line is a row of a site's pages, or of buttons."""
    bare = raw.strip()
    if len(bare) <= _LONGEST and (bare[:1] == "☰" or _FOLDING.search(bare)):
        return True
    if bare[:1] == "[" and _are_links(bare):
        return True
    if not bare or len(bare) > _LONGEST or bare[0] in "#>-*[(" or ":" in bare:
        return False
    if _is_glued(bare) or _are_buttons_behind(bare):
        return True
    bars = _BAR.split(bare)
    gaps = _GAP.split(bare) if len(bars) == 1 else [bare]
    if _is_service(gaps) or _is_service(bars):
        return True
    parts = gaps if len(gaps) > 1 else bars
    if len(parts) < 2 or not all(map(_is_entry, parts)):
        return False
    if field_of(parts[0]) and not _is_row_behind_label(gaps):
        return False
    if len(gaps) > 1:
        known = sum(map(_is_known, parts))
        return known == len(parts) or (known > 0 and len(parts) >= _SEVERAL)
    # Titles have bars too: ``Deep Sleep | Night Radio | Podcast``.
    named = sum(map(names_menu, parts))
    most = _MOST if len(parts) < _MANY else _SHARE
    return named == len(parts) or (len(parts) >= _SEVERAL and named >= max(2, most * len(parts)))


def _is_row_behind_label(gaps: list[str]) -> bool:
    """``Podcast   Essays   Shop   About``: four entries or more, half of them known, no people."""
    known = sum(map(_is_known, gaps))
    people = any(field_of(part) in _CAST and not names_menu(part) for part in gaps[1:])
    return len(gaps) >= _MANY and 2 * known >= len(gaps) and not people


_CAST = frozenset({"host", "guest", "person", "published", "released", "number"})


def _are_links(bare: str) -> bool:
    """``[Night Letter](/) | [Archive](/all) | [Log in](/login)``: links between bars alone."""
    if len(bare) > _LONGEST_LINKS:
        return False
    parts = _BAR.split(bare)
    names = [found["name"] for part in parts if (found := _LINK.fullmatch(part.strip()))]
    if len(parts) == 1 and not _LINK.sub("", bare).strip():
        names = parts = _LINK.findall(bare)  # nothing between them
        return len(names) >= _SEVERAL and 2 * sum(map(_is_known, names)) >= len(names)
    return len(names) == len(parts) >= _SEVERAL and any(map(_is_known, names))


_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,40})\]\([^()\s]{0,300}\)")
_LONGEST_LINKS = 1_500


def _is_service(parts: list[str]) -> bool:
    """``Podpages  |  Sign up free``: the name of a service, and the button for new users."""
    named = 1 < len(parts) <= _SEVERAL and len(parts[0].split()) <= _SERVICE_WORDS
    buttons = [part.strip("|·• ") for part in parts[1:]]
    return named and all(_JOIN.fullmatch(part) for part in buttons if part)


_SERVICE_WORDS = 2
_JOIN = re.compile(
    r"(?:(?:sign|log) ?(?:in|up)|register|join|get started|start|try(?: it| us)?|upgrade|"
    r"(?:get|download) the app|create (?:an )?account)"
    r"(?: (?:for )?(?:free|now|today|with google|here))?(?: →)?",
    re.IGNORECASE,
)

_FOLDING = re.compile(
    r"^[^\W\d_][^▾▼⌄▿]{0,40} [▾▼⌄▿] [^▾▼⌄▿]{1,60}[▾▼⌄▿]|[^.!?]\s(?:Cart|Basket|Bag) \(\d{1,2}\)$"
)
"""``Shows ▾ Topics ▾ Events  Cart (0)``: entries that fold open, and a shop's basket."""


def _is_glued(bare: str) -> bool:
    """``SummariesTopicsPricingLog in``: pages of a site whose breaks were lost."""
    counted = _COUNT_BEHIND.sub("", bare)
    parts = _SEAM.split(counted)
    if counted != bare and len(parts) > 1 and all(map(names_menu, parts)):
        return True
    parts = _SEAM.split(bare)
    if len(parts) > 1 and all(map(_JOIN.fullmatch, parts)):
        return True  # "Log inStart for free"
    site, _, first = parts[0].rpartition(" ")
    parts = [site, first, *parts[1:]] if site and names_menu(first) else parts
    if len(parts) < _SEVERAL or not all(map(_is_entry, parts)) or field_of(parts[0]):
        return False
    others = [part for part in parts if not names_menu(part)]
    return len(others) <= (1 - _MOST) * len(parts) and all(" " not in part for part in others)


_COUNT_BEHIND = re.compile(r"(?<=[a-z]) (?:\d{1,3}|[(]\d{1,3}[)])$")
_SEAM = re.compile(r"(?<=[a-z])(?: ?[(]?\d{1,3}[)]?)?(?=[A-Z])")
"""Also behind a count: ``HomeInbox 4Your shows``"""

_BUTTONS_BEHIND = re.compile(
    r"^[^\W_][\w .&'’-]{1,30}?(?:Upgrade|Log ?in|Sign ?(?:in|up)(?: free)?|Pricing|"
    r"Extensions?|For teams|EN|"
    r"(?:My|Your) (?:library|account|notes)|Library|Home|Explore|Search|Browse|Dashboard|Settings|"
    r"Get started|Try (?:it )?free|Start free trial|Features|Blog|Discover){2,8}$"
)
_LONGEST_ROW = 90


def _are_buttons_behind(bare: str) -> bool:
    """``PodPages AIUpgradeMy library``: the name of a service and its buttons."""
    return len(bare) <= _LONGEST_ROW and bool(_BUTTONS_BEHIND.match(bare))


def _is_entry(part: str) -> bool:
    return bool(_ENTRY.match(part)) and len(part.split()) <= _WORDS


def _is_known(part: str) -> bool:
    return is_noise(part) or not _ENTRIES.isdisjoint(part.lower().split())


def names_menu(part: str) -> bool:
    """Whether a part of a row is but a page of a site or a button: ``Archive``, ``Log in``."""
    words = [word for word in part.lower().split() if word not in _SMALL]
    return (
        is_noise(part)
        or part.lower() in _PHRASES
        or (bool(words) and _ENTRIES.issuperset(words))
        or (
            bool(words)
            and words[0] in _BIDS
            and any(_one_or_many(word) in _OF_SITE for word in words[1:])
        )
    )


_BIDS = frozenset("browse submit add suggest request search find explore all".split())
_OF_SITE = frozenset(
    "show episode podcast topic guest video channel summary transcript book library".split()
)
"""``Browse shows``, ``Submit an episode``: what a site bids to do."""


def _one_or_many(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
