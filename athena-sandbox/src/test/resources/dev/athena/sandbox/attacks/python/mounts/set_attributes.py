# Makes mounts writable by the new call.
# ends: killed
# seen: process
# control: root

import ctypes
import errno
import os

NUMBER = {"x86_64": 442, "aarch64": 442}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
zeros = ctypes.create_string_buffer(32)
answer = libc.syscall(NUMBER, -100, b"/", 0, zeros, 32)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
