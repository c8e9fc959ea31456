"""What texts were for the letters before: of a text that stays the same, only what it prints is made anew."""

from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import Names
from composer.assemble.fill import Cast, Filling, Mould, mould
from composer.assemble.jinja import Path, Printed, Rendered, parse
from composer.assemble.markdown import Parsed, Remark, parse_markdown
from composer.assemble.names import Addressee, label
from composer.assemble.recent import Recent
from composer.assemble.rendering import Script, again, perform
from composer.domain.document import Origin
from composer.domain.finding import Finding
from composer.domain.template import Template
from composer.library.library import Library


@dataclass(slots=True)
class Read:
    """A text as one letter has it: `rendered` and cast as its mould was, but for other values.

    `script` with what it `held` then and holds `now` is there when only values differ between letters.
    """

    names: Names
    rendered: Rendered
    mould: Mould
    cast: Cast
    remarks: tuple[Remark, ...] = ()
    script: Script | None = None
    held: tuple[Any, ...] = ()
    now: tuple[Any, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Whether it is the same whatever the names are."""
        return self.script is not None and not self.script.paths


def unread(cast: Cast, names: Names) -> Read:
    """Blocks of a text that cannot be read."""
    nothing = Rendered("", (), (1,))
    return Read(names, nothing, Mould(nothing, cast, (), ()), cast)


@dataclass(slots=True)
class _Ways:
    """A text as it is parsed, and the ways in which letters had it: one for each outcome of its conditions."""

    tree: nodes.Template
    reads: list[Read] = field(default_factory=list[Read])


_MOST_WAYS = 8


class Kept:
    """What was made before and need not be made again: by text, and for blocks by what went into them."""

    def __init__(self) -> None:
        self.recent = Recent()
        self.pieces: dict[int, Any] = {}
        """What became of a letter's piece, by the identity of the piece, which it holds."""
        self.labels: dict[tuple[str, str], str] = {}

    def turn(self) -> None:
        """Another letter begins; at times all its pieces are gone through again, so that nothing is kept for ever."""
        if self.recent.turn():
            self.pieces.clear()

    def tree(self, text: str) -> nodes.Template:
        """Raises ComposerError when the text cannot be read."""
        return self.recent.made(("tree", text), lambda: parse(text))

    def read_as(self, text: str, tree: nodes.Template) -> None:
        """Has a text read as this tree, as with its conditions decided."""
        self.recent.put(("tree", text), tree)

    def markdown(self, text: str) -> Parsed:
        """Values are marks in the text, so it is the same for every municipality."""
        return self.recent.made(("markdown", text), lambda: parse_markdown(text))

    def read(self, text: str, origin: Origin, setting: "Setting") -> Read:
        """The very same as before when nothing of it changed. Raises ComposerError when the text cannot be read."""
        key = (text, origin.kind, origin.name, origin.piece, origin.line, setting.template.id)
        ways: _Ways = self.recent.get(key) or self.recent.put(key, _Ways(self.tree(text)))
        for at, read in enumerate(ways.reads):
            if read.names is setting.names:
                return read
            now = read.script.read(setting.names, setting.reached) if read.script else None
            if now is not None:
                if all(map(_is_same, now, read.now)):
                    return read
                if (cast := self._again(read, now, origin, setting)) is not None:
                    ways.reads[at] = cast
                    return cast
        made = self._anew(ways, origin, setting)
        ways.reads = [made, *(read for read in ways.reads if read.script)][:_MOST_WAYS]
        return made

    def _again(self, read: Read, now: tuple[Any, ...], origin: Origin, setting: "Setting") -> Read | None:
        """The same with other values; None when a condition comes out otherwise."""
        script, names = read.script, setting.names
        assert script
        others = [at for at, (new, old) in enumerate(zip(now, read.held, strict=True)) if not _is_same(new, old)]
        if others and others[0] < script.deciding and not script.holds(names):
            return None
        said = {
            at - script.deciding: self._said(script, at, now[at], setting) for at in others if at >= script.deciding
        }
        cast = read.mould.cast(said, lambda: Filling(again(read.rendered, said), origin, setting.label))
        return Read(names, read.rendered, read.mould, cast, read.remarks, script, read.held, now)

    def _said(self, script: Script, at: int, value: Any, setting: "Setting") -> Printed:
        place = script.places[at - script.deciding]
        found = setting.known.get(place.first.expression)
        if found is None:
            found = setting.known[place.first.expression] = place.says(value, setting.names)
        return found

    def _anew(self, ways: _Ways, origin: Origin, setting: "Setting") -> Read:
        rendered, script = perform(ways.tree, setting.names)
        alike = next((read for read in ways.reads if read.script is None and read.rendered == rendered), None)
        if alike is not None:
            return replace(alike, names=setting.names)
        held = script.read(setting.names, setting.reached) if script else None
        parsed = self.markdown(rendered.text)
        made = mould(parsed.blocks, Filling(rendered, origin, setting.label)).keeping(
            self.recent.get(("mould", origin))
        )
        self.recent.put(("mould", origin), made)
        script, held = (None, ()) if held is None else (script, held)
        return Read(setting.names, rendered, made, made.first, parsed.remarks, script, held, held)


def _is_same(value: Any, before: Any) -> bool:
    """Whether it is printed alike; values that are merely equal may be written in two ways."""
    return value is before or (isinstance(value, str) and value == before)


@dataclass
class Setting:
    """One letter on its way: what its texts may name, and the findings so far."""

    library: Library
    template: Template
    addressee: Addressee
    names: dict[str, Any]
    kept: Kept
    findings: list[Finding] = field(default_factory=list[Finding])
    reached: dict[Path, Any] = field(default_factory=dict[Path, Any])
    """The values that its texts asked for so far."""
    known: dict[str | None, Printed] = field(default_factory=dict[str | None, Printed])
    """What they printed so far, by expression."""

    def label(self, path: str) -> str:
        key, labels = (self.template.id, path), self.kept.labels
        if key not in labels:
            labels[key] = label(path, self.template, self.library)
        return labels[key]
