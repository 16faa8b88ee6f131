// Runs a command.
// ends: blocked
// seen: process
// permissive: GOT:uid=[1-9]\d* .* unseen, since it may start others
// control: user

import { execSync } from "node:child_process";

let verdict;
try {
  verdict = `GOT:${execSync("id", { encoding: "utf8" })}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;
