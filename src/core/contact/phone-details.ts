/** Fields of a contact that say something of its first phone number. */
export const PHONE_DETAILS: readonly string[] = [
  "phone_verification_result",
  "phone_verification_provider",
  "phone_type",
  "phone_intent_score",
];
