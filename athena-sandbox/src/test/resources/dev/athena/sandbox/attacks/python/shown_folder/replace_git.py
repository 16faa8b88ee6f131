# Puts a folder .git of its own in the place of that of a project.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    project = os.environ["VICTIM_FOLDER"] + "/project"
    os.rename(project + "/.git", project + "/.git-old")
    os.rename(project + "/.git-old", project + "/.git")
    verdict = f"GOT:{project}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict
