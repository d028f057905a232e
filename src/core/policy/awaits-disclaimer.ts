/** Whether an import's policy asks for a disclaimer that nobody has accepted. */

type Asked = { readonly policy: { readonly disclaimer: boolean }; readonly disclaimer?: object | null };

export const awaitsDisclaimer = ({ policy, disclaimer = null }: Asked): boolean =>
  policy.disclaimer && disclaimer === null;
