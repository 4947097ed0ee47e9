import '@mantine/dates/styles.css';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/catalogue';
import { useLanguage } from '../i18n/language';
import { readDay } from './days';
import { formTexts } from './messages';

interface DayFieldProps {
  readonly name: string;
  readonly label?: ReactNode;
  /** Where the label stands elsewhere. */
  readonly 'aria-label'?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** As the API writes days; empty where none is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, typed as people write it or chosen from a calendar, in the language of the pages. */
export function DayField({ name, value, onChange, required, ...rest }: DayFieldProps) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const [calendarShown, showCalendar] = useState(false);
  return (
    <DateInput
      {...rest}
      required={required ?? false}
      data-field={name}
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={t.dayPattern}
      dateParser={readDay}
      value={value === '' ? null : value}
      onChange={(day) => {
        onChange(day ?? '');
      }}
      clearable={required !== true}
      clearButtonProps={{ 'aria-label': t.clearDay }}
      ariaLabels={{
        previousMonth: t.previousMonth,
        nextMonth: t.nextMonth,
        previousYear: t.previousYear,
        nextYear: t.nextYear,
        previousDecade: t.previousDecade,
        nextDecade: t.nextDecade,
        monthLevelControl: t.chooseMonth,
        yearLevelControl: t.chooseYear,
      }}
      getDayAriaLabel={(day) => dayjs(day).locale(language).format('dddd, DD/MM/YYYY')}
      // The first Escape closes the calendar, and not the dialog in which it stands.
      data-mantine-stop-propagation={calendarShown}
      onFocus={() => {
        showCalendar(true);
      }}
      onClick={() => {
        showCalendar(true);
      }}
      onBlur={() => {
        showCalendar(false);
      }}
      onKeyUp={(event) => {
        if (event.key === 'Escape') showCalendar(false);
      }}
    />
  );
}
