"""Every abbreviation explained once, at the place where it first stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from composer.check.reader import Run, runs_of
from composer.check.subject import Subject
from composer.domain.finding import Finding

CAPITALS = re.compile(r"(?<![\w&])(?=\w*[A-Z]\w*&?\w*[A-Z])[A-Za-z]\w*(?:&\w+)?(?![\w&])")
"""A word with two capitals or more: VNG, NZa, V&VN."""

EXPLAINED = r"\w\W{{0,3}}\((?:hierna:? |kortweg |afgekort )?[“‘]?{0}\b|\b{0} \((?=[^)]*\w\W+\w)[^)]{{6,}}\)"
"""Behind what it stands for, in brackets; or with that behind it in brackets."""

FAMILIAR = frozenset(
    """
    AOW APV AVG BTW BV CAO CBS CO CV EHBO EU GPS GR HBO HR ICT ID IJ KNMI KvK MBO MKB NAVO NL NOS NV OV PC PDF PS RIVM
    ROC TV UWV VMBO VN VS VWO WW WOZ WiFi II III IV VI VII VIII IX XI XII NB PS SMS USB APK BHV BIG BSN DNA IBAN II PvdA
    VVD CDA SP SGP CU BBB PVV GL D66 NSC OM TNO ZZP WO
    """.split()
)
"""What a council reads without explanation."""


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation at a place in the letter; `explained` are the words that tell there what it stands for."""

    piece: str | None
    explained: str | None


def abbreviations(subject: Subject) -> Iterator[Finding]:
    """`afkorting`: never explained, explained only after it was used, or explained more than once."""
    for name, uses in _uses(subject).items():
        explained = [use for use in uses if use.explained]
        if not explained:
            yield _unexplained(name, uses[0], subject)
        elif not uses[0].explained:
            yield _explained_late(name, uses[0])
        for use in explained[1:]:
            yield _explained_again(name, use)


def _uses(subject: Subject) -> dict[str, list[Use]]:
    """The abbreviations of the running text with their uses in reading order; headings are not counted."""
    found: dict[str, list[Use]] = {}
    pattern = _pattern(subject)
    for block in subject.assembly.document.blocks:
        for run in runs_of((block,)):
            if run.kind != "heading":
                for name, explained in _in_run(run, pattern):
                    found.setdefault(name, []).append(Use(block.origin.piece, explained))
    return found


def _pattern(subject: Subject) -> re.Pattern[str]:
    """Words with capitals, and the abbreviations of terms that have none or one."""
    others = [name for name in subject.vocabulary.abbreviations if not CAPITALS.fullmatch(name) and " " not in name]
    known = "|".join(re.escape(name) for name in others)
    return re.compile(rf"{CAPITALS.pattern}|(?<![\w-])(?:{known})(?![\w-])" if known else CAPITALS.pattern)


def _in_run(run: Run, pattern: re.Pattern[str]) -> Iterator[tuple[str, str | None]]:
    for match in pattern.finditer(run.own):
        name = match.group()
        if name not in FAMILIAR:
            explanations = re.finditer(EXPLAINED.format(re.escape(name)), run.text)
            yield name, next((e.group() for e in explanations if e.start() <= match.start() < e.end()), None)


def _unexplained(name: str, use: Use, subject: Subject) -> Finding:
    term = subject.vocabulary.abbreviations.get(name)
    written = f"{term.preferred} ({name})" if term else f"wat {name} betekent, met ({name}) erachter"
    return Finding(
        code="afkorting",
        severity="waarschuwing",
        title="Afkorting zonder uitleg",
        message=f"“{name}” wordt nergens in de brief uitgelegd.",
        words=name,
        piece=use.piece,
        advice=f"Schrijf de eerste keer: {written}.",
    )


def _explained_late(name: str, use: Use) -> Finding:
    return Finding(
        code="afkorting",
        severity="tip",
        title="Uitleg komt te laat",
        message=f"“{name}” staat er al voordat de brief zegt wat het betekent.",
        words=name,
        piece=use.piece,
        advice="Zet de uitleg bij de eerste keer.",
    )


def _explained_again(name: str, use: Use) -> Finding:
    return Finding(
        code="afkorting",
        severity="tip",
        title="Twee keer uitgelegd",
        message=f"De brief legt “{name}” nog een keer uit.",
        words=use.explained or name,
        piece=use.piece,
        advice=f"Schrijf hier alleen “{name}”.",
    )
