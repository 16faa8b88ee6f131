# Lists the home folders.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    names = os.listdir("/home")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
