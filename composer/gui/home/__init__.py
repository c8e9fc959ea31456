"""Where the user begins: a new letter, an earlier one, an example."""
