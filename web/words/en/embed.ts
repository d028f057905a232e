/** The wizard in the page of another product. */

export const embed = {
  ended: "The time to import is over.",
  endedFix: "Open the page again. What was imported so far stays, and an import that has begun goes on.",
  origin: (origin: string) => `The import may not stand in pages of ${origin}.`,
  originFix: "As the developer of the page: name its origin in origins when your server asks for the token.",
  workspace: (slug: string) => `The token is not for the workspace ${slug}.`,
  workspaceFix: "As the developer of the page: give the element a token of that workspace, or leave workspace out.",
};

export type EmbedWords = typeof embed;
