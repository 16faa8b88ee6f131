// Reads keys of a cloud.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const path = process.env.VICTIM_FOLDER + "/home/.aws/credentials";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
