"""All SQL: the library (episodes, notes, cards) and the learner's progress (memory, reviews)."""
