"""From a file to its content: plain text, Markdown, HTML, captions, podcast JSON."""

from __future__ import annotations

import re

from quizapp.reading import glued_talks
from quizapp.reading.block import numbered_lines
from quizapp.reading.captions import is_captions, read_captions, read_chapters, read_head
from quizapp.reading.dashed_pages import undashed
from quizapp.reading.documents import Document
from quizapp.reading.draft import Source
from quizapp.reading.front_matter import split_front_matter
from quizapp.reading.infoboxes import split_infobox
from quizapp.reading.markup import is_html, read_html
from quizapp.reading.one_line_pages import apart
from quizapp.reading.outliners import without_outline
from quizapp.reading.podcast_json import read_podcast_json
from quizapp.reading.snips import without_bullets
from quizapp.reading.summary_json import read_summary_json
from quizapp.reading.title_cues import without_title_cues
from quizapp.reading.wikitext import marked

_NOWHERE = re.compile(r"\]\(javascript:void\(0?\);?\)", re.IGNORECASE)
"""``[Share](javascript:void(0))``: where a button of a saved page leads"""


def source_of(document: Document) -> Source:
    """The content of a document; its form shows in the text rather than in the file's name."""
    path, text = document.path, document.text
    if is_html(text):
        saved = read_html(text)
        return Source(path, [], ready=saved.blocks, fields=saved.fields)
    if is_captions(text):
        cues, titled = without_title_cues(read_captions(text))
        fields = read_head(text) or titled
        return Source(path, [], cues=cues, fields=fields, chapters=read_chapters(text))
    if text.lstrip()[:1] in ("{", "["):
        parsed = read_podcast_json(path, text)
        if parsed and parsed.cues:
            return parsed
        told = read_summary_json(path, text) or parsed
        if told:
            return told
    fields, lines = split_front_matter(numbered_lines(_NOWHERE.sub("](#)", text)))
    if not fields:
        fields, lines = split_infobox(lines)
        lines = list(marked(lines, of_wiki=bool(fields)))
    return Source(
        path,
        without_outline(without_bullets(undashed(list(glued_talks.apart(apart(lines)))))),
        fields=fields,
    )
