import { Text } from '@mantine/core';
import type { CaseEvent } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { usePersonName } from '../../shared/case/people';

/** Whom an act names: the agencies as they were called then, the officer. */
export function EventDetails({ event: { data, agencies } }: { readonly event: CaseEvent }) {
  const t = useTexts(officerTexts);
  const agencyName = useAgencyName();
  const personName = usePersonName();
  const nameOf = (id: string) => agencyName(id, agencies);
  const lead = agencyIn(data['lead']);
  const coordinating = Array.isArray(data['coordinating']) ? data['coordinating'].filter(isText) : [];
  const officer = isText(data['officer']) ? (personName(data['officer']) ?? t.formerColleague) : undefined;
  return (
    <>
      {lead !== undefined && (
        <Text size="sm">
          {t.columns.agency}: {nameOf(lead)}
        </Text>
      )}
      {coordinating.length > 0 && (
        <Text size="sm">
          {t.coordinating}: {coordinating.map(nameOf).join('; ')}
        </Text>
      )}
      {officer !== undefined && (
        <Text size="sm">
          {t.columns.officer}: {officer}
        </Text>
      )}
      {typeof data['agrees'] === 'boolean' && <Text size="sm">{data['agrees'] ? t.agrees : t.disagrees}</Text>}
    </>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

const agencyIn = (lead: unknown): string | undefined => {
  if (isText(lead)) return lead;
  return typeof lead === 'object' && lead !== null && 'agency' in lead && isText(lead.agency) ? lead.agency : undefined;
};
