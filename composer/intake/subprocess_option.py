"""What another process of this program is asked by, known before any of it is imported."""

READ_PDF = "--lees-pdf"
"""With this the program reads one file and ends; the two names after it are the PDF and where what it holds is written."""
