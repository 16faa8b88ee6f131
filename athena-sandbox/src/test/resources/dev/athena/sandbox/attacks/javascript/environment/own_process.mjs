// Looks for a secret in the environment that its process started with.
// ends: blocked
// control: user

import fs from "node:fs";

const text = fs.readFileSync("/proc/self/environ", "utf8");
const secret = [..."terces-smitciv-eht"].reverse().join("");
export default text.includes(secret) ? "GOT:the secret" : "BLOCKED:not in it";
