// Logs 10 GB of errors.
// ends: limit output
// control: output
// configurations: balanced

const line = "x".repeat(99_999);
for (let i = 0; i < 100_000; i++) {
  console.error(line);
  if (process.stderr.writableNeedDrain) {
    await new Promise((resolve) => process.stderr.once("drain", resolve));
  }
}
export default "GOT:10 GB";
