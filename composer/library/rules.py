"""The rules of an organisation about its library: instellingen.yaml in the folder of a layer."""

from pathlib import Path
from typing import Annotated

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.model import Dutch, Model, YesNo
from composer.library.reading import read_model, read_text
from composer.library.yaml import read_yaml

NAME = "instellingen.yaml"


class Rules(Model):
    """`own_text` lets authors approve what they wrote themselves."""

    own_text: Annotated[YesNo, Dutch("eigen_tekst_vaststellen")] = False


def rules(layer: Path) -> Rules:
    """The rules of a layer, the default ones when it has none; raises ComposerError when they cannot be read."""
    path = layer / NAME
    if not path.exists():
        return Rules()
    marked = read_yaml(read_text(path), path)
    if marked.data is None:
        return Rules()
    problems: list[Problem] = []
    found = read_model(Rules, marked, (), path, problems)
    if found is None:
        raise ComposerError(problems[0].message, path, problems[0].line)
    return found
