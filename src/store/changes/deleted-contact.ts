/** A contact that was deleted, with what hung on it; and what whoever deletes contacts or brings them back has at hand. */
import type { PresentAddresses } from "../../core/member/present-address.ts";
import type { KeysOf } from "../objects/held-keys.ts";
import type { ContactImage } from "./contact-image.ts";
import type { MovedOpportunity } from "./merge-record.ts";

export type DeletedContact = {
  readonly row: ContactImage;
  /** It was the main contact of its account. */
  readonly wasMain: boolean;
  readonly opportunities: readonly MovedOpportunity[];
};

export type ContactPlace = {
  readonly workspace: number;
  readonly at: number;
  readonly keysOf: KeysOf;
  /** Of opportunities. */
  readonly theirKeys: KeysOf;
  readonly addresses: PresentAddresses;
};
