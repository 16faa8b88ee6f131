# Lists keys that others put into the kernel.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 250, "aarch64": 219}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0, -4, 1)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
