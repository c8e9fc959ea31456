"""Forms with which the library is filled: every field with its help, every mistake where it was made."""
