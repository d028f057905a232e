/** For workers of tests in which nothing may go wrong. */
import type { WorkspaceFault } from "../../src/app/workspace/workspace-fault.ts";

export const throwFault = ({ error }: WorkspaceFault): never => {
  throw error;
};
