# Shows itself a folder a second time, to get rid of rights.
# ends: killed
# seen: process
# control: root

import ctypes
import os

NUMBER = {"x86_64": 165, "aarch64": 40}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, b"/", b"/mnt", None, 4096, None)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
