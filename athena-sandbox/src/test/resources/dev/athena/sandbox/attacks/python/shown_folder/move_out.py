# Moves a hidden file into a folder which it may write.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    home = os.environ["VICTIM_FOLDER"] + "/home"
    moved = os.environ["VICTIM_FOLDER"] + "/exchange/moved"
    os.rename(home + "/.env", moved)
    os.rename(moved, home + "/.env")
    verdict = f"GOT:{moved}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
