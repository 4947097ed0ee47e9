import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { api } from '../api/client';
import type { paths } from '../api/types';
import { useDownload } from '../api/useDownload';
import { useTexts } from '../i18n/catalogue';
import { useToday } from '../useToday';
import { caseTexts } from './messages';

type ListFilters = Omit<NonNullable<paths['/v1/cases/export']['get']['parameters']['query']>, 'format'>;

const formats = ['xlsx', 'csv'] as const;

/** Saves a list of cases whole, all its pages, by the filters with which it is shown. */
export function ListDownload({ filters }: { readonly filters: ListFilters }) {
  const t = useTexts(caseTexts);
  const today = useToday();
  const download = useDownload();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          className="screen-only"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
        >
          {t.downloadList}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              download.mutate({
                name: `${t.listFile}-${today}.${format}`,
                ask: () => api.GET('/v1/cases/export', { params: { query: { ...filters, format } }, parseAs: 'blob' }),
              });
            }}
          >
            {t.listAs[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
