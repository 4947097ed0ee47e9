import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { useFocusOnChange } from '../shared/focus';
import { readDraft, useDraftKeeper } from '../shared/forms/drafts';
import { faultsByField, useFaultWords } from '../shared/forms/faults';
import { FilesField } from '../shared/forms/FilesField';
import { FormFrame } from '../shared/forms/FormFrame';
import { formTexts } from '../shared/forms/messages';
import { useIntentKey } from '../shared/forms/useIntentKey';
import { useTexts } from '../shared/i18n/catalogue';
import { Page } from '../shared/Page';
import { ContentStep } from './ContentStep';
import { citizenTexts } from './messages';
import { PersonStep } from './PersonStep';
import { ReviewStep } from './ReviewStep';
import { blankFor, emptyFieldsOf, type Step, steps, stepWithFault, submissionOf, type Typed } from './submission';
import { useSubmissionLabels } from './useSubmissionLabels';

const route = getRouteApi('/submit');

/** A submission in three short steps; what was typed stays in the browser until it is sent. */
export function SubmitPage() {
  const t = useTexts(citizenTexts);
  const form = useTexts(formTexts);
  const words = useFaultWords();
  const labels = useSubmissionLabels();
  const { principal } = route.useRouteContext();
  const { step } = route.useSearch();
  const navigate = useNavigate();
  const draftKey = `${principal.id}.submit`;
  const [draft] = useState(() => readDraft(draftKey) as Typed | null);
  const [typed, setTyped] = useState<Typed>({ ...blankFor(principal), ...draft });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const keeper = useDraftKeeper<Typed>(draftKey);
  const intent = useIntentKey(draftKey);

  const goTo = (next: Step) => {
    void navigate({ to: '/submit', search: { step: next } });
  };
  const send = useMutation({
    mutationFn: () => {
      const body = submissionOf(typed);
      return dataOf(api.POST('/v1/cases', { body, params: { header: { 'Idempotency-Key': intent.keyFor(body) } } }));
    },
    onSuccess: async ({ code }) => {
      intent.end();
      keeper.forget();
      await navigate({ to: '/receipt/$code', params: { code }, replace: true });
    },
    onError: (error) => {
      const faults = faultsByField(error, words);
      setErrors(faults);
      if (Object.keys(faults).length > 0) goTo(stepWithFault(faults));
    },
  });
  const change = (changes: Partial<Typed>) => {
    const next = { ...typed, ...changes };
    setTyped(next);
    keeper.keep(next);
  };
  const goOn = () => {
    const empty = emptyFieldsOf(step, typed);
    setErrors(Object.fromEntries(empty.map((name) => [name, words['required'] ?? ''])));
    if (empty.length > 0) return;
    const next = steps[steps.indexOf(step) + 1];
    if (next === undefined) send.mutate();
    else goTo(next);
  };
  const previous = steps[steps.indexOf(step) - 1];
  const fields = { typed, change, errors, labels };
  return (
    <Page title={t.submitTitle} size="sm">
      <Paper>
        <Stack>
          <StepTitle step={step} />
          {/* Only what is sent has to wait: files go on their way from step to step. */}
          <FormFrame
            onSubmit={goOn}
            refusal={send.error}
            errors={errors}
            labels={labels}
            busy={busy && step === 'review'}
          >
            {step === 'content' && <ContentStep {...fields} />}
            {step === 'person' && <PersonStep {...fields} />}
            {step === 'review' && <ReviewStep typed={typed} labels={labels} onEdit={goTo} />}
            {/* Whoever goes to another step by the browser's own buttons takes along what is on its way. */}
            <FilesField
              name="attachments"
              label={labels.attachments}
              value={typed.attachments}
              error={errors['attachments']}
              onlyPending={step !== 'content'}
              onBusy={setBusy}
              onChange={(attachments) => {
                change({ attachments });
              }}
            />
            <Text size="sm" c="dimmed" role="status">
              {keeper.kept ? form.draftKept : draft !== null && form.draftRestored}
            </Text>
            <Group justify="space-between">
              {previous === undefined ? (
                <span />
              ) : (
                <Button
                  variant="default"
                  onClick={() => {
                    goTo(previous);
                  }}
                >
                  {t.back}
                </Button>
              )}
              <Button type="submit" loading={send.isPending}>
                {step === 'review' ? t.send : t.next}
              </Button>
            </Group>
          </FormFrame>
        </Stack>
      </Paper>
    </Page>
  );
}

/** Where one is; takes the focus when the step changes, so that a screen reader goes on from there. */
function StepTitle({ step }: { step: Step }) {
  const t = useTexts(citizenTexts);
  const heading = useFocusOnChange<HTMLHeadingElement>(step);
  const names: Record<Step, string> = { content: t.stepContent, person: t.stepPerson, review: t.stepReview };
  return (
    <Title order={2} fz="h4" tabIndex={-1} ref={heading}>
      {t.stepOf(steps.indexOf(step) + 1, steps.length, names[step])}
    </Title>
  );
}
