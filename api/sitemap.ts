import { create } from 'xmlbuilder2';
import { moment } from './present';
import { addressOfAnswer } from './presentPublication';

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** As many addresses as one site map may hold. */
export const LONGEST_SITEMAP = 50_000;

/** The addresses of published answers, with the moment of their latest change. */
export function sitemap(publicUrl: string, answers: readonly { number: string; changedAt: Date }[]): string {
  const map = create({ version: '1.0', encoding: 'UTF-8' }).ele(SITEMAPS, 'urlset');
  for (const { number, changedAt } of answers) {
    const url = map.ele(SITEMAPS, 'url');
    url.ele(SITEMAPS, 'loc').txt(addressOfAnswer(publicUrl, number));
    url.ele(SITEMAPS, 'lastmod').txt(moment(changedAt));
  }
  return map.end();
}

/** Where the parts of a site map lie that is too long for one. */
export function sitemapIndex(publicUrl: string, count: number): string {
  const index = create({ version: '1.0', encoding: 'UTF-8' }).ele(SITEMAPS, 'sitemapindex');
  for (let part = 1; part <= Math.ceil(count / LONGEST_SITEMAP); part++)
    index
      .ele(SITEMAPS, 'sitemap')
      .ele(SITEMAPS, 'loc')
      .txt(`${publicUrl}/sitemaps/${String(part)}.xml`);
  return index.end();
}
