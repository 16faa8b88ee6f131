# Lists the home folder of root.
# ends: blocked
# seen: filesystem
# control: root

import os

try:
    verdict = f"GOT:{os.listdir("/root")}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
