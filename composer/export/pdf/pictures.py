"""Pictures of a base as text that typst can set: an SVG picture around the bytes themselves."""

import base64

from composer.ooxml.story import Picture

_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg", b"GIF8": "image/gif"}


def kind_of(data: bytes) -> str:
    """The kind of picture; "" for one that a PDF cannot hold, such as the metafiles of older Word."""
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")


def picture_svg(data: bytes, picture: Picture) -> str:
    """The picture in its own proportions, without what is cropped; "" for a kind that cannot be set."""
    kind = kind_of(data)
    if not kind:
        return ""
    left, top, right, bottom = picture.crop
    width, height = 1000.0, 1000.0 * picture.height / picture.width if picture.width else 1000.0
    whole_width, whole_height = width / max(1 - left - right, 0.05), height / max(1 - top - bottom, 0.05)
    packed = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}"><image preserveAspectRatio="none" x="{-left * whole_width}"'
        f' y="{-top * whole_height}" width="{whole_width}" height="{whole_height}"'
        f' xlink:href="data:{kind};base64,{packed}"/></svg>'
    )
