# Takes another program over.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 101, "aarch64": 117}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0x4206, int(os.environ["VICTIM_PID"]), None, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
