# Has processes work for it.
# ends: blocked
# permissive: GOT:\[1, 2\] unseen, since it may start others
# control: user

import multiprocessing

try:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        squares = pool.map(abs, [1, -2])
    verdict = f"GOT:{squares}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
