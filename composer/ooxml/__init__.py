"""Word packages: bounded reading, parts, relations, styles by Word name, notes, numbering, preflight; knows no letters."""
