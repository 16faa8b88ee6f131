# Opens a file system by the new calls.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 430, "aarch64": 430}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"tmpfs", 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
