import type { PartnerName, Reconciliation } from './partner';

const names: Record<PartnerName, string> = {
  national_portal: 'Cổng Dịch vụ công quốc gia',
  dossier_system: 'Hệ thống quản lý văn bản',
  web_portal: 'Cổng thông tin của tỉnh',
};

export const vi = {
  names,
  title: 'Đối soát',
  lead: 'Mỗi đêm, những gì hệ thống kia giữ của ngày hôm trước được so với những gì đã báo cho hệ thống đó.',
  none: 'Chưa đối soát ngày nào.',
  notConnected: 'Hệ thống này chưa được kết nối.',
  day: (day: string) => `Ngày ${day}`,
  comparedAt: (moment: string) => `So lúc ${moment}.`,
  counts: (here: string, there: string) => `Ở đây ${here} hồ sơ, bên kia ${there} hồ sơ.`,
  countHere: (here: string) => `Ở đây ${here} hồ sơ.`,
  same: 'Khớp',
  differs: (count: number) => `${String(count)} chỗ lệch`,
  failed: 'Không so được',
  why: 'Lý do:',
  causes: {
    silent: 'Không nhận được trả lời của hệ thống kia.',
    refused: 'Hệ thống kia trả lời rằng không đáp ứng được.',
    malformed: 'Trả lời của hệ thống kia không đúng như đã thống nhất.',
  } satisfies Record<NonNullable<Reconciliation['cause']>, string>,
  missingThere: 'Ở đây có, bên kia không có',
  missingHere: 'Bên kia có, ở đây không có',
  different: 'Hai bên khác nhau',
  of: (what: string, day: string) => `${what}, ${day}`,
  caseColumn: 'Hồ sơ',
  reference: 'Mã bên kia',
  stateHere: 'Ở đây',
  stateThere: 'Bên kia',
  state: (state: string, version: number) => `${state} (bản ${String(version)})`,
};

export type PartnerTexts = typeof vi;
