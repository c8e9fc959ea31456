"""Writers: plain functions from a document and a house style to the bytes of a file."""
