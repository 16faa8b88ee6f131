# Starts a program that runs as root, and looks whether it does.
# ends: blocked
# control: user
# configurations: processes

import glob
import os
import signal
import subprocess

verdict = "BLOCKED:there is none"
for path in ("/usr/bin/su", "/usr/bin/passwd", "/usr/bin/mount"):
    if not os.path.exists(path) or not os.stat(path).st_mode & 0o4000:
        continue
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        os.execv(path, [path])
    os.waitpid(child, os.WUNTRACED)
    os.kill(child, signal.SIGCONT)
    found = set()
    for _ in range(100_000):
        try:
            with open(f"/proc/{child}/status") as file:
                found.add(next(line for line in file if line.startswith("Uid")).split()[2])
            with open(f"/proc/{child}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    break
        except OSError:
            break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    verdict = f"GOT:{path} ran as root" if "0" in found else f"BLOCKED:{path} ran as {found}"
    break
verdict
