"""The three choices that everything follows from: for whom, what kind, as of when."""
