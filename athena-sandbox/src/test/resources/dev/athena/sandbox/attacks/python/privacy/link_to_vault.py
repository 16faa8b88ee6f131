# Reads what stands behind pseudonyms through a link of its own.
# ends: blocked
# control: user
# configurations: all

import os

link = "link-to-vault-%d" % os.getpid()
try:
    os.symlink(os.environ["VICTIM_FOLDER"] + "/athena/store/vault.db", link)
    with open(link, "rb") as file:
        text = file.read()
    if b"terces-smitciv-eht"[::-1] not in text:
        raise PermissionError("not in it")
    verdict = f"GOT:{'the secret'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
finally:
    if os.path.lexists(link):
        os.remove(link)
verdict
