"""The Word writer in parts: the prepared base, its styles, and the text of body, notes and headers that is written into it."""
