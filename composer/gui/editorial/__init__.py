"""Maintaining the library: contents, review, calendar, health, and sharing."""
