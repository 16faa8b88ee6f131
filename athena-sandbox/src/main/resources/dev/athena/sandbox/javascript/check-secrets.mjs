// Findings about files that usually hold keys or passwords.
import { isPlainlyPath, isSecret } from "./secrets.mjs";
import { isSum, shapeOf } from "./syntax.mjs";

const READS =
  /^(read(File|Link|lines|dir)?|open(AsBlob|dir)?|createReadStream|copyFile|cp|rename|access|exists|stat|lstat|realpath|join|resolve)(Sync)?$/i;

/** Returns what is to be said of `node` if it names such a file. */
export function secretFile(node) {
  // A part of a text is looked at together with the whole.
  if (isSum(node.up) || node.up?.type === "ImportDeclaration") {
    return undefined;
  }
  const path = shapeOf(node)?.text;
  if (path === undefined || !isSecret(path) || !(isPlainlyPath(path) || isRead(node))) {
    return undefined;
  }
  return {
    rule: "secret_file",
    message: `${JSON.stringify(path.slice(0, 100))} usually holds keys or passwords`,
    hint: "such files cannot be seen here; ask for what you need",
  };
}

function isRead({ up, ...node }) {
  if (up?.type !== "CallExpression" || !up.arguments.some((given) => given.start === node.start)) {
    return false;
  }
  const { name, property } = up.callee;
  return READS.test(name ?? property?.name ?? "");
}
