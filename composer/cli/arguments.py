"""argparse with its own words in Dutch."""

import argparse
from datetime import date
from typing import Any, NoReturn

from composer.domain.model import DAY_FORM

USAGE_ERROR = 2


class DutchParser(argparse.ArgumentParser):
    """argparse with its own words in Dutch."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options)
        self._positionals.title = "wat u opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
        self.exit(USAGE_ERROR, f"raadsbrief: {message}; kijk met “{self.prog} --help” hoe het moet\n")


_DUTCH = (
    ("the following arguments are required:", "dit ontbreekt:"),
    ("unrecognized arguments:", "dit wordt niet begrepen:"),
    ("expected one argument", "hier hoort een waarde achter"),
    ("invalid choice:", "dit kan niet:"),
    ("(choose from", "(kies uit"),
    ("argument ", ""),
    ("one of the arguments", "één van deze is nodig:"),
    (" is required", ""),
    ("not allowed with", "kan niet samen met"),
)


def day(text: str) -> date:
    try:
        if DAY_FORM.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # there is no such day
    raise argparse.ArgumentTypeError(f"“{text}” is geen datum; schrijf jjjj-mm-dd")


def field(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name:
        raise argparse.ArgumentTypeError(f"“{text}” is geen veld; schrijf naam=waarde")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise argparse.ArgumentTypeError(f"veld “{name}” heeft tekens die niet te lezen zijn; typ de waarde opnieuw")
    return name, value
