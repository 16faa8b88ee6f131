# Lists the home folders.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    verdict = f"GOT:{os.listdir("/home")}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
