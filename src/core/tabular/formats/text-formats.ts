/** The text formats that are read besides CSV, in the order in which they are asked whether a file is theirs. */
import { JSON_FORMAT } from "../../json/json-format.ts";
import { LABELLED_FORMAT } from "../../labelled/labelled-format.ts";
import { LDIF_FORMAT } from "../../ldif/ldif-format.ts";
import { RECIPIENTS_FORMAT } from "../../recipients/recipients-format.ts";
import { CARD_FORMAT } from "../../vcard/card-format.ts";
import type { TextFormat } from "./text-format.ts";

export const TEXT_FORMATS: readonly TextFormat[] = [
  CARD_FORMAT,
  LDIF_FORMAT,
  JSON_FORMAT,
  RECIPIENTS_FORMAT,
  LABELLED_FORMAT,
];
