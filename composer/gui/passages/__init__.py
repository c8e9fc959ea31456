"""The library beside the letter: searching, filtering, looking at and choosing passages."""
