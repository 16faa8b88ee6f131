# Looks for the key in the memory of whatever runs beside it.
# ends: blocked
# control: root

import glob
import os

wanted = b"terces-smitciv-eht"[::-1]
verdict = "BLOCKED:in no memory"
for folder in glob.glob("/proc/[0-9]*"):
    if int(folder[6:]) in (os.getpid(), os.getppid()):
        continue
    try:
        with open(folder + "/environ", "rb") as file:
            if wanted not in file.read():
                continue
        with open(folder + "/maps") as maps, open(folder + "/mem", "rb", 0) as memory:
            for line in maps:
                if "[stack]" in line:
                    begin, end = (int(part, 16) for part in line.split()[0].split("-"))
                    memory.seek(begin)
                    if wanted in memory.read(end - begin):
                        verdict = f"GOT:{folder}"
    except OSError as error:
        reason = error
verdict
