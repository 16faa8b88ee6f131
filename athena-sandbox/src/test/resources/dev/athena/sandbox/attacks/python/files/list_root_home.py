# Lists the home folder of root.
# ends: blocked
# seen: filesystem
# control: root

import os

try:
    names = os.listdir("/root")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
