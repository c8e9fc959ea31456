"""Turns a letter into a document, without asking the user anything."""
