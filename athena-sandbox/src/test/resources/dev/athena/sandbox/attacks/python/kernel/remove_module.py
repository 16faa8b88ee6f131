# Removes a module of the kernel.
# ends: killed
# seen: process
# control: none, this kernel may have no modules

import ctypes
import os

NUMBER = {"x86_64": 176, "aarch64": 106}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"none", 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
