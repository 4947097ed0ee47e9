import { Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import type { Case, CaseEvent } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { useAgencyName, useCategoryName } from '../shared/case/agencies';
import { CaseCode } from '../shared/case/CaseCode';
import { CaseFiles } from '../shared/case/CaseFiles';
import { Deadlines } from '../shared/case/Deadlines';
import { Facts } from '../shared/case/Facts';
import { caseTexts } from '../shared/case/messages';
import { StatusBadge } from '../shared/case/StatusBadge';
import { Timeline } from '../shared/case/Timeline';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { LoadedPage } from '../shared/states/LoadedPage';
import { citizenTexts } from './messages';
import { OwnActs } from './OwnActs';
import { Rejection } from './Rejection';

const route = getRouteApi('/my-cases/$code');

/** A case for its submitter: what was answered, what is asked of them, what they can do, and all that happened. */
export function MyCasePage() {
  const { code } = route.useParams();
  const params = { params: { path: { code } } };
  const one = $api.useQuery('get', '/v1/cases/{code}', params);
  const events = $api.useQuery('get', '/v1/cases/{code}/events', params);
  return <LoadedPage query={one}>{(data) => <MyCase one={data} events={events.data?.items ?? []} />}</LoadedPage>;
}

function MyCase({ one, events }: { one: Case; events: readonly CaseEvent[] }) {
  const t = useTexts(citizenTexts);
  const words = useTexts(caseTexts);
  const format = useFormats();
  const { principal } = route.useRouteContext();
  const agencyName = useAgencyName();
  const categoryName = useCategoryName();
  return (
    <Page
      title={one.title}
      size="md"
      lead={<StatusBadge status={one.status} />}
      aside={
        <ButtonLink to="/receipt/$code" params={{ code: one.code }} variant="default" className="screen-only">
          {t.receiptPrint}
        </ButtonLink>
      }
    >
      <Stack gap="lg">
        <Question one={one} events={events} />
        <Rejection one={one} events={events} />
        <OwnActs one={one} owner={principal.id} />
        {one.published !== null && (
          <Paper component="section">
            <Title order={2} fz="h3">
              {t.answerTitle}
            </Title>
            <Text size="sm" c="dimmed" mb="sm">
              {t.answerPublished(format.moment(one.published.at))}
            </Text>
            <Text className="prose">{one.published.answer}</Text>
          </Paper>
        )}
        <Paper component="section">
          <Title order={2} fz="h3" mb="sm">
            {t.details}
          </Title>
          <Facts
            facts={[
              [words.code, <CaseCode key="code" code={one.code} />],
              [t.receivedAt, format.moment(one.receivedAt)],
              [t.category, one.category === null ? t.notGiven : categoryName(one.category)],
              [t.agency, one.leadAgency === null ? words.nobody : agencyName(one.leadAgency)],
              [
                t.yourContent,
                <span key="content" className="prose">
                  {one.content}
                </span>,
              ],
              [t.yourFiles, <CaseFiles key="files" code={one.code} />],
            ]}
          />
        </Paper>
        <Paper component="section">
          <Title order={2} fz="h3" mb="sm">
            {t.deadlines}
          </Title>
          <Deadlines deadlines={one.deadlines} />
        </Paper>
        <Paper component="section">
          <Title order={2} fz="h3" mb="md">
            {words.timeline}
          </Title>
          <Timeline events={events} />
        </Paper>
      </Stack>
    </Page>
  );
}

/** What the submitter was last asked for, while the case waits for them. */
function Question({ one, events }: { one: Case; events: readonly CaseEvent[] }) {
  const t = useTexts(citizenTexts);
  const question = events.findLast(({ type }) => type === 'requestInfo')?.data['question'];
  if (one.status !== 'awaiting_info' || typeof question !== 'string') return null;
  return (
    <Paper component="section" style={{ background: 'var(--soon-ground)', color: 'var(--soon-text)' }}>
      <Title order={2} fz="h3" mb="xs">
        {t.askedTitle}
      </Title>
      <Text className="prose">{question}</Text>
    </Paper>
  );
}
