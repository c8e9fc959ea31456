"""Going to a piece, a section or a field, and bringing a passage where the writer is."""

from composer.domain.letter import Letter
from composer.domain.snippet import Snippet
from composer.gui.editor.document_reader import extents
from composer.gui.editor.fields import Fields
from composer.gui.editor.page import Page
from composer.gui.editor.painting import bring_into_view
from composer.gui.editor.positions import set_cursor, start
from composer.work.writing.availability import fitting_section
from composer.work.writing.editing import with_snippet


class Navigation:
    def __init__(self, page: Page, fields: Fields) -> None:
        self.page = page
        self.writing = page.writing
        self.fields = fields

    def first_place(self) -> int:
        """Where writing can begin."""
        where = extents(self.page.document())
        keys = (part.key for part in self.writing.parts.values() if part.kind in ("stuk", "leeg"))
        return next((start(self.page.document(), where[key]) for key in keys), 0)

    def go_to(self, key: str, visible: str = "") -> None:
        """The cursor to the start of a part; it, or the part named by `visible`, comes into sight."""
        where = extents(self.page.document())
        if key not in where:
            return
        set_cursor(self.page, start(self.page.document(), where[key]))
        self.page.touched = True
        bring_into_view(self.page, where.get(visible, where[key]))
        self.page.setFocus()

    def go_to_section(self, section_id: str) -> None:
        view = self.writing.sheet
        parts = [part for part in view.parts if part.section == section_id] if view else []
        below = next((part for part in parts if part.kind != "kop"), next(iter(parts), None))
        if below is not None:
            self.go_to(below.key, f"kop:{section_id}")

    def go_to_field(self, path: str) -> None:
        if self.fields.go_to(path):
            self.page.verticalScrollBar().setValue(0)

    def insert_snippet(self, snippet_id: str) -> None:
        """A passage behind the piece at the cursor, with the cursor in it; nothing when there is no such passage."""
        session = self.writing.session
        snippet = session.rendering.snippets.get(snippet_id) or session.library.snippets.get(snippet_id)
        place = self.place_for(snippet) if snippet is not None and session.letter is not None else None
        if place is not None:
            changed, name = with_snippet(self.writing.letter, *place, snippet_id)
            self.writing.change(changed, "tekstblok invoegen")
            self.go_to(f"stuk:{name}")

    def place_for(self, snippet: Snippet) -> tuple[str, str] | None:
        """The section for a passage and the piece that it comes behind: the writer's, else where its subject fits."""
        part = self.writing.part_at(self.page.textCursor().block()) if self.page.touched else None
        if part is not None and part.section:
            return part.section, part.piece or (self.writing.blank_after(part) if part.kind == "leeg" else "")
        letter, review = self.writing.letter, self.writing.session.review
        section = fitting_section(letter, review.assembly.template, snippet.subject) if review else None
        return (section.id, _last(letter, section.id)) if section else None


def _last(letter: Letter, section: str) -> str:
    pieces = letter.sections.get(section, ())
    return pieces[-1].id if pieces else ""
