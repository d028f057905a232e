/** The session that the cookie names. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { askSignIn, type Session } from "../api/sign-in-api.ts";

export const useSession = (): UseQueryResult<Session> =>
  useQuery({ queryKey: ["session"], queryFn: () => askSignIn<Session>("/get-session") });
