import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Case, CaseAction } from '../../shared/api/types';
import { ButtonLink } from '../../shared/ButtonLink';
import { ActionForm } from '../../shared/forms/ActionForm';
import { formTexts } from '../../shared/forms/messages';
import type { Values } from '../../shared/forms/values';
import { useTexts } from '../../shared/i18n/catalogue';
import { useSession } from '../../shared/session/session';
import { officerTexts } from '../messages';
import type { CaseSearch } from './caseSearch';
import { inOrder } from './prominence';
import { Section } from './Section';
import type { Neighbour } from './useWorklist';

interface ActionPanelProps {
  readonly ofCase: Case;
  readonly search: CaseSearch;
  readonly next: Neighbour | null;
  /** What was done last. */
  readonly done: CaseAction | undefined;
  readonly onDone: (action: CaseAction) => void;
  readonly onOpen: (action: CaseAction) => void;
  readonly onClose: () => void;
}

/** What may be done now, each a form; what was begun stays open whatever others do meanwhile. */
export function ActionPanel({ ofCase, search, next, done, onDone, onOpen, onClose }: ActionPanelProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const session = useSession();
  const { act } = search;
  if (act !== undefined && session)
    return (
      <Section title={forms.actions[act]}>
        <ActionForm
          key={act}
          action={act}
          ofCase={ofCase}
          owner={session.id}
          initial={initialOf(act, ofCase, search)}
          onDone={() => {
            onDone(act);
          }}
          onCancel={onClose}
        />
      </Section>
    );
  const { main, others } = inOrder(ofCase.allowedActions);
  return (
    <Section title={t.actions}>
      <Stack gap="sm" className="screen-only">
        {done !== undefined && (
          <Alert role="status" color="pine" variant="light" title={forms.done(forms.actions[done])}>
            {next !== null && (
              <ButtonLink
                to="/inbox/$code"
                params={{ code: next.code }}
                search={next.search}
                size="compact-md"
                rightSection={<IconArrowRight size={16} aria-hidden />}
              >
                {t.nextCase}
              </ButtonLink>
            )}
          </Alert>
        )}
        {ofCase.allowedActions.length === 0 && <Text c="dimmed">{t.nothingToDo}</Text>}
        {main.map((action, index) => (
          <Button
            key={action}
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => {
              onOpen(action);
            }}
          >
            {forms.actions[action]}
          </Button>
        ))}
        <Group gap="xs">
          {others.map((action) => (
            <Button
              key={action}
              variant="subtle"
              size="compact-md"
              onClick={() => {
                onOpen(action);
              }}
            >
              {forms.actions[action]}
            </Button>
          ))}
        </Group>
      </Stack>
    </Section>
  );
}

/** What a form begins with: what is known of the case already. */
function initialOf(action: CaseAction, ofCase: Case, search: CaseSearch): Values {
  if (action === 'publish')
    return { title: ofCase.title, content: ofCase.content, text: ofCase.answer ?? '', forms: [], attachments: [] };
  if (action === 'accept') return { category: ofCase.category };
  if (action === 'link' && search.with !== undefined) return { to: search.with };
  return {};
}
