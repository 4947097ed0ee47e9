import { Button, Group, Menu, Text } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconDownload, IconPrinter } from '@tabler/icons-react';
import { api } from '../../shared/api/client';
import type { Case } from '../../shared/api/types';
import { useDownload } from '../../shared/api/useDownload';
import { ButtonLink } from '../../shared/ButtonLink';
import { ReceiptButton } from '../../shared/case/ReceiptButton';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { useRole } from '../../shared/session/useRole';
import type { ListSearch } from '../inbox/listSearch';
import { officerTexts } from '../messages';
import { ShortcutHelp } from '../shortcuts/ShortcutHelp';
import type { Neighbour, useWorklist } from './useWorklist';

interface CaseBarProps {
  readonly ofCase: Case;
  readonly list: ListSearch;
  readonly worklist: ReturnType<typeof useWorklist>;
}

const formats = ['pdf', 'docx', 'json'] as const;

/** The ways back to the list and on to the cases beside this one; print and export, and the receipt at the counter. */
export function CaseBar({ ofCase, list, worklist }: CaseBarProps) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const { position, previous, next } = worklist;
  const download = useDownload();
  const role = useRole();
  return (
    <Group justify="space-between" mb="md" gap="sm" className="screen-only">
      <Group gap="xs">
        <ButtonLink
          to="/inbox"
          search={list}
          variant="subtle"
          size="sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t.toInbox}
        </ButtonLink>
        <BesideLink neighbour={previous} label={t.previousCase}>
          <IconChevronLeft size={16} aria-hidden />
        </BesideLink>
        {position !== null && (
          <Text size="sm" c="dimmed" className="tabular">
            {position.at} / {position.of}
          </Text>
        )}
        <BesideLink neighbour={next} label={t.nextCase}>
          <IconChevronRight size={16} aria-hidden />
        </BesideLink>
      </Group>
      <Group gap="xs">
        {role === 'reception' && <ReceiptButton code={ofCase.code} size="sm" />}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => {
            print();
          }}
        >
          {shared.print}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={download.isPending}
            >
              {t.export}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {formats.map((format) => (
              <Menu.Item
                key={format}
                onClick={() => {
                  download.mutate({
                    name: `${ofCase.code}.${format}`,
                    ask: () =>
                      api.GET('/v1/cases/{code}/export', {
                        params: { path: { code: ofCase.code }, query: { format } },
                        parseAs: 'blob',
                      }),
                  });
                }}
              >
                {t.exportAs[format]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <ShortcutHelp keys={t.caseKeys} />
      </Group>
    </Group>
  );
}

interface BesideLinkProps {
  readonly neighbour: Neighbour | null;
  readonly label: string;
  readonly children: React.ReactNode;
}

function BesideLink({ neighbour, label, children }: BesideLinkProps) {
  if (neighbour === null) return null;
  return (
    <ButtonLink
      to="/inbox/$code"
      params={{ code: neighbour.code }}
      search={neighbour.search}
      variant="default"
      size="compact-md"
      aria-label={label}
      title={label}
    >
      {children}
    </ButtonLink>
  );
}
