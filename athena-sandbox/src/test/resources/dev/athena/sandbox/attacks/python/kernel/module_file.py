# Loads a module of the kernel from a file.
# ends: killed
# seen: process
# control: none, this kernel may have no modules

import ctypes
import os

NUMBER = {"x86_64": 313, "aarch64": 273}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, -1, b"", 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
