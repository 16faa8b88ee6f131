# Writes through a link that it puts into a folder of this machine.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    link = os.environ["VICTIM_FOLDER"] + f"/exchange/link-{os.getpid()}-{os.getuid()}"
    os.symlink("../home/.bashrc", link)
    try:
        with open(link, "r+") as file:
            file.write("attacked")
    finally:
        os.remove(link)
    verdict = f"GOT:{link}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
