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
last = ast.Expression(tree.body.pop().value)
main = types.ModuleType("__main__")
sys.modules["__main__"] = main
exec(compile(tree, "program.py", "exec"), main.__dict__)
verdict = eval(compile(last, "program.py", "eval"), main.__dict__)
sys.stdout.flush()
os.write(int(os.environ.get("VERDICT_TO", "1")), f"\n{verdict}\n".encode())
