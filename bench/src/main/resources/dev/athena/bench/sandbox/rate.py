# Measures how many calls a second there are; `id` and `count` are set above.
import time
from athena import memory

start = time.perf_counter()
for _ in range(count):
    memory.get_memory(id)
count / (time.perf_counter() - start)
