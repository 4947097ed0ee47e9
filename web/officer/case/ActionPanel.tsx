import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Case, CaseAction } from '../../shared/api/types';
import { ButtonLink } from '../../shared/ButtonLink';
import { useFocusOnChange } from '../../shared/focus';
import { ActionForm } from '../../shared/forms/ActionForm';
import { formTexts } from '../../shared/forms/messages';
import type { Values } from '../../shared/forms/values';
import { useTexts } from '../../shared/i18n/catalogue';
import { useSession } from '../../shared/session/session';
import { officerTexts } from '../messages';
import { isPublishing, PublicationForm } from '../publication/PublicationForm';
import { TemplateChoice } from '../texts/TemplateChoice';
import type { CaseSearch } from './caseSearch';
import { inOrder } from './prominence';
import { Section } from '../../shared/Section';
import type { Neighbour } from './useWorklist';

interface ActionPanelProps {
  readonly ofCase: Case;
  readonly search: CaseSearch;
  readonly next: Neighbour | null;
  /** What was done last. */
  readonly done: CaseAction | undefined;
  readonly onDone: (action: CaseAction, after: Case) => void;
  readonly onOpen: (action: CaseAction) => void;
  readonly onClose: () => void;
}

/** What may be done now, each a form; what was begun stays open whatever others do meanwhile. */
export function ActionPanel({ ofCase, search, next, done, onDone, onOpen, onClose }: ActionPanelProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const session = useSession();
  const { act } = search;
  const heading = useFocusOnChange<HTMLHeadingElement>(act);
  if (act !== undefined && session) {
    const form = {
      ofCase,
      owner: session.id,
      onDone: (after: Case) => {
        onDone(act, after);
      },
      onCancel: onClose,
    };
    return (
      <Section title={forms.actions[act]} headingRef={heading}>
        {isPublishing(act) ? (
          <PublicationForm key={act} {...form} action={act} />
        ) : (
          <ActionForm
            key={act}
            {...form}
            action={act}
            initial={initialOf(act, ofCase, search)}
            aid={({ kind, name }, { values, set }) =>
              kind === 'text' && (
                <TemplateChoice
                  action={act}
                  code={ofCase.code}
                  onText={(text) => {
                    const written = values[name] as string;
                    set({ [name]: written === '' ? text : `${written}\n\n${text}` });
                  }}
                />
              )
            }
          />
        )}
      </Section>
    );
  }
  const { main, others } = inOrder(ofCase);
  return (
    <Section title={t.actions} headingRef={heading}>
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
  if (action === 'accept') return { category: ofCase.category };
  if (action === 'link' && search.with !== undefined) return { to: search.with };
  return {};
}
