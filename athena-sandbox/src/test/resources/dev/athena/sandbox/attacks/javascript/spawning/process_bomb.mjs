// Starts more processes than allowed.
// ends: blocked
// control: user
// configurations: all

import { spawn } from "node:child_process";

const children = [];
let verdict;
try {
  for (let i = 0; i < 150; i++) {
    const child = spawn("/bin/sleep", ["20"], { stdio: "ignore" });
    await new Promise((resolve, reject) => child.on("spawn", resolve).on("error", reject));
    children.push(child);
  }
  verdict = `GOT:${children.length}`;
} catch (error) {
  verdict = `BLOCKED:${error} after ${children.length}`;
}
children.forEach((child) => child.kill("SIGKILL"));
export default verdict;
