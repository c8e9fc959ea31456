"""The accountability of a letter, its follow-up, and its dossier in time."""
