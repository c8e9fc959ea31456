"""Markup shared by other modules."""


def paragraph(style: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """The runs of a field that Word can update; `result` is markup (Part 1, section 17.16.18)."""
    steps = (field_start(instruction, properties), f"<w:r>{properties}{result}</w:r>", field_end(properties))
    return "".join(steps)


def field_start(instruction: str, properties: str = "") -> str:
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
