"""A form about something with a history: it is written as a version, and can be offered at once."""

from collections.abc import Iterable
from typing import Any

from composer.domain.model import Model
from composer.domain.revision import Item, Kind
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.page import FormPage
from composer.gui.forms.parts import Group
from composer.library.store import make_folder
from composer.work.editorial.approving import improve_and_approve, submit, write
from composer.work.editorial.drafting import EditBase, Mistake, checked, proposed_id
from composer.work.editorial.inventory import NamedLayer


class ItemPage(FormPage):
    shelved: Kind
    model: type[Model]
    key, named = "id", "titel"
    """Where a file has its id, "" for one without, and from what that of something new is made."""
    approving = False
    """Whether saving is improving and approving what somebody else offered."""

    def __init__(
        self, context: LibraryContext, form: Group, heading: str, about: str, layer: NamedLayer, started: EditBase
    ) -> None:
        super().__init__(context, form, heading, about, layer)
        self.started = started

    def taken(self) -> Iterable[str]:
        """The ids that something new cannot have."""
        raise NotImplementedError

    def written(self, made: Any) -> str:
        """What comes into the file."""
        raise NotImplementedError

    def mistakes(self, made: Any) -> tuple[Mistake, ...]:
        """What is wrong with it that it does not know itself."""
        return ()

    def record(self) -> dict[str, Any]:
        """As it is filled in now, with an id where a file has one."""
        record = self.form.value() or {}
        return {self.key: self.item().id, **record} if self.key else record

    def item(self) -> Item:
        """What is being worked on; something new is called after what was filled in."""
        record = self.form.value() or {}
        named = record.get(self.key) or proposed_id(str(record.get(self.named, "")), self.taken())
        return self.started.item or Item(self.shelved, named)

    def made(self, **instead: Any) -> Any:
        """What is filled in as a model; None while it is not yet one. `instead` stands for what is still empty."""
        found = checked(self.model, instead | self.record())
        return None if isinstance(found, tuple) else found

    def keep(self, *, offering: bool) -> bool:
        made = checked(self.model, self.record(), self.places())
        mistakes = made if isinstance(made, tuple) else self.mistakes(made)
        if mistakes or isinstance(made, tuple):
            self.show_mistakes(mistakes)
            return False
        item = self.item()
        self.prepare(made)
        self.write(item, self.written(made), offering=offering)
        return True

    def prepare(self, made: Any) -> None:
        """What comes beside it, before it is written; raises ComposerError."""

    def approve_on_saving(self) -> None:
        self.approving = True
        self.offer_button.hide()
        self.save_button.setText("Verbeter en stel vast")

    def write(self, item: Item, written: str, *, offering: bool) -> None:
        """The version, and when it is offered that too; raises ComposerError."""
        make_folder(self.layer.folder)
        workspace = self.context.workspace(self.layer)
        if self.approving and self.started.expected:
            improve_and_approve(workspace, item, written, self.why.text(), self.started.expected)
            self.settled(item, f"Verbeterd en vastgesteld: {self.kind} “{item.id}”.")
            return
        saved = write(workspace, item, written, self.why.text(), self.started.expected)
        self.started = EditBase(item, saved.text, saved.digest)
        if offering:
            submit(workspace, item, self.why.text(), saved.digest)
        words = "Bewaard en aangeboden ter beoordeling" if offering else "Bewaard als concept"
        self.settled(item, f"{words}: {self.kind} “{item.id}”.")


def heading_for(name: str, started: EditBase, record: dict[str, Any] | None) -> str:
    """What a form about a text is called: for a new one, one of one's own, or a version of what was shipped."""
    if started.before:
        return f"{name.capitalize()} wijzigen"
    return f"Eigen versie van een {name}" if record and record.get("gebaseerd_op") else f"Nieuw {name}"
