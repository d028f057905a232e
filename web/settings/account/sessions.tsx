/** Where one is signed in, with the way to end what one does not know. */
import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { askSignIn } from "../../api/sign-in-api.ts";
import { useSession } from "../../sign-in/use-session.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { Row, Rows } from "../rows.tsx";
import { deviceOf } from "./device-of.ts";

type OneSession = {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
};

const KEY = ["sessions"];

export function Sessions() {
  const { access } = useWords();
  const { account } = access;
  const format = useFormat();
  const queries = useQueryClient();
  const present = useSession();
  const sessions = useQuery({ queryKey: KEY, queryFn: () => askSignIn<readonly OneSession[]>("/list-sessions") });
  const end = useMutation({
    mutationFn: (token: string | null) =>
      token === null ? askSignIn("/revoke-other-sessions", {}) : askSignIn("/revoke-session", { token }),
    onSuccess: async () => {
      notifications.show({ color: "green", message: account.ended });
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const here = present.data?.session.id;
  return (
    <Answered query={sessions}>
      {(items) => (
        <>
          <Rows label={account.sessions}>
            {[...items]
              .sort((a, b) => Number(b.id === here) - Number(a.id === here) || b.updatedAt.localeCompare(a.updatedAt))
              .map(({ id, token, createdAt, updatedAt, ipAddress, userAgent }) => {
                const device = deviceOf(userAgent ?? "") ?? account.unknownDevice;
                return (
                  <Row
                    key={id}
                    title={
                      <>
                        {device} {id === here && <Badge>{account.thisOne}</Badge>}
                      </>
                    }
                    note={[
                      ipAddress && account.from(ipAddress),
                      account.begun(format.moment(createdAt)),
                      account.seen(format.ago(updatedAt)),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  >
                    {id !== here && (
                      <Button
                        variant="subtle"
                        color="gray"
                        aria-label={account.ending(device)}
                        onClick={() => end.mutate(token)}
                      >
                        {account.end}
                      </Button>
                    )}
                  </Row>
                );
              })}
          </Rows>
          {items.length > 1 && (
            <Button variant="default" mt="sm" onClick={() => end.mutate(null)}>
              {account.endOthers}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}
