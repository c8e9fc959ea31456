"""`redactie`: texts that await review, their history, and each step from draft to approved."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, get_args

from composer.cli import arguments
from composer.cli.command import MADE, REFUSED, Show, command, group, print_json
from composer.domain.finding import Problem
from composer.domain.revision import Item, Kind
from composer.library.history import history
from composer.library.items import stored_item
from composer.library.layers import Layer
from composer.library.library import Library
from composer.library.writing import Saved
from composer.work.editorial import approving, review_report, reviewing, usage
from composer.work.editorial.approving import Workspace
from composer.work.editorial.review_case import case
from composer.work.libraries import open_library, require_folders


def add_editorial(commands: Any) -> None:
    parts = group(commands, "redactie", "beoordeel wat er in een bibliotheek veranderd is")
    _folder(command(parts, "wachtrij", "toon wat wacht op een oordeel", _queue, machine=True))
    made = _folder(command(parts, "agenda", "toon wat nagelezen moet worden", _due, machine=True))
    made.add_argument("--tot", metavar="DATUM", type=arguments.day, help="tot en met deze dag; anders alles")
    _one(command(parts, "verschil", "toon wat er aan een tekst verandert, met zijn feiten", _case))
    _one(command(parts, "geschiedenis", "toon wie wanneer wat met een tekst deed", _history, machine=True))
    made = _one(command(parts, "gevolgen", "toon welke brieven een tekst gebruiken", _uses, machine=True))
    made.add_argument(
        "--brieven", metavar="MAP", type=Path, action="append", required=True, help="map met brieven; mag vaker"
    )
    made.add_argument("--neem-over", action="store_true", help="geef concepten de nieuwe tekst; zij bewaren hun versie")
    for name, text, act in STEPS:
        _step(command(parts, name, text, _act), act)
    made = _who(_one(command(parts, "zet-terug", "zet een eerdere versie terug, als concept", _put_back)))
    made.add_argument("version", metavar="VERSIE", help="zoals “geschiedenis” haar noemt")


Step = Callable[..., Saved]
STEPS: tuple[tuple[str, str, Step], ...] = (
    ("bied-aan", "bied een concept aan ter beoordeling", approving.submit),
    ("stel-vast", "stel vast wat werd aangeboden", approving.approve),
    ("stuur-terug", "stuur terug wat werd aangeboden", approving.send_back),
    ("trek-in", "neem een tekst uit gebruik", approving.withdraw),
)


def _folder(made: ArgumentParser) -> ArgumentParser:
    made.add_argument("folder", metavar="MAP", type=Path, help="de map van de bibliotheek")
    return made


def _one(made: ArgumentParser) -> ArgumentParser:
    _folder(made).add_argument("id", metavar="ID", help="van het tekstblok, sjabloon, feit, de bron of de huisstijl")
    made.add_argument("--soort", choices=get_args(Kind), help="als meer soorten dit id hebben")
    return made


def _who(made: ArgumentParser) -> ArgumentParser:
    made.add_argument("--naam", metavar="NAAM", required=True, help="wie dit doet")
    return made


def _step(made: ArgumentParser, act: Step) -> None:
    made.set_defaults(act=act)
    _who(_one(made)).add_argument("--reden", metavar="TEKST", default="", help="waarom; staat in de geschiedenis")
    if act is approving.approve:
        made.add_argument("--herzien-voor", metavar="DATUM", type=arguments.day, help="lees het voor die dag weer na")


def _library(options: Any) -> tuple[Library, Layer]:
    require_folders([options.folder])
    return open_library((*options.bibliotheek, options.folder)), Layer(options.folder)


def _told(lines: Iterable[str], problems: Iterable[Problem] = ()) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)
    for line in lines:
        print(line)


def _queue(options: Any, _show: Show) -> int:
    library, layer = _library(options)
    found = reviewing.queue(library, layer)
    if options.json:
        print_json(review_report.queue_record(found))
    _told(() if options.json else review_report.queue_lines(found), (*library.problems, *found.problems))
    return REFUSED if found.waiting or found.problems else MADE


def _due(options: Any, _show: Show) -> int:
    library, _ = _library(options)
    found = reviewing.due(library, date.today(), options.tot)
    if options.json:
        print_json(review_report.due_record(found))
    else:
        _told(review_report.due_lines(found), library.problems)
    return REFUSED if any(entry.overdue for entry in found) else MADE


def _case(options: Any, _show: Show) -> int:
    library, layer = _library(options)
    found = case(reviewing.named(layer, options.id, options.soort), library, Workspace(layer, ""))
    _told(review_report.case_lines(found, library), found.problems)
    return MADE


def _history(options: Any, _show: Show) -> int:
    layer = Layer(options.folder)
    past = history(layer.folder, reviewing.named(layer, options.id, options.soort))
    if options.json:
        print_json(review_report.history_record(past))
    _told(() if options.json else review_report.history_lines(past), past.problems)
    return MADE


def _uses(options: Any, _show: Show) -> int:
    library, layer = _library(options)
    item, letters = reviewing.named(layer, options.id, options.soort), usage.letters_in(options.brieven)
    found = usage.uses(item, letters, library)
    if options.json:
        print_json(review_report.uses_record(found))
    _told(() if options.json else review_report.uses_lines(found), (*library.problems, *letters.problems))
    offered = [use for use in found if use.effect == "aangeboden"]
    for use in offered if options.neem_over else ():
        usage.update_draft(use.path, item, library)
        print(f"{use.path} heeft nu de nieuwe tekst.", file=sys.stderr)
    return REFUSED if offered and not options.neem_over else MADE


def _act(options: Any, _show: Show) -> int:
    workspace, item, seen = _at_hand(options)
    more = (options.herzien_voor,) if options.act is approving.approve else ()
    _done(item, options.act(workspace, item, options.reden, seen, *more))
    return MADE


def _put_back(options: Any, _show: Show) -> int:
    workspace, item, seen = _at_hand(options)
    _done(item, approving.put_back(workspace, item, options.version, seen))
    return MADE


def _at_hand(options: Any) -> tuple[Workspace, Item, str | None]:
    """The workspace, the item and its present version; None for the version when its file is gone."""
    layer = Layer(options.folder)
    item = reviewing.named(layer, options.id, options.soort)
    now = stored_item(layer, item)
    return Workspace(layer, options.naam), item, now.version if now else None


def _done(item: Item, saved: Saved) -> None:
    print(f"{saved.path}: {item.id} is nu {saved.status.replace('-', ' ')}.")
