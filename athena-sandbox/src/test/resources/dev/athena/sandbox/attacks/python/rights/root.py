# Becomes root.
# ends: blocked
# control: root

import os

try:
    os.setresuid(0, 0, 0)
    verdict = f"GOT:{os.getuid()}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
