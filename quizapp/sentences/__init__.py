"""English sentences: what they claim, on what they lean, and how they are put in other words.

Nothing here knows an episode; what an episode says and of whom stands in ``material``.
"""
