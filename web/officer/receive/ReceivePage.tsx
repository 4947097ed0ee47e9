import { Button, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { enteredByOffice } from '../../generated/rules';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { caseTexts } from '../../shared/case/messages';
import { readDraft, useDraftKeeper } from '../../shared/forms/drafts';
import { MomentField } from '../../shared/forms/MomentField';
import { faultsByField, useFaultWords } from '../../shared/forms/faults';
import { FilesField } from '../../shared/forms/FilesField';
import { FormFrame } from '../../shared/forms/FormFrame';
import { formTexts } from '../../shared/forms/messages';
import { useIntentKey } from '../../shared/forms/useIntentKey';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { useSession } from '../../shared/session/session';
import { useToday } from '../../shared/useToday';
import { officerTexts } from '../messages';
import { blank, type Received, submissionOf } from './received';
import { PersonFields, TextFields, useWrittenLabels } from './WrittenFields';

const DAY_LENGTH = '2026-03-13'.length;

/** Enters what came by letter, telephone, fax, e-mail or Zalo, with the time at which it came (R3). */
export function ReceivePage() {
  const t = useTexts(officerTexts);
  const session = useSession();
  return (
    <Page title={t.receive} lead={t.receiveLead}>
      {session && <ReceiveForm owner={session.id} />}
    </Page>
  );
}

function ReceiveForm({ owner }: { readonly owner: string }) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const words = useFaultWords();
  const texts = useTexts(caseTexts);
  const navigate = useNavigate();
  const today = useToday();
  const draftKey = `${owner}.receive`;
  const [given, setGiven] = useState<Received>(() => ({
    ...blank,
    ...(readDraft(draftKey) as Partial<Received> | null),
  }));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sendingEvidence, setSendingEvidence] = useState(false);
  const [sendingFiles, setSendingFiles] = useState(false);
  const keeper = useDraftKeeper<Received>(draftKey);
  const intent = useIntentKey(draftKey);
  const submit = useMutation({
    mutationFn: (body: ReturnType<typeof submissionOf>) =>
      dataOf(api.POST('/v1/cases', { params: { header: { 'Idempotency-Key': intent.keyFor(body) } }, body })),
    onSuccess: async ({ code }) => {
      intent.end();
      keeper.forget();
      await navigate({ to: '/inbox/$code', params: { code } });
    },
    onError: (error) => {
      setErrors(faultsByField(error, words));
    },
  });
  const change = (part: Partial<Received>) => {
    const next = { ...given, ...part };
    setGiven(next);
    keeper.keep(next);
  };
  const labels = {
    ...useWrittenLabels(),
    receivedAt: t.receivedAt,
    receiptReason: t.receiptReason,
    receiptEvidence: t.receiptEvidence,
  };
  return (
    <FormFrame
      refusal={submit.error}
      errors={errors}
      labels={labels}
      busy={sendingEvidence || sendingFiles}
      onSubmit={() => {
        setErrors({});
        submit.mutate(submissionOf(given));
      }}
    >
      <Part title={t.howItCame}>
        <Radio.Group
          label={t.columns.channel}
          value={given.channel}
          onChange={(value) => {
            change({ channel: value });
          }}
        >
          <Group mt={4}>
            {enteredByOffice.map((channel) => (
              <Radio key={channel} value={channel} label={texts.channels[channel]} />
            ))}
          </Group>
        </Radio.Group>
        <MomentField
          name="receivedAt"
          label={t.receivedAt}
          description={t.receivedAtHint}
          error={errors['receivedAt']}
          value={given.receivedAt}
          onChange={(receivedAt) => {
            change({ receivedAt });
          }}
        />
        <TextInput
          name="receiptReason"
          label={t.receiptReason}
          error={errors['receiptReason']}
          value={given.receiptReason}
          onChange={(event) => {
            change({ receiptReason: event.currentTarget.value });
          }}
        />
        <FilesField
          name="receiptEvidence"
          label={t.receiptEvidence}
          error={errors['receiptEvidence']}
          value={given.receiptEvidence}
          onChange={(files) => {
            change({ receiptEvidence: files.slice(-1) });
          }}
          onBusy={setSendingEvidence}
        />
      </Part>
      <Part title={t.content}>
        <TextFields
          given={given}
          receivedOn={given.receivedAt.slice(0, DAY_LENGTH) || today}
          errors={errors}
          onChange={change}
        />
        <FilesField
          name="attachments"
          label={t.attachments}
          error={errors['attachments']}
          value={given.attachments}
          onChange={(attachments) => {
            change({ attachments });
          }}
          onBusy={setSendingFiles}
        />
      </Part>
      <Part title={t.submitter}>
        <PersonFields given={given} errors={errors} onChange={change} />
      </Part>
      <Text size="sm" c="dimmed" role="status">
        {keeper.kept && forms.draftKept}
      </Text>
      <Group>
        <Button type="submit" loading={submit.isPending}>
          {t.receiveSubmit}
        </Button>
      </Group>
    </FormFrame>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper component="section">
      <Title order={2} fz="lg" mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Paper>
  );
}
