/** Where stored files are kept, by the environment's names that tools for S3 know. Reads nothing itself. */
import { accept, type Result, refuse } from "../core/problem/refusal.ts";

/** A bucket of object storage, or a part of one, and the key to it. */
export type BucketConfig = {
  readonly bucket: string;
  /** What all keys begin with: `""`, or a text that ends with a slash. */
  readonly prefix: string;
  /** Address of the service, without a slash at its end; null = Amazon's own in the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of credentials that end by themselves. */
  readonly sessionToken: string | null;
};

/** `us-east-1` is what services that have no regions answer to. */
const DEFAULT_REGION = "us-east-1";

/** Of the prefix only what stands in an address as it is: it is part of each. */
const PLACE = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.-]+)*)\/?$/;

/** Null = in the data folder. A wrong setting is named, and what it was set to is not said: it may be a secret in the wrong place. */
export function readFileStorage(env: Readonly<Record<string, string | undefined>>): Result<BucketConfig | null> {
  const place = env.MUSTER_FILES ?? "";
  if (place === "") return accept(null);
  const [, bucket = "", path = ""] = PLACE.exec(place) ?? [];
  if (bucket === "" || path.split("/").some((part) => /^\.+$/.test(part)))
    return wrong("MUSTER_FILES is not set as it must be.", "Name a bucket, and a prefix in it: s3://my-bucket/muster");
  const [named, endpoint] = env.MUSTER_S3_ENDPOINT
    ? ["MUSTER_S3_ENDPOINT", env.MUSTER_S3_ENDPOINT]
    : ["AWS_ENDPOINT_URL_S3", env.AWS_ENDPOINT_URL_S3 || null];
  if (endpoint !== null && !/^https?:\/\/[^\s/?#@]+\/?$/.test(endpoint))
    return wrong(
      `${named} is not set as it must be.`,
      "Give the service's address alone: https://minio.example.com:9000",
    );
  const region = env.AWS_REGION || DEFAULT_REGION;
  if (!/^[a-z0-9-]{1,40}$/.test(region))
    return wrong("AWS_REGION is not set as it must be.", "Give the region of the bucket: eu-central-1");
  const missing = (["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const).find((name) => !env[name]);
  if (missing !== undefined)
    return wrong(`${missing} is not set, and MUSTER_FILES is.`, "Set it to the half of the bucket's key that it names");
  return accept(
    Object.freeze({
      bucket,
      prefix: path === "" ? "" : `${path.slice(1)}/`,
      endpoint: endpoint?.replace(/\/$/, "") ?? null,
      region,
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "",
      sessionToken: env.AWS_SESSION_TOKEN || null,
    }),
  );
}

const wrong = (message: string, fix: string): Result<never> =>
  refuse({
    code: "arguments_invalid",
    message,
    fix: `${fix}. docs/object-storage.md says what each variable is for; without MUSTER_FILES files are in the data folder.`,
  });
