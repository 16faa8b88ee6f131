# Takes a mount in hand.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 428, "aarch64": 428}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, os.open("/", os.O_RDONLY), b"", 0x1000 | 1)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
