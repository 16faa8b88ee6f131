# Lists what lies in the home folder.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    names = os.listdir(os.environ["VICTIM_FOLDER"] + "/home")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
