// Leaves the working folder by a path that goes up.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const path = "../".repeat(30) + process.env.VICTIM_FOLDER.slice(1) + "/home/.ssh/id_rsa";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
