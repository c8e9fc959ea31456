"""The content that the program comes with, to check with and to check."""

import pytest

from composer import paths
from composer.library.layers import load
from composer.library.library import Library


@pytest.fixture(scope="session")
def shipped() -> Library:
    """Only to read."""
    return load(paths.content())
