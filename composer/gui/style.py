"""One style sheet for the whole window, made from the table of colour roles."""

import re

from composer.gui.theme import Theme

SHEET = """
QMainWindow, QDialog, QWidget[surface="background"] { background: @background; }
QWidget[surface="panel"] { background: @panel; }
QFrame[surface="line"] { background: @line; border: none; }
QToolTip { background: @panel; color: @ink; border: 1px solid @edge; padding: 4px 8px; font-size: 13px; }

QLabel { background: transparent; }
QLabel[text-role="page"] { font-size: 24px; font-weight: 600; }
QLabel[text-role="title"] { font-size: 15px; font-weight: 600; }
QLabel[text-role="heading"] { font-size: 14px; font-weight: 600; }
QLabel[text-role="caption"] { font-size: 13px; font-weight: 600; }
QLabel[text-role="label"] { font-size: 13px; }
QLabel[text-role="secondary"] { font-size: 13px; color: @muted; }
QLabel[text-role="small"] { font-size: 12px; color: @muted; }
QLabel[text-role="good"] { font-size: 13px; color: @good; }
QLabel[text-role="notice"] { font-size: 13px; color: @notice; }
QLabel[text-role="wrong"] { font-size: 13px; color: @wrong; }
QLabel[text-role="chip"] {
    font-size: 12px; color: @notice; background: @notice-soft; border-radius: 11px; padding: 0 10px;
}
QLabel[text-role="chip"][kind="good"] { color: @good; background: @good-soft; }
QLabel[text-role="chip"][kind="late"] { color: @wrong; background: @wrong-soft; }
QLabel[text-role="count"] {
    font-size: 12px; color: @notice; background: @notice-soft; border-radius: 9px; padding: 0 6px;
}
QLabel[text-role="count"][kind="tab"] { margin-right: 6px; }
QLabel[text-role="sign"] { font-size: 13px; font-weight: 600; border-radius: 6px; }
QLabel[text-role="sign"][kind="blokkerend"] { color: @wrong; background: @wrong-soft; }
QLabel[text-role="sign"][kind="waarschuwing"] { color: @notice; background: @notice-soft; }
QLabel[text-role="sign"][kind="goed"] { color: @good; background: @good-soft; }
QLabel[text-role="sign"][kind="tip"] { color: @accent; background: @accent-soft; }
QLabel[text-role="key"] {
    font-size: 12px; color: @muted; border: 1px solid @line; border-radius: 4px; padding: 1px 6px;
}

QPushButton {
    background: @panel; border: 1px solid @line; border-radius: 8px; padding: 7px 14px; text-align: center;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @accent-soft; }
QPushButton:focus { border: 2px solid @accent; padding: 6px 13px; outline: none; }
QPushButton:disabled { color: @edge; }
QPushButton[look="primary"] {
    background: @accent; color: @on-accent; border: 1px solid @accent; font-weight: 600; padding: 7px 18px;
}
QPushButton[look="primary"]:hover { background: @accent-strong; border-color: @accent-strong; }
QPushButton[look="primary"]:focus { border: 2px solid @ink; padding: 6px 17px; }
QPushButton[look="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[look="quiet"] { border: 1px solid transparent; background: transparent; padding: 5px 8px; }
QPushButton[look="quiet"]:hover { background: @hover; }
QPushButton[look="quiet"]:checked { background: @accent-soft; color: @accent; }
QPushButton[look="quiet"]:focus { border: 2px solid @accent; padding: 4px 7px; }
QPushButton[look="status"] {
    border: 1px solid transparent; border-radius: 4px; background: transparent; padding: 2px 5px; font-size: 12px;
    color: @muted;
}
QPushButton[look="status"]:hover { background: @hover; color: @ink; }
QPushButton[look="status"]:focus { border: 2px solid @accent; padding: 1px 4px; }
QPushButton[look="link"] {
    border: 1px solid transparent; background: transparent; color: @accent; padding: 2px 3px 2px 0; font-size: 13px;
    border-radius: 4px; text-align: left;
}
QPushButton[look="link"]:hover { color: @accent-strong; text-decoration: underline; }
QPushButton[look="link"][kind="wrong"] { color: @wrong; }
QPushButton[look="link"]:focus { border: 1px solid @accent; }
QPushButton[look="link"]:disabled { color: @edge; }
QPushButton[look="row-link"] {
    border: 1px solid transparent; background: transparent; padding: 1px 3px 0 0; font-size: 13px; border-radius: 4px;
    text-align: left;
}
QPushButton[look="row-link"]:hover { color: @accent; text-decoration: underline; }
QPushButton[look="row-link"]:focus { border: 1px solid @accent; }
QPushButton[look="heading"] {
    border: 1px solid transparent; background: transparent; padding: 0 3px 0 0; font-weight: 600; border-radius: 4px;
    text-align: left;
}
QPushButton[look="heading"]:hover { color: @accent; text-decoration: underline; }
QPushButton[look="heading"]:focus { border: 1px solid @accent; }
QPushButton[look="chip"] {
    border-radius: 13px; min-height: 18px; padding: 3px 11px;
    font-size: 13px; color: @muted; background: @panel; border: 1px solid @line;
}
QPushButton[look="chip"]:hover { background: @hover; }
QPushButton[look="chip"]:checked { color: @accent; background: @accent-soft; border: 1px solid @accent; }
QPushButton[look="chip"]:focus { border: 2px solid @accent; padding: 2px 10px; }
QPushButton[look="row"] {
    border: 1px solid transparent; border-radius: 8px; background: transparent; text-align: left; padding: 9px 12px;
}
QPushButton[look="row"]:hover { background: @hover; }
QPushButton[look="row"]:checked { background: @accent-soft; color: @accent; }
QPushButton[look="row"]:focus { border: 2px solid @accent; padding: 8px 11px; }
QPushButton[look="card"] {
    border: 1px solid @line; border-radius: 10px; background: @panel; text-align: left; padding: 0;
}
QPushButton[look="card"]:hover { border-color: @edge; }
QPushButton[look="card"]:focus { border: 2px solid @accent; padding: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit[look="field"], QComboBox, QSpinBox {
    background: @field; border: 1px solid @edge; border-radius: 8px; padding: 6px 10px;
    selection-background-color: @accent; selection-color: @on-accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[look="field"]:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 5px 9px; background: @panel;
}
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"], QComboBox[kind="wrong"] { border: 1px solid @wrong; }
QLineEdit[kind="wrong"]:focus, QPlainTextEdit[kind="wrong"]:focus { border: 2px solid @wrong; }
QLineEdit[state="wrong"], QLineEdit[state="wrong"]:focus { border: 2px solid @wrong; padding: 5px 9px; }
QLineEdit[look="bare"] { border: none; background: transparent; padding: 6px 4px; font-size: 15px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @edge; selection-background-color: @accent-soft;
    selection-color: @ink; padding: 4px; outline: none; }
QSpinBox QLineEdit, QComboBox QLineEdit, QSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    border: none; padding: 0; background: transparent;
}
QComboBox::drop-down { border: none; width: 26px; }

QTextEdit[look="paper"] {
    background: @paper; border: 1px solid @line; border-radius: 10px; padding: 16px 20px; font-size: 16px;
    selection-background-color: @accent; selection-color: @on-accent;
}
QTextEdit[look="paper"]:focus { border: 2px solid @accent; padding: 15px 19px; }

QTextBrowser[look="page"] { background: @panel; border: none; }
QListView, QTreeView, QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] {
    background: transparent; border: none; outline: none;
}
QTableView { background: @panel; gridline-color: @line; border: 1px solid @edge; border-radius: 8px;
    selection-background-color: @accent-soft; selection-color: @ink; }
QTableView::item { padding: 0 8px; }
QHeaderView, QHeaderView::section, QTableCornerButton::section { background: @background; color: @muted; border: none; }
QHeaderView::section { padding: 4px 8px; border-bottom: 1px solid @line; }
QListView[look="list"]::item { padding: 7px 10px; border-radius: 6px; color: @ink; }
QListView[look="list"]::item:hover { background: @hover; }
QListView[look="list"]::item:selected { background: @accent-soft; color: @ink; }
QListView[look="list"]::item:disabled { color: @edge; }

QFrame[surface="card"] { background: @panel; border: 1px solid @line; border-radius: 10px; }
QFrame[surface="strip"] { background: @panel; border: none; border-top: 1px solid @line; }
QFrame[surface="soft"] { background: @notice-soft; border: none; border-radius: 8px; }
QFrame[surface="calm"] { background: @accent-soft; border: none; border-radius: 8px; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: @muted; font-size: 13px; padding: 11px 6px 9px 6px; border: none;
    border-bottom: 2px solid transparent; margin: 0 1px;
}
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { background: @accent-soft; }

QMenu { background: @panel; border: 1px solid @line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @accent-soft; }
QMenu::item:disabled { color: @edge; }
QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }

QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: @panel; }
QCalendarWidget QToolButton {
    color: @ink; background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: @hover; }
QCalendarWidget QToolButton:focus { border: 2px solid @accent; padding: 4px 7px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { padding: 2px 4px; }
QCalendarWidget QAbstractItemView {
    background: @panel; alternate-background-color: @panel; color: @ink; outline: none; border: none;
    selection-background-color: @panel; selection-color: @ink;
}
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
"""
"""With the names of colour roles after an @."""


def stylesheet(theme: Theme) -> str:
    """The style sheet in the colours of a theme; a role that does not exist is a KeyError."""
    return re.sub(r"@([a-z-]+)", lambda match: theme.colours[match.group(1)], SHEET)
