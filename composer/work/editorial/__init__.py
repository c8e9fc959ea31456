"""What a desk does with the texts of a library: writing, reviewing, sharing, looking after them."""
