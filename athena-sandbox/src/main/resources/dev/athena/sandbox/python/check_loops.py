"""The rule about loops that plainly never end."""

import ast

from check_names import is_function

LOOPS = (ast.While, ast.For, ast.AsyncFor)
LEAVES = (
    ast.Return,
    ast.Raise,
    ast.Yield,
    ast.YieldFrom,
    ast.Await,
    ast.AsyncFor,
    ast.AsyncWith,
)
EXITS = frozenset(
    (
        "sys.exit os._exit os.abort builtins.exit builtins.quit "
        "os.execv os.execve os.execvp os.execl"
    ).split()
)


def ended_loops(nodes, names):
    """Returns all loops that something in them ends, or in which it lets others go on.

    From the inside out, since a search within each loop would look at what is in many loops many
    times.
    """
    ended = set()
    left = set()
    for node in nodes:
        if isinstance(node, ast.Break):
            _mark_broken(node, ended)
        elif isinstance(node, LEAVES) or _is_exit(node, names):
            _mark_around(node, ended, left)
    return ended


def endless(node, program):
    """`while True` that nothing in it ends."""
    if not isinstance(node.test, ast.Constant) or not node.test.value:
        return []
    if node in program.ended or _is_caught(node):
        return []
    hint = "end it by a condition, break or return; only the time limit would"
    return [("endless_loop", "this loop never ends", hint)]


def _is_exit(node, names):
    return isinstance(node, ast.Call) and names.of(node.func) in EXITS


def _mark_broken(node, ended):
    while not _is_in_loop(node):
        node = node.up
        if node is None:
            return  # a `break` outside of any loop, which the compiler will refuse
    ended.add(node.up)


def _mark_around(node, ended, left):
    while node.up is not None and not is_function(node.up) and node.up not in left:
        if isinstance(node.up, ast.ClassDef):
            return
        if _is_in_loop(node):
            ended.add(node.up)
        elif not isinstance(node.up, LOOPS):
            left.add(node.up)  # so that nobody goes this way again
        node = node.up


def _is_in_loop(node):
    """Whether a node stands in the part of a loop that is repeated."""
    return isinstance(node.up, LOOPS) and node.part != "orelse"


def _is_caught(node):
    """Whether an exception of what the loop calls would end it, as is usual with some readers."""
    while node.up is not None and not is_function(node.up):
        inner, node = node, node.up
        if isinstance(node, ast.Try) and inner.part == "body" and node.handlers:
            return True
        if isinstance(node, ast.With) and any(_suppresses(item) for item in node.items):
            return True
    return False


def _suppresses(item):
    called = getattr(item.context_expr, "func", None)
    name = getattr(called, "attr", getattr(called, "id", ""))
    return name in ("suppress", "raises", "assertRaises")
