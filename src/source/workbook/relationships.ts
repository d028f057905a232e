/** Which part of a package means what to another (`_rels/….rels`, ECMA-376 part 2). Only followed one step at a time: they cannot lead in a circle. */
import type { ZipArchive } from "../archive/zip-archive.ts";
import { readPart } from "./part-text.ts";
import { attribute } from "./xml.ts";

export type Relationship = {
  readonly id: string;
  /** Last word of the type's address, which is the same in strict and transitional packages: `worksheet`. */
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
};

/** @param part `""` = the package itself */
export async function relationshipsOf(zip: ZipArchive, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const found: Relationship[] = [];
  await readPart(zip, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, attributes) {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      const type = attribute(attributes, "Type") ?? "";
      const target = resolve(folder, attribute(attributes, "Target") ?? "");
      found.push({ id: attribute(attributes, "Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), target });
    },
  });
  return found;
}

/** `/xl/a.xml`, `a.xml`, `./a.xml` and `../xl/a.xml` are all written; backslashes too. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
