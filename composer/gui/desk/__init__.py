"""The three places of work and the timeline: library, letter, page."""
