/** The nonce of this page, by which the policy of the page knows the styles that its components make. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

/** Some libraries look for it here, by the name that one bundler gave it. */
export function offerNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: pageNonce() });
}
