/** Fields that say what a contact does not want. A yes from anywhere counts: mail that nobody asked for cannot be taken back. */
export const OPT_OUTS: ReadonlySet<string> = new Set(["do_not_touch", "email_opt_out", "sms_opt_out"]);
