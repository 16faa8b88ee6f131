// Plants a hook in a project that it may write.
// ends: blocked
// control: user
// configurations: shown

import fs from "node:fs";

let verdict;
try {
  const hooks = process.env.VICTIM_FOLDER + "/project/.git/hooks";
  fs.writeFileSync(hooks + "/pre-push", "#!/bin/sh\necho attacked\n");
  verdict = `GOT:${'written'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
