"""Review in Word: the review copy of a letter, and reading it back."""
