"""What the letter rests on, source by source."""
