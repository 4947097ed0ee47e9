import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api/problem';
import { faultsByField, useFaultWords } from './faults';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';

interface RequestFormOptions<Values, Answer> {
  readonly initial: Values;
  readonly labels: Readonly<Record<string, string>>;
  /** `changed` are the values that are others than those with which the form began, or which were taken last. */
  readonly send: (values: Values, changed: Partial<Values>) => Promise<Answer>;
  /** How the addresses begin whose answers this changes. */
  readonly touches: readonly string[];
  /** What is told when it is done; nothing where the page shows it by itself. */
  readonly told?: string | ((answer: Answer) => string);
  readonly onDone?: (answer: Answer) => void;
}

export interface RequestForm<Values> {
  readonly values: Values;
  readonly labels: Readonly<Record<string, string>>;
  /** By the names of fields, the parts of a path joined by dots. */
  readonly errors: Readonly<Record<string, string>>;
  readonly refusal: unknown;
  readonly sending: boolean;
  /** Whether what was sent last was taken. */
  readonly done: boolean;
  readonly change: (part: Partial<Values>) => void;
  /** What a field of text takes. */
  readonly line: (name: keyof Values & string) => LineProps;
  /** What a field takes that gives its value itself: a day, a number. */
  readonly field: <Name extends keyof Values & string>(name: Name) => FieldProps<Values[Name]>;
  /** Shows why something like this was refused: a preview of it. */
  readonly tell: (error: unknown) => void;
  readonly submit: () => void;
}

interface LineProps {
  readonly name: string;
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
}

interface FieldProps<Value> {
  readonly name: string;
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** The state of a form that makes one request: what was typed stays until the service has taken it. */
export function useRequestForm<Values extends object, Answer>({
  initial,
  labels,
  send,
  touches,
  told,
  onDone,
}: RequestFormOptions<Values, Answer>): RequestForm<Values> {
  const shared = useTexts(sharedTexts);
  const words = useFaultWords();
  const queries = useQueryClient();
  const [values, setValues] = useState(initial);
  const [taken, setTaken] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const tell = (error: unknown) => {
    setErrors(error === null ? {} : faultsByField(error, words));
    setRefusal(error);
  };
  const readAnew = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => touches.some((path) => String(queryKey[1]).startsWith(path)),
    });
  const request = useMutation({
    mutationFn: (given: Values) => send(given, changedBetween(taken, given)),
    onMutate: () => {
      tell(null);
    },
    onError: (error) => {
      tell(error);
      // It stands otherwise than this page knew: somebody else was first, or one's own answer was lost.
      if (problemOf(error)?.status === 409) void readAnew();
    },
    onSuccess: async (answer, given) => {
      setTaken(given);
      await readAnew();
      if (told !== undefined)
        notifications.show({
          message: typeof told === 'string' ? told : told(answer),
          closeButtonProps: { 'aria-label': shared.close },
        });
      onDone?.(answer);
    },
  });
  const change = (part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
  };
  const field: RequestForm<Values>['field'] = (name) => ({
    name,
    label: labels[name],
    error: errors[name],
    value: values[name],
    onChange: (value) => {
      change({ [name]: value } as unknown as Partial<Values>);
    },
  });
  return {
    values,
    labels,
    errors,
    refusal,
    sending: request.isPending,
    done: request.isSuccess,
    change,
    tell,
    field,
    line: (name) => {
      const { value, onChange, ...named } = field(name);
      return {
        ...named,
        value: String(value ?? ''),
        onChange: ({ currentTarget }) => {
          onChange(currentTarget.value as typeof value);
        },
      };
    },
    submit: () => {
      request.mutate(values);
    },
  };
}

/** The values that became others. What is no plain value is another one as soon as it was put together anew. */
const changedBetween = <Values extends object>(before: Values, after: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof Values])
  ) as Partial<Values>;
