# Takes memory that nobody can look at.
# ends: killed
# seen: process
# control: none, not every kernel gives it out

import ctypes
import os

NUMBER = {"x86_64": 447, "aarch64": 447}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
