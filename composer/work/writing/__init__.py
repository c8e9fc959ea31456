"""Writing a letter: its lines and fields, available passages, editing and pasting."""
