/** A real mail server on this machine, and the mails that it got. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

type Mail = { readonly to: readonly string[]; readonly text: string };

/** `MUSTER_SMTP_URL` and the address that mails are from. */
export async function mailServer() {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (piece) => {
        text += piece;
      });
      stream.on("end", () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  // A client that is killed in the middle of a mail is no fault of the server's.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.server.address() as AddressInfo;
  const env = { MUSTER_SMTP_URL: `smtp://127.0.0.1:${port}`, MUSTER_MAIL_FROM: "Muster <muster@example.com>" };
  return { mails, env };
}

/** The key of the effect, as the Message-ID has it. */
export const keyOfMail = ({ text }: Mail): string => /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? "";
