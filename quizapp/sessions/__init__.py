"""What goes with ``study``: what waits, rounds and quizzes, how answers are marked, how it went."""
