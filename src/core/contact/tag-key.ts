/** What two spellings of one tag share: tags are told apart without regard to case. */
export const tagKey = (tag: string): string => tag.toLowerCase();
