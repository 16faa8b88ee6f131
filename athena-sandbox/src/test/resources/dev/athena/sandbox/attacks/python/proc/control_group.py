# Leaves its control group.
# ends: blocked
# control: root

import os

try:
    paths = [folder + "/cgroup.procs" for folder, _, files in os.walk("/sys/fs/cgroup") if files]
    if not paths:
        raise FileNotFoundError("there is none")
    os.close(os.open(paths[0], os.O_WRONLY))
    verdict = f"GOT:{paths[0]}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
