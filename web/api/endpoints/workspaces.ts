/** Who one is, workspaces, members: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/workspaces.ts";
import { place } from "../place.ts";

export const whoAmI = place<typeof contract.whoAmI>("get", "/me");
export const listMembers = place<typeof contract.listMembers>("get", "/members");
export const showPolicy = place<typeof contract.showPolicy>("get", "/policy");
