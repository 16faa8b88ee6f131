# Enters the namespace of another program.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 308, "aarch64": 268}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
try:
    open_process = os.pidfd_open(int(os.environ["VICTIM_PID"]))
except ProcessLookupError:
    open_process = -1
answer = libc.syscall(NUMBER, open_process, 0x4000000)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
