"""The option that makes the program run as a reading process; without imports, so that it can be tested first."""

READ_PDF = "--lees-pdf"
"""With this the program reads one file and ends; the two names after it are the PDF and where what it holds is written."""
