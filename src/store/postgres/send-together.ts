/**
 * Statements in one message, and the rows of those that copy right behind it: nobody waits for an answer between two of them. What
 * comes after one that has failed is left out by the server, its rows too
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 */
import { once } from "node:events";
import type pg from "pg";

/** `rows`: of COPY, as lines of its text format. No statement answers rows. */
export type Said = { readonly sql: string; readonly rows?: Iterable<string> };

/** Characters gathered before they are sent. */
const PIECE = 256 * 1024;
const [COPY_DATA, COPY_DONE, COPY_FAIL] = [0x64, 0x63, 0x66];

export function sendTogether(client: pg.PoolClient, said: readonly Said[]): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new Together(said, { resolve, reject }));
  });
}

type Ended = { readonly resolve: () => void; readonly reject: (error: unknown) => void };

/** As the driver knows a query: it calls these methods with what the server answers. */
class Together implements pg.Submittable {
  readonly #said: readonly Said[];
  readonly #ended: Ended;
  /** The server has answered that it leaves out the rest. */
  #hasFailed = false;
  /** Why rows could not be made. */
  #fault: { readonly error: unknown } | null = null;

  constructor(said: readonly Said[], ended: Ended) {
    this.#said = said;
    this.#ended = ended;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#said.map(({ sql }) => sql).join(";\n"));
    // A connection that breaks meanwhile says so to `handleError`.
    this.#sendRows(connection.stream).catch(() => undefined);
  }

  async #sendRows(stream: pg.Connection["stream"]): Promise<void> {
    for (const { rows } of this.#said) {
      if (rows === undefined) continue;
      try {
        for (const piece of inPieces(rows)) {
          if (this.#hasFailed) return;
          sendMessage(stream, COPY_DATA, piece);
          if (stream.writableNeedDrain) await once(stream, "drain");
        }
      } catch (error) {
        this.#fault = { error };
        sendMessage(stream, COPY_FAIL, "the rows could not be made\0");
        return;
      }
      sendMessage(stream, COPY_DONE, "");
    }
  }

  handleError(error: unknown): void {
    this.#hasFailed = true;
    this.#ended.reject(this.#fault === null ? error : this.#fault.error);
  }

  handleReadyForQuery(): void {
    this.#ended.resolve();
  }

  handleCopyInResponse(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}

function* inPieces(rows: Iterable<string>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += row;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
function sendMessage(stream: pg.Connection["stream"], type: number, text: string): void {
  const body = Buffer.from(text);
  const head = Buffer.alloc(5);
  head[0] = type;
  head.writeUInt32BE(body.length + 4, 1);
  stream.cork();
  stream.write(head);
  if (body.length > 0) stream.write(body);
  stream.uncork();
}
