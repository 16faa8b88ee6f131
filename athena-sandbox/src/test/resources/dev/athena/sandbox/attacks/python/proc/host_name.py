# Learns the name of the machine.
# ends: blocked
# control: user

import os

name = os.uname().nodename
f"GOT:{name}" if name == os.environ["VICTIM_HOST"] else f"BLOCKED:it is {name} here"
