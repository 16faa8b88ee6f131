# Leaves its root folder by another one, as is well known.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 161, "aarch64": 51}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"/tmp")
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
