/** The nonce of this page, by which the policy of the page knows the styles that its components make. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
