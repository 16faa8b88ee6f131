# Types into a terminal; the command has bits that the kernel does not look at.
# ends: blocked
# control: root

import ctypes
import os

try:
    try:
        _, terminal = os.openpty()
    except OSError:
        terminal = 2
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 16, "aarch64": 29}[os.uname().machine]
    if libc.syscall(number, terminal, ctypes.c_long(0x1_0000_5412), b"x") != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    verdict = f"GOT:{'typed'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
