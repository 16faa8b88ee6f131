# Asks for a handle by which a file can be opened without its path.
# ends: blocked
# control: user

import ctypes
import os

NUMBER = {"x86_64": 303, "aarch64": 264}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
handle = ctypes.create_string_buffer(b"\x80\0\0\0" + bytes(200))
mount = ctypes.c_int()
answer = libc.syscall(NUMBER, os.open("/", os.O_RDONLY), b".", handle, ctypes.byref(mount), 0)
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
