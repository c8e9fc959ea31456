"""Addresses as people type them."""

import re

from composer.assemble.markdown import SAFE_TARGET


def address(text: str) -> str | None:
    """What a link may lead to for something typed: www.vng.nl, an e-mail address, or a whole address; None for anything else."""
    typed = text.strip()
    if re.search(r"\s", typed) or not typed:
        return None
    if SAFE_TARGET.match(typed):
        return typed
    if re.fullmatch(r"[^@/:]+@[^@/:]+\.[a-z]{2,}", typed, re.IGNORECASE):
        return f"mailto:{typed}"
    if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/.*)?", typed, re.IGNORECASE):
        return f"https://{typed}"
    return None
