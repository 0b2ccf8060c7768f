"""The layouts that are known, in one ordered table.

To add one: write a module beside these with a ``LAYOUT``, and add it to ``LAYOUTS``. A layout
says how sure it is that a page is of its sort (0 to 1) and reads it into a Draft; most read by
regions and only say what is special about the parts.
"""

from __future__ import annotations

from quizapp.reading.layouts import (
    article,
    at_a_glance,
    captions,
    generic,
    highlights,
    oral_index,
    summary_qa,
    transcript,
)
from quizapp.reading.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    captions.LAYOUT,
    oral_index.LAYOUT,
    transcript.LAYOUT,
    summary_qa.LAYOUT,
    at_a_glance.LAYOUT,
    highlights.LAYOUT,
    article.LAYOUT,
    generic.LAYOUT,
)
"""The surest reads the page; of equally sure ones the first. The last takes any text."""

__all__ = ["LAYOUTS", "Layout"]
