# Reads a key through a symbolic link of its own.
# ends: blocked
# control: user

import os

try:
    os.symlink(os.environ["VICTIM_FOLDER"] + "/home/.ssh/id_rsa", "link")
    with open("link") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
