# Leaves the working folder by a path that goes up.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    path = "../" * 30 + os.environ["VICTIM_FOLDER"][1:] + "/home/.ssh/id_rsa"
    with open(path) as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
