/** `muster serve` at an address that somebody else has. */
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

test("serve says whose fault it is not, and what to do, where another program has the port", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { readonly port: number };
  try {
    const ran = workbench().run(["serve", "--port", String(port)]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`127.0.0.1:${port} is taken by another program.`);
    expect(ran.err).toContain("--port");
  } finally {
    other.close();
  }
});
