/** What whoever starts an import accepts, where the policy asks for it. */
export const DISCLAIMER =
  "I may hold and use the data of the people in this file, they have agreed to be contacted where the law asks for it, and I am answerable for what this import changes in the workspace.";
