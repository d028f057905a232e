/** Stands in the built page where each answer puts its own nonce, by which the styles that the page makes are known as its own. */
export const NONCE_PLACE = "MUSTER-NONCE";
