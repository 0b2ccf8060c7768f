"""What comes in from elsewhere: progress made in Anki, a library as JSON, other people's decks."""
