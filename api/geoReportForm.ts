import type { RequestForm } from '../inputs/open311';

const LONGEST_TITLE = 120;

/** A form of GeoReport as a submission through the provincial portal. What it lacks is found by the checks of every submission. */
export const submissionOf = (form: RequestForm) => ({
  channel: 'portal',
  category: form.service_code,
  title: form['attribute[title]'] ?? beginningOf(form.description ?? ''),
  content: [form.description ?? '', ...placeOf(form)].join('\n'),
  submitter: {
    name: nameOf(form),
    address: form['attribute[contact_address]'] ?? form.address_string,
    phone: form.phone,
    email: form.email,
  },
  reference: form['attribute[reference]'],
});

/** As Vietnamese names are written: the family's first. */
const nameOf = ({ first_name: given, last_name: family }: RequestForm): string | null =>
  [family, given].filter(Boolean).join(' ') || null;

/** What the standard knows of the place and the submission has no room of its own for. */
function placeOf({ address_string: address, address_id: addressId, lat, long, media_url: picture }: RequestForm) {
  const lines = {
    'Địa điểm': address,
    'Mã địa điểm': addressId,
    'Toạ độ': lat === null ? null : `${lat}, ${String(long)}`,
    'Hình ảnh': picture,
  };
  return Object.entries(lines).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
}

/** The first line of a text, ending with a whole word. */
function beginningOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))} …`;
}
