# Looks at the devices of the machine.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    verdict = f"GOT:{os.listdir('/sys/class')}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
