"""Edits in a Word file written the way Word writes them: runs cut up, changes tracked, marks of its own in between."""

from copy import deepcopy
from pathlib import Path

from composer.assemble.bookmarks import parse_bookmark, piece_code
from composer.ooxml.markup import Element, elements, parse, serialise, w
from composer.ooxml.reading import read_package
from composer.ooxml.relations import main_part

BY = 'w:author="C. Bakker" w:date="2025-01-08T09:30:00Z"'
NOISE = '<w:proofErr w:type="spellStart"/>'


class WordFile:
    """A Word file that is being edited; `tracked` as when a reader has changes tracked."""

    def __init__(self, source: Path | bytes, *, tracked: bool = True) -> None:
        self.package = read_package(source if isinstance(source, bytes) else source.read_bytes())
        self.name = main_part(self.package)
        self.root = parse(self.package.read(self.name))
        self.tracked = tracked
        self.number = 50_000

    def save(self, path: Path) -> Path:
        path.write_bytes(self.package.with_part(self.name, serialise(self.root)).to_bytes())
        return path

    def texts(self, piece: str | None = None) -> list[str]:
        """Of every paragraph, or of those with the marks of one piece."""
        found = [p for p in self.root.iter(w("p")) if piece is None or piece_code(piece) in self.pieces(p)]
        return [self.words(paragraph) for paragraph in found]

    def pieces(self, paragraph: Element) -> list[str]:
        """The codes of the pieces whose marks it has."""
        named = (parse_bookmark(str(mark.get(w("name")))) for mark in paragraph.iter(w("bookmarkStart")))
        return [name.code for name in named if name]

    def paragraph(self, words: str) -> Element:
        """The paragraph with these words; spaces of any kind count as one."""
        found = [p for p in self.root.iter(w("p")) if words in self.words(p)]
        assert found, words
        return found[0]

    def words(self, paragraph: Element) -> str:
        return "".join(text.text or "" for text in paragraph.iter(w("t"))).replace("\u00a0", " ")

    def replace(self, words: str, others: str) -> None:
        """Other words in the place of these, in the runs where they stand; "" takes them away."""
        paragraph = self.paragraph(words)
        start = self.words(paragraph).index(words)
        first, last = self.cut(paragraph, start), self.cut(paragraph, start + len(words))
        struck = self.between(paragraph, first, last)
        fresh = self.run(others, struck[0] if struck else None) if others else []
        self.strike(struck, fresh)

    def cut(self, paragraph: Element, at: int) -> int:
        """Cuts the run at an offset in two, as Word does, and gives the offset."""
        offset = 0
        for run in list(paragraph.iter(w("r"))):
            text = run.find(w("t"))
            size = len(text.text or "") if text is not None else 0
            if text is not None and offset < at < offset + size:
                whole = text.text or ""
                text.text, rest = whole[: at - offset], deepcopy(run)
                after = rest.find(w("t"))
                assert after is not None
                after.text = whole[at - offset :]
                for piece in (text, after):
                    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.addnext(rest)
                rest.addprevious(elements(NOISE)[0])
                rest.set(w("rsidR"), "00A41C22")
            offset += size
        return at

    def between(self, paragraph: Element, first: int, last: int) -> list[Element]:
        offset, found = 0, list[Element]()
        for run in paragraph.iter(w("r")):
            size = sum(len(text.text or "") for text in run.findall(w("t")))
            if first <= offset and offset + size <= last and size:
                found.append(run)
            offset += size
        return found

    def run(self, words: str, like: Element | None) -> list[Element]:
        properties = None if like is None else like.find(w("rPr"))
        made = elements('<w:r w:rsidR="00A41C22"><w:t xml:space="preserve"></w:t></w:r>')[0]
        text = made.find(w("t"))
        assert text is not None
        text.text = words
        if properties is not None:
            made.insert(0, deepcopy(properties))
        return [made]

    def strike(self, struck: list[Element], fresh: list[Element]) -> None:
        for made in reversed(fresh):
            struck[-1].addnext(self.wrapped("ins", [made]) if self.tracked else made)
        for run in struck:
            if self.tracked:
                self.wrap_in_place("del", run)
            else:
                _parent(run).remove(run)

    def wrapped(self, kind: str, runs: list[Element]) -> Element:
        self.number += 1
        holder = elements(f'<w:{kind} w:id="{self.number}" {BY}/>')[0]
        holder.extend(runs)
        return holder

    def wrap_in_place(self, kind: str, run: Element) -> None:
        holder = self.wrapped(kind, [])
        run.addprevious(holder)
        holder.append(run)
        if kind == "del":
            for text in run.findall(w("t")):
                text.tag = w("delText")

    def remove_paragraph(self, words: str) -> None:
        paragraph = self.paragraph(words)
        if not self.tracked:
            _parent(paragraph).remove(paragraph)
            return
        for run in list(paragraph.iter(w("r"))):
            self.wrap_in_place("del", run)
        self.mark_end(paragraph, "del")

    def mark_end(self, paragraph: Element, kind: str) -> None:
        """The paragraph's end as put in or taken out."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = elements("<w:pPr/>")[0]
            paragraph.insert(0, properties)
        self.number += 1
        properties.append(elements(f'<w:rPr><w:{kind} w:id="{self.number}" {BY}/></w:rPr>')[0])

    def add_after(self, words: str, others: str) -> None:
        """A paragraph behind another one: Word marks the end of the new one as put in."""
        before = self.paragraph(words)
        properties = before.find(w("pPr"))
        fresh = elements('<w:p w:rsidR="00A41C22" w:rsidRDefault="00A41C22"/>')[0]
        if properties is not None:
            fresh.append(deepcopy(properties))
        runs = self.run(others, None)
        fresh.append(self.wrapped("ins", runs) if self.tracked else runs[0])
        if self.tracked:
            self.mark_end(fresh, "ins")
        before.addnext(fresh)

    def move_after(self, words: str, behind: str) -> None:
        """A paragraph cut and pasted: with its bookmarks when not tracked; else struck there and put in here, without."""
        paragraph, target = self.paragraph(words), self.paragraph(behind)
        if not self.tracked:
            target.addnext(paragraph)
            return
        copy = deepcopy(paragraph)
        for mark in [child for child in copy if child.tag in (w("bookmarkStart"), w("bookmarkEnd"))]:
            copy.remove(mark)
        for here, kind in ((paragraph, "moveFrom"), (copy, "moveTo")):
            for run in list(here.iter(w("r"))):
                self.wrap_in_place(kind, run)
            self.mark_end(here, "del" if kind == "moveFrom" else "ins")
            self.number += 1
            here.insert(1, elements(f'<w:{kind}RangeStart w:id="{self.number}" {BY} w:name="move1"/>')[0])
            here.append(elements(f'<w:{kind}RangeEnd w:id="{self.number}"/>')[0])
        target.addnext(copy)

    def join_with_next(self, words: str) -> None:
        """The end of a paragraph taken out."""
        paragraph = self.paragraph(words)
        if self.tracked:
            self.mark_end(paragraph, "del")
            return
        following = paragraph.getnext()
        assert following is not None
        inner = [child for child in following if child.tag != w("pPr")]
        for child in (*self.run(" ", None), *inner):
            paragraph.append(child)
        _parent(following).remove(following)

    def copy_after(self, words: str, behind: str) -> None:
        """A paragraph copied, bookmarks and all, as some programs do."""
        self.paragraph(behind).addnext(deepcopy(self.paragraph(words)))

    def drop_marks(self, words: str | None = None) -> None:
        """Takes away our bookmarks, of one paragraph or of all."""
        holder = self.root if words is None else self.paragraph(words)
        for mark in [each for each in holder.iter(w("bookmarkStart")) if str(each.get(w("name"))).startswith("rb_")]:
            _parent(mark).remove(mark)

    def remove_note(self, words: str) -> None:
        paragraph = self.paragraph(words)
        for run in [run for run in paragraph.iter(w("r")) if run.find(w("footnoteReference")) is not None]:
            if self.tracked:
                self.wrap_in_place("del", run)
            else:
                _parent(run).remove(run)

    def accept_all(self) -> None:
        """As Word does it: what was struck goes, what was put in stays, ends that were taken out join paragraphs."""
        self._settle(("del", "moveFrom"), ("ins", "moveTo"))

    def reject_all(self) -> None:
        self._settle(("ins", "moveTo"), ("del", "moveFrom"))

    def _settle(self, gone: tuple[str, ...], kept: tuple[str, ...]) -> None:
        ends = [
            p for p in self.root.iter(w("p")) if any(p.find(f"{w('pPr')}/{w('rPr')}/{w(k)}") is not None for k in gone)
        ]
        for holder in [e for name in gone for e in self.root.iter(w(name)) if _parent(e).tag != w("rPr")]:
            _parent(holder).remove(holder)
        for holder in [e for name in kept for e in self.root.iter(w(name))]:
            for child in list(holder):
                for text in child.findall(w("delText")):
                    text.tag = w("t")
                holder.addprevious(child)
            _parent(holder).remove(holder)
        for paragraph in ends:
            self._join(paragraph)

    def _join(self, paragraph: Element) -> None:
        following = paragraph.getnext()
        if following is None:
            return
        at = 1 if following.find(w("pPr")) is not None else 0
        for child in reversed([child for child in paragraph if child.tag != w("pPr")]):
            following.insert(at, child)
        _parent(paragraph).remove(paragraph)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent
