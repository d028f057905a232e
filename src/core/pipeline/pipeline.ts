/** Pipelines with their stages, as opportunities and files of pipelines refer to them. */
export type Stage = {
  readonly id: number;
  readonly name: string;
  /** A decimal number as text; `""` = none is given. */
  readonly position: string;
  readonly closed: "won" | "lost" | null;
};

export type Pipeline = {
  readonly id: number;
  /** The id that another system gives it; `""` = none. */
  readonly externalId: string;
  readonly name: string;
  /** Somebody has said that it is the default one. Where nobody has, it is the oldest. */
  readonly isDefault: boolean;
  /** In the order in which an opportunity goes through them. */
  readonly stages: readonly Stage[];
};

export const defaultPipeline = (pipelines: readonly Pipeline[]): Pipeline | null =>
  pipelines.find(({ isDefault }) => isDefault) ??
  pipelines.reduce<Pipeline | null>((oldest, one) => (oldest === null || one.id < oldest.id ? one : oldest), null);

/** Stages without a position come last, in the order they were made. */
export const inOrder = (stages: readonly Stage[]): readonly Stage[] =>
  [...stages].sort((a, b) => positionOf(a) - positionOf(b) || a.id - b.id);

const positionOf = ({ position }: Stage): number => (position === "" ? Number.MAX_VALUE : Number(position));
