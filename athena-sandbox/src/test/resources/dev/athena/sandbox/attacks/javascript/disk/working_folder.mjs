// Fills the working folder.
// ends: blocked
// control: user

import fs from "node:fs";

const piece = Buffer.alloc(1 << 20, "x");
let written = 0;
let verdict;
try {
  for (let number = 0; number < 9; number++) {
    const fd = fs.openSync(`js-fill-${number}`, "w");
    for (let i = 0; i < 32; i++) {
      written += fs.writeSync(fd, piece);
    }
    fs.closeSync(fd);
  }
  verdict = `GOT:${written >> 20} MiB`;
} catch (error) {
  verdict = written > 64 << 20 ? `GOT:${written >> 20} MiB` : `BLOCKED:${error}`;
}
export default verdict;
