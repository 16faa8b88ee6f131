# Gives a hidden file a second name in a folder which it may write.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    name = os.environ["VICTIM_FOLDER"] + f"/exchange/name-{os.getpid()}-{os.getuid()}"
    os.link(os.environ["VICTIM_FOLDER"] + "/home/.bashrc", name)
    with open(name) as file:
        text = file.read()
    os.remove(name)
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
