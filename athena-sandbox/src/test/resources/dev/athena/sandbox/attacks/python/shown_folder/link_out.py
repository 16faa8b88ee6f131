# Reads through a link that lies in a folder which it may see.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/exchange/planted-link") as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
