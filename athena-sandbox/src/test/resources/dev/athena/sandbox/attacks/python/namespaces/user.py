# Makes itself a namespace of users, in which it would be root.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 272, "aarch64": 97}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x10000000)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
