"""The command line: reads arguments, calls work, writes messages."""
