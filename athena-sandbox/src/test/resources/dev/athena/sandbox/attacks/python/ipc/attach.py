# Attaches to memory that other programs share, by a number.
# ends: blocked
# control: user

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


def attach():
    for number in range(70_000):
        place = libc.shmat(number, None, 0o10000)
        if place != ctypes.c_void_p(-1).value:
            return number
    return -1


answer = attach()
error = os.strerror(ctypes.get_errno())
f"GOT:{answer}" if answer >= 0 else f"BLOCKED:{error}"
