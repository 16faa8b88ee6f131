"""Runs an attack without any sandbox, as the runner of Python does: `run.py FILE`.

Its verdict, the value of the last expression, is the last line of the output.
"""

import ast
import os
import sys
import types

with open(sys.argv[1]) as file:
    source = file.read()
tree = ast.parse(source)
last = ast.parse("'no verdict'", mode="eval").body
if isinstance(tree.body[-1], ast.Expr):
    last = tree.body.pop().value
main = types.ModuleType("__main__")
sys.modules["__main__"] = main
exec(compile(tree, "program.py", "exec"), main.__dict__)
value = eval(compile(ast.Expression(last), "program.py", "eval"), main.__dict__)
verdict = str(value).replace("\n", " ")
sys.stdout.flush()
os.write(int(os.environ.get("VERDICT_TO", "1")), f"\n{verdict}\n".encode())
