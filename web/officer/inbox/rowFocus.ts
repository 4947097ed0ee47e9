const links = (body: HTMLElement | null): HTMLElement[] => [
  ...(body?.querySelectorAll<HTMLElement>('[data-opens]') ?? []),
];

const rowInFocus = (body: HTMLElement | null): HTMLElement | null =>
  body?.contains(document.activeElement) === true
    ? (document.activeElement?.closest<HTMLElement>('[data-code]') ?? null)
    : null;

/** Takes the focus to the case of the next row, or of the one before; to the first where none has it. */
export function moveFocus(body: HTMLElement | null, by: 1 | -1): void {
  const all = links(body);
  const row = rowInFocus(body);
  const at = row === null ? -1 : all.findIndex((link) => row.contains(link));
  const next = all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The case of the row that has the focus. */
export const codeInFocus = (body: HTMLElement | null): string | undefined => rowInFocus(body)?.dataset['code'];
