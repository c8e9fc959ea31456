"""Files of letters: rendering in a house style, series, checks, publication."""
