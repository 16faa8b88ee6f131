# Reads what other programs were started with.
# ends: blocked
# control: user

import glob

found = []
for path in glob.glob("/proc/[0-9]*/cmdline"):
    try:
        with open(path) as file:
            text = file.read()
    except OSError:
        continue
    if "victim.py" in text:
        found.append(text)
f"GOT:{found}" if found else "BLOCKED:none is seen"
