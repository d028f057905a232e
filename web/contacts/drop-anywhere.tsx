/**
 * A file that is dragged over the page meets a drop zone as large as the page, and begins an import. The zone is fetched when
 * the first file comes; a file that is dropped before it is there counts all the same.
 */
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { handFile } from "../import/handed-file.ts";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";

const DropZone = lazy(fetched(() => import("./drop-zone.tsx")));

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;

export function DropAnywhere() {
  const { contacts } = useWords();
  const navigate = useNavigate();
  const [isOver, setOver] = useState(false);
  const take = useCallback(
    (files: readonly File[]) => {
      setOver(false);
      const [file, other] = files;
      if (other !== undefined)
        notifications.show({ title: contacts.tooManyFiles, message: contacts.tooManyFilesFix, color: "red" });
      if (file === undefined || other !== undefined) return;
      handFile(file);
      void navigate({ to: "/import" });
    },
    [contacts, navigate],
  );
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // Entered is whatever lies under the pointer: the page is left when that was the last of it.
    let inside: EventTarget | null = null;
    window.addEventListener(
      "dragenter",
      (event) => {
        inside = event.target;
        if (hasFiles(event)) setOver(true);
      },
      { signal },
    );
    window.addEventListener("dragleave", ({ target }) => target === inside && setOver(false), { signal });
    // Else the browser would leave the app for the file.
    window.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
    window.addEventListener(
      "drop",
      (event) => {
        if (event.defaultPrevented || !hasFiles(event)) return;
        event.preventDefault();
        take([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => controller.abort();
  }, [take]);
  if (!isOver) return null;
  return (
    <Suspense fallback={null}>
      <DropZone onDrop={take} />
    </Suspense>
  );
}
