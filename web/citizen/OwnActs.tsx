import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Case, CaseAction } from '../shared/api/types';
import { hasEnded } from '../shared/case/ended';
import { focusPage, useFocusOnChange } from '../shared/focus';
import { ActionForm } from '../shared/forms/ActionForm';
import { formTexts } from '../shared/forms/messages';
import { useTexts } from '../shared/i18n/catalogue';
import { citizenTexts } from './messages';

/** What a submitter may do to their case now. What is asked of them stands open; the rest opens by a button, also what comes too late for it. */
export function OwnActs({ one, owner }: { one: Case; owner: string }) {
  const t = useTexts(citizenTexts);
  const words = useTexts(formTexts);
  const navigate = useNavigate();
  const allowed = one.allowedActions.filter((action): action is CaseAction => action !== 'submit');
  const isAsked = one.status === 'awaiting_info' && allowed.includes('supplyInfo');
  const [chosen, choose] = useState<CaseAction | null>(isAsked ? 'supplyInfo' : null);
  const open = chosen !== null && allowed.includes(chosen) ? chosen : null;
  const heading = useFocusOnChange<HTMLHeadingElement>(open);
  if (allowed.length === 0) return null;
  return (
    <Paper component="section" className="screen-only">
      <Stack>
        <Title order={2} fz="h3" ref={heading} tabIndex={-1}>
          {open === null ? t.whatYouCanDo : words.actions[open]}
        </Title>
        {hasEnded(one) && <Text>{t.becomesNewCase}</Text>}
        {open === null ? (
          <Group>
            {allowed.map((action) => (
              <Button
                key={action}
                variant={isAsked && action === 'supplyInfo' ? 'filled' : 'default'}
                onClick={() => {
                  choose(action);
                }}
              >
                {words.actions[action]}
              </Button>
            ))}
          </Group>
        ) : (
          <ActionForm
            key={open}
            action={open}
            ofCase={one}
            owner={owner}
            onCancel={() => {
              choose(null);
            }}
            onDone={(after) => {
              // The last of what could be done takes its place on the page with it.
              if (after.allowedActions.length === 0) focusPage();
              else choose(null);
              // What comes too late for a case becomes a new one.
              if (after.code !== one.code) void navigate({ to: '/receipt/$code', params: { code: after.code } });
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}
