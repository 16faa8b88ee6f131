# Looks for the root folder from before the walls were built.
# ends: blocked
# control: user

import os

try:
    path = os.environ["VICTIM_FOLDER"] + "/home/.env"
    roots = ("/oldroot", "/newroot", "/proc/1/root", "/proc/self/task/1/root", "/..")
    found = [root for root in roots if os.path.exists(root + path)]
    if not found:
        raise FileNotFoundError("not there")
    verdict = f"GOT:{found}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
