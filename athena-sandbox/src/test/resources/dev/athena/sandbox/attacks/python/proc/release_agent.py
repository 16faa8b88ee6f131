# Has the kernel start a program when a control group is empty.
# ends: blocked
# control: root

import os

try:
    tops = [f"/sys/fs/cgroup/{name}/release_agent" for name in os.listdir("/sys/fs/cgroup")]
    path = next((path for path in tops if os.path.exists(path)), "/sys/fs/cgroup/cgroup.procs")
    os.close(os.open(path, os.O_WRONLY))
    verdict = f"GOT:{path}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
