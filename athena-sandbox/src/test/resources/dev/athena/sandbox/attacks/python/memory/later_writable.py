# Takes memory that it may only read, and makes it writable afterwards.
# ends: out_of_memory, blocked
# control: user

import ctypes

SIZE = 700 << 20
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *(ctypes.c_int,) * 3, ctypes.c_long)
libc.mprotect.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
place = libc.mmap(None, SIZE, 1, 0x0022, -1, 0)
answer = libc.mprotect(place, SIZE, 3)
if answer == 0:
    ctypes.memset(place, 1, SIZE)
f"GOT:{SIZE >> 20} MiB" if answer == 0 else f"BLOCKED:error {ctypes.get_errno()}"
