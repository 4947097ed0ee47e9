import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { actionInputs } from '../../generated/actionInputs';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { CaseAction, Schemas } from '../../shared/api/types';
import { faultsByField } from '../../shared/forms/faults';
import { fieldsOf } from '../../shared/forms/fields';
import { formTexts } from '../../shared/forms/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';

interface TextFormProps {
  /** The one to change; undefined for a new one. */
  readonly text: Schemas['TextTemplate'] | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The acts that ask for a text. */
const writing = (Object.keys(actionInputs) as CaseAction[]).filter((action) =>
  fieldsOf(action).some(({ kind }) => kind === 'text')
);

/** Writes a text of the unit, or a new version of one. */
export function TextForm({ text, onDone, onCancel }: TextFormProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const shared = useTexts(sharedTexts);
  const form = useForm({
    initialValues: { name: text?.name ?? '', action: text?.action ?? null, text: text?.text ?? '' },
  });
  const save = useMutation({
    mutationFn: (body: typeof form.values) =>
      text === undefined
        ? dataOf(api.POST('/v1/text-templates', { body }))
        : dataOf(api.PUT('/v1/text-templates/{template}', { params: { path: { template: text.id } }, body })),
    onSuccess: onDone,
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate(values);
      })}
    >
      <Stack>
        {problemOf(save.error)?.type !== 'invalid-input' && <ProblemAlert error={save.error} />}
        <TextInput label={t.textName} required maxLength={300} {...form.getInputProps('name')} />
        <Select
          label={t.textFor}
          placeholder={t.anyAct}
          clearable
          clearButtonProps={{ 'aria-label': t.anyAct }}
          data={writing.map((action) => ({ value: action, label: forms.actions[action] }))}
          {...form.getInputProps('action')}
        />
        <Textarea
          label={t.textText}
          required
          autosize
          minRows={6}
          maxRows={20}
          description={
            <Text span inherit>
              {t.placeholdersHint} {placeholders.map((name) => `{{${name}}}`).join(' ')}
            </Text>
          }
          {...form.getInputProps('text')}
        />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t.saveText}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const placeholders = ['code', 'title', 'submitterName', 'receivedOn', 'answerBy', 'leadAgency', 'today'];
