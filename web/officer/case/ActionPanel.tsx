import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Case, CaseAction } from '../../shared/api/types';
import { ButtonLink } from '../../shared/ButtonLink';
import { useFocusOnChange } from '../../shared/focus';
import { ActionForm, type FormPart } from '../../shared/forms/ActionForm';
import { actName } from '../../shared/forms/actName';
import type { Field } from '../../shared/forms/fields';
import { formTexts } from '../../shared/forms/messages';
import type { Values } from '../../shared/forms/values';
import { useTexts } from '../../shared/i18n/catalogue';
import { useSession } from '../../shared/session/session';
import { officerTexts } from '../messages';
import { isPublishing, PublicationForm } from '../publication/PublicationForm';
import { TemplateChoice } from '../texts/TemplateChoice';
import { AnswerForm } from './AnswerForm';
import type { CaseSearch } from './caseSearch';
import { inOrder } from './prominence';
import { Section } from '../../shared/Section';
import type { Neighbour } from './useWorklist';

interface ActionPanelProps {
  readonly ofCase: Case;
  readonly search: CaseSearch;
  readonly next: Neighbour | null;
  /** What was done last, by its name. */
  readonly done: string | undefined;
  readonly onDone: (name: string, after: Case) => void;
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
    const name = actName(forms, act, ofCase);
    const form = {
      ofCase,
      owner: session.id,
      // The case has changed by then, and with it perhaps what the act would be called.
      onDone: (after: Case, called = name) => {
        onDone(called, after);
      },
      onCancel: onClose,
    };
    const aid = ({ kind, name: field }: Field, { values, set }: FormPart) =>
      kind === 'text' && (
        <TemplateChoice
          action={act}
          code={ofCase.code}
          onText={(text) => {
            const written = values[field] as string;
            set({ [field]: written === '' ? text : `${written}\n\n${text}` });
          }}
        />
      );
    return (
      <Section title={name} headingRef={heading}>
        {isPublishing(act) ? (
          <PublicationForm key={act} {...form} action={act} />
        ) : act === 'propose' || act === 'answer' ? (
          <AnswerForm key={act} {...form} action={act} aid={aid} />
        ) : (
          <ActionForm
            key={`${act} ${search.with ?? ''}`}
            {...form}
            action={act}
            aid={aid}
            initial={initialOf(act, ofCase, search)}
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
          <Alert role="status" color="pine" variant="light" title={forms.done(done)}>
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
            {actName(forms, action, ofCase)}
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
              {actName(forms, action, ofCase)}
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
