# Measures calls of the memory; `ids` and `questions` are set above.
import time
from athena import memory


def timed(work, arguments):
    times = []
    for argument in arguments:
        start = time.perf_counter_ns()
        work(argument)
        times.append(time.perf_counter_ns() - start)
    return times


{
    "get_memory": timed(memory.get_memory, ids),
    "recall_semantic": timed(memory.recall_semantic, questions),
}
