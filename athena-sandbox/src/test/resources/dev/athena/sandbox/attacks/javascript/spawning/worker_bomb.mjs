// Starts more threads than allowed.
// ends: blocked, out_of_memory, killed
// control: user

import { Worker } from "node:worker_threads";

const workers = [];
const verdict = await new Promise((resolve) => {
  let alive = 0;
  for (let i = 0; i < 80; i++) {
    try {
      const worker = new Worker("setInterval(() => {}, 1000)", { eval: true });
      workers.push(worker);
      worker.on("error", (error) => resolve(`BLOCKED:${error.message}`));
      worker.on("online", () => ++alive === 80 && resolve(`GOT:${alive}`));
    } catch (error) {
      resolve(`BLOCKED:${error.message}`);
    }
  }
});
workers.forEach((worker) => worker.terminate());
export default verdict;
