"""LibreOffice at work on Word files: scripted as a reader would edit them, all in one session."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from xml.sax.saxutils import escape

import pytest

SOFFICE = shutil.which("soffice")
PATIENCE = 120
"""Seconds; a mistake in the grammar of the steps makes LibreOffice wait for someone to read it."""
_LIBRARY = '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'

HELPERS = """
Function Found(doc, words)
 search = doc.createSearchDescriptor()
 search.SearchString = words
 search.SearchCaseSensitive = True
 Found = doc.findFirst(search)
 If IsNull(Found) Then Error 1001
End Function

Sub Retype(doc, words, others)
 range = Found(doc, words)
 range.String = others
End Sub

Sub InsertAfter(doc, words, others)
 range = Found(doc, words)
 cursor = range.Text.createTextCursorByRange(range.End)
 range.Text.insertString(cursor, others, False)
End Sub

Sub TakeAfter(doc, words)
 range = Found(doc, words)
 cursor = range.Text.createTextCursorByRange(range.End)
 cursor.goRight(1, True)
 cursor.String = ""
End Sub

Sub Bold(doc, words)
 range = Found(doc, words)
 range.CharWeight = 150
End Sub

Function ParagraphOf(doc, words)
 range = Found(doc, words)
 cursor = range.Text.createTextCursorByRange(range)
 cursor.gotoStartOfParagraph(False)
 cursor.gotoEndOfParagraph(True)
 ParagraphOf = cursor
End Function

Sub DeleteParagraph(doc, words)
 paragraph = ParagraphOf(doc, words)
 cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
 cursor.goLeft(1, False)
 cursor.gotoRange(paragraph.End, True)
 cursor.String = ""
End Sub

Sub NewParagraphAfter(doc, words, others)
 cursor = ParagraphOf(doc, words)
 cursor.collapseToEnd()
 cursor.Text.insertControlCharacter(cursor, 0, False)
 cursor.Text.insertString(cursor, others, False)
End Sub

Sub BreakBefore(doc, words)
 range = Found(doc, words)
 cursor = range.Text.createTextCursorByRange(range.Start)
 range.Text.insertControlCharacter(cursor, 0, False)
End Sub

Sub JoinWithNext(doc, words)
 cursor = ParagraphOf(doc, words)
 cursor.collapseToEnd()
 cursor.goRight(1, True)
 cursor.String = " "
End Sub

Sub CutAndPaste(doc, words, behind)
 view = doc.CurrentController
 cut = ParagraphOf(doc, words)
 cut.goRight(1, True)
 view.select(cut)
 clip = view.getTransferable()
 cut.String = ""
 target = ParagraphOf(doc, behind)
 target.collapseToEnd()
 target.goRight(1, False)
 view.select(target)
 view.insertTransferable(clip)
End Sub

Sub Command(doc, address)
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 dispatcher.executeDispatch(doc.CurrentController.Frame, address, "", 0, Array())
End Sub

Sub Settle(doc, verb, words)
 doc.CurrentController.select(ParagraphOf(doc, words))
 Command(doc, ".uno:" & verb & "TrackedChange")
End Sub

Sub Remark(doc, words, said)
 range = Found(doc, words)
 note = doc.createInstance("com.sun.star.text.textfield.Annotation")
 note.Author = "C. Bakker"
 note.Content = said
 cursor = range.Text.createTextCursorByRange(range)
 range.Text.insertTextContent(cursor, note, True)
End Sub

Sub DropMarks(doc)
 held = doc.Bookmarks.ElementNames
 For at = LBound(held) To UBound(held)
  doc.Bookmarks.getByName(held(at)).dispose()
 Next
End Sub
"""

CASE = """
Sub Geval{name}
 Dim doc
 On Error GoTo Failed
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 hidden(0).Name = "Hidden"
 hidden(0).Value = True
 Dim form(0) As New com.sun.star.beans.PropertyValue
 form(0).Name = "FilterName"
 form(0).Value = "MS Word 2007 XML"
 doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{steps}
 doc.storeToURL("{target}", form())
 doc.close(True)
 Exit Sub
Failed:
 If Not IsNull(doc) And Not IsEmpty(doc) Then doc.close(True)
 Report "{log}", Err & " " & Error$ & " in " & Erl
End Sub
"""

MAIN = """
Sub Report(file, words)
 number = FreeFile
 Open file For Output As #number
 Print #number, words
 Close #number
End Sub

Sub Main
{calls}
 StarDesktop.terminate()
End Sub
"""


def needed() -> pytest.MarkDecorator:
    """Skips where there is no LibreOffice, unless everything must be there."""
    return pytest.mark.skipif(not SOFFICE and not os.environ.get("CI"), reason="LibreOffice is not here")


@dataclass(frozen=True)
class Edited:
    """What LibreOffice made, a file by the name of each case; a case that failed says why where its file is asked for."""

    folder: Path

    def __getitem__(self, name: str) -> Path:
        path, log = self.folder / f"{name}.docx", self.folder / f"{name}.txt"
        assert path.exists(), log.read_text() if log.exists() else "LibreOffice did not come to this case"
        return path


def edited(source: Path, folder: Path, cases: Mapping[str, str]) -> Edited:
    """For each case, by name, the file that LibreOffice makes of `source` by its steps, lines of Basic that edit `doc`."""
    assert SOFFICE, "LibreOffice is needed here"
    made = Edited(folder)
    subs = [_sub(name, source, folder, dedent(steps).strip("\n")) for name, steps in cases.items()]
    main = MAIN.format(calls="\n".join(f" Geval{name}" for name in cases))
    profile = folder / "profiel"
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    _run([*command, "--terminate_after_init"])
    _add_module(profile, HELPERS + "".join(subs) + main)
    _run([*command, "macro:///Standard.Edits.Main"])
    return made


def _sub(name: str, source: Path, folder: Path, steps: str) -> str:
    target, log = folder / f"{name}.docx", folder / f"{name}.txt"
    return CASE.format(name=name, source=source.as_uri(), target=target.as_uri(), log=log, steps=steps)


def _run(command: list[str]) -> None:
    """Ends LibreOffice with all that it started when it does not end by itself."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _add_module(profile: Path, code: str) -> None:
    """A module of Basic in a profile that LibreOffice made."""
    library = profile / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n{_LIBRARY}\n<library:library library:name="Standard"'
        ' xmlns:library="http://openoffice.org/2000/library" library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Edits"/></library:library>\n'
    )
    (library / "Edits.xba").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC '
        '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">'
        f"{escape(code)}</script:module>\n",
        encoding="utf-8",
    )
