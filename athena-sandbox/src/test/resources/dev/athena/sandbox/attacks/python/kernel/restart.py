# Restarts the machine; the call lacks the words that would make it so.
# ends: killed
# seen: process
# control: root

import ctypes
import errno
import os

NUMBER = {"x86_64": 169, "aarch64": 142}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
answer = libc.syscall(NUMBER, 0, 0, 0, None)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
