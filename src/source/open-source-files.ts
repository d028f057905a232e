/** Opens stored files and those that are coming: in the data folder, or in a bucket. */
import type { PartialFiles } from "../app/ports/partial-files.ts";
import { FolderFileStore } from "./folder-file-store.ts";
import type { FilesPlace, ScratchOwner, SourceFiles } from "./source-files.ts";

/** What speaks with buckets is loaded where there is one. @param owner absent = nothing is stored, or swept a day later */
export async function openSourceFiles({ folder, bucket }: FilesPlace, owner?: ScratchOwner): Promise<SourceFiles> {
  if (bucket === null) return new FolderFileStore(folder, owner);
  const { S3FileStore } = await import("./s3/s3-file-store.ts");
  return new S3FileStore(bucket, folder);
}

export async function openPartialFiles({ folder, bucket }: FilesPlace): Promise<PartialFiles> {
  if (bucket === null) return new (await import("./folder-partial-files.ts")).FolderPartialFiles(folder);
  return new (await import("./s3/s3-partial-files.ts")).S3PartialFiles(bucket);
}
