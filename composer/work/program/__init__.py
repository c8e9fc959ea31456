"""The program on its computer: autosave, file association, manual, licences, error reports."""
