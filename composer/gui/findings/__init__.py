"""The findings about the letter, with their quick fixes."""
