"""Where content and letters are kept; library never draws."""
