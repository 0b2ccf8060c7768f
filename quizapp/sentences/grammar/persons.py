"""Nouns that say what somebody is."""

from __future__ import annotations

import re

_PEOPLE = re.compile(r"\w{2}(?:er|or|ist|ian|ant|eer|smith)s$")
_PERSON = frozenset(
    "people man woman child boy girl student volunteer patient participant author doctor farmer "
    "king queen emperor president consul tribune senator general soldier citizen noble slave "
    "merchant priest monk nun bishop pope judge lawyer engineer nurse pilot athlete coach player "
    "grandmaster champion expert scholar chef monarch prince princess knight rebel conspirator "
    "settler immigrant migrant voter politician minister member leader teacher pupil parent mother "
    "father son daughter brother sister neighbour neighbor friend colleague worker sailor captain "
    "miner tenant owner buyer seller driver rider writer reader painter singer dancer poet critic "
    "refugee employee trainee heretic pilgrim peasant craftsman artisan tourist visitor victim "
    "survivor witness suspect juror officer official client customer toddler infant baby adult "
    "teenager adolescent twin sibling cyclist heir prisoner slave rabbi imam nobleman "
    "editor founder scientist researcher biologist physicist historian economist".split()
)
_THINGS = frozenset(
    "computer number paper letter matter order power layer river tower corner border disorder "
    "cancer factor sector motor sensor error colour color mirror tumor tumour plant giant variant "
    "restaurant transformer processor laser filter receptor vector reactor tractor conductor "
    "server container buffer polymer marker carrier member sucker feather finger flower fiber "
    "tower shelter spider burger tracker letter wafer tuber boulder glacier".split()
)


def is_person(noun: str) -> bool:
    """Whether a noun (its singular) says what somebody is: ``consul``, ``psychologist``."""
    word = noun.lower()
    return word in _PERSON or (bool(_PEOPLE.search(f"{word}s")) and word not in _THINGS)


def is_plain_person(noun: str) -> bool:
    """Whether a noun (its singular) is on the list: by its form alone it may be a thing."""
    return noun.lower() in _PERSON
