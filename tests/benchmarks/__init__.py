"""Speed, memory and agreement with people, as ratios against peers measured in the same run."""

from __future__ import annotations

import sys
from pathlib import Path

# As under pytest: the tests' own modules are found by their names.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
