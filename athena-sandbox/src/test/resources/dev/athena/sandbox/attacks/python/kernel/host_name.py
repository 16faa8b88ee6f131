# Renames the machine.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 170, "aarch64": 161}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"attacked", 8)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
