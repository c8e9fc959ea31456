"""For each block of a letter its prototype, shared by letters, so that a writer can cache its output by that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from composer.domain.document import Block, Value


@dataclass(frozen=True, slots=True, eq=False)
class Prototypes:
    """The prototypes of blocks: blocks that other letters have too, and that differ from these in their values only.

    `blocks` has them by the id of the block, behind that block itself; `values` has by the id of a value in a mould the one
    that stands there in this letter, when it is another.
    """

    blocks: Mapping[int, "tuple[Block, Block]"]
    values: Mapping[int, "Value"]

    def of(self, block: "Block") -> "Block":
        """The prototype of a block; the block itself when it has none."""
        pair = self.blocks.get(id(block))
        return pair[1] if pair is not None and pair[0] is block else block


NO_PROTOTYPES = Prototypes({}, {})
