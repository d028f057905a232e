/** Files as answers: streamed, under a name that no header can be broken by, and never run by a browser. */

/** @param name may hold any characters (RFC 6266, RFC 8187) */
export function attachment(name: string, type: string): Readonly<Record<string, string>> {
  const plain = name.replace(/[^\w.,() -]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "X-Content-Type-Options": "nosniff",
  };
}

/** What the pieces are made from is let go of where nobody listens any more. */
export function streamed(
  pieces: AsyncIterable<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Response {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value.slice());
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, { headers });
}
