"""What the commands print: for people by default, JSON for programs."""
