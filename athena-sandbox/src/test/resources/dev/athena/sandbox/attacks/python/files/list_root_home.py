# Lists the home folder of root.
# ends: blocked
# seen: filesystem
# permissive: GOT:\[\], since an empty folder lies in its place
# control: root

import os

try:
    names = os.listdir("/root")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
