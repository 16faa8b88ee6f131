"""Runs one Python program and tells Athena what became of it.

Started as `python3 -I -S -B runner.py`; what it says and hears is described in
docs/sandbox-protocol.md.
"""

import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, _HERE)

import __future__
import ast
import builtins
import contextlib
import faulthandler
import gc
import importlib.util
import io
import linecache
import resource
import threading
import time
import traceback
import types

import checks
import values
from channel import Channel, Output, text_stream
from telemetry import Telemetry
from workspace import Workspace

PROGRAM = "program.py"
_OWN = ("channel", "checks", "telemetry", "values", "workspace")
_MESSAGE_MAX = 8_000
_NAME_MAX = 200

# Athena ends the sandbox when the answer is on its way. To end sooner would take its processors.
_LINGER_SECONDS = 0.1

_LATER = ("collections", "datetime", "math", "statistics", "random", "csv", "pathlib", "textwrap")


class CallRefused(Exception):
    """Only stands in until the package athena is there."""


class Runner:
    def __init__(self):
        self.channel = Channel()
        self.api = os.environ.get("ATHENA_API", "/athena/api")
        self.workspace = Workspace(os.getcwd())
        self.telemetry = Telemetry(self.channel, (self.api, os.getcwd(), _HERE))
        self.outputs = (Output(self.channel, "out"), Output(self.channel, "err"))
        self.calling = threading.Lock()
        self.last_call = 0
        self.reserve = bytearray(1 << 20)

    def serve(self):
        self._load_package()
        hide_own_modules()
        sys.path.insert(0, os.getcwd())
        self.telemetry.start()
        self.channel.receive()
        gc.collect()
        gc.freeze()
        version = ".".join(str(part) for part in sys.version_info[:3])
        self.channel.send("ready", {"language": "python", "version": version})
        self._load_more()
        kind, body = self.channel.receive()
        while kind == "file":
            self.workspace.put(**body)
            kind, body = self.channel.receive()
        source = body["source"]
        self.channel.send("checked", checks.check(source))
        self.channel.receive()
        self.channel.send_raw(self._run(source, body))
        time.sleep(_LINGER_SECONDS)

    def _load_package(self):
        start = os.path.join(self.api, "__init__.py")
        if not os.path.exists(start):
            return
        spec = importlib.util.spec_from_file_location(
            "athena", start, submodule_search_locations=[self.api]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules["athena"] = package
        spec.loader.exec_module(package)
        importlib.import_module("athena._channel").connect(self._call, self._progress)

    def _load_more(self):
        """Gets ready what programs often use, as long as none is waiting."""
        for name in _LATER:
            if self.channel.has_input():
                return
            importlib.import_module(name)
        gc.freeze()

    def _call(self, operation, arguments):
        """Returns what Athena answers: an object with a value or an error."""
        with self.calling:
            self._send_output()
            self.last_call += 1
            self.channel.send(
                "call",
                {"id": self.last_call, "operation": operation, "arguments": arguments},
            )
            while True:
                kind, body = self.channel.receive()
                if kind == "answer" and body["id"] == self.last_call:
                    return body

    def _progress(self, done, total=None, message=None):
        self._send_output()
        self.channel.send("progress", {"done": done, "total": total, "message": message})

    def _send_output(self, final=False):
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (ValueError, AttributeError):
                pass
        for output in self.outputs:
            output.send(final)

    def _run(self, source, limits):
        sys.stdin = io.StringIO()
        sys.stdout, sys.stderr = (text_stream(output) for output in self.outputs)
        self.workspace.begin()
        self._watch(limits["timeout_ms"] / 1000)
        self.telemetry.processes = limits["processes"]
        self.telemetry.active = True
        status, result, error = self._outcome(source)
        self.telemetry.active = False
        faulthandler.cancel_dump_traceback_later()
        return self._done(status, result, error, limits)

    @staticmethod
    def _watch(seconds):
        """Has the place written where the program stands when it crashes or its time is over."""
        faulthandler.enable(file=2, all_threads=False)
        faulthandler.dump_traceback_later(max(0.01, seconds - 0.03), file=2, exit=False)

    def _outcome(self, source):
        try:
            value = execute(source)
            _await_threads()
            return "ok", values.to_json(value), None
        except MemoryError as error:
            del self.reserve
            traceback.clear_frames(error.__traceback__)
            return "out_of_memory", None, told(error)
        except SystemExit as error:
            if error.code is None or error.code == 0:
                return "ok", ("null", None), None
            return "error", None, told(error, f"the program ended itself with {error.code!r}")
        except BaseException as error:
            return "error", None, told(error)

    def _done(self, status, result, error, limits):
        text, type_name = result or ("null", None)
        encoded = text.encode("utf-8", "replace")
        size = None
        if len(encoded) > limits["result_bytes_max"]:
            size = len(encoded)
            if limits["session"]:
                self._keep_whole(encoded)
            begin = encoded[: limits["result_bytes_max"]].decode("utf-8", "ignore")
            encoded = values.to_json(begin)[0].encode("utf-8")
        forget_program()
        self._send_output(final=True)
        self.channel.end_errors()
        files, left = self.workspace.survey(limits)
        if limits["session"]:
            self.workspace.send_changes(self.channel, files)
        use = resource.getrusage(resource.RUSAGE_SELF)
        body = {
            "status": status,
            "result_bytes": size,
            "result_type": type_name,
            "error": error,
            "cpu_ms": int((use.ru_utime + use.ru_stime) * 1000),
            "memory_peak_kb": use.ru_maxrss,
            "files": files,
            "files_left": left if limits["session"] else [],
        }
        rest = values.to_json(body)[0].encode("utf-8", "replace")
        return b'{"done":{"result":' + encoded + b"," + rest[1:] + b"}"

    def _keep_whole(self, encoded):
        """Writes the whole result to a file; a part of it would pass for the whole."""
        path = os.path.join(self.workspace.root, "result.json")
        try:
            with open(path, "wb") as file:
                file.write(encoded)
        except OSError:
            with contextlib.suppress(OSError):
                os.remove(path)


def hide_own_modules():
    """Leaves the names of our modules to the files of the program."""
    sys.path.remove(_HERE)
    sys.path_importer_cache.pop(_HERE, None)
    for name in list(sys.modules):
        if name in _OWN or name.startswith("check_"):
            del sys.modules[name]


def execute(source):
    """Runs the source as the main module and returns the value of its last expression."""
    tree = compile(source, PROGRAM, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=PROGRAM, __builtins__=builtins)
    sys.modules["__main__"] = module
    sys.argv = [PROGRAM]
    lines = [line + "\n" for line in source.splitlines()]
    linecache.cache[PROGRAM] = (len(source), None, lines, PROGRAM)
    flags = future_flags(tree)
    exec(compile(tree, PROGRAM, "exec", flags, dont_inherit=True), module.__dict__)
    if last is None:
        return None
    return eval(compile(last, PROGRAM, "eval", flags, dont_inherit=True), module.__dict__)


def future_flags(tree):
    """Returns what `from __future__` asks for, which the last expression has to know as well."""
    flags = 0
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for name in statement.names:
                flags |= getattr(__future__, name.name).compiler_flag
    return flags


def forget_program():
    """Lets go of what the program held, so that files it left open are written."""
    main = sys.modules.get("__main__")
    if isinstance(main, types.ModuleType):
        main.__dict__.clear()
    gc.collect()


def _await_threads():
    main = threading.main_thread()
    for thread in threading.enumerate():
        if thread is not main and not thread.daemon:
            thread.join()


def told(error, message=None):
    """Returns an exception as Athena tells it: with the program's own lines and nothing of ours."""
    whole = traceback.TracebackException.from_exception(error)
    for part in _linked(whole):
        part.stack = traceback.StackSummary.from_list(
            [frame for frame in part.stack if not frame.filename.startswith(_HERE_AND_API)]
        )
    own = [frame for frame in whole.stack if frame.filename == PROGRAM]
    line = own[-1].lineno if own else getattr(error, "lineno", None)
    text = "".join(whole.format()).rstrip()
    return {
        "type": type(error).__name__[:_NAME_MAX],
        "message": _shortened(message or _message(error), _MESSAGE_MAX),
        "code": getattr(error, "code", None) if hasattr(error, "hint") else None,
        "hint": getattr(error, "hint", None),
        "traceback": _shortened(text),
        "line": line,
    }


def _message(error):
    try:
        own = getattr(error, "message", None)
        return own if hasattr(error, "hint") and isinstance(own, str) else str(error)
    except Exception:
        return f"{type(error).__name__}, whose message failed"


def _shortened(text, most=8_000):
    if len(text) <= most:
        return text
    return text[: most // 4] + "\n  …\n" + text[-most // 4 * 3 :]


def _linked(part, seen=None):
    """Yields an exception and those it came from."""
    seen = seen if seen is not None else set()
    if part is None or id(part) in seen:
        return
    seen.add(id(part))
    yield part
    yield from _linked(part.__cause__, seen)
    yield from _linked(part.__context__, seen)
    for inner in getattr(part, "exceptions", None) or ():
        yield from _linked(inner, seen)


_HERE_AND_API = (_HERE, os.environ.get("ATHENA_API", "/athena/api"), "<frozen importlib")

if __name__ == "__main__":
    Runner().serve()
