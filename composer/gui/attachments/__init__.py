"""Attachments and promises of the letter."""
