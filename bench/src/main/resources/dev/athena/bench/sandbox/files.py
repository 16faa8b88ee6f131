# Writes, synchronises and reads 32 MiB, `count` times.
import os, time

block = bytes(range(256)) * 4096


def once():
    start = time.perf_counter_ns()
    with open("block.bin", "wb") as file:
        for _ in range(32):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    with open("block.bin", "rb") as file:
        while file.read(1 << 20):
            pass
    took = time.perf_counter_ns() - start
    os.remove("block.bin")
    return took


once()
times = [once() for _ in range(count)]
