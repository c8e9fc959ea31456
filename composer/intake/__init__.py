"""Reads documents from outside: sources, annexes, returned Word files, within bounds."""
