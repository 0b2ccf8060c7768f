"""Which cards are kept and in which order they come, and what is told of the choice."""
