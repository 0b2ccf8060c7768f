"""Cards and reviews on their way out: Anki packages, tables, JSON."""

from quizapp.exchange.export import ExportReport, export
from quizapp.exchange.reviews import write_reviews

__all__ = ["ExportReport", "export", "write_reviews"]
