# Reads the memory of the kernel.
# ends: blocked
# seen: filesystem
# control: none, not every kernel has this file

import os

try:
    with open("/proc/kcore", "rb") as file:
        head = file.read(64)
    verdict = f"GOT:{head}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
