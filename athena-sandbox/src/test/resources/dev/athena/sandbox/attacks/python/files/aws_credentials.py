# Reads keys of a cloud.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/home/.aws/credentials") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
