import { Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ListedCase } from '../../shared/api/types';
import { Dialog } from '../../shared/Dialog';
import { focusOnAppearing } from '../../shared/focus';
import { ActionField } from '../../shared/forms/ActionField';
import { isOfCases } from '../../shared/forms/casePaths';
import { faultsByField, useFaultWords } from '../../shared/forms/faults';
import { fieldsOf } from '../../shared/forms/fields';
import { formTexts } from '../../shared/forms/messages';
import { blankValues, bodyOf, missing, type Values } from '../../shared/forms/values';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { problemText } from '../../shared/states/problemText';
import { officerTexts } from '../messages';
import { actOnAll, type BulkAction, type BulkOutcome } from './bulk';

interface BulkFormProps {
  readonly action: BulkAction;
  readonly items: readonly ListedCase[];
  readonly onClose: () => void;
  /** Told of the cases to which it was done. */
  readonly onDone: (items: readonly ListedCase[]) => void;
}

/** One form for many cases; says of each that refused why. */
export function BulkForm({ action, items, onClose, onDone }: BulkFormProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const shared = useTexts(sharedTexts);
  const words = useFaultWords();
  const queries = useQueryClient();
  // The cases as they were chosen: those that are done leave the selection while others are still under way.
  const [cases] = useState(items);
  const [fields] = useState(() => fieldsOf(action));
  const [values, setValues] = useState<Values>(() => blankValues(fields));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>();
  const [uploading, setUploading] = useState(false);
  const [running, setRunning] = useState(false);
  const keys = useRef(new Map<string, string>());
  const [first] = cases;
  if (first === undefined) return null;

  // Whatever cases are left to be tried again: to each of them it is the same that is asked.
  const keyOf = (input: object) => {
    const text = JSON.stringify(input);
    const key = keys.current.get(text) ?? crypto.randomUUID();
    keys.current.set(text, key);
    return key;
  };
  const send = async (targets: readonly ListedCase[]) => {
    const empty = missing(fields, values);
    setErrors(Object.fromEntries(empty.map((name) => [name, words['required'] ?? ''])));
    if (empty.length > 0) return;
    const body = bodyOf(fields, values);
    const known: BulkOutcome[] = [];
    setOutcomes([]);
    setRunning(true);
    await actOnAll(action, targets, body, keyOf(body), (outcomes) => {
      known.push(...outcomes);
      setOutcomes([...known]);
    });
    const faults = known.map(({ refusal }) => faultsByField(refusal, words)).find((one) => Object.keys(one).length > 0);
    setErrors(
      Object.fromEntries(Object.entries(faults ?? {}).map(([path, fault]) => [path.replace(/^input\./, ''), fault]))
    );
    setRunning(false);
    onDone(known.filter(({ refusal }) => refusal === undefined).map(({ item }) => item));
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isOfCases(String(queryKey[1])) });
  };
  // What is under way goes on, and somebody is to see what is refused.
  const leave = () => {
    if (!running) onClose();
  };
  const refused = (outcomes ?? []).filter(({ refusal }) => refusal !== undefined);
  const targets = refused.length > 0 ? refused.map(({ item }) => item) : cases;
  const allDone = outcomes !== undefined && !running && refused.length === 0;
  return (
    <Dialog opened held={running} onClose={leave} title={t.bulkTitle(forms.actions[action], cases.length)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(targets);
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t.bulkHint}
          </Text>
          {!allDone &&
            fields.map((field) => (
              <ActionField
                key={field.name}
                action={action}
                field={field}
                ofCase={first}
                value={values[field.name] ?? null}
                onChange={(value) => {
                  setValues((before) => ({ ...before, [field.name]: value }));
                }}
                error={errors[field.name]}
                onBusy={setUploading}
              />
            ))}
          <div role="status">
            {running && (
              <Progress value={((outcomes?.length ?? 0) / targets.length) * 100} aria-label={t.bulkRunning} />
            )}
            {outcomes !== undefined && !running && <Text fw={600}>{t.bulkDone(outcomes.length - refused.length)}</Text>}
            {!running && refused.length > 0 && (
              <>
                <Text mt="xs">{t.bulkRefused(refused.length)}</Text>
                <List size="sm">
                  {refused.map(({ item, refusal }) => (
                    <List.Item key={item.code}>
                      {item.title} ({item.code}): {problemText(refusal, shared)}
                    </List.Item>
                  ))}
                </List>
              </>
            )}
          </div>
          <Group>
            {allDone ? (
              <Button ref={focusOnAppearing} onClick={onClose}>
                {shared.close}
              </Button>
            ) : (
              <>
                <Button type="submit" loading={running} disabled={uploading}>
                  {forms.actions[action]}
                </Button>
                <Button variant="default" disabled={running} onClick={leave}>
                  {shared.cancel}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
