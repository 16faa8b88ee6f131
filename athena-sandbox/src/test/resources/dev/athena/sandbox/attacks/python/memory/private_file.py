# Takes memory as its own copy of a file.
# ends: out_of_memory, blocked
# control: user

import mmap

try:
    with open("large", "wb") as file:
        file.truncate(60 << 20)
    blocks = []
    with open("large", "r+b") as file:
        for _ in range(12):
            block = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
            for place in range(0, len(block), 4096):
                block[place] = 1
            blocks.append(block)
    verdict = "GOT:720 MiB"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
