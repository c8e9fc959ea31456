"""What a careful colleague remarks, with what to do about it."""
