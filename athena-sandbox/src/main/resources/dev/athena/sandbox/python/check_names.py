"""What the names of a program stand for: `os.system` for whatever it was imported as."""

import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPES = FUNCTIONS + (
    ast.Module,
    ast.ClassDef,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)

CHAIN_LENGTH_MAX = 16


def is_function(node):
    return isinstance(node, FUNCTIONS)


def placed(tree):
    """Returns all nodes, outer ones first, and gives each what is around it.

    That is `up`, the next node, `part`, the field of that it stands in, and `scope`, the next one
    with names of its own. Not recursive: a tree may be deeper than the stack.
    """
    tree.up = tree.scope = None
    nodes = [tree]
    for node in nodes:
        scope = node if isinstance(node, SCOPES) else node.scope
        for name in node._fields:
            value = getattr(node, name, None)
            for inner in value if isinstance(value, list) else (value,):
                if isinstance(inner, ast.AST):
                    # Python uses one node for all places of what has none, such as Load.
                    if hasattr(inner, "lineno") or inner._fields:
                        inner.up = node
                        inner.part = name
                        inner.scope = scope
                        nodes.append(inner)
    return nodes


def text_of(node):
    """Returns the text that a node always has, or None."""
    shape, whole = shape_of(node)
    return shape if whole else None


def is_sum(node):
    return isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Div))


def shape_of(node):
    """Returns the text that a node puts together, with `*` for what is only known when it runs.

    The second value says whether nothing is unknown. The text is None if it is none. Of paths that
    are put together with `/`, the parts are joined with `/`.
    """
    if isinstance(node, ast.Constant):
        return (node.value, True) if isinstance(node.value, str) else (None, False)
    if isinstance(node, ast.JoinedStr):
        parts = [shape_of(part)[0] or "*" for part in node.values]
        return "".join(parts), all(isinstance(part, ast.Constant) for part in node.values)
    return _shape_of_sum(node) if is_sum(node) else (None, False)


def _shape_of_sum(node):
    parts = []
    whole = True
    known = False
    while is_sum(node):
        shape, fixed = (None, False) if is_sum(node.right) else shape_of(node.right)
        divided = isinstance(node.op, ast.Div)
        parts.append(("/" if divided else "") + (shape or "*"))
        whole = whole and fixed and not divided
        known = known or shape is not None
        node = node.left
    shape, fixed = shape_of(node)
    parts.append(shape or "*")
    if not known and shape is None:
        return None, False
    return "".join(reversed(parts)), whole and fixed


class Names:
    """The names of one program, by scope."""

    def __init__(self, nodes):
        self._scopes = {}
        for node in nodes:
            self._collect(node)

    def of(self, node):
        """Returns what an expression stands for, such as `os.system`; None if that is not known."""
        members = []
        for _ in range(CHAIN_LENGTH_MAX):
            if isinstance(node, ast.Attribute):
                members.append(node.attr)
                node = node.value
            elif self._is_getattr(node):
                members.append(node.args[1].value)
                node = node.args[0]
            else:
                break
        base = self._base(node)
        return None if base is None else ".".join([base, *reversed(members)])

    def _base(self, node):
        if isinstance(node, ast.Name):
            return self._named(node.id, node)
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            imports = isinstance(called, ast.Name) and called.id == "__import__"
            if imports or (isinstance(called, ast.Attribute) and called.attr == "import_module"):
                return text_of(node.args[0])
        return None

    def _named(self, name, node):
        scope = node.scope
        while scope is not None:
            origin = self._scopes.get(scope, {}).get(name)
            if origin is not None:
                return origin or None
            scope = scope.scope
        return "builtins." + name

    def _is_getattr(self, node):
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "getattr"
            and len(node.args) >= 2
            and text_of(node.args[1]) is not None
        )

    def _collect(self, node):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                self._bind(node, alias.asname or first, alias.name if alias.asname else first)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names if node.level == 0 else ():
                self._bind(node, alias.asname or alias.name, f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            self._bind(node, node.id, "")
        elif isinstance(node, ast.arg):
            self._bind(node, node.arg, "")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self._bind(node, node.name, "")

    def _bind(self, node, name, origin):
        """Says what a name is in the scope of a node; an import wins over other uses."""
        names = self._scopes.setdefault(node.scope, {})
        names[name] = origin or names.get(name, "")
