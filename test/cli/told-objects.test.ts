/** What the lines of a file are: said, told by the header, or asked for. */
import { describe, expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const PIPELINE = "Pipeline;Phase;Reihenfolge;Gewonnen;Verloren;Standard\n";

describe("what the lines are (C-D1, C-R2)", () => {
  test("an export that is imported without --object is not taken for contacts, unless that is said", () => {
    const bench = workbench();
    const pipelines = bench.file("p.csv", `${PIPELINE}Vertrieb;Neu;1;nein;nein;ja\nVertrieb;Fertig;2;ja;nein;ja\n`);
    expect(bench.json(["import", pipelines, "--object", "pipelines", "--yes"])).toMatchObject({
      outcomes: { created: 2, failed: 0 },
    });
    bench.run(["import", bench.file("a.csv", "Name,External ID\nAcme,A1\n"), "--object", "accounts", "--yes"]);
    bench.run(["export", "accounts", "--out", bench.path("accounts.csv")]);
    const refused = bench.run(["import", bench.path("accounts.csv"), "--yes"]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("--object accounts") });
    expect(refused.err).toContain("say --object contacts");
    const insisted = bench.run(["plan", bench.path("accounts.csv"), "--object", "contacts"]);
    expect(insisted).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is written yet") });
  });

  test.each([
    [
      "companies",
      "id_cliente,ragione_sociale,paese\nC001,Rossi S.r.l.,Italia\n",
      /^ +If each line is a company.*--object accounts\. Else map.*'Header=full_name'/m,
    ],
    [
      "people, in a column that nobody knows",
      "Wer,Ort,Zahl\nAnn Lee,Bonn,12345\n",
      /^ +Map a column.*'Wer=full_name'.*--object accounts\./m,
    ],
  ])("where no column names a person, it is said what to do: %s", (_, text, says) => {
    const bench = workbench();
    expect(bench.run(["import", bench.file("x.csv", text), "--yes"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(says),
    });
  });

  test("a file of pipelines maps by the words that people have for its columns", () => {
    const bench = workbench();
    const text =
      "Pipeline,Stage,Order,Won,Lost,Default\nSales,New,1,,,yes\nSales,Done,2,yes,,yes\nSales,Gone,3,,yes,yes\n";
    bench.run(["import", bench.file("p.csv", text), "--object", "pipelines", "--yes"]);
    const shown = bench.run(["pipelines", "show", "Sales"]).out;
    expect(shown).toContain("the default pipeline");
    expect(shown).toMatch(/Done +2 +won/);
    expect(shown).toMatch(/Gone +3 +lost/);
  });
});
