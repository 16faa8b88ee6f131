# Takes memory that could be shared, by the device of zeros.
# ends: out_of_memory, blocked
# control: user

import mmap
import os

try:
    descriptor = os.open("/dev/zero", os.O_RDWR)
    blocks = []
    for _ in range(11):
        block = mmap.mmap(descriptor, 64 << 20)
        for place in range(0, len(block), 4096):
            block[place] = 1
        blocks.append(block)
    verdict = f"GOT:{len(blocks) * 64} MiB"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
