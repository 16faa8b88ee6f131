# Writes files that lie in no folder.
# ends: out_of_memory, blocked
# control: user

import os

try:
    piece = b"x" * (1 << 20)
    for number in range(20):
        descriptor = os.memfd_create(f"file{number}")
        for _ in range(35):
            os.write(descriptor, piece)
    verdict = "GOT:700 MiB"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
