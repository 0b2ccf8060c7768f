"""Own pages in the forms that real ones have, and beside each all that it must yield.

``PAGE.expected.json`` holds the whole reading of ``PAGE``. After a change that is meant, run
``python tests/test_reading_pages.py`` and read the difference.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from quizapp.model import Episode
from quizapp.reading import assemble, find_documents, read_page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(page.name for page in PAGES.iterdir() if not page.name.endswith(".expected.json"))


def episode_of(name: str) -> Episode:
    documents, problems = find_documents([PAGES / name])
    assert not problems
    (episode,) = assemble([read_page(document) for document in documents])
    return episode


def outline(name: str) -> dict[str, object]:
    """All that a page yields, with short keys, so that a person can read it."""
    episode = episode_of(name)
    return {
        "layout": episode.files[0].layout,
        "title": episode.title,
        "show": episode.show,
        "number": episode.number,
        "host": episode.host,
        "guests": list(episode.guests),
        "published": episode.published.isoformat() if episode.published else None,
        "duration_seconds": episode.duration_seconds,
        "description": episode.description,
        "chapters": [f"{one.seconds} {one.title}" for one in episode.chapters],
        "sections": [
            {
                "kind": one.kind.value,
                "lines": f"{one.line_start}-{one.line_end}",
                **({"heading": one.heading} if one.heading else {}),
                "text": one.text,
                **({"speaker": one.speaker} if one.speaker else {}),
                **({"at": f"{one.seconds} {one.chapter}"} if one.seconds is not None else {}),
            }
            for one in episode.sections
        ],
        "turns": [
            f"{one.line_start}-{one.line_end} {one.speaker} {one.seconds}: {one.text}"
            for one in episode.turns
        ],
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_page_yields_what_a_careful_reader_finds_in_it(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert outline(name) == expected


def test_there_are_pages_in_many_forms() -> None:
    assert len(NAMES) >= 60
    kinds = {section["kind"] for name in NAMES for section in outline(name)["sections"]}  # type: ignore[attr-defined]
    assert kinds == {
        "summary", "highlight", "idea", "insight", "takeaway", "quote", "qa", "topic",
    }  # fmt: skip


def test_a_flat_extraction_yields_the_same_sections_as_the_spaced_one() -> None:
    def told(name: str, kind: str) -> list[str]:
        return [s.text for s in episode_of(name).sections if s.kind == kind]

    for kind in ("summary", "idea", "quote"):
        assert told("biology_glance.txt", kind) == told("biology_glance_flat.txt", kind)
    assert told("cooking_qa_flat.txt", "takeaway") == told("cooking_qa.txt", "takeaway")
    assert told("history_highlights_flat.txt", "quote") == told("history_highlights.txt", "quote")


if __name__ == "__main__":
    for page in NAMES:
        text = json.dumps(outline(page), ensure_ascii=False, indent=1) + "\n"
        (PAGES / f"{page}.expected.json").write_text(text, encoding="utf-8")
    sys.exit(0)
