"""Turns an organisation's own Word document into a house style."""
