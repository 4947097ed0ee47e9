import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Fragment, type ReactNode, useState } from 'react';
import { problemOf } from '../api/problem';
import type { Case, CaseAction } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { ActionField } from './ActionField';
import { actName } from './actName';
import { type Begun, begunIn, isSuperseded } from './begun';
import { readDraft, useDraftKeeper } from './drafts';
import { EarlierDraft } from './EarlierDraft';
import { faultsByField, useFaultWords } from './faults';
import { type Field, fieldsOf } from './fields';
import { FormFrame } from './FormFrame';
import { Meanwhile } from './Meanwhile';
import { formTexts } from './messages';
import { useAct } from './useAct';
import { ACT_LASTS_MILLIS, useIntentKey } from './useIntentKey';
import { useMounted } from './useMounted';
import { blankValues, bodyOf, missing, type Values } from './values';

interface ActionFormProps {
  readonly action: CaseAction;
  readonly ofCase: Case;
  /** Whose draft it is. */
  readonly owner: string;
  /** What stands in the fields at first, where there is no draft that began with the same. */
  readonly initial?: Values;
  /** Told how the case stands, and what the act was called. */
  readonly onDone: (after: Case, called: string) => void;
  readonly onCancel?: () => void;
  /** What stands above a field and may fill it in. */
  readonly aid?: (field: Field, part: FormPart) => ReactNode;
  /** What stands in place of the fields of these names. */
  readonly parts?: Readonly<Record<string, (part: FormPart) => ReactNode>>;
}

/** What a part of a form may do: read and fill in any of its fields. */
export interface FormPart {
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly values: Values;
  readonly set: (changes: Values) => void;
  /** Told while something is on its way that the form has to wait for. */
  readonly onBusy: (busy: boolean) => void;
}

/** The form of an act, made from the schema of its input. Keeps a draft, tells faults at their fields, and what happened meanwhile. */
export function ActionForm({
  action,
  ofCase,
  owner,
  initial = {},
  onDone,
  onCancel,
  aid,
  parts = {},
}: ActionFormProps) {
  const t = useTexts(formTexts);
  const shared = useTexts(sharedTexts);
  const words = useFaultWords();
  const fields = fieldsOf(action);
  const labels: Readonly<Record<string, string>> = t.fields[action];
  const draftKey = `${owner}.${ofCase.code}.${action}`;
  const anew = (): Begun<Values> => ({ values: { ...blankValues(fields), ...initial }, initial, seq: ofCase.head.seq });
  const [draft] = useState(() => begunIn<Values>(readDraft(draftKey)));
  const [setAside, putAside] = useState(() => draft !== null && isSuperseded(draft, initial));
  const [begun, setBegun] = useState<Begun<Values>>(draft === null || setAside ? anew : draft);
  const { values } = begun;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [opened] = useState(ofCase);
  const keeper = useDraftKeeper<Begun<Values>>(draftKey);
  const mounted = useMounted();
  const called = actName(t, action, opened);
  const intent = useIntentKey(draftKey, ACT_LASTS_MILLIS);
  const act = useAct(action, ofCase.code, intent, (after) => {
    keeper.forget();
    notifications.show({ message: t.done(called), closeButtonProps: { 'aria-label': shared.close } });
    // Who has gone on to another page meanwhile is not brought back.
    if (mounted.current) onDone(after, called);
  });
  const overtaken = problemOf(act.error)?.status === 409 || (ofCase.head.seq > begun.seq && act.isIdle);

  const goOnWith = (next: Begun<Values>) => {
    setBegun(next);
    keeper.keep(next);
  };
  const set = (changes: Values) => {
    goOnWith({ ...begun, values: { ...values, ...changes } });
  };
  const send = () => {
    const empty = missing(fields, values).map((name): [string, string] => [name, words['required'] ?? '']);
    setErrors(Object.fromEntries(empty));
    if (empty.length > 0) return;
    act.mutate(bodyOf(fields, values), {
      onError: (error) => {
        setErrors(faultsByField(error, words));
      },
    });
  };
  return (
    <FormFrame onSubmit={send} refusal={act.error} errors={errors} labels={labels} busy={busy}>
      {draft !== null && setAside && (
        <EarlierDraft
          onTake={() => {
            putAside(false);
            goOnWith(draft);
          }}
        />
      )}
      {overtaken && <Meanwhile code={ofCase.code} since={begun.seq} />}
      {t.hints[action] !== undefined && <Text>{t.hints[action]}</Text>}
      {fields.map((field) => {
        const { name, required } = field;
        const error = errors[name];
        const part = { label: labels[name], error, required, values, set, onBusy: setBusy };
        const ownPart = parts[name];
        if (ownPart !== undefined) return <Fragment key={name}>{ownPart(part)}</Fragment>;
        return (
          <Fragment key={name}>
            {aid?.(field, part)}
            <ActionField
              action={action}
              field={field}
              ofCase={ofCase}
              value={values[name] ?? null}
              onChange={(value) => {
                set({ [name]: value });
              }}
              error={error}
              onBusy={setBusy}
            />
          </Fragment>
        );
      })}
      <Text size="sm" c="dimmed" role="status">
        {keeper.kept ? t.draftKept : draft !== null && !setAside && t.draftRestored}
      </Text>
      <Group>
        <Button type="submit" loading={act.isPending}>
          {called}
        </Button>
        {onCancel && (
          <Button
            variant="default"
            onClick={() => {
              intent.end();
              onCancel();
            }}
          >
            {shared.cancel}
          </Button>
        )}
        {draft !== null && (
          <Button
            variant="subtle"
            onClick={() => {
              putAside(false);
              setBegun(anew());
              keeper.forget();
              intent.end();
            }}
          >
            {t.discardDraft}
          </Button>
        )}
      </Group>
    </FormFrame>
  );
}
