# Writes files among the devices.
# ends: blocked
# control: root

import os

piece = b"x" * (1 << 20)
written = 0
names = []
try:
    for number in range(9):
        names.append(os.path.join("/dev", f"athena-fill-{os.getuid()}-{number}"))
        with open(names[-1], "wb", buffering=0) as file:
            for _ in range(32):
                written += file.write(piece)
    verdict = f"GOT:{written >> 20} MiB"
except OSError as error:
    verdict = f"GOT:{written >> 20} MiB" if written > 0 << 20 else f"BLOCKED:{error}"
for name in names:
    if os.path.exists(name):
        os.remove(name)
verdict
