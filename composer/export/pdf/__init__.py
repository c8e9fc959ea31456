"""The PDF writer in parts: the letter as plain data, and the typst template that sets it."""
