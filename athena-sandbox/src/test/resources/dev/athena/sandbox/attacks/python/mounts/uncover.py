# Takes away what lies over a folder.
# ends: killed
# seen: process
# control: root

import ctypes
import errno
import os

NUMBER = {"x86_64": 166, "aarch64": 39}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
# 2 detaches; in the control only the mounts of that process are.
answer = libc.syscall(NUMBER, b"/", 2)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
