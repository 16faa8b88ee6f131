// Athena for programs: `import { memory } from "athena"`. README.md in this folder says how it is
// used.
import { category } from "./_category.mjs";
import { progress } from "./_channel.mjs";
import * as errors from "./_errors.mjs";

{{CATEGORIES}}
export * from "./_errors.mjs";
export { progress };
export default { {{NAMES}}, progress, ...errors };
