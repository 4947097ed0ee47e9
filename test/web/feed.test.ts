import { atomFeed } from '../../api/feed';
import type { Published } from '../../db/publications';

test('R1.2: whoever follows the feed learns that a text was changed after its publication, as by an erasure', () => {
  const at = (day: string) => new Date(`${day}T02:00:00.000Z`);
  const row: Published = {
    number: '2026-000001',
    caseCode: 'TEST-1',
    receivedAt: at('2026-10-05'),
    firstPublishedAt: at('2026-10-19'),
    publishedAt: at('2026-10-20'),
    changedAt: at('2026-11-02'),
    category: null,
    agency: 'health',
    title: 'Yêu cầu thêm giấy tờ',
    content: null,
    answer: 'Đã bỏ yêu cầu này.',
    attachments: [],
  };
  const feed = atomFeed({
    publicUrl: 'https://pakn.province.example',
    self: 'https://pakn.province.example/feed.atom',
    updated: row.changedAt,
    entries: [row],
    authorOf: () => 'Sở Y tế',
  });
  const [, entry] = feed.split('<entry>');
  expect(entry).toContain('<published>2026-10-19T09:00:00.000+07:00</published>');
  expect(entry).toContain('<updated>2026-11-02T09:00:00.000+07:00</updated>');
});
