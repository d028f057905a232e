/** Every setting, from the environment or a config file: the one list behind docs/settings.md and what a config file may name. */

export type Setting = {
  readonly name: string;
  readonly about: "data" | "files" | "server" | "signing in" | "effects" | "traces" | "diagnosis";
  /** One sentence or two. */
  readonly says: string;
  readonly like: string;
  /** What holds where it is not set; `""` = nothing is set up. */
  readonly unset: string;
};

const named = (
  about: Setting["about"],
  settings: Readonly<Record<string, Pick<Setting, "says" | "like" | "unset">>>,
): readonly Setting[] => Object.entries(settings).map(([name, rest]) => ({ name, about, ...rest }));

export const SETTINGS: readonly Setting[] = [
  ...named("data", {
    MUSTER_DATA: {
      says: "The data folder: the embedded database, stored files and scratch files. `--data` counts before it.",
      like: "/var/lib/muster",
      unset: "./muster-data",
    },
    DATABASE_URL: {
      says: "The PostgreSQL database that holds the data instead of the embedded one; stored files and scratch files stay in the data folder.",
      like: "postgres://muster:secret@db.example.com:5432/muster",
      unset: "the embedded database of the data folder",
    },
    MUSTER_DATABASE_CONNECTIONS: {
      says: "Connections to PostgreSQL that one process takes at most, 3 to 500.",
      like: "20",
      unset: "10",
    },
    MUSTER_LARGE_IMPORTS: {
      says: "With PostgreSQL: how many imports of large files all workers together do at once. One less than there are workers keeps one free for small files.",
      like: "3",
      unset: "as many as there are workers",
    },
    MUSTER_MEMBER: {
      says: "Address of the member who acts at the command line. `--as` counts before it.",
      like: "ann@example.com",
      unset: "the operator of the machine",
    },
    MUSTER_TOKEN: {
      says: "The API key that commands with --server URL send.",
      like: "mst_…",
      unset: "",
    },
  }),
  ...named("files", {
    MUSTER_FILES: {
      says: "A bucket of S3-compatible storage for the files that are imported, and a prefix in it. Every server and worker has the same.",
      like: "s3://my-bucket/muster",
      unset: "they are in the data folder",
    },
    MUSTER_S3_ENDPOINT: {
      says: "Address of the service, where it is not Amazon's. It counts before AWS_ENDPOINT_URL_S3.",
      like: "https://minio.example.com:9000",
      unset: "AWS_ENDPOINT_URL_S3, or Amazon's in the region",
    },
    AWS_ENDPOINT_URL_S3: {
      says: "The same, by the name that tools of Amazon's know.",
      like: "https://minio.example.com:9000",
      unset: "Amazon's in the region",
    },
    AWS_REGION: { says: "The region of the bucket.", like: "eu-central-1", unset: "us-east-1" },
    AWS_ACCESS_KEY_ID: { says: "The key to the bucket.", like: "AKIA…", unset: "" },
    AWS_SECRET_ACCESS_KEY: { says: "Its secret half.", like: "a secret", unset: "" },
    AWS_SESSION_TOKEN: { says: "What belongs to a key that ends by itself.", like: "a secret", unset: "" },
  }),
  ...named("server", {
    MUSTER_HOST: {
      says: "Address that the server listens on. `--host` counts before it; in a container it is 0.0.0.0.",
      like: "0.0.0.0",
      unset: "127.0.0.1",
    },
    MUSTER_PORT: { says: "Port that the server listens on. `--port` counts before it.", like: "8080", unset: "3000" },
    MUSTER_WORKERS: {
      says: "Worker processes beside the server, 0 to 64. `--workers` counts before it.",
      like: "4",
      unset: "2",
    },
    MUSTER_PUBLIC_URL: {
      says: "Address under which people reach the server: it stands in links, and with https cookies are Secure.",
      like: "https://muster.example.com",
      unset: "where it listens",
    },
    MUSTER_PROXIES: {
      says: "How many proxies of your own stand before the server: the address that the first of them saw is the client's.",
      like: "1",
      unset: "0",
    },
    MUSTER_REQUESTS_PER_MINUTE: {
      says: "Requests a minute of one key or person; 0 = as many as they like.",
      like: "600",
      unset: "6000",
    },
    MUSTER_METRICS_TOKEN: {
      says: "What whoever reads /metrics from another machine sends as Authorization: Bearer.",
      like: "a long random text",
      unset: "/metrics answers this machine alone, without a proxy",
    },
    MUSTER_LOG_LEVEL: { says: "debug, info, warn, error or silent.", like: "warn", unset: "info" },
  }),
  ...named("signing in", {
    MUSTER_OWNER_EMAIL: {
      says: "Who the first owner is; they become an admin member of the workspace default.",
      like: "ann@example.com",
      unset: "an owner without an address",
    },
    MUSTER_SECRET: {
      says: "Signs the cookies of sessions: 32 random characters or more.",
      like: "32 random characters or more",
      unset: "one is made and kept in the data folder",
    },
    MUSTER_OIDC_ISSUER: {
      says: "A provider of OpenID Connect: what stands before /.well-known/openid-configuration.",
      like: "https://login.example.com",
      unset: "",
    },
    MUSTER_OIDC_CLIENT_ID: { says: "The id that the provider gave to Muster.", like: "muster", unset: "" },
    MUSTER_OIDC_CLIENT_SECRET: { says: "The secret that the provider gave to Muster.", like: "a secret", unset: "" },
    MUSTER_OIDC_TRUST_EMAIL: {
      says: "yes for a provider that does not say email_verified, and where nobody can choose an address.",
      like: "yes",
      unset: "no",
    },
  }),
  ...named("effects", {
    MUSTER_SMTP_URL: {
      says: "The mail server. It goes together with MUSTER_MAIL_FROM.",
      like: "smtp://user:password@mail.example.com:587",
      unset: "",
    },
    MUSTER_MAIL_FROM: { says: "Who mails are from.", like: "Muster <muster@example.com>", unset: "" },
    MUSTER_SLACK_URL: {
      says: "An incoming webhook of Slack.",
      like: "https://hooks.slack.com/services/…",
      unset: "",
    },
    MUSTER_WEBHOOK_SECRET: {
      says: "Signs webhooks by the Standard Webhooks scheme: whsec_ and at least 24 random bytes in base64.",
      like: "whsec_…",
      unset: "",
    },
    MUSTER_ALLOWED_ADDRESSES: {
      says: "Private addresses and networks that workflows may call all the same, parted by commas.",
      like: "127.0.0.1,10.1.0.0/16",
      unset: "none",
    },
    MUSTER_ENRICHMENT_URL: {
      says: "The service that profiles are looked up at.",
      like: "https://profiles.example.com/look-up",
      unset: "",
    },
    MUSTER_ENRICHMENT_KEY: { says: "The key that is sent to it.", like: "a secret", unset: "" },
    MUSTER_ENRICHMENT_PER_SECOND: { says: "Look-ups a second, at most.", like: "5", unset: "5" },
  }),
  ...named("traces", {
    OTEL_EXPORTER_OTLP_ENDPOINT: {
      says: "The OpenTelemetry collector, by OTLP over HTTP with JSON: traces go to /v1/traces there.",
      like: "http://localhost:4318",
      unset: "",
    },
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
      says: "The whole address that traces go to. It counts before OTEL_EXPORTER_OTLP_ENDPOINT.",
      like: "https://traces.example.com/v1/traces",
      unset: "",
    },
    OTEL_EXPORTER_OTLP_HEADERS: {
      says: "Headers that are sent along, parted by commas.",
      like: "authorization=Bearer%20a-secret",
      unset: "none",
    },
    OTEL_SERVICE_NAME: { says: "What traces call this service.", like: "muster-eu", unset: "muster" },
    OTEL_RESOURCE_ATTRIBUTES: {
      says: "What else traces say of it, parted by commas.",
      like: "deployment.environment.name=production",
      unset: "none",
    },
    OTEL_TRACES_SAMPLER: {
      says: "Which requests and jobs are traced.",
      like: "parentbased_traceidratio",
      unset: "all",
    },
    OTEL_TRACES_SAMPLER_ARG: { says: "The part of them, for a sampler that takes one.", like: "0.1", unset: "1" },
    OTEL_TRACES_EXPORTER: { says: "none: no traces after all.", like: "none", unset: "otlp" },
    OTEL_SDK_DISABLED: { says: "true: no traces after all.", like: "true", unset: "false" },
  }),
  ...named("diagnosis", {
    MUSTER_DEBUG: { says: "1: faults are shown with their stack.", like: "1", unset: "the message alone" },
  }),
];
