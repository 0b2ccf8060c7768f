"""What a person gives to be built: fetched or handed over, looked at first, known again."""
