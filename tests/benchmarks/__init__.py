"""Speed, memory and agreement with people, as ratios against peers measured in the same run."""
