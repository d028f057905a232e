/** What a menu or popover takes for its button, where that is in the page already and stays the one it is, with the focus. */
import { type Ref, useEffect, useImperativeHandle, useState } from "react";

type Props = { readonly button: HTMLElement; readonly ref?: Ref<HTMLElement> };

export function StandIn({ button, ref }: Props) {
  useImperativeHandle(ref, () => button, [button]);
  return null;
}

/** False at first: what opens a moment after it is there has seen where the focus was, and gives it back. */
export function useAfterFirst(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => setAfter(true), []);
  return isAfter;
}
