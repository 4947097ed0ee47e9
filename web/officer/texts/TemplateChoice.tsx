import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { caseHandlers } from '../../generated/rules';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { CaseAction, Role } from '../../shared/api/types';
import { filterFolded } from '../../shared/forms/foldAccents';
import { useTexts } from '../../shared/i18n/catalogue';
import { useSession } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';

/** Whose units keep texts. */
const keepers: readonly Role[] = caseHandlers;

interface TemplateChoiceProps {
  readonly action: CaseAction;
  readonly code: string;
  /** Given the text with what it takes from the case filled in. */
  readonly onText: (text: string) => void;
}

/** The texts that the unit and the Office keep for an act, to begin with; nothing where there are none. */
export function TemplateChoice({ action, code, onText }: TemplateChoiceProps) {
  const t = useTexts(officerTexts);
  const session = useSession();
  const { data } = $api.useQuery(
    'get',
    '/v1/text-templates',
    { params: { query: { action } } },
    { enabled: session != null && keepers.includes(session.role) }
  );
  const fill = useMutation({
    mutationFn: (template: string) =>
      dataOf(
        api.GET('/v1/text-templates/{template}/filled', { params: { path: { template }, query: { case: code } } })
      ),
    onSuccess: ({ text }) => {
      onText(text);
    },
  });
  const texts = data?.items ?? [];
  if (texts.length === 0) return null;
  return (
    <>
      <Select
        label={t.useText}
        placeholder={t.useTextHint}
        data={texts.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={(template) => {
          if (template !== null) fill.mutate(template);
        }}
        searchable={texts.length > 8}
        filter={filterFolded}
      />
      <ProblemAlert error={fill.error} />
    </>
  );
}
