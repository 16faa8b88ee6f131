# Opens a file by a handle that it makes up, as a famous escape did.
# ends: killed
# seen: process
# control: root

import ctypes
import errno
import os

NUMBER = {"x86_64": 304, "aarch64": 265}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
handle = ctypes.create_string_buffer(b"\x08\0\0\0\x01\0\0\0\x02\0\0\0\0\0\0\0")
answer = libc.syscall(NUMBER, os.open("/", os.O_RDONLY), handle, os.O_RDONLY)
error = ctypes.get_errno()
reached = answer >= 0 or error not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
"GOT:the call reached the kernel" if reached else f"BLOCKED:{os.strerror(error)}"
