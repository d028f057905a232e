/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) out of an answer: `EventSource` cannot send a token. */

export type ServerEvent = { readonly event: string; readonly data: string };

export async function* eventsIn({ body }: Response): AsyncGenerator<ServerEvent> {
  if (body === null) return;
  // Not every browser iterates over a stream by itself.
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += piece.value;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n").map((line) => /^(\w+): ?(.*)$/.exec(line));
      const of = (name: string): string => lines.find((line) => line?.[1] === name)?.[2] ?? "";
      if (of("data") !== "") yield { event: of("event"), data: of("data") };
    }
  }
}
