"""One chart of the progress page: a picture, a sentence that says what it means, and its table."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.web.chart_shapes import Drawing

Cell = str | int


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with all that stands around it.

    ``name`` is its anchor on the page, ``legend`` pairs of a class and its words, ``axes`` says
    what the picture shows across and upwards. ``links`` gives rows of the table an address.
    """

    name: str
    title: str
    sentence: str
    drawing: Drawing
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()
    axes: str = ""
    links: tuple[str, ...] = ()
    """An address for each row's first cell, or none at all."""
