import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { Facts } from '../../shared/case/Facts';
import { Tag } from '../../shared/case/Tag';
import { focusOnAppearing, focusPage } from '../../shared/focus';
import { DayField } from '../../shared/forms/DayField';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { useToday } from '../../shared/useToday';
import { officerTexts } from '../messages';
import { CloseForm } from './CloseForm';
import { NoticeText } from './NoticeText';

type Task = Schemas['NoticeTask'];

interface NoticeTaskProps {
  readonly task: Task;
  /** By whoever reads it; others see that it waits. */
  readonly mayBeSettled: boolean;
}

/** A letter to send or an address to mend, with the form that settles it. */
export function NoticeTask({ task, mayBeSettled }: NoticeTaskProps) {
  const t = useTexts(officerTexts);
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const { kind, caseCode, template, openedAt } = task;
  const close = () => {
    setOpen(false);
    focusPage();
  };
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
          {mayBeSettled && !open && (
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
        {open && (
          <div role="group" aria-label={`${t.settle[kind]}: ${caseCode}`} tabIndex={-1} ref={focusOnAppearing}>
            {kind === 'letter' ? (
              <LetterForm task={task} onCancel={close} />
            ) : (
              <AddressForm task={task} onCancel={close} />
            )}
            <CloseForm task={task} touches={touches} />
          </div>
        )}
      </Stack>
    </Paper>
  );
}

interface TaskFormProps {
  readonly task: Task;
  readonly onCancel: () => void;
}

/** What a settled task changes. */
const touches = ['/v1/notice-tasks', '/v1/cases'];

function LetterForm({ task, onCancel }: TaskFormProps) {
  const t = useTexts(officerTexts);
  const { id } = task;
  const form = useRequestForm({
    initial: { sentOn: useToday(), number: '', note: '' },
    labels: { sentOn: t.sentOn, number: t.letterNumber, note: t.taskNote },
    send: ({ sentOn, number, note }) =>
      dataOf(
        api.POST('/v1/notice-tasks/{task}/letter', {
          params: { path: { task: String(id) } },
          body: { sentOn, number, note: given(note) },
        })
      ),
    touches,
    onDone: focusPage,
  });
  return (
    <RequestFormFrame form={form} submit={t.letterSent} onCancel={onCancel}>
      <LetterToWrite task={task} />
      <Group align="flex-start" gap="sm">
        <DayField {...form.field('sentOn')} required />
        <TextInput {...form.line('number')} required />
      </Group>
      <Textarea {...form.line('note')} autosize minRows={2} />
    </RequestFormFrame>
  );
}

/** Where the letter goes, and what the message says that did not arrive. */
function LetterToWrite({ task }: { readonly task: Task }) {
  const t = useTexts(officerTexts);
  const { caseCode } = task;
  const query = $api.useQuery('get', '/v1/cases/{code}', { params: { path: { code: caseCode } } });
  return (
    <>
      <Loaded query={query}>
        {({ submitter: { name, address } }) => (
          <Facts
            facts={[
              [t.letterTo, name],
              [t.address, address],
            ]}
          />
        )}
      </Loaded>
      <NoticeText code={caseCode} notice={task} />
    </>
  );
}

function AddressForm({ task: { id }, onCancel }: TaskFormProps) {
  const t = useTexts(officerTexts);
  const form = useRequestForm({
    initial: { email: '', phone: '', note: '' },
    labels: { email: t.email, phone: t.phone, note: t.taskNote },
    send: ({ email, phone, note }) =>
      dataOf(
        api.POST('/v1/notice-tasks/{task}/address', {
          params: { path: { task: String(id) } },
          body: { email: given(email), phone: given(phone), note: given(note) },
        })
      ),
    touches,
    onDone: focusPage,
  });
  return (
    <RequestFormFrame form={form} submit={t.mendAddress} onCancel={onCancel}>
      <Text size="sm">{t.mendHint}</Text>
      <Group align="flex-start" gap="sm">
        <TextInput {...form.line('email')} type="email" />
        <TextInput {...form.line('phone')} type="tel" />
      </Group>
      <Textarea {...form.line('note')} autosize minRows={2} />
    </RequestFormFrame>
  );
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());
