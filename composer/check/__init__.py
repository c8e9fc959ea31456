"""Checks of a letter, which return findings and change nothing."""
