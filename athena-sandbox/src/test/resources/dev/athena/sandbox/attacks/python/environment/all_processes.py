# Looks for a secret in the environments of all processes.
# ends: blocked
# control: user

import glob

found = []
for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/task/*/environ"):
    try:
        with open(path, "rb") as file:
            if b"terces-smitciv-eht"[::-1] in file.read():
                found.append(path)
    except OSError:
        pass
f"GOT:{found}" if found else "BLOCKED:in none"
