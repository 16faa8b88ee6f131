"""The rules: each is given a node and the program, and returns what it found.

That is a list of (rule, message, hint), which is usually empty.
"""

import ast
import sys

from check_loops import endless
from check_names import is_function, is_sum, shape_of, text_of
from check_secrets import is_plainly_path, is_secret


def _words(text):
    return frozenset(text.split())


FETCH_HINT = "use `from athena import http` and `http.fetch(url)`"
PROCESS_HINT = "do it in Python: no other program can be started"
NATIVE_HINT = "do it in Python: native code is not loaded"

# Modules that are there for one thing: their import says it.
_SUBPROCESS_MODULES = _words("subprocess pty _posixsubprocess pexpect sh plumbum fabric invoke")
_SOCKET_MODULES = _words(
    "ssl http.client http.server urllib.request ftplib smtplib smtpd poplib imaplib nntplib "
    "telnetlib xmlrpc.client xmlrpc.server socketserver asyncore asynchat wsgiref.simple_server "
    "requests httpx aiohttp urllib3 httplib2 websocket websockets paramiko pycurl zmq grpc "
    "boto3 flask fastapi uvicorn selenium playwright tornado twisted "
    "redis pymongo psycopg2 psycopg pymysql "
    "openai anthropic"
)
_NATIVE_MODULES = _words("ctypes _ctypes cffi cython numba pybind11 ctypes.util")

# Of other modules only some names.
_SUBPROCESS_NAMES = _words(
    "os.system os.popen os.fork os.forkpty os.startfile os.posix_spawn os.posix_spawnp "
    "os.execl os.execle os.execlp os.execlpe os.execv os.execve os.execvp os.execvpe "
    "os.spawnl os.spawnle os.spawnlp os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe "
    "asyncio.create_subprocess_exec asyncio.create_subprocess_shell "
    "concurrent.futures.ProcessPoolExecutor concurrent.futures.process.ProcessPoolExecutor "
    "multiprocessing.Process multiprocessing.Pool multiprocessing.Manager "
    "multiprocessing.get_context multiprocessing.set_start_method multiprocessing.pool.Pool "
    "multiprocessing.managers.BaseManager multiprocessing.process.BaseProcess"
)
_SOCKET_NAMES = _words(
    "socket.socket socket.create_connection socket.create_server "
    "socket.getaddrinfo socket.gethostbyname socket.gethostbyname_ex socket.gethostbyaddr "
    "socket.fromfd socket.SocketType _socket.socket "
    "asyncio.open_connection asyncio.start_server asyncio.open_unix_connection "
    "asyncio.start_unix_server"
)
_NATIVE_NAMES = _words("imp.load_dynamic importlib.machinery.ExtensionFileLoader")
_CODE_NAMES = _words(
    "builtins.eval builtins.exec builtins.compile builtins.__import__ importlib.import_module"
)
_READS = _words(
    "open Path PurePath PosixPath joinpath join read_text read_bytes listdir scandir stat lstat "
    "exists isfile access copy copy2 copyfile move rename replace load_dotenv dotenv_values "
    "expanduser realpath abspath getlines FileIO fdopen run_path is_file readlink"
)

_JOINS = _words("join joinpath Path PurePath PosixPath")

# What only asks about a type, and what an import fails with.
_ASKS = _words("isinstance issubclass hasattr callable")
_IMPORT_FAILS = _words("ImportError ModuleNotFoundError Exception BaseException")

_STANDARD = getattr(sys, "stdlib_module_names", None)
_ALSO_THERE = _words("athena __main__")


class Program:
    """What the rules may ask about the program as a whole."""

    def __init__(self, names, ended, stands_in_folder):
        self.names = names
        self.ended = ended
        self.stands_in_folder = stands_in_folder


def imported(node, program):
    """`import x` and `from x import y`."""
    if isinstance(node, ast.Import):
        modules = [(alias.name, []) for alias in node.names]
    elif node.level == 0 and node.module:
        modules = [(node.module, [alias.name for alias in node.names])]
    else:
        return []
    found = [
        _of_module(module, members) or _unavailable(module, node, program)
        for module, members in modules
    ]
    return [finding for finding in found if finding]


def _of_module(module, members):
    if members and all(_is_passive(member) for member in members):
        return None
    for name in [module, *(f"{module}.{member}" for member in members)]:
        finding = _of_name(name, _SUBPROCESS_MODULES, _SOCKET_MODULES, _NATIVE_MODULES)
        if finding:
            return finding
    package = module.split(".")[0]
    return _of_name(package, _SUBPROCESS_MODULES, _SOCKET_MODULES, _NATIVE_MODULES)


def _is_passive(member):
    """Whether a name is a constant or an exception, with which nothing can be started."""
    return member.isupper() or member.endswith(("Error", "Exception", "Expired"))


