/** PostgreSQL against what the ports promise. */
import { openPostgresStore } from "../../src/store/postgres/store.ts";
import { newDatabase } from "../support/postgres-database.ts";
import { everyStoreConformance } from "./every-store.ts";
import type { OpenStores } from "./fixture.ts";

const open: OpenStores = async (now) => {
  const database = await newDatabase();
  const store = await openPostgresStore({ url: database.url, connections: 4, now });
  return {
    store,
    async close() {
      await store.close();
      await database.giveBack();
    },
  };
};

everyStoreConformance("postgres", open);
