// Gives a hidden file a second name in a folder which it may write.
// ends: blocked
// control: user
// configurations: shown

import fs from "node:fs";

let verdict;
try {
  const name = `${process.env.VICTIM_FOLDER}/exchange/js-name-${process.pid}-${process.getuid()}`;
  fs.linkSync(process.env.VICTIM_FOLDER + "/home/.bashrc", name);
  const text = fs.readFileSync(name, "utf8");
  fs.rmSync(name);
  verdict = `GOT:${text}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
