# Reads what stands behind pseudonyms as the server sees it, through its root.
# ends: blocked
# control: user
# configurations: all

import glob
import os

verdict = "BLOCKED:no process sees it"
for root in glob.glob("/proc/[0-9]*/root"):
    try:
        with open(root + os.environ["VICTIM_FOLDER"] + "/athena/store/vault.db", "rb") as file:
            if b"terces-smitciv-eht"[::-1] in file.read():
                verdict = f"GOT:{root}"
    except OSError as error:
        reason = error
verdict
