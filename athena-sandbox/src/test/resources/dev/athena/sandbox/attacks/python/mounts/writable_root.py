# Makes the root folder writable.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 165, "aarch64": 40}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, None, b"/", None, 4096 | 32, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
