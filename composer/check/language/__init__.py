"""Plain language: what can be counted or named, never a score."""
