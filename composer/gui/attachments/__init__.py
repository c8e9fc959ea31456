"""What goes with the letter."""
