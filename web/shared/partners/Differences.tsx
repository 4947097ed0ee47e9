import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../DataTable';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { partnerTexts } from './messages';
import type { Reconciliation } from './partner';

type Told = Reconciliation['missingThere'][number];

export interface DifferencesProps {
  readonly found: Reconciliation;
  /** Leads to a case; where it is missing, cases are known by what the partner calls them. */
  readonly linkTo?: (caseCode: string) => ReactNode;
  /** What can be done about a message that did not come through. */
  readonly act?: (told: Told) => ReactNode;
}

/** What one of two systems does not hold, or holds otherwise. */
export function Differences({ found, linkTo, act }: DifferencesProps) {
  const t = useTexts(partnerTexts);
  const format = useFormats();
  const { missingThere, missingHere, different } = found;
  const reference = { label: t.reference, cell: ({ reference: code }: { readonly reference: string }) => code };
  const here = { label: t.stateHere, cell: ({ state, version }: Holding) => t.state(state, version) };
  const byCase: Column<Told>[] =
    linkTo === undefined ? [] : [{ label: t.caseColumn, cell: ({ caseCode }) => caseCode && linkTo(caseCode) }];
  const [head, ...others] = [...byCase, reference];
  const acts: Column<Told>[] = act === undefined ? [] : [{ label: '', cell: act }];
  const captionOf = (what: string) => t.of(what, format.day(found.day));
  return (
    <Stack gap="sm" mt="xs">
      {missingThere.length > 0 && (
        <List title={t.missingThere}>
          <DataTable
            caption={captionOf(t.missingThere)}
            rows={missingThere}
            keyOf={({ delivery }) => delivery}
            head={head}
            columns={[...others, here, ...acts]}
          />
        </List>
      )}
      {missingHere.length > 0 && (
        <List title={t.missingHere}>
          <DataTable
            caption={captionOf(t.missingHere)}
            rows={missingHere}
            keyOf={({ reference: code }) => code}
            head={reference}
            columns={[{ label: t.stateThere, cell: ({ state, version }) => t.state(state, version) }]}
          />
        </List>
      )}
      {different.length > 0 && (
        <List title={t.different}>
          <DataTable
            caption={captionOf(t.different)}
            rows={different}
            keyOf={({ delivery }) => delivery}
            head={head}
            columns={[
              ...others,
              here,
              { label: t.stateThere, cell: ({ there }) => t.state(there.state, there.version) },
              ...acts,
            ]}
          />
        </List>
      )}
    </Stack>
  );
}

interface Holding {
  readonly state: string;
  readonly version: number;
}

function List({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {children}
    </div>
  );
}
