"""The choice of municipality, kind of letter and reference date."""
