"""A letter while it is written: its lines and fields, what may be put in, what was typed or pasted."""
