"""Of whom a sentence tells that opens with ``his`` or ``she``."""

from __future__ import annotations

import pytest

from quizapp.material import referents
from quizapp.model import Section, SectionKind
from tests import bees


@pytest.mark.parametrize(
    ("above", "another"),
    [
        ("Karl von Frisch decoded the waggle dance in 1944.", True),
        ("The waggle dance tells other bees where flowers are.", False),
        ("Anneke Vos filmed 4,000 dances, as Karl von Frisch had before.", False),
    ],
)
def test_an_item_of_a_list_may_tell_of_whom_the_one_above_names(above: str, another: bool) -> None:
    sections = [
        Section(SectionKind.SUMMARY, None, above, bees.PATH, 101, 101),
        Section(SectionKind.SUMMARY, None, "His proof used mirrors.", bees.PATH, 102, 102),
    ]
    material = bees.material(*sections)
    told = referents.tells_of_another("His proof used mirrors.", sections[1], 0, material)
    assert told is another
