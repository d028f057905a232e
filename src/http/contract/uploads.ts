/** Files that are uploaded first and imported later, for whoever wants to see how they are read before. */
import { z } from "@hono/zod-openapi";
import { endpoint } from "./endpoint.ts";
import { importOptions } from "./import-options.ts";
import { fileBytes, moment } from "./shapes.ts";

const tag = "Uploads";

const uploadShape = z
  .object({
    upload: z.string().openapi({ example: "upl_0123456789" }),
    name: z.string(),
    bytes: z.number().int().nullable().openapi({ description: "As it is to be; null = not said yet" }),
    received: z.number().int(),
    isWhole: z.boolean(),
    expiresAt: moment,
  })
  .openapi("Upload");

export const makeUpload = endpoint({
  method: "post",
  path: "/uploads",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Uploads a file that waits up to a day for its import, which names it",
  description: "As `multipart/form-data` with the part `file`, or as the body. Only whoever began an upload sees it.",
  query: z.object({ name: z.string().max(1000).optional() }),
  takes: ["multipart/form-data", "application/octet-stream"],
  holds: { "multipart/form-data": z.object({ file: fileBytes }) },
  isSlow: true,
  answer: uploadShape,
  status: 201,
});

export const showUpload = endpoint({
  method: "get",
  path: "/uploads/{id}",
  need: "import",
  inEmbed: true,
  tag,
  summary: "How much of an upload is there",
  answer: uploadShape,
});

const continuedFile = z
  .object({
    import: z.string(),
    file: z.string(),
    at: moment,
    object: z.string().openapi({ description: "What the lines were then, and are now", example: "contacts" }),
    lines: z.number().int().openapi({ description: "Rows that name a line of that import" }),
    isWhole: z.boolean().openapi({ description: "False = the file has more rows than are counted" }),
    ownColumns: z
      .number()
      .int()
      .openapi({ description: "Columns of the contacts; those behind them are not imported" }),
    ...{ mode: z.string(), onMatch: z.string(), emptyCells: z.string(), tags: z.array(z.string()) },
    ...{ owner: z.string().nullable(), country: z.string().nullable(), dateOrder: z.string().nullable() },
  })
  .openapi("ContinuedFile", { description: "The import whose lines a file puts right, and what holds as it did then" });

export const showUploadTable = endpoint({
  method: "get",
  path: "/uploads/{id}/table",
  need: "import",
  inEmbed: true,
  tag,
  summary: "How an uploaded file is read and mapped, with its first 200 rows, and what stands in the way of an import",
  description: "With the options of an import, as it would be under them.",
  query: importOptions.strict().extend({ workspace: z.string().optional() }),
  isSlow: true,
  answer: z.object({
    dialect: z.looseObject({}).nullable().openapi({ description: "Null = it cannot be read" }),
    columns: z.array(
      z.looseObject({
        column: z.number().int(),
        header: z.string(),
        target: z.looseObject({ to: z.string() }),
        foundBy: z.string(),
        confidence: z.number(),
        reason: z.string(),
        samples: z.array(z.string()),
      }),
    ),
    constants: z.array(z.looseObject({})),
    headers: z.array(z.string()).nullable(),
    rows: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
    hasMoreRows: z.boolean().openapi({ description: "The file may have more rows than those" }),
    refusal: z
      .object({
        ...{ code: z.string(), message: z.string(), fix: z.string(), line: z.number().int().optional() },
        names: z.array(z.string()).optional().openapi({ description: "What it names, such as sheets to choose from" }),
      })
      .nullable()
      .openapi({ description: "Why an import cannot start like this; null = it can" }),
    looksLike: z.enum(["accounts", "opportunities", "contacts,opportunities", "pipelines"]).nullable().openapi({
      description: "What the lines look like, where nobody has said it (object) and they do not look like contacts",
    }),
    continues: continuedFile.nullable().openapi({ description: "Null = it is a file of its own" }),
  }),
});

const becoming = z
  .object({
    values: z.array(
      z.object({
        value: z.string().openapi({ description: "As it first stands in the column" }),
        count: z.number().int(),
        becomes: z.string().nullable().openapi({ description: "Null = nothing, or it cannot be read" }),
        problem: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
        items: z
          .array(z.string())
          .optional()
          .openapi({ description: "Where the field holds several: the values that it is parted into" }),
      }),
    ),
    more: z.number().int().openapi({ description: "Different values besides those" }),
    rows: z.number().int().openapi({ description: "Rows that were looked at" }),
    isWhole: z.boolean().openapi({ description: "False = the file has more rows or values than are counted" }),
  })
  .openapi("ColumnValues");

const ofColumn = {
  column: z.coerce.number().int().min(0).openapi({ description: "From 0, from the left" }),
  field: z
    .string()
    .max(200)
    .openapi({ description: "Key of the field that the column would go to", example: "country" }),
};

export const listUploadValues = endpoint({
  method: "get",
  path: "/uploads/{id}/values",
  need: "import",
  tag,
  summary: "Which values stand in a column of an uploaded file, how often, and what each becomes in a field",
  description: "The most frequent ones. A value map (`Header=field{Mr:Male}` in `map`) says otherwise of some.",
  query: importOptions.strict().extend({ ...ofColumn, workspace: z.string().optional() }),
  isSlow: true,
  answer: becoming,
});

export const listImportValues = endpoint({
  method: "get",
  path: "/imports/{id}/values",
  need: "import",
  tag: "Imports",
  summary: "Which values stand in a column of an import's file, how often, and what each becomes in a field",
  query: z.object(ofColumn),
  isSlow: true,
  answer: becoming,
});

export const removedUpload = endpoint({
  method: "delete",
  path: "/uploads/{id}",
  need: "import",
  inEmbed: true,
  tag,
  summary: "Removes an upload",
  answer: null,
});

const tus = { need: "import", inEmbed: true, tag, protocol: "tus", isSlow: true } as const;
const spoken = "See https://tus.io/protocols/resumable-upload: any of its clients speaks it.";
const version = { "Tus-Resumable": "The version of the protocol: 1.0.0" };
const nothing = { type: "application/offset+octet-stream", description: "Nothing; the headers say how far it is" };

export const beginTus = endpoint({
  ...tus,
  method: "post",
  path: "/uploads/tus",
  summary: "Begins a resumable upload (tus 1.0): the last part of its Location is the upload's id",
  description: spoken,
  headers: {
    ...version,
    "Upload-Length": "Bytes of the whole file",
    "Upload-Metadata": "`filename` and its name in base64, parted by a space",
  },
  answer: nothing,
  status: 201,
});

export const continueTus = endpoint({
  ...tus,
  method: "patch",
  path: "/uploads/tus/{id}",
  summary: "Sends a part of a resumable upload",
  takes: ["application/offset+octet-stream"],
  headers: { ...version, "Upload-Offset": "How many bytes have come before" },
  answer: nothing,
  status: 204,
});

export const askTus = endpoint({
  ...tus,
  method: "head",
  path: "/uploads/tus/{id}",
  summary: "How much of a resumable upload has come",
  headers: version,
  answer: nothing,
});

export const endTus = endpoint({
  ...tus,
  method: "delete",
  path: "/uploads/tus/{id}",
  summary: "Gives a resumable upload up",
  headers: version,
  answer: nothing,
  status: 204,
});
