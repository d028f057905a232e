/** What a contact that was put away held, with its owner and followers named as they are reached now. */
import { type PresentAddresses, withPresentAddresses } from "../../core/member/present-address.ts";

export function withPresentMembers(
  values: ReadonlyMap<string, string>,
  addresses: PresentAddresses,
): ReadonlyMap<string, string> {
  const named = ["owner", "followers"].flatMap((field) => {
    const text = values.get(field);
    return text === undefined ? [] : [[field, [null, text]] as const];
  });
  const present = withPresentAddresses(Object.fromEntries(named), addresses);
  return new Map([...values].map(([field, text]) => [field, present[field]?.[1] ?? text]));
}
