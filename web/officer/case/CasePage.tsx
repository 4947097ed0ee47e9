import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import type { Case } from '../../shared/api/types';
import { Deadlines } from '../../shared/case/Deadlines';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { Page } from '../../shared/Page';
import { LoadedPage } from '../../shared/states/LoadedPage';
import { useLiveChanges } from '../../shared/useLiveChanges';
import { officerTexts } from '../messages';
import { OpenTasks } from '../letters/OpenTasks';
import { isPublishing } from '../publication/PublicationForm';
import { PublicationReview } from '../publication/PublicationReview';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { ActionPanel } from './ActionPanel';
import { Attachments } from './Attachments';
import { CaseBar } from './CaseBar';
import styles from './CasePage.module.css';
import { CaseSummary } from './CaseSummary';
import { type CaseSearch, listOf } from './caseSearch';
import { Content } from './Content';
import { DraftReview } from './DraftReview';
import { Handling } from './Handling';
import { History } from './History';
import { LinkedCases } from './LinkedCases';
import { Section } from '../../shared/Section';
import { SimilarCases } from './SimilarCases';
import { Submitter } from './Submitter';
import { useWorklist } from './useWorklist';

const route = getRouteApi('/inbox/$code');

/** A case on one page: what was sent, what happened, what is owed, and what can be done now. */
export function CasePage() {
  const { code } = route.useParams();
  const query = $api.useQuery('get', '/v1/cases/{code}', { params: { path: { code } } });
  return <LoadedPage query={query}>{(ofCase) => <OpenCase key={code} ofCase={ofCase} />}</LoadedPage>;
}

function OpenCase({ ofCase }: { readonly ofCase: Case }) {
  const t = useTexts(officerTexts);
  const search = route.useSearch();
  const navigate = useNavigate();
  const { code } = ofCase;
  const [done, setDone] = useState<string>();
  const worklist = useWorklist(code, listOf(search));
  const { previous, next } = worklist;
  useCaseChanges(ofCase);
  const go = (to: typeof next) => {
    if (to !== null) void navigate({ to: '/inbox/$code', params: { code: to.code }, search: to.search });
  };
  const open = (change: Pick<CaseSearch, 'act' | 'with'>) =>
    void navigate({ to: '/inbox/$code', params: { code }, search: { ...listOf(search), ...change }, replace: true });
  useShortcuts({
    j: () => {
      go(next);
    },
    k: () => {
      go(previous);
    },
    u: () => void navigate({ to: '/inbox', search: listOf(search) }),
  });
  const publishing = isPublishing(search.act);
  const panel = (
    <ActionPanel
      ofCase={ofCase}
      search={search}
      next={next}
      done={done}
      onDone={(name, after) => {
        setDone(name);
        // What comes too late for a case becomes a new one.
        if (after.code === code) open({});
        else void navigate({ to: '/inbox/$code', params: { code: after.code }, search: listOf(search) });
      }}
      onOpen={(act) => {
        open({ act });
      }}
      onClose={() => {
        open({});
      }}
    />
  );
  return (
    <Page title={ofCase.title} size="xl" lead={<CaseSummary ofCase={ofCase} />}>
      <CaseBar ofCase={ofCase} list={listOf(search)} worklist={worklist} />
      {publishing && <PublicationReview ofCase={ofCase}>{panel}</PublicationReview>}
      <div className={styles.columns}>
        <Stack className={styles.main}>
          <DraftReview code={code} awaits={ofCase.status} />
          <Content ofCase={ofCase} />
          <Attachments code={code} />
          <History code={code} />
        </Stack>
        <Stack className={styles.side}>
          {!publishing && <div className={styles.panel}>{panel}</div>}
          <Section title={t.deadlines}>
            <Deadlines deadlines={ofCase.deadlines} />
          </Section>
          <Handling ofCase={ofCase} />
          <Submitter ofCase={ofCase} />
          <OpenTasks code={code} />
          <LinkedCases ofCase={ofCase} />
          <SimilarCases
            ofCase={ofCase}
            list={listOf(search)}
            onLink={(other) => {
              open({ act: 'link', with: other });
            }}
          />
        </Stack>
      </div>
    </Page>
  );
}

/** Reads the case anew when somebody else changed it, and says so. */
function useCaseChanges({ code, head }: Case): void {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const queries = useQueryClient();
  useLiveChanges((change) => {
    if (change !== 'anything' && (change.code !== code || change.seq <= head.seq)) return;
    // What one does oneself is no news.
    if (change !== 'anything' && queries.isMutating() === 0)
      notifications.show({
        id: `changed.${code}`,
        message: t.caseChanged,
        closeButtonProps: { 'aria-label': shared.close },
      });
    void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/cases/{code}') });
  });
}
