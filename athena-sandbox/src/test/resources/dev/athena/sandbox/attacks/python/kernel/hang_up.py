# Hangs up the terminal.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 153, "aarch64": 58}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
