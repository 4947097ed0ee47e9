import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { actionInputs } from '../../generated/actionInputs';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { CaseAction, Schemas } from '../../shared/api/types';
import { fieldsOf } from '../../shared/forms/fields';
import { formTexts } from '../../shared/forms/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';

interface TextFormProps {
  /** The one to change; undefined for a new one. */
  readonly text: Schemas['TextTemplate'] | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Given = Pick<Schemas['TextTemplate'], 'name' | 'action' | 'text'>;

/** The acts that ask for a text. */
const writing = (Object.keys(actionInputs) as CaseAction[]).filter((action) =>
  fieldsOf(action).some(({ kind }) => kind === 'text')
);

/** Writes a text of the unit, or a new version of one. */
export function TextForm({ text, onDone, onCancel }: TextFormProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const form = useRequestForm<Given, Schemas['TextTemplate']>({
    initial: { name: text?.name ?? '', action: text?.action ?? null, text: text?.text ?? '' },
    labels: { name: t.textName, action: t.textFor, text: t.textText },
    send: (body) =>
      text === undefined
        ? dataOf(api.POST('/v1/text-templates', { body }))
        : dataOf(api.PUT('/v1/text-templates/{template}', { params: { path: { template: text.id } }, body })),
    touches: ['/v1/text-templates'],
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.saveText} onCancel={onCancel}>
      <TextInput {...form.line('name')} required maxLength={300} />
      <Select
        data-field="action"
        label={t.textFor}
        placeholder={t.anyAct}
        clearable
        clearButtonProps={{ 'aria-label': t.anyAct }}
        data={writing.map((action) => ({ value: action, label: forms.actions[action] }))}
        error={form.errors['action']}
        value={form.values.action}
        onChange={(action) => {
          form.change({ action });
        }}
      />
      <Textarea
        {...form.line('text')}
        required
        autosize
        minRows={6}
        maxRows={20}
        description={
          <Text span inherit>
            {t.placeholdersHint} {placeholders.map((name) => `{{${name}}}`).join(' ')}
          </Text>
        }
      />
    </RequestFormFrame>
  );
}

const placeholders = ['code', 'title', 'submitterName', 'receivedOn', 'answerBy', 'leadAgency', 'today'];
