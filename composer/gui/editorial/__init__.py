"""The library kept up: its contents, what waits for review, what is due, how it is doing, and sharing it."""
