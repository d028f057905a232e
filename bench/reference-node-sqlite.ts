/** The reference where the `sqlite3` shell is not installed: node reference-node-sqlite.ts FILE DATABASE. */
import { createReadStream } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse";
import { SETTINGS_SQL, STAGE_ROW_SQL, UPSERT_SQL } from "./reference-sqlite.ts";

const [file = "", database = ""] = process.argv.slice(2);
const db = new DatabaseSync(database);
db.exec(SETTINGS_SQL);
const stage = db.prepare(STAGE_ROW_SQL);
db.exec("begin");
for await (const cells of createReadStream(file).pipe(parse({ from: 2 }))) stage.run(...(cells as string[]));
db.exec(`${UPSERT_SQL} commit;`);
db.close();
