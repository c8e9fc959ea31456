"""The names of commands and options; without imports, so that the program can tell early whether to open the window."""

COMMANDS = (
    "nieuw",
    "maak",
    "controleer",
    "bibliotheek",
    "bronnen",
    "reeks",
    "voorbeeld",
    "verantwoording",
    "vervolg",
    "toezeggingen",
    "vragen",
    "keur",
    "publiceer",
    "huisstijl",
    "leeskopie",
    "lees-terug",
    "redactie",
)
SERIES = "reeks"
EVERYDAY = ("nieuw", "maak", "controleer", SERIES)
"""Those about one's own letters."""
ALONE = ("-h", "--help", "--versie", "--koppel", "--ontkoppel")
"""What can be given without a command."""
