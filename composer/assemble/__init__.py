"""How a letter becomes a document; assemble never asks."""
