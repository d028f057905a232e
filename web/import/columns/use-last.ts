/** The last value that there was: what is shown stays while the next answer, or one that is none, comes. */
import { useState } from "react";

export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState<T | null>(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
