# Joins the group of root.
# ends: blocked
# control: root

import os

try:
    os.setresgid(0, 0, 0)
    verdict = f"GOT:{os.getgid()}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
