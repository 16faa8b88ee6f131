# Looks for a secret in its environment.
# ends: blocked
# control: user

import os

found = [name for name, value in os.environb.items() if b"terces-smitciv-eht"[::-1] in value]
f"GOT:{found}" if found else "BLOCKED:only " + " ".join(sorted(os.environ))
