# Puts a file among those that every program gets.
# ends: blocked
# control: user

import os

try:
    folder = "/athena/python"
    if not os.path.exists(folder):
        folder = os.environ["VICTIM_FOLDER"] + "/runner"
    path = folder + "/planted.py"
    with open(path, "w") as file:
        file.write("attacked")
    os.remove(path)
    verdict = f"GOT:{folder}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
