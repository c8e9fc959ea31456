"""Editing a library: writing, reviewing, sharing and maintaining its texts."""
