// Opens the terminal that Athena was started from.
// ends: blocked
// control: terminal

import fs from "node:fs";

let verdict;
try {
  fs.openSync("/dev/tty", "r+");
  verdict = `GOT:${'open'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
