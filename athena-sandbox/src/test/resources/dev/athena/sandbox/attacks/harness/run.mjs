// Runs an attack without any sandbox: `node run.mjs FILE`. Its verdict, what it exports, is the
// last line of the output.
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

globalThis.require = createRequire(process.argv[2]);
const { default: verdict = "no verdict" } = await import(pathToFileURL(process.argv[2]).href);
fs.writeSync(Number(process.env.VERDICT_TO ?? 1), `\n${verdict.replaceAll(/\s/g, " ")}\n`);
process.exit(0);
