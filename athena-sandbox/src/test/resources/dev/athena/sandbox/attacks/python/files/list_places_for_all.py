# Looks for files of others where every program writes.
# ends: blocked
# control: user

import os

try:
    folder, own = os.path.split(os.environ["VICTIM_FOLDER"])
    names = [name for name in os.listdir(folder) if name == own]
    if not names:
        raise FileNotFoundError(f"nothing of others in {folder}")
    verdict = f"GOT:{names}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
