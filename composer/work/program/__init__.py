"""The program on its computer: what it keeps, opens, shows of itself, and tells when it breaks."""
