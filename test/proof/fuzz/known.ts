/** What the service has, by what an address or a body calls it: random text would hardly ever name any of it. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Looks up what there is, as people who may see it. */
export async function knownOf(address: string, tokens: { staff: string; admin: string }) {
  const listed = async (path: string, field: string, as: keyof typeof tokens = 'staff') => {
    const response = await fetch(address + path, { headers: { authorization: `Bearer ${tokens[as]}` } });
    if (!response.ok) throw new Error(`${path} was answered ${String(response.status)}: ${await response.text()}`);
    const answer = (await response.json()) as object;
    const parts: unknown[] = Array.isArray(answer) ? [answer] : Object.values(answer);
    const items = parts.find((part): part is Record<string, unknown>[] => Array.isArray(part)) ?? [];
    const found = items.flatMap((item) => namesIn(item[field]));
    if (found.length === 0) throw new Error(`${path} lists nothing by its ${field}`);
    return found;
  };
  return {
    case: await listed('/v1/cases?limit=200', 'code'),
    agency: await listed('/v1/agencies', 'id'),
    person: await listed('/v1/people', 'id'),
    account: await listed('/v1/accounts', 'id', 'admin'),
    category: await listed('/v1/categories', 'code'),
    rejectionReason: await listed('/v1/rejection-reasons', 'code'),
    publicationForm: await listed('/v1/publication-forms', 'code'),
    publication: await listed('/v1/public/cases', 'number'),
    request: await listed('/open311/v2/requests.json', 'service_request_id'),
    term: ['rejectBy', 'routeBy', 'answerBy'],
    service: await listed('/open311/v2/services.json', 'service_code'),
  } satisfies Known;
}

/** Files that somebody has just uploaded, for acts to name; nothing where they may upload none. */
export async function uploadedBy(address: string, credential: Readonly<Record<string, string>>) {
  const attachment: string[] = [];
  for (let index = 0; index < FILES; index++) {
    const form = new FormData();
    form.set('file', new File([`tệp ${String(index)}`], 'tệp.txt'));
    const response = await fetch(`${address}/v1/attachments`, { method: 'POST', headers: credential, body: form });
    if (response.status === 401 || response.status === 403) return {};
    if (!response.ok) throw new Error(`an upload was answered ${String(response.status)}: ${await response.text()}`);
    attachment.push(((await response.json()) as { id: string }).id);
  }
  return { attachment } satisfies Known;
}

/** Each file is named by one act only. */
const FILES = 60;

const namesIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
