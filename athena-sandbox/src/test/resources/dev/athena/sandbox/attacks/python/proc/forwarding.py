# Has the kernel forward packets.
# ends: blocked
# control: root

import os

try:
    os.close(os.open("/proc/sys/net/ipv4/ip_forward", os.O_WRONLY))
    verdict = f"GOT:{'it can be written'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
