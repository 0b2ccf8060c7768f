"""Remember what you heard: study cards out of the pages written about an episode."""

__version__ = "0.1.0"
