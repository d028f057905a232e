/** Who one is, workspaces, policies, sources, members: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/workspaces.ts";
import { place } from "../place.ts";

export const whoAmI = place<typeof contract.whoAmI>("get", "/me");
export const createWorkspace = place<typeof contract.createWorkspace>("post", "/workspaces");
export const showPolicy = place<typeof contract.showPolicy>("get", "/policy");
export const listPolicyKeys = place<typeof contract.listPolicyKeys>("get", "/policy/keys");
export const changePolicy = place<typeof contract.changePolicy>("patch", "/policy");
export const policyHistory = place<typeof contract.policyHistory>("get", "/policy/history");
export const listPresets = place<typeof contract.listPresets>("get", "/presets");
export const listSources = place<typeof contract.listSources>("get", "/sources");
export const addSource = place<typeof contract.addSource>("post", "/sources");
export const changeSource = place<typeof contract.changeSource>("patch", "/sources/{name}");
export const removeSource = place<typeof contract.removeSource>("delete", "/sources/{name}");
export const listMembers = place<typeof contract.listMembers>("get", "/members");
export const addMember = place<typeof contract.addMember>("post", "/members");
export const changeMember = place<typeof contract.changeMember>("patch", "/members/{id}");
export const inviteMember = place<typeof contract.inviteMember>("post", "/members/{id}/invitation");
export const removeMember = place<typeof contract.removeMember>("delete", "/members/{id}");
