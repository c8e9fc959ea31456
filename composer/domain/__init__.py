"""What a letter is made of: values and rules; domain never touches the disk."""
