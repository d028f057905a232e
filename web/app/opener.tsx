/**
 * A button and what opens beside it. That is fetched when the button is first pointed at, focused or pressed: menus and
 * popovers with all that places them are a seventh of what the first page would otherwise wait for.
 */
import {
  type FocusEventHandler,
  type MouseEventHandler,
  type PointerEventHandler,
  type ReactNode,
  type RefCallback,
  Suspense,
  useId,
  useState,
} from "react";

/** What the opened part knows of its button. */
export type Opening = {
  readonly id: string;
  readonly button: HTMLElement;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
};

/** What the button takes so that it opens something, and says so. */
type OpenerProps = {
  readonly id: string;
  readonly ref: RefCallback<HTMLElement>;
  readonly onClick: MouseEventHandler;
  readonly onPointerEnter: PointerEventHandler;
  readonly onFocus: FocusEventHandler;
  readonly "aria-haspopup": "menu" | "dialog";
  readonly "aria-expanded": boolean;
};

type Props = {
  readonly opens: OpenerProps["aria-haspopup"];
  readonly button: (props: OpenerProps) => ReactNode;
  /** A part that is fetched. */
  readonly opened: (opening: Opening) => ReactNode;
};

export function Opener({ opens, button, opened }: Props) {
  const id = useId();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const want = (): void => setWanted(true);
  const props = {
    // What opens is named by its button, which the component library finds by this id.
    id,
    ref: setElement,
    onClick: () => {
      want();
      setOpen(!isOpen);
    },
    onPointerEnter: want,
    onFocus: want,
    "aria-haspopup": opens,
    "aria-expanded": isOpen,
  } as const;
  return (
    <>
      {button(props)}
      {isWanted && element && <Suspense fallback={null}>{opened({ id, button: element, isOpen, setOpen })}</Suspense>}
    </>
  );
}
