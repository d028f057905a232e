/** People who work in a workspace. They own contacts, follow them, and act in their role. */

export const ROLES = ["admin", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export type Member = {
  readonly number: number;
  /** In lower case; no two members of a workspace share one, those who were removed included. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /**
   * Addresses that the member had before, and other texts that contacts named the member by: files that still name the
   * addresses mean this member, and a ledger that has one of them speaks of this member.
   */
  readonly formerEmails: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Null = a member now. */
  readonly removedAt: number | null;
};

export const isPresent = ({ removedAt }: Pick<Member, "removedAt">): boolean => removedAt === null;
