/** What the command line says of a server that it is to work on. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const remoteRefusals = {
  server_unreachable: {
    kind: "refusal",
    title: "The server does not answer",
    cause: "Nobody listens at the address, or the connection broke before the answer was there.",
    fix: "See whether muster serve runs there and the address is right, and try again.",
  },
  server_differs: {
    kind: "refusal",
    title: "The server is older or newer than this command",
    cause: "Its answer lacks what this command prints. What was asked of it is done all the same.",
    fix: "Upgrade the older of the two. With --json, a command that shows something prints what the server says as it is.",
  },
  not_from_far: {
    kind: "refusal",
    title: "This command does not work on a server from far",
    cause: "It needs the data folder itself, or the API has nothing for it.",
    fix: "Run it on the machine that the data is on, without --server.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
