"""The real pages, as the PDF will have them."""