def _of_name(name, subprocess, socket, native):
    if name in subprocess:
        return "subprocess", f"{name} starts other processes", PROCESS_HINT
    if name in socket:
        return "socket", f"{name} opens network connections", FETCH_HINT
    if name in native:
        return "native_code", f"{name} loads native code", NATIVE_HINT
    return None


def _unavailable(module, node, program):
    package = module.split(".")[0]
    if _STANDARD is None or package in _STANDARD or package in _ALSO_THERE:
        return None
    if program.stands_in_folder(package) or _is_optional(node):
        return None
    hint = "only Python's standard library, athena and files of the working folder are there"
    return "unavailable_module", f'there is no module "{package[:100]}"', hint


def _is_optional(node):
    """Whether the program is ready for the module not being there, or only names its types."""
    while node.up is not None and not is_function(node.up):
        inner, node = node, node.up
        if isinstance(node, ast.Try) and inner.part == "body":
            if any(_catches_import(handler) for handler in node.handlers):
                return True
        if isinstance(node, ast.ExceptHandler) and _catches_import(node):
            return True  # instead of one that is there
        if isinstance(node, ast.If) and _tells_apart(node.test):
            return True
    return False


def _catches_import(handler):
    caught = handler.type
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(kind is None or getattr(kind, "id", None) in _IMPORT_FAILS for kind in kinds)


def _tells_apart(test):
    """Whether a condition asks for the type checker, the version or the system."""
    for node in ast.walk(test):
        name = getattr(node, "id", getattr(node, "attr", None))
        if name in ("TYPE_CHECKING", "version_info", "platform", "PY2", "PY3"):
            return True
    return False


def used(node, program):
    """A name or a member that starts processes, connects or loads native code."""
    if not isinstance(node.ctx, ast.Load) or isinstance(node.up, ast.Attribute):
        return []
    return [] if _is_only_a_type(node) else _of_use(program.names.of(node))


def _is_only_a_type(node):
    up = node.up
    if isinstance(up, ast.Call):
        return up.func is not node and getattr(up.func, "id", None) in _ASKS
    if isinstance(up, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return node is up.returns
    return isinstance(up, (ast.arg, ast.ExceptHandler)) or node is getattr(up, "annotation", None)


def _of_use(name):
    finding = name and _of_name(name, _SUBPROCESS_NAMES, _SOCKET_NAMES, _NATIVE_NAMES)
    return [finding] if finding else []


def called(node, program):
    """A call that runs code put together by the program, or imports by a text."""
    name = program.names.of(node.func)
    if name in _CODE_NAMES and node.args:
        finding = _dynamic(node.args[0], name.replace("builtins.", ""))
        return [finding] if finding else []
    if isinstance(node.func, ast.Call):  # getattr(os, "system")(…)
        return _of_use(program.names.of(node.func))
    return []


def _dynamic(code, name):
    text = text_of(code)
    if text is not None:
        return _of_module(text, []) if "import" in name else None
    if name == "importlib.import_module" or isinstance(code, ast.Constant):
        return None
    message = f"{name} runs code that is put together while running"
    return "dynamic_code", message, "write the code out, or use json or ast.literal_eval for data"


def secret(node, _program):
    """A text that names a file with keys or passwords."""
    if _is_part(node):
        return []
    path = shape_of(node)[0]
    if path is None or not is_secret(path):
        return []
    if not is_plainly_path(path[1:] if path.startswith("*") else path) and not _is_read(node):
        return []
    return [_secret(path)]


def joined(node, _program):
    """A path of several parts: `os.path.join(home, ".ssh", "id_rsa")`."""
    if not _joins(node):
        return []
    path = "/".join(shape_of(part)[0] or "*" for part in node.args)
    return [_secret(path)] if is_secret(path) else []


def _secret(path):
    message = f'"{path[:100]}" usually holds keys or passwords'
    return "secret_file", message, "such files cannot be seen here; ask for what you need"


def _is_part(node):
    """Whether a text is looked at together with what is around it, or is a comment."""
    up = node.up
    if isinstance(up, ast.Expr):
        return isinstance(node, ast.Constant)
    return is_sum(up) or isinstance(up, ast.JoinedStr) or _joins(up)


def _joins(node):
    return isinstance(node, ast.Call) and len(node.args) > 1 and _called_path(node) in _JOINS


def _is_read(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return True
    call = node.up.up if isinstance(node.up, ast.keyword) else node.up
    return isinstance(call, ast.Call) and call.func is not node and _called_path(call) in _READS


def _called_path(call):
    """The last name of what is called; none of a text, since "/".join(…) is no path."""
    if isinstance(getattr(call.func, "value", None), ast.Constant):
        return None
    return getattr(call.func, "attr", getattr(call.func, "id", None))


CHECKS = {
    ast.Import: (imported,),
    ast.ImportFrom: (imported,),
    ast.Name: (used,),
    ast.Attribute: (used,),
    ast.Call: (called, joined),
    ast.While: (endless,),
    ast.Constant: (secret,),
    ast.JoinedStr: (secret,),
    ast.BinOp: (secret,),
}
