/** The addresses of workspaces that are told of their imports. */
import type { EndpointStore } from "../../../app/ports/notification-store.ts";
import type { WebhookEndpoint } from "../../../core/notify/webhook-endpoint.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { hostOfAddress } from "../../../core/workflow/web-address.ts";
import { asEndpoint, ENDPOINT_COLUMNS } from "../../background/stored-endpoint.ts";
import type { Database } from "../database.ts";

export class SqliteEndpoints implements EndpointStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly WebhookEndpoint[]> {
    return this.#database
      .all(`select ${ENDPOINT_COLUMNS} from webhook_endpoint where workspace_id = ? order by endpoint_id`, workspace)
      .map(asEndpoint);
  }

  async add(workspace: number, endpoint: Omit<WebhookEndpoint, "number">): Promise<Result<WebhookEndpoint>> {
    const { url, events, secrets, createdBy, createdAt } = endpoint;
    return this.#database.transaction(() => {
      const known = this.#database.get(
        "select 1 from webhook_endpoint where workspace_id = ? and url = ?",
        ...[workspace, url],
      );
      if (known)
        return refuseWith("endpoint_exists", `A webhook to this address of ${hostOfAddress(url)} is there already.`);
      const number = Number(
        this.#database.get(
          "update workspace set next_endpoint = next_endpoint + 1 where workspace_id = ? returning next_endpoint - 1",
          workspace,
        )?.[0],
      );
      this.#database.run(
        `insert into webhook_endpoint (workspace_id, endpoint_id, url, events, secrets, created_by, created_at)
         values (?, ?, ?, ?, ?, ?, ?)`,
        ...[workspace, number, url, JSON.stringify(events), JSON.stringify(secrets), createdBy, createdAt],
      );
      return accept({ ...endpoint, number });
    });
  }

  async change(workspace: number, { number, url, events, secrets }: WebhookEndpoint): Promise<void> {
    await this.#database.write(
      "update webhook_endpoint set url = ?, events = ?, secrets = ? where workspace_id = ? and endpoint_id = ?",
      ...[url, JSON.stringify(events), JSON.stringify(secrets), workspace, number],
    );
  }

  async remove(workspace: number, number: number): Promise<void> {
    await this.#database.transaction(() => {
      this.#database.run("delete from webhook_endpoint where workspace_id = ? and endpoint_id = ?", workspace, number);
      this.#database.run(
        `update outbox set state = 'cancelled', effect = null where workspace_id = ? and cause = 'endpoint' and about = ?
         and state in ('queued', 'failed', 'dead')`,
        ...[workspace, number],
      );
    });
  }
}
