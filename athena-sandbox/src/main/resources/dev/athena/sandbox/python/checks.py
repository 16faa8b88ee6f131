"""What is noticed of a program before it runs.

It informs whoever reads it and keeps nothing from happening: that is the sandbox's work.
"""

import ast
import os
import warnings

from check_loops import ended_loops
from check_names import Names, placed
from check_rules import CHECKS, Program

FINDINGS_MAX = 100


def check(source):
    """Returns the content of the frame `checked` for the text of a program."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the program's run will tell them
            tree = ast.parse(source)
    except SyntaxError as e:
        return _faulty(e.msg, e.lineno, e.offset)
    except (RecursionError, MemoryError):
        return _faulty("it is nested too deeply, or too large")
    except ValueError as e:  # a null byte, or half of a character
        return _faulty(str(e))
    return {"syntax_error": None, "findings": _findings(tree, source)}


def _faulty(message, line=None, column=None):
    place = {"line": max(1, line or 1), "column": max(1, column or 1)}
    return {"syntax_error": {**place, "message": message}, "findings": []}


def _findings(tree, source):
    nodes = placed(tree)
    names = Names(nodes)
    program = Program(names, ended_loops(nodes, names), _stands_in_folder)
    found = []
    for node in nodes:
        for rule in CHECKS.get(type(node), ()):
            for finding in rule(node, program):
                found.append((node.lineno, node.col_offset, finding))
    found.sort(key=lambda item: item[:2])
    lines = _lines(source) if found else []
    return [_told(*item, lines) for item in found[:FINDINGS_MAX]]


def _lines(source):
    """Splits where Python does; `splitlines` also splits within texts."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _told(line, offset, finding, lines):
    rule, message, hint = finding
    return {
        "rule": rule,
        "line": line,
        "column": _column(lines, line, offset),
        "message": message,
        "hint": hint,
    }


def _column(lines, line, offset):
    """Python counts bytes of UTF-8 from 0; people count characters from 1."""
    if line > len(lines):
        return offset + 1
    return len(lines[line - 1].encode("utf-8", "replace")[:offset].decode("utf-8", "ignore")) + 1


def _stands_in_folder(module):
    """Whether the working folder holds a module of that name."""
    return os.path.exists(module + ".py") or os.path.isdir(module)
