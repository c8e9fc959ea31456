"""A Word document of an organisation's own becomes a house style: what is recognised in it, and what is made of it."""
