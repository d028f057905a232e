/** The addresses of workspaces that are told of their imports. */
import type { EndpointStore } from "../../../app/ports/notification-store.ts";
import type { WebhookEndpoint } from "../../../core/notify/webhook-endpoint.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { hostOfAddress } from "../../../core/workflow/web-address.ts";
import { asEndpoint, ENDPOINT_COLUMNS } from "../../background/stored-endpoint.ts";
import type { Database } from "../database.ts";

export class PostgresEndpoints implements EndpointStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly WebhookEndpoint[]> {
    const rows = await this.#database.all(
      `select ${ENDPOINT_COLUMNS} from webhook_endpoint where workspace_id = $1 order by endpoint_id`,
      workspace,
    );
    return rows.map(asEndpoint);
  }

  async add(workspace: number, endpoint: Omit<WebhookEndpoint, "number">): Promise<Result<WebhookEndpoint>> {
    const { url, events, secrets, createdBy, createdAt } = endpoint;
    return this.#database.transaction(workspace, async () => {
      const known = await this.#database.get(
        "select 1 from webhook_endpoint where workspace_id = $1 and url = $2",
        ...[workspace, url],
      );
      if (known)
        return refuseWith("endpoint_exists", `A webhook to this address of ${hostOfAddress(url)} is there already.`);
      const [next] =
        (await this.#database.get(
          "update workspace set next_endpoint = next_endpoint + 1 where workspace_id = $1 returning next_endpoint - 1",
          workspace,
        )) ?? [];
      const number = Number(next);
      await this.#database.run(
        `insert into webhook_endpoint (workspace_id, endpoint_id, url, events, secrets, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        ...[workspace, number, url, JSON.stringify(events), JSON.stringify(secrets), createdBy, createdAt],
      );
      return accept({ ...endpoint, number });
    });
  }

  async change(workspace: number, { number, url, events, secrets }: WebhookEndpoint): Promise<void> {
    await this.#database.write(
      workspace,
      "update webhook_endpoint set url = $3, events = $4, secrets = $5 where workspace_id = $1 and endpoint_id = $2",
      ...[workspace, number, url, JSON.stringify(events), JSON.stringify(secrets)],
    );
  }

  async remove(workspace: number, number: number): Promise<void> {
    await this.#database.transaction(workspace, async () => {
      await this.#database.run(
        "delete from webhook_endpoint where workspace_id = $1 and endpoint_id = $2",
        ...[workspace, number],
      );
      await this.#database.run(
        `update outbox set state = 'cancelled', effect = null
         where workspace_id = $1 and cause = 'endpoint' and about = $2 and state in ('queued', 'failed', 'dead')`,
        ...[workspace, number],
      );
    });
  }
}
