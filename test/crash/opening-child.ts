/** Opens and closes the embedded database of each folder it is told, and says how that went. */
import { openSqliteStore } from "../../src/store/sqlite/store.ts";

process.on("message", async (folder: string) => {
  try {
    await openSqliteStore(folder).close();
    process.send?.("opened");
  } catch (error) {
    process.send?.(String(error));
  }
});
process.send?.("ready");
