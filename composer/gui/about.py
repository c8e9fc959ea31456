"""What this program is made of, and under which licences."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from composer import __version__
from composer.gui.elements import column, text

PARTS = (
    ("PySide6-Essentials", "venster (Qt)", "LGPL-3.0"),
    ("Jinja2", "invullen van teksten", "BSD-3"),
    ("markdown-it-py", "opmaak van teksten", "MIT"),
    ("mdit-py-plugins", "opmaak van teksten", "MIT"),
    ("pydantic", "controle van gegevens", "MIT"),
    ("PyYAML", "lezen van bestanden", "MIT"),
    ("python-docx", "Word-documenten", "MIT"),
    ("lxml", "Word-documenten", "BSD-3"),
    ("typst", "PDF-documenten", "Apache-2.0"),
    ("pypdfium2", "bladzijden op het scherm", "Apache-2.0 of BSD-3"),
    ("immutabledict", "waarden die vast staan", "MIT"),
    ("platformdirs", "mappen van de gebruiker", "MIT"),
)
"""Package, what it does here, licence."""


class About(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=8)
        layout.addWidget(text(f"Raadsbrief {__version__}", "title"))
        layout.addWidget(
            text(
                "Raadsinformatiebrieven uit tekstblokken met bronnen, voor één gemeente en één peildatum.",
                "",
                wrap=True,
            )
        )
        layout.addWidget(
            text(
                "Licentie: EUPL-1.2. Het lettertype Carlito valt onder de SIL Open Font License 1.1.",
                "secondary",
                wrap=True,
            )
        )
        layout.addSpacing(8)
        layout.addWidget(text("Gemaakt met", "caption"))
        layout.addLayout(_table())
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Over Raadsbrief")

    def sizeHint(self) -> QSize:
        return QSize(520, 480)


def _table() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, (package, does, licence) in enumerate(PARTS):
        grid.addWidget(text(f"{package} {_version(package)}", "small"), number, 0)
        grid.addWidget(text(does, "small"), number, 1)
        grid.addWidget(text(licence, "small"), number, 2)
    return grid


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return qVersion() if package.startswith("PySide6") else ""
