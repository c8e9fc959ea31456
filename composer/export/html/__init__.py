"""The HTML writer in parts: the text of blocks and inlines, and their look."""
