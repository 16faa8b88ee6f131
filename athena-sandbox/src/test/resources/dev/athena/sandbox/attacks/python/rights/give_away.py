# Gives a file to root.
# ends: blocked
# control: root

import os

try:
    with open("mine", "w"):
        pass
    os.chown("mine", 1, 1)
    verdict = f"GOT:{os.stat('mine').st_uid}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
