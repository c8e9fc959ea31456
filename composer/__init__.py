"""Raadsbrief: council letters from reviewed, source-referenced passages."""

__version__ = "0.1.0"
