# Prints 10 GB by many threads.
# ends: limit output
# control: output
# configurations: balanced

import threading


def work():
    line = "x" * 99_999
    for _ in range(20_000):
        print(line)


threads = [threading.Thread(target=work) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"GOT:10 GB"
