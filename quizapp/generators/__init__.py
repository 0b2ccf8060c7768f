"""From sections to candidate notes with cards: one module per kind, an ordered tuple of them."""
