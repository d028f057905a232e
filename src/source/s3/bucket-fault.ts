/** What a bucket answered instead of doing what it was asked, as a fault that names what to look at. Keys to it are never in the words. */
import { StoreFault } from "../../app/store-fault.ts";
import type { BucketConfig } from "../../config/file-storage.ts";

/** An answer that is none of those that were asked for. */
export class BadAnswer extends Error {
  readonly status: number;
  /** The service's own name for what is wrong; `""` = it has said none. */
  readonly code: string;
  /** Where the bucket is, if the service says so. */
  readonly region: string | null;

  constructor(status: number, code: string, region: string | null) {
    super(`the object storage answered ${status}${code === "" ? "" : ` ${code}`}`);
    this.name = "BadAnswer";
    this.status = status;
    this.code = code;
    this.region = region;
  }
}

/** Slowed down, an error of the service, or a clock that it says nothing certain of: the same request may do the next time. */
const PASSING_STATUS: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const PASSING_CODES: ReadonlySet<string> = new Set([
  "InternalError",
  "SlowDown",
  "ServiceUnavailable",
  "RequestTimeout",
]);

/** What is no answer is a line that broke or a time that ran out. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof BadAnswer) || PASSING_STATUS.has(error.status) || PASSING_CODES.has(error.code);

const FULL: ReadonlySet<string> = new Set(["XMinioStorageFull", "QuotaExceeded", "XMinioAdminBucketQuotaExceeded"]);

/** Said of a bucket, its service and the variable that may be wrong. */
const REFUSALS = new Map<string, (config: BucketConfig) => string>([
  ["NoSuchBucket", ({ bucket }) => `there is no bucket ${bucket} (MUSTER_FILES)`],
  ["InvalidAccessKeyId", () => "it does not know the key in AWS_ACCESS_KEY_ID"],
  ["SignatureDoesNotMatch", () => "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID"],
  ["ExpiredToken", () => "the key has expired, whose AWS_SESSION_TOKEN is set"],
  ["InvalidToken", () => "AWS_SESSION_TOKEN does not belong to the key"],
  ["RequestTimeTooSkewed", () => "the clock of this machine is too far from the service's"],
  ["AccessDenied", ({ bucket }) => `the key in AWS_ACCESS_KEY_ID may not do this in the bucket ${bucket}`],
]);

/** @param key of the object, below the prefix */
export function bucketFault(config: BucketConfig, key: string, error: unknown): StoreFault {
  const service = config.endpoint ?? `Amazon S3 in ${config.region}`;
  if (error instanceof StoreFault) return error;
  if (!(error instanceof BadAnswer)) {
    return new StoreFault(
      "storage_unreachable",
      `The object storage at ${service} does not answer: ${lineFault(error)}.`,
      {
        cause: error,
      },
    );
  }
  const { status, code, region } = error;
  const said = `${status}${code === "" ? "" : ` ${code}`}`;
  const fault = (of: StoreFault["code"], message: string): StoreFault => new StoreFault(of, message, { cause: error });
  if (FULL.has(code)) return fault("disk_full", `The object storage at ${service} is full (${said}).`);
  if (isPassing(error)) return fault("storage_unreachable", `The object storage at ${service} answers ${said}.`);
  if (status === 404 && code !== "NoSuchBucket")
    return fault(
      "store_damaged",
      `The source file s3://${config.bucket}/${config.prefix}${key} is gone from the bucket.`,
    );
  const elsewhere =
    region !== null && region !== config.region ? `the bucket is in the region ${region} (AWS_REGION)` : null;
  const reason = REFUSALS.get(code)?.(config) ?? elsewhere ?? "the bucket, its region or the key to it may be wrong";
  return fault("storage_refused", `The object storage at ${service} refuses (${said}): ${reason}.`);
}

/** `fetch failed` says nothing: what failed is its cause. */
function lineFault(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : "";
  return cause.message || code || cause.name;
}
