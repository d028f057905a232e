/** Files that were uploaded and wait for their import. Whoever began one sees it, and nobody else. */
import type { ConvertedSource } from "../import/preparing/converted-source.ts";
import type { Claim, Claimant } from "./claim.ts";

/** Whose: the workspace's number, and whoever began it. */
export type UploadOwner = { readonly workspace: number; readonly owner: string };

export type Upload = UploadOwner & {
  readonly number: number;
  readonly name: string;
  /** As it is to be; null = its sender says so later. */
  readonly bytes: number | null;
  /** The stored file, named by its digest; null = it is still coming. */
  readonly key: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
};

export type UploadName = Pick<Upload, "workspace" | "number">;

/** One of which all has come. */
export type WaitingUpload = Pick<Upload, "workspace" | "number" | "name"> & {
  readonly key: string;
  readonly bytes: number;
};

export interface UploadStore {
  /** False where there is one with this number. */
  add(upload: Upload): Promise<boolean>;
  get(of: UploadOwner, number: number): Promise<Upload | null>;
  change(upload: Upload, now: Partial<Pick<Upload, "bytes" | "key" | "expiresAt">>): Promise<void>;
  /** False where another claim is on it, or it is there no more. */
  claim(upload: Upload, claim: Claim): Promise<boolean>;
  /** These two change nothing where the claim is not the holder's any more. */
  renew(upload: Upload, by: Claimant): Promise<void>;
  free(upload: Upload, holder: string): Promise<void>;
  /** It is over, with what came of it. False = it is not the holder's any more. */
  useUp(upload: Upload, holder: string): Promise<boolean>;
  /**
   * It is over: nobody finds or claims it, and it needs its files no more. Answers those that are stored, as often as it is
   * asked until it is removed.
   */
  end(upload: UploadName): Promise<readonly string[]>;
  /** Once its files are gone. */
  remove(upload: UploadName): Promise<void>;
  /** Of anybody in the workspace. */
  waiting(workspace: number): Promise<readonly WaitingUpload[]>;
  /** `expired` leaves one that is over alone until then. */
  putOff(upload: UploadName, until: number): Promise<void>;
  /** Those that are over, and those whose time is. */
  expired(now: number, limit: number): Promise<readonly Upload[]>;
  /** How many its owner has. */
  count(of: UploadOwner): Promise<number>;
  /** What a file that is no text was made of. */
  rows(upload: Upload, sheet: string | null): Promise<ConvertedSource | null>;
  keepRows(upload: Upload, sheet: string | null, file: ConvertedSource): Promise<void>;
}
