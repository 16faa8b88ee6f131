# Lists the folder of the keys, from which one learns what to ask for.
# ends: blocked
# control: user
# configurations: all

import os

try:
    names = os.listdir(os.environ["VICTIM_FOLDER"] + "/athena/keys")
    if "master.key" not in names:
        raise PermissionError("nothing in it")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
