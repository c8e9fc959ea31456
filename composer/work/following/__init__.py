"""What a letter rests on, and what becomes of it: its accounts, its follow-up, its place in time."""
