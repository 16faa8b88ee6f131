# Starts a process that is root in a namespace of its own.
# ends: blocked
# control: user
# configurations: all

import ctypes
import os

NUMBER = {"x86_64": 56, "aarch64": 220}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x10000000 | 17, None, None, None, None)
if answer == 0:
    os._exit(0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer > 0 else f"BLOCKED:{error}"
