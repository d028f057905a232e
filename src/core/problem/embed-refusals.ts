/** Codes of `<muster-import>` in pages of other products, and of the tokens that it is given. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const embedRefusals = {
  embed_token_invalid: {
    kind: "refusal",
    title: "No token can be made like this",
    cause: "What the token was asked for with is not as it must be: its origins, whom it is for, or how long it works.",
    fix: "Send origins as location.origin says them on those pages (https://app.example.com), and either user or member.",
  },
  embed_token_unknown: {
    kind: "refusal",
    title: "The token does not count",
    cause:
      "The text is no token for embedding, it was changed on its way, or it is another server's; or the key that it was made with, or the member that it is for, is no longer there.",
    fix: "Open the page again. As its developer: have your server ask for another token, POST /api/v1/embed/tokens with an API key.",
  },
  embed_token_expired: {
    kind: "refusal",
    title: "The time to import is over",
    cause: "The token for embedding works for minutes, and they have passed.",
    fix: "Open the page again. As its developer: give the element another token when it fires muster-token, or ends.",
  },
  embed_not_allowed: {
    kind: "refusal",
    title: "A token for embedding does not reach that",
    cause: "Such a token is for one person's own imports. It reads no lists, and changes nothing beside them.",
    fix: "Do it from your server, with an API key.",
  },
  embed_origin_refused: {
    kind: "refusal",
    title: "The import may not stand in this page",
    cause: "The token names the origins of the pages that it is for, and this page's is none of them.",
    fix: "As the developer of the page: name its origin in origins when your server asks for the token.",
  },
  embed_not_shown: {
    kind: "refusal",
    title: "The import could not be shown",
    cause:
      "The element has waited for the server's page in vain: it cannot be reached, or the browser was told to refuse it.",
    fix: "Load the page again. As its developer: see that server is right, and that the page's own policy allows frames of it (frame-src).",
  },
} as const satisfies Record<string, CatalogueEntry>;
