/** Whether the OpenAPI document says enough to write a client from it alone. */
import { expect, test } from "vitest";
import { apiServer } from "../support/api-server.ts";

type Schema = { readonly $ref?: string; readonly properties?: Readonly<Record<string, unknown>> };
type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
};

async function operation(method: string, path: string): Promise<Operation> {
  const { app } = await apiServer();
  const response = await app.request("http://muster.test/api/openapi.json");
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> };
  return paths[`/api/v1${path}`]?.[method] as Operation;
}

const headersOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);

test("a form has the parts file and options, and JSON is rows or an upload", async () => {
  const { requestBody } = await operation("post", "/imports");
  const form = requestBody.content["multipart/form-data"]?.schema;
  expect(form?.properties).toMatchObject({
    file: { type: "string", format: "binary" },
    options: { $ref: "#/components/schemas/ImportOptions" },
  });
  const json = requestBody.content["application/json"]?.schema;
  expect(json).toMatchObject({ anyOf: [{ type: "array" }, { required: ["rows"] }, { required: ["upload"] }] });
  expect(requestBody.content["application/octet-stream"]?.schema).toEqual({ type: "string", format: "binary" });
});

test("map and set of a change may be lists or objects", async () => {
  const { requestBody } = await operation("patch", "/imports/{id}");
  const properties = requestBody.content["application/json"]?.schema.properties;
  const either = { anyOf: [{ type: "array" }, { type: "object" }] };
  expect(properties).toMatchObject({ map: either, set: either });
});

test.each([
  ["post", "/imports", ["Muster-Workspace", "Idempotency-Key", "Content-Disposition"]],
  ["patch", "/imports/{id}", ["Muster-Workspace", "If-Match"]],
  ["get", "/imports/{id}/events", ["Muster-Workspace", "Last-Event-ID"]],
  ["post", "/uploads/tus", ["Muster-Workspace", "Tus-Resumable", "Upload-Length", "Upload-Metadata"]],
  ["get", "/me", []],
])("%s %s names the headers %j", async (method, path, headers) => {
  expect(headersOf(await operation(method, path))).toEqual(headers);
});

test.each([
  ["post", "/uploads/tus", "201"],
  ["patch", "/uploads/tus/{id}", "204"],
  ["get", "/exports/{what}", "200"],
])("%s %s is answered with %s", async (method, path, status) => {
  expect(Object.keys((await operation(method, path)).responses)).toEqual([status, "default"]);
});

test("an export is CSV or a workbook", async () => {
  const { responses } = await operation("get", "/exports/{what}");
  expect(Object.keys(responses[200]?.content ?? {})).toEqual([
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
});
