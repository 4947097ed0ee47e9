import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { faultsByField } from '../../shared/forms/faults';
import { useTexts } from '../../shared/i18n/catalogue';
import { localDayOf, useFormats } from '../../shared/i18n/format';
import { sharedTexts } from '../../shared/messages';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { TextLink } from '../../shared/TextLink';
import { officerTexts } from '../messages';

type Task = Schemas['NoticeTask'];

/** A letter to send or an address to mend, with the form that settles it. */
export function NoticeTask({ task }: { readonly task: Task }) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const { kind, caseCode, template, openedAt } = task;
  return (
    <Paper component="article">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <div>
            <Group gap="xs">
              <Tag tone={kind === 'letter' ? 'info' : 'soon'}>{t.taskKinds[kind]}</Tag>
              <Text fw={600}>{t.noticeTemplates[template]}</Text>
            </Group>
            <Text size="sm" c="dimmed" mt={4}>
              <TextLink to="/inbox/$code" params={{ code: caseCode }}>
                {caseCode}
              </TextLink>{' '}
              · {t.waitsSince(format.moment(openedAt))}
            </Text>
          </div>
          {!open && (
            <Button
              variant="default"
              aria-label={`${t.settle[kind]}: ${caseCode}`}
              onClick={() => {
                setOpen(true);
              }}
            >
              {t.settle[kind]}
            </Button>
          )}
        </Group>
        {open && (kind === 'letter' ? <LetterForm task={task} /> : <AddressForm task={task} />)}
      </Stack>
    </Paper>
  );
}

/** Has everything read anew that tells of tasks. */
function useSettled() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/v1\/(notice-tasks|cases)/.test(String(queryKey[1])),
    });
}

function LetterForm({ task: { id } }: { readonly task: Task }) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const onSuccess = useSettled();
  const form = useForm({ initialValues: { sentOn: localDayOf(new Date()), number: '', note: '' } });
  const send = useMutation({
    mutationFn: ({ sentOn, number, note }: typeof form.values) =>
      dataOf(
        api.POST('/v1/notice-tasks/{task}/letter', {
          params: { path: { task: String(id) } },
          body: { sentOn, number, note: note === '' ? null : note },
        })
      ),
    onSuccess,
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        send.mutate(values);
      })}
    >
      <Stack gap="sm">
        {problemOf(send.error)?.type !== 'invalid-input' && <ProblemAlert error={send.error} />}
        <Group align="flex-start" gap="sm">
          <DateInput label={t.sentOn} required valueFormat="DD/MM/YYYY" {...form.getInputProps('sentOn')} />
          <TextInput label={t.letterNumber} required {...form.getInputProps('number')} />
        </Group>
        <Textarea label={t.taskNote} autosize minRows={2} {...form.getInputProps('note')} />
        <Button type="submit" loading={send.isPending} style={{ alignSelf: 'flex-start' }}>
          {t.letterSent}
        </Button>
      </Stack>
    </form>
  );
}

function AddressForm({ task: { id } }: { readonly task: Task }) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const onSuccess = useSettled();
  const form = useForm({ initialValues: { email: '', phone: '', note: '' } });
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  const mend = useMutation({
    mutationFn: ({ email, phone, note }: typeof form.values) =>
      dataOf(
        api.POST('/v1/notice-tasks/{task}/address', {
          params: { path: { task: String(id) } },
          body: { email: given(email), phone: given(phone), note: given(note) },
        })
      ),
    onSuccess,
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        mend.mutate(values);
      })}
    >
      <Stack gap="sm">
        <ProblemAlert error={mend.error} />
        <Text size="sm">{t.mendHint}</Text>
        <Group align="flex-start" gap="sm">
          <TextInput label={t.email} type="email" {...form.getInputProps('email')} />
          <TextInput label={t.phone} type="tel" {...form.getInputProps('phone')} />
        </Group>
        <Textarea label={t.taskNote} autosize minRows={2} {...form.getInputProps('note')} />
        <Button type="submit" loading={mend.isPending} style={{ alignSelf: 'flex-start' }}>
          {t.mendAddress}
        </Button>
      </Stack>
    </form>
  );
}
