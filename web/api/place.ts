/**
 * Where an endpoint is, with the types of what is asked and answered there. The schemas of the contract stay on the server: the
 * pages take its types alone, and TypeScript sees that method and path are those of the endpoint.
 */
import type { Endpoint } from "../../src/http/contract/endpoint.ts";

export const place = <E extends Endpoint>(method: E["method"], path: E["path"]): E =>
  ({ method, path }) as unknown as E;
