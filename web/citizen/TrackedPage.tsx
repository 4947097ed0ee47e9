import { Group, Paper, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import { problemOf } from '../shared/api/problem';
import type { TrackedCase } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { useAgencyName, useCategoryName } from '../shared/case/agencies';
import { Facts } from '../shared/case/Facts';
import { caseTexts } from '../shared/case/messages';
import { StatusBadge } from '../shared/case/StatusBadge';
import { Tag } from '../shared/case/Tag';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { Loaded } from '../shared/states/Loaded';
import { citizenTexts } from './messages';
import { TrackForm } from './TrackForm';

const route = getRouteApi('/track/$code');

/** Status and dates of a case, for whoever holds its code; never what it says. */
export function TrackedPage() {
  const t = useTexts(citizenTexts);
  const { code } = route.useParams();
  const query = $api.useQuery('get', '/v1/track/{code}', { params: { path: { code } } });
  if (problemOf(query.error)?.type === 'no-such-case')
    return (
      <Page title={t.trackTitle} lead={t.trackUnknown} size="xs">
        <Paper>
          <TrackForm />
        </Paper>
      </Page>
    );
  return (
    <Page title={t.trackedTitle(code)} lead={t.trackedLead} size="sm">
      <Loaded query={query}>{(tracked) => <Tracked tracked={tracked} />}</Loaded>
    </Page>
  );
}

function Tracked({ tracked }: { tracked: TrackedCase }) {
  const t = useTexts(citizenTexts);
  const words = useTexts(caseTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const categoryName = useCategoryName();
  const { code, publication, status, category, receivedAt, answerDue, overdue, leadAgency, publishedAt, updatedAt } =
    tracked;
  const mark = tracked.answerDueProvisional ? words.provisionalMark : '';
  return (
    <Stack>
      <Paper>
        <Facts
          facts={[
            [t.status, <StatusBadge key="status" status={status} />],
            ...(overdue
              ? [
                  [
                    t.answerDue,
                    <Tag key="overdue" tone="late">
                      {t.overdue}
                    </Tag>,
                  ] as const,
                ]
              : []),
            ...(answerDue !== null && !overdue ? [[t.answerDue, format.lastDayOf(answerDue) + mark] as const] : []),
            [t.category, category === null ? t.notGiven : categoryName(category)],
            [t.agency, leadAgency === null ? words.nobody : agencyName(leadAgency)],
            [t.receivedAt, format.moment(receivedAt)],
            [t.updatedAt, format.moment(updatedAt)],
            ...(publishedAt === null ? [] : [[t.publishedAt, format.moment(publishedAt)] as const]),
          ]}
        />
      </Paper>
      <Group gap="sm">
        {publication !== null && (
          <ButtonLink to="/answers/$number" params={{ number: publication }}>
            {t.readAnswer}
          </ButtonLink>
        )}
        <ButtonLink to="/cases/$code" params={{ code }} variant={publication === null ? 'filled' : 'default'}>
          {status === 'awaiting_info' ? t.supplyNow : t.openOwnCase}
        </ButtonLink>
        <ButtonLink to="/track" variant="subtle">
          {t.otherCode}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
