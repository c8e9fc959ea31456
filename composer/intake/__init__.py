"""How documents come in: the text of sources, bounded before it is read."""
