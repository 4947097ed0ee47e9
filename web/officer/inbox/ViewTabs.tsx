import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { TabLink, TabLinks } from '../../shared/TabLinks';
import { officerTexts } from '../messages';
import { type ListSearch, type View, withoutPlace } from './listSearch';
import styles from './ViewTabs.module.css';

type Inbox = Schemas['Inbox'];

interface ViewTabsProps {
  readonly inbox: Inbox;
  readonly current: View;
  readonly search: ListSearch;
}

/** The lists of the person's own with how much lies in each, and what of the present one is late. */
export function ViewTabs({ inbox, current, search }: ViewTabsProps) {
  const t = useTexts(officerTexts);
  const filters = withoutPlace(search);
  const { items: views, most } = inbox;
  const shown = views.find(({ view }) => view === current);
  return (
    <Group justify="space-between" gap="sm" className="screen-only">
      <TabLinks label={t.views}>
        {views.map(({ view, cases }) => (
          <TabLink key={view} to="/inbox" search={{ ...filters, view }} current={view === current}>
            {t.viewNames[view]} <span className={styles.count}>{t.atMost(cases, most)}</span>
          </TabLink>
        ))}
      </TabLinks>
      {shown !== undefined && (
        <Group gap="xs">
          {shown.late > 0 && (
            <Link to="/inbox" search={{ ...filters, view: current, due: 'late' }} className={styles.narrow}>
              <Tag tone="late">{t.lateCount(shown.late, most)}</Tag>
            </Link>
          )}
          {shown.dueToday > 0 && (
            <Link to="/inbox" search={{ ...filters, view: current, due: 'todayOnly' }} className={styles.narrow}>
              <Tag tone="soon">{t.todayCount(shown.dueToday, most)}</Tag>
            </Link>
          )}
        </Group>
      )}
    </Group>
  );
}
