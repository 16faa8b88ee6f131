# Lists what lies in the home folder.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    verdict = f"GOT:{os.listdir(os.environ["VICTIM_FOLDER"] + "/home")}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
