// Starts another program.
// ends: blocked
// seen: process
// permissive: GOT:hello unseen, since it may start others
// control: user

import { spawn } from "node:child_process";

const verdict = await new Promise((resolve) => {
  try {
    const child = spawn("/bin/echo", ["hello"]);
    child.on("error", (error) => resolve(`BLOCKED:${error.message}`));
    child.stdout?.on("data", (data) => resolve(`GOT:${data}`));
  } catch (error) {
    resolve(`BLOCKED:${error.message}`);
  }
});
export default verdict;
