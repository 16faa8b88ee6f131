// Reads memory that other programs share by a name.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readFileSync(process.env.VICTIM_SHARED, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
