# Joins groups.
# ends: blocked
# control: root

import os

try:
    os.setgroups([0, 4, 999])
    verdict = f"GOT:{os.getgroups()}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
