// Adds a command to what every shell does first.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  fs.appendFileSync(process.env.VICTIM_FOLDER + "/home/.bashrc", "attacked\n");
  verdict = `GOT:${'written'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
