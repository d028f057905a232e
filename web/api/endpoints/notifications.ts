/** Notifications and tasks: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/notifications.ts";
import { place } from "../place.ts";

export const listNotifications = place<typeof contract.listNotifications>("get", "/notifications");
export const markNotificationsRead = place<typeof contract.markNotificationsRead>("post", "/notifications/read");
export const showProfile = place<typeof contract.showProfile>("get", "/notifications/profile");
export const changeProfile = place<typeof contract.changeProfile>("patch", "/notifications/profile");
export const listTasks = place<typeof contract.listTasks>("get", "/tasks");
