/** Connected sources as programs read them. */
import type { Source } from "../../core/authority/source.ts";

export const sourceJson = ({ name, kind, options }: Source) => ({ name, kind, options });
