"""A letter that was sent round as a Word document, and came back."""
