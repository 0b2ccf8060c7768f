"""What leaves and comes back: Anki packages, CSV, JSON."""
