"""From a file to an Episode: layouts, speakers, times, metadata."""

from quizapp.reading.archives import is_archive
from quizapp.reading.assemble import assemble, same_episode
from quizapp.reading.documents import Document, find_documents
from quizapp.reading.page import Claim, Page
from quizapp.reading.reader import read_page

__all__ = [
    "Claim",
    "Document",
    "Page",
    "assemble",
    "find_documents",
    "is_archive",
    "read_page",
    "same_episode",
]
