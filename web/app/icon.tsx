/** The few pictures of the app, drawn with one stroke. What they mean is said by the text or the label beside them. */
const PATHS = {
  contacts:
    "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M2 21v-2a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v2M16 3.2a4 4 0 0 1 0 7.6M22 21v-2a4 4 0 0 0-3-3.8",
  accounts: "M3 21h18M5 21V6l8-3v18M19 21V10l-6-3M9 9v.01M9 13v.01M9 17v.01",
  opportunities: "M4 4h4v16H4zM10 4h4v11h-4zM16 4h4v7h-4z",
  imports: "M12 3v12M8 11l4 4 4-4M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  tasks: "M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6h8M12 12h8M12 18h8",
  settings: "M4 6h10M18 6h2M16 4v4M4 12h2M10 12h10M8 10v4M4 18h8M16 18h4M14 16v4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M20 20l-4-4",
  bell: "M10 5a2 2 0 0 1 4 0 7 7 0 0 1 4 6v3a4 4 0 0 0 2 3H4a4 4 0 0 0 2-3v-3a7 7 0 0 1 4-6M9 17v1a3 3 0 0 0 6 0v-1",
  check: "M5 12l5 5L20 7",
  cross: "M18 6L6 18M6 6l12 12",
  down: "M6 9l6 6 6-6",
  right: "M9 6l6 6-6 6",
  left: "M15 6l-6 6 6 6",
  plus: "M12 5v14M5 12h14",
  filter: "M4 5h16l-6 8v5l-4 2v-7z",
  columns: "M4 4h16v16H4zM9.5 4v16M14.5 4v16",
  bookmark: "M18 21l-6-4-6 4V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2z",
  file: "M14 3v5h5M6 3h8l5 5v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z",
  merge: "M7 3v4a5 5 0 0 0 5 5 5 5 0 0 0 5-5V3M12 12v9M9 18l3 3 3-3",
  undo: "M9 14L4 9l5-5M4 9h11a5 5 0 0 1 0 10h-3",
  warning: "M12 9v4M12 17v.01M10.3 4L2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0z",
  more: "M5 12v.01M12 12v.01M19 12v.01",
  pencil: "M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 21v-2a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v2",
  refresh: "M20 11A8 8 0 0 0 5 8M4 4v4h4M4 13a8 8 0 0 0 15 3M20 20v-4h-4",
} as const;

export type IconName = keyof typeof PATHS;

type Props = { readonly name: IconName; readonly size?: number };

export function Icon({ name, size = 16 }: Props) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
