// Goes through the root folder of its own process.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const path = "/proc/self/root" + process.env.VICTIM_FOLDER + "/home/.env";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
