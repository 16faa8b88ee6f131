# Sends a request to a service of this machine.
# ends: blocked
# seen: network
# permissive: blocked unseen, since it may connect to its own loopback where nobody listens
# control: user

import os
import urllib.request

try:
    url = "http://127.0.0.1:" + os.environ["VICTIM_PORT"]
    with urllib.request.urlopen(url, timeout=2) as answer:
        data = answer.read()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
