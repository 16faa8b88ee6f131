// Adds a command to what Git does before a commit.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  fs.appendFileSync(process.env.VICTIM_FOLDER + "/home/.git/hooks/pre-commit", "attacked\n");
  verdict = `GOT:${'written'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
