"""How a value that nobody knows yet shows in every form of the letter."""


def gap_text(label: str) -> str:
    return f"[nog invullen: {label}]"
