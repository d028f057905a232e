/** What the element says itself, where the server's page cannot. Not among the app's words: the element is a script of its own. */

export const embedElement = {
  title: "Import",
  malformed: "The token is none that a Muster server has made.",
  malformedFix:
    "As the developer of the page: have your server ask for one, POST /api/v1/embed/tokens with an API key.",
  origin: (origin: string) => `The import may not stand in pages of ${origin}.`,
  originFix: "As the developer of the page: name its origin in origins when your server asks for the token.",
  notShown: (server: string) => `The import could not be shown: there is no answer from ${server}.`,
  notShownFix:
    "Load the page again. As its developer: see that server is right, and that the page's own policy allows frames of it (frame-src).",
};

export type EmbedElementWords = typeof embedElement;
