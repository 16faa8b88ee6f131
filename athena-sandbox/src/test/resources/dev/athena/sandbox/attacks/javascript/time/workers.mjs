// Computes without end in several threads.
// ends: timeout
// control: user
// configurations: balanced
// limits: timeout_seconds=1.5 cpu_seconds=1

import { Worker } from "node:worker_threads";

const code = "const end = performance.now() + 3_000; while (performance.now() < end);";
const workers = [1, 2, 3].map(() => new Worker(code, { eval: true }));
await Promise.all(workers.map((worker) => new Promise((resolve) => worker.on("exit", resolve))));
export default "GOT:3 seconds";
