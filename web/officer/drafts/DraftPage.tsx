import { Alert, Anchor, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';
import { ButtonLink } from '../../shared/ButtonLink';
import { Facts } from '../../shared/case/Facts';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Page } from '../../shared/Page';
import { useSession } from '../../shared/session/session';
import { LoadedPage } from '../../shared/states/LoadedPage';
import { addressOf } from '../case/FilePreview';
import { Section } from '../../shared/Section';
import { officerTexts } from '../messages';
import { CompletionForm } from './CompletionForm';
import { DismissForm } from './DismissForm';

type Draft = Schemas['Draft'];

const route = getRouteApi('/drafts/$draft');

/** A message as it came, beside what the Office makes of it: a case, or nothing and why (R3). */
export function DraftPage() {
  const { draft } = route.useParams();
  const query = $api.useQuery('get', '/v1/drafts/{draft}', { params: { path: { draft } } });
  return <LoadedPage query={query}>{(given) => <OpenDraft draft={given} />}</LoadedPage>;
}

function OpenDraft({ draft }: { readonly draft: Draft }) {
  const t = useTexts(officerTexts);
  const session = useSession();
  const unsettled = draft.status === 'waiting' || draft.status === 'set_aside';
  return (
    <Page title={draft.subject ?? t.noSubject} size="xl">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Message draft={draft} />
        {unsettled && session ? (
          <Stack>
            <Section title={t.makeCase}>
              <CompletionForm draft={draft} owner={session.id} />
            </Section>
            <Section title={t.dismissTitle}>
              <DismissForm draft={draft} />
            </Section>
          </Stack>
        ) : (
          <Settled draft={draft} />
        )}
      </SimpleGrid>
    </Page>
  );
}

function Message({ draft }: { readonly draft: Draft }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const { source, sender, senderName, text, receivedAt, original, attachments, faults, automatic } = draft;
  return (
    <Section title={t.messageAsCame}>
      <Stack gap="sm">
        {automatic !== null && <Alert variant="light">{t.automaticHint(t.automaticKinds[automatic])}</Alert>}
        <Facts
          facts={[
            [t.howItCame, t.draftSources[source]],
            [t.submitter, [senderName, sender].filter((part) => part !== null).join(' · ')],
            [t.receivedAt, format.moment(receivedAt)],
          ]}
        />
        <Text className="prose">{text}</Text>
        {faults.length > 0 && (
          <Alert variant="light" color="yellow" title={t.messageFaults}>
            <List size="sm">
              {faults.map((fault) => (
                <List.Item key={fault}>{fault}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <List size="sm">
          <List.Item>
            <Anchor href={addressOf({ id: original })}>{t.originalMessage}</Anchor>
          </List.Item>
          {attachments.map((id, index) => (
            <List.Item key={id}>
              <Anchor href={addressOf({ id })}>{t.attachmentNumber(index + 1)}</Anchor>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Section>
  );
}

function Settled({ draft: { caseCode, reason } }: { readonly draft: Draft }) {
  const t = useTexts(officerTexts);
  return (
    <Section title={t.settled}>
      {caseCode !== null && (
        <ButtonLink to="/inbox/$code" params={{ code: caseCode }}>
          {t.openCase}
        </ButtonLink>
      )}
      {reason !== null && <Text className="prose">{reason}</Text>}
    </Section>
  );
}
