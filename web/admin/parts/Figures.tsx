import { Text } from '@mantine/core';
import type { Tone } from '../../shared/case/Tag';
import { useFormats } from '../../shared/i18n/format';
import styles from './Figures.module.css';

interface FiguresProps {
  readonly figures: readonly { readonly label: string; readonly value: number; readonly tone: Tone }[];
}

/** Numbers with what they count. */
export function Figures({ figures }: FiguresProps) {
  const format = useFormats();
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, tone }) => (
        <div key={label} data-tone={tone}>
          <Text component="dt" size="sm">
            {label}
          </Text>
          <Text component="dd" fz="xl" fw={600} className="tabular" m={0}>
            {format.number(value)}
          </Text>
        </div>
      ))}
    </dl>
  );
}
