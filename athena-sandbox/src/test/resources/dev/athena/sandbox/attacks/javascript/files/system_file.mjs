// Changes a file of the system.
// ends: blocked
// control: root

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.openSync("/usr/lib/os-release", "r+")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
