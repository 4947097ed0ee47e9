import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { addDays } from '../../shared/days';
import { isWeekend, weeksOf } from './days';
import type { Entries, Entry } from './entries';
import { calendarTexts } from './messages';
import styles from './YearGrid.module.css';

interface YearGridProps {
  readonly year: number;
  readonly entries: Entries;
  /** The days that are not as they were. */
  readonly changed: readonly string[];
  readonly provisional: boolean;
  readonly onChoose: (date: string) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months on one page; the arrow keys lead from day to day, of which one alone stands in the order of tabs. */
export function YearGrid({ year, entries, changed, provisional, onChoose }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(`${String(year)}-01-01`);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : addDays(current, step);
    if (next === undefined || !next.startsWith(String(year))) return;
    event.preventDefault();
    setCurrent(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className={styles.year} ref={grid} onKeyDown={move}>
      {Array.from({ length: 12 }, (_, index) => (
        <Month key={index} year={year} month={index + 1} provisional={provisional}>
          {(date) => (
            <DayButton
              date={date}
              entry={entries[date]}
              changed={changed.includes(date)}
              reachable={date === current}
              onFocus={setCurrent}
              onChoose={onChoose}
            />
          )}
        </Month>
      ))}
    </div>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly provisional: boolean;
  readonly children: (date: string) => React.ReactNode;
}

function Month({ year, month, provisional, children }: MonthProps) {
  const t = useTexts(calendarTexts);
  return (
    <div className={styles.month} data-provisional={provisional || undefined}>
      <table>
        <caption>{t.month(month)}</caption>
        <thead>
          <tr>
            {t.weekdays.map(({ short, long }) => (
              <th key={short} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, index) => (
            <tr key={index}>
              {week.map((date, day) => (
                <td key={day}>{date !== null && children(date)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayButtonProps {
  readonly date: string;
  readonly entry: Entry | undefined;
  readonly changed: boolean;
  readonly reachable: boolean;
  readonly onFocus: (date: string) => void;
  readonly onChoose: (date: string) => void;
}

function DayButton({ date, entry, changed, reachable, onFocus, onChoose }: DayButtonProps) {
  const t = useTexts(calendarTexts);
  const format = useFormats();
  const kind = entry?.kind ?? (isWeekend(date) ? 'weekend' : 'workday');
  const words = [t.kinds[kind], entry?.name, changed ? t.changedMark : undefined].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={styles.day}
      data-date={date}
      data-kind={kind}
      data-changed={changed || undefined}
      tabIndex={reachable ? 0 : -1}
      title={entry && words}
      onFocus={() => {
        onFocus(date);
      }}
      onClick={() => {
        onChoose(date);
      }}
    >
      {Number(date.slice(8))}
      {entry && (
        <span className={styles.mark} aria-hidden>
          {t.marks[entry.kind]}
        </span>
      )}
      <VisuallyHidden>{` ${format.longDay(date)}: ${words}`}</VisuallyHidden>
    </button>
  );
}
