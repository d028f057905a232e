/** `make-database.ts FOLDER`: sees that a data folder of the tests has its database, for those who cannot wait for one themselves. */
import { databaseOf } from "./open-test-store.ts";

await databaseOf(process.argv[2] ?? "");
