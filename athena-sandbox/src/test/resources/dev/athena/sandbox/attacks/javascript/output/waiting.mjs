// Writes 10 GB, and waits in between.
// ends: limit output
// control: output
// configurations: balanced

const piece = "x".repeat(100_000);
for (let i = 0; i < 100_000; i++) {
  await new Promise((resolve) => process.stdout.write(piece, resolve));
}
export default "GOT:10 GB";
