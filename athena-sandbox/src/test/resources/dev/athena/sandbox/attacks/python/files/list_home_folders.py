# Lists the home folders.
# ends: blocked
# seen: filesystem
# permissive: GOT:\[\], since an empty folder lies in their place
# control: user

import os

try:
    names = os.listdir("/home")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
