/** An import by the API, as the person who is signed in on a page. */
import type { Page } from "playwright-core";

type Said = { readonly name: string; readonly dryRun?: boolean };

/** Waits until it is done, or planned; answers its id. */
export async function importByPage(page: Page, file: string | Buffer, { name, dryRun = false }: Said): Promise<string> {
  const query = new URLSearchParams({ name, wait: "30", dryRun: String(dryRun) });
  const workspace = await page.evaluate<string>("localStorage.getItem('muster-workspace')");
  const answer = await page.request.post(`/api/v1/imports?${query}`, {
    data: file,
    headers: {
      "content-type": "application/octet-stream",
      "muster-workspace": workspace,
      origin: new URL(page.url()).origin,
    },
  });
  const { import: id } = (await answer.json()) as { readonly import?: string };
  if (id === undefined) throw new Error(`It was not imported: ${await answer.text()}`);
  return id;
}
