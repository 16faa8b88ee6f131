# Takes memory as if it were stack, which the kernel does not count as data.
# ends: out_of_memory, blocked
# control: user

import ctypes

SIZE = 700 << 20
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *(ctypes.c_int,) * 3, ctypes.c_long)
place = libc.mmap(None, SIZE, 3, 0x0102 | 0x20, -1, 0)
failed = place == ctypes.c_void_p(-1).value
if not failed:
    ctypes.memset(place, 1, SIZE)
f"BLOCKED:error {ctypes.get_errno()}" if failed else f"GOT:{SIZE >> 20} MiB"
