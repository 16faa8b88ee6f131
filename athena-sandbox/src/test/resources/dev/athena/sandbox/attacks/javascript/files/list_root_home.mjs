// Lists the home folder of root.
// ends: blocked
// control: root

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readdirSync("/root")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
