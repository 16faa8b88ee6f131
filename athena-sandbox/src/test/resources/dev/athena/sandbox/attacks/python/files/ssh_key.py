# Reads the SSH key of whoever runs Athena.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/home/.ssh/id_rsa") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
