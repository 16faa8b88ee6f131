// Starts another Node.
// ends: blocked
// permissive: GOT:hello unseen, since it may start others
// control: user

import { fork } from "node:child_process";
import fs from "node:fs";

const verdict = await new Promise((resolve) => {
  fs.writeFileSync("child.cjs", "process.send('hello')");
  try {
    const child = fork("./child.cjs");
    child.on("error", (error) => resolve(`BLOCKED:${error.message}`));
    child.on("message", (message) => resolve(`GOT:${message}`));
  } catch (error) {
    resolve(`BLOCKED:${error.message}`);
  }
});
export default verdict;
