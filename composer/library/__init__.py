"""Files of content and letters: reading, writing, history, merging."""
