/** Loaded before everything else, it moves the clock of a process ahead by `MUSTER_TEST_CLOCK_AHEAD` milliseconds. */
const ahead = Number(process.env.MUSTER_TEST_CLOCK_AHEAD);
const Real = Date;
const now = (): number => Real.now() + ahead;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
