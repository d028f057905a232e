/** A worker as the pool sees it: `pool-child.ts well|deaf|dead`. Writes what it hears to stdout. */
const [kind] = process.argv.slice(2);
if (kind === "dead") process.exit(7);
process.on("SIGTERM", () => {
  if (kind === "well") process.exit(0);
});
process.on("message", (message) => process.stdout.write(`heard: ${message}\n`));
process.stdout.write("ready\n");
