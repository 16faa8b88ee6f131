// Changes the runner that the next program meets.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  fs.appendFileSync(process.env.VICTIM_FOLDER + "/runner/runner.py", "attacked\n");
  verdict = `GOT:${'written'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
