"""The letter on its paper: written, not filled in; what is typed becomes a change of the session's letter."""
