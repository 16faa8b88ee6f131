# Takes the process over that started it.
# ends: killed
# seen: process
# control: child

import ctypes
import os

NUMBER = {"x86_64": 101, "aarch64": 117}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x4206, os.getppid(), None, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
