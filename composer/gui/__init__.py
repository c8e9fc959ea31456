"""The window (PySide6); results come from `work`."""
