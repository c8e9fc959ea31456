"""The allowed children of elements and their order, as far as Word enforces them (Part 1, annex A.1)."""

from collections.abc import Mapping

from composer.ooxml.markup import w

_RANGES = """
bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd commentRangeStart
commentRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd proofErr
permStart permEnd ins del moveFrom moveTo
"""
_BLOCKS = f"p tbl sdt customXml altChunk {_RANGES}"
_PARAGRAPH = f"pPr r hyperlink sdt fldSimple smartTag customXml dir bdo subDoc {_RANGES}"
_RUN = """
rPr t br tab drawing pict fldChar instrText footnoteReference footnoteRef endnoteReference endnoteRef separator
continuationSeparator sym cr noBreakHyphen softHyphen object delText delInstrText ptab pgNum lastRenderedPageBreak
commentReference annotationRef ruby dayShort monthShort yearShort dayLong monthLong yearLong contentPart
"""
_ALLOWED = {
    "body": f"{_BLOCKS} sectPr",
    "hdr": _BLOCKS,
    "ftr": _BLOCKS,
    "footnote": _BLOCKS,
    "p": _PARAGRAPH,
    "hyperlink": _PARAGRAPH.replace("pPr ", ""),
    "r": _RUN,
    "tbl": f"tblPr tblGrid tr sdt customXml {_RANGES}",
    "tr": f"tblPrEx trPr tc sdt customXml {_RANGES}",
    "tc": f"tcPr {_BLOCKS}",
}
CHILDREN: Mapping[str, frozenset[str]] = {
    w(holder): frozenset(w(name) for name in names.split()) for holder, names in _ALLOWED.items()
}
"""The qualified names of what may stand in an element, by the element's own; other namespaces may as well."""
FIRST: Mapping[str, str] = {w("p"): w("pPr"), w("r"): w("rPr"), w("tbl"): w("tblPr"), w("tc"): w("tcPr")}
"""What comes before everything else, when it is there."""

_ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
        headers cellIns cellDel cellMerge tcPrChange""",
    "sectPr": """headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
        sectPrChange""",
}
ORDERED: Mapping[str, Mapping[str, int]] = {
    w(holder): {w(name): rank for rank, name in enumerate(names.split())} for holder, names in _ORDERS.items()
}
"""The rank of each property among the others of its holder; header and footer references may stand in any order."""
