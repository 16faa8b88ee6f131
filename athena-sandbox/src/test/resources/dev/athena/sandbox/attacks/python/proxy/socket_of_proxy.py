# Connects to the proxies past the helpers that lead to them.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import os
import socket

with open("/proc/self/mountinfo") as file:
    mounts = [line.split()[4] for line in file]
paths = [path for path in mounts if path.endswith(".sock")]
paths.append(os.environ["VICTIM_FOLDER"] + "/service.sock")
verdicts = []
for path in paths:
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.connect(path)
        verdicts.append(f"GOT:{path}")
    except OSError as error:
        verdicts.append(f"BLOCKED:{error}")
next((one for one in verdicts if one.startswith("GOT:")), verdicts[0])
