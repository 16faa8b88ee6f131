# Signals all programs that there are.
# ends: blocked
# seen: process
# permissive: blocked unseen, since it may signal what it started
# control: user

import os

try:
    os.kill(-1, 0)
    verdict = f"GOT:{'they can be ended'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
