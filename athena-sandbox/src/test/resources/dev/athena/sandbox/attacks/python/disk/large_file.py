# Writes a file that is larger than allowed.
# ends: blocked
# control: user
# limits: file_size_mb=8

import os

try:
    piece = b"x" * (1 << 20)
    with open("/tmp/athena-large-%d" % os.getuid(), "wb") as file:
        os.remove(file.name)
        for _ in range(80):
            file.write(piece)
    verdict = f"GOT:{'80 MiB'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
