"""What a user sets going, alike in the window and on the command line."""
