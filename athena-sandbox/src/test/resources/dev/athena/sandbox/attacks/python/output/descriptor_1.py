# Writes 10 GB to the descriptor 1, past all that counts.
# ends: limit output
# control: output
# configurations: balanced

import os

piece = b"x" * 100_000
for _ in range(100_000):
    os.write(1, piece)
"GOT:10 GB"
