// Reads a key through a symbolic link of its own.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  fs.symlinkSync(process.env.VICTIM_FOLDER + "/home/.ssh/id_rsa", "js-link");
  verdict = `GOT:${fs.readFileSync("js-link", "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
