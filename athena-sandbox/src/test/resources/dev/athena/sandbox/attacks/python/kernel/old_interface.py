# Calls the kernel by its interface of 32 bits, whose numbers are others.
# ends: killed, blocked
# control: user

import ctypes
import mmap
import os

# mov eax, 20 (getpid); int 0x80; ret
CODE = b"\xb8\x14\0\0\0\xcd\x80\xc3"
if os.uname().machine == "x86_64":
    page = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    answer = call()
else:
    answer = -1
f"GOT:{answer}" if answer == os.getpid() else f"BLOCKED:{answer}"
