/** The sum of amounts written as decimals, exact to the last digit. What is no amount counts nothing. */
const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?$/;

export function exactSum(amounts: readonly string[]): string {
  const parts = amounts.map((amount) => AMOUNT.exec(amount)).filter((part) => part !== null);
  const digits = Math.max(0, ...parts.map(([, , , decimals = ""]) => decimals.length));
  const sum = parts.reduce((total, [, sign, whole = "0", decimals = ""]) => {
    const size = BigInt(whole + decimals.padEnd(digits, "0"));
    return sign === "-" ? total - size : total + size;
  }, 0n);
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${sum < 0n ? "-" : ""}${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}
