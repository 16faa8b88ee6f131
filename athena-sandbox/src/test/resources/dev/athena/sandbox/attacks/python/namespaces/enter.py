# Enters a namespace by a file that stands for one.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 308, "aarch64": 268}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, os.open("/proc/self/ns/uts", os.O_RDONLY), 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
