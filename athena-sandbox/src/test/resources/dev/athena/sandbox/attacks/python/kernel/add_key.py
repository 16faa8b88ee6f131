# Puts a key into a ring of the kernel.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 248, "aarch64": 217}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"user", b"athena", b"x", 1, -3)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
