/** A file that was dropped or picked on another page, on its way to the first step of an import. */
let handed: File | null = null;

export const handFile = (file: File): void => {
  handed = file;
};

/** Once: whoever comes back to the step later begins without it. */
export function takeFile(): File | null {
  const file = handed;
  handed = null;
  return file;
}
