/** Custom data that becomes a field: what contacts keep under a name is read by the field's type. */
import { afterEach, describe, expect, test } from "vitest";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { removeCustomField } from "../../src/app/workspace/custom-fields.ts";
import { type PromotionRequest, previewPromotion, promoteKept } from "../../src/app/workspace/promote-kept.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const REQUEST: PromotionRequest = {
  ...{ name: "Renewal", key: null, label: null, type: "date", options: [], dateOrder: null, country: null },
};
const preview = async (request: Partial<PromotionRequest> = {}) =>
  accepted(await previewPromotion(it.ports, it.workspace, { ...REQUEST, ...request }));
const valuesOf = async (key: string) => (await it.contacts()).map(({ values }) => values.get(key));

const FILE =
  "email,Renewal,Shoe\na@example.com,03/04/2024,9\nb@example.com,25/12/2023,10\nc@example.com,soon,11\nd@example.com,,12\n";

describe("custom data", () => {
  test("becomes a field with the values of all contacts, read by what all of them show (C-D4)", async () => {
    it = await testWorkspace();
    await it.import(FILE);
    const promotion = await preview();
    expect(promotion).toMatchObject({ read: 2, unread: 1, unreadTexts: [{ text: "soon", contacts: 1 }] });
    expect(await valuesOf("renewal")).toEqual([undefined, undefined, undefined, undefined]);
    expect(accepted(await promoteKept(it.ports, it.workspace, promotion))).toEqual({ read: 2, unread: 1 });
    expect(await valuesOf("renewal")).toEqual(["2024-04-03", "2023-12-25", undefined, undefined]);
    expect(await valuesOf("kept:Renewal")).toEqual([undefined, undefined, "soon", undefined]);
    expect(await valuesOf("kept:Shoe")).toEqual(["9", "10", "11", "12"]);
  });

  test("keeps the origin of its values, and the column fills the field from then on (C-D4, C-X6)", async () => {
    it = await testWorkspace();
    const first = await it.import(FILE);
    const second = await it.import("email,Renewal\nb@example.com,26/12/2023\n");
    accepted(await promoteKept(it.ports, it.workspace, await preview()));
    const originOf = async (at: number) => {
      const { values } = await contactCard(it.ports, it.workspace, (await it.contacts())[at]!);
      return values.find(({ key }) => key === "renewal")?.origin;
    };
    expect(await originOf(0)).toEqual({ import: first.id, line: 2, column: "Renewal", raw: "03/04/2024" });
    expect(await originOf(1)).toEqual({ import: second.id, line: 2, column: "Renewal", raw: "26/12/2023" });
    const again = await it.import(`${FILE}e@example.com,31/01/2024,8\n`);
    expect(again.progress?.tally.outcomes).toMatchObject({ created: 1, updated: 1, unchanged: 3 });
    expect(await valuesOf("renewal")).toEqual(["2024-04-03", "2023-12-25", undefined, undefined, "2024-01-31"]);
  });

  test("comes back when the field is removed (C-D4)", async () => {
    it = await testWorkspace();
    await it.import(FILE);
    accepted(await promoteKept(it.ports, it.workspace, await preview({ type: "text" })));
    accepted(await removeCustomField(it.ports, it.workspace, "renewal", { confirmed: true }));
    expect(await valuesOf("kept:Renewal")).toEqual(["03/04/2024", "25/12/2023", "soon", undefined]);
  });

  test.each([
    [{ name: "Renewals" }, "field_unknown"],
    [{ key: "email" }, "field_exists"],
    [{ type: "dates" }, "field_invalid"],
    [{ type: "single_choice" }, "field_invalid"],
  ] as const)("is refused as %j (C-D4)", async (request, code) => {
    it = await testWorkspace();
    await it.import(FILE);
    const refused = await previewPromotion(it.ports, it.workspace, { ...REQUEST, ...request });
    expect(refused.ok ? null : refused.refusal.code).toBe(code);
  });
});
