// Lists the home folder of root.
// ends: blocked
// permissive: GOT:, since an empty folder lies in its place
// control: root

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readdirSync("/root")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
