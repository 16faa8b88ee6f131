# Starts a process that is root in a namespace of its own.
# ends: blocked
# control: user
# configurations: all

import ctypes
import os

NUMBER = {"x86_64": 435, "aarch64": 435}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
arguments = (ctypes.c_uint64 * 8)(0x10000000, 0, 0, 0, 17)
answer = libc.syscall(NUMBER, arguments, 64)
if answer == 0:
    os._exit(0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer > 0 else f"BLOCKED:{error}"
