"""What the head of a web page says of its episode as linked data (JSON-LD, schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quizapp.reading.page import Field
from quizapp.reading.wording import fold

_EPISODES = frozenset({"podcastepisode", "radioepisode", "episode", "tvepisode", "audioobject"})
_ARTICLES = frozenset(
    {"article", "newsarticle", "blogposting", "interview", "reportagenewsarticle"}
)
_DEPTH = 6
_LONGEST = 100_000


def linked_fields(text: str, line: int) -> list[Field]:
    """The labelled values of an episode in a JSON-LD block; none where it holds no episode."""
    try:
        data = json.loads(text[:_LONGEST])
    except (ValueError, RecursionError):
        return []
    episode = next(_of_kinds(_EPISODES, data, 0), None)
    if episode:
        return list(_fields(episode, line))
    article = next(_of_kinds(_ARTICLES, data, 0), None)
    return list(_fields_of_page(article, line)) if article else []


def _of_kinds(kinds: frozenset[str], data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for one in data:
            yield from _of_kinds(kinds, one, depth + 1)
    elif isinstance(data, dict):
        given = data.get("@type")
        names = given if isinstance(given, list) else [given]
        if any(str(name).lower() in kinds for name in names):
            yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _of_kinds(kinds, data.get(name), depth + 1)


def _fields_of_page(article: dict[str, object], line: int) -> Iterator[Field]:
    """Who signs an article, where one alone does."""
    authors = article.get("author")
    one = authors[0] if isinstance(authors, list) and len(authors) == 1 else authors
    name = one.get("name") if isinstance(one, dict) else one
    if isinstance(name, str) and fold(name):
        yield Field("page author", fold(name), line)


def _fields(episode: dict[str, object], line: int) -> Iterator[Field]:
    series = episode.get("partOfSeries") or episode.get("isPartOf")
    told = {
        "title": episode.get("name") or episode.get("headline"),
        "show": series.get("name") if isinstance(series, dict) else None,
        "number": episode.get("episodeNumber"),
        "released": episode.get("datePublished"),
        "duration": episode.get("duration") or episode.get("timeRequired"),
    }
    for name, value in told.items():
        if isinstance(value, str | int) and fold(str(value)):
            yield Field(name, fold(str(value)), line)
