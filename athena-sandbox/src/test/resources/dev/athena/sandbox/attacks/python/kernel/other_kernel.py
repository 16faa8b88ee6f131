# Starts another kernel.
# ends: killed
# seen: process
# control: none, it would hurt the machine

import ctypes
import os

NUMBER = {"x86_64": 246, "aarch64": 104}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0, 0, None, 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
