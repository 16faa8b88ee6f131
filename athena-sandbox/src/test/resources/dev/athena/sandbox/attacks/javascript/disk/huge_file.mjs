// Makes a file that claims a terabyte.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  fs.writeFileSync("js-huge", "");
  fs.truncateSync("js-huge", 2 ** 40);
  verdict = `GOT:${fs.statSync("js-huge").size}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
