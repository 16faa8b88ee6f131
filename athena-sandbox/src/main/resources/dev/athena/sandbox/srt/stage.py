"""The last step into a sandbox of srt: sets the limits, closes what srt leaves open, and becomes
the runner.

Started as `python3 -I -S -B stage.py`. The first frame of its input is for it:
{"stage": {"environment", "limits", "filter", "command"}}; all others are left for the runner.
"""

import ctypes
import json
import os
import resource
import struct

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")

# The program's own loopback; all else goes to the proxies, which know what is allowed.
DIRECT = "localhost,127.0.0.1,::1"

PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
INSTRUCTION_BYTES = 8


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def read(length):
    """Reads no byte more: what follows is for the runner."""
    data = b""
    while len(data) < length:
        part = os.read(0, length - len(data))
        if not part:
            os._exit(0)
        data += part
    return data


def receive():
    (length,) = struct.unpack(">I", read(4))
    return json.loads(read(length))["stage"]


def environment(wanted):
    """Returns what was asked for, and where the proxies are.

    They are named by address, since no names are resolved here.
    """
    made = dict(wanted)
    for name in PROXIES:
        if name in os.environ:
            proxy = os.environ[name].replace("@localhost:", "@127.0.0.1:")
            made.update({name: proxy, name.lower(): proxy})
    made.update(NO_PROXY=DIRECT, no_proxy=DIRECT)
    return made


def limit(limits):
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + name.upper()), (value, value))


def close_doors(path):
    """Puts the filter of system calls on, which no program can take off."""
    with open(path, "rb") as file:
        instructions = file.read()
    program = Filter(len(instructions) // INSTRUCTION_BYTES, instructions)
    libc = ctypes.CDLL(None, use_errno=True)
    for words in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program)),
    ):
        if libc.prctl(*words) != 0:
            raise OSError(ctypes.get_errno(), "the filter of system calls is refused")


def main():
    order = receive()
    variables = environment(order["environment"])
    limit(order["limits"])
    close_doors(order["filter"])
    command = order["command"]
    os.execve(command[0], command, variables)


if __name__ == "__main__":
    main()
