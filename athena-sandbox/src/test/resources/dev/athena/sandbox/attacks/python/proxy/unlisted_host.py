# Asks the proxy for a host that is not in its list.
# ends: blocked
# seen: network
# control: proxy
# configurations: permissive

import urllib.error
import urllib.request

try:
    with urllib.request.urlopen("http://elsewhere.example.org/", timeout=5) as answer:
        verdict = f"GOT:{answer.read()}"
except urllib.error.HTTPError as error:
    if error.code != 403:
        raise
    verdict = f"BLOCKED:{error}"
verdict
