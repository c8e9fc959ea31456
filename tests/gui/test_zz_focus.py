from PySide6.QtWidgets import QApplication
import traceback
def test_f(window, letter, qtbot):
    app=QApplication.instance()
    def fw(w): print('FW', w, w and w.objectName(), [l.strip().split('\n')[0][-60:] for l in traceback.format_stack() if 'composer' in l][-3:])
    app.focusWindowChanged.connect(fw)
    print('act0', QApplication.activeWindow(), window.isActiveWindow())
    window.files.start(letter)
    print('act1', QApplication.activeWindow())
    qtbot.wait(30)
    print('act2', QApplication.activeWindow())
    app.focusWindowChanged.disconnect(fw)
