"""The PDF writer in parts: the letter as plain data, and that as typst source."""
