# Binds interrupts of devices to a processor.
# ends: blocked
# control: root

import glob
import os

try:
    path = (glob.glob("/proc/irq/*/smp_affinity") + ["/proc/irq/default_smp_affinity"])[-1]
    os.close(os.open(path, os.O_WRONLY))
    verdict = f"GOT:{path}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
