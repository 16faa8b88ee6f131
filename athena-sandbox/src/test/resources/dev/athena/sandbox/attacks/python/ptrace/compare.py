# Compares what two programs have open.
# ends: killed
# seen: process
# control: user

import ctypes
import os

NUMBER = {"x86_64": 312, "aarch64": 272}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, int(os.environ["VICTIM_PID"]), int(os.environ["VICTIM_PID"]), 0, 0, 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
