# Writes into the memory of another program.
# ends: killed
# seen: process
# control: user

import ctypes
import errno
import os

NUMBER = {"x86_64": 311, "aarch64": 271}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, int(os.environ["VICTIM_PID"]), None, 0, None, 0, 0)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
