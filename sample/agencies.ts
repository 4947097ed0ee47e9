import type { NewVersion } from '../db/registers';
import { OFFICE } from '../domain/roles';

type Agency = Pick<NewVersion<'agency'>, 'register' | 'code' | 'effectiveFrom' | 'facts'>;

const unit = (code: string, name: string, nameEn: string, needsApproval = true): Agency => ({
  register: 'agency',
  code,
  effectiveFrom: '2018-01-01',
  facts: { name, nameEn, needsApproval, successor: null },
});

/** A province to try the service with: its Office, departments and localities. */
export const sampleAgencies: Agency[] = [
  unit(OFFICE, 'Văn phòng Ủy ban nhân dân tỉnh', "Office of the Provincial People's Committee"),
  unit('construction', 'Sở Xây dựng', 'Department of Construction'),
  unit('environment', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'),
  unit('finance', 'Sở Tài chính', 'Department of Finance'),
  unit('health', 'Sở Y tế', 'Department of Health'),
  unit('home-affairs', 'Sở Nội vụ', 'Department of Home Affairs'),
  unit('justice', 'Sở Tư pháp', 'Department of Justice'),
  unit('economic-zone', 'Ban Quản lý Khu kinh tế tỉnh', 'Provincial Economic Zone Authority'),
  unit('ward-center', 'Ủy ban nhân dân phường Trung tâm', "People's Committee of the Central Ward"),
  unit('commune-hill', 'Ủy ban nhân dân xã Đồi', "People's Committee of the Hill Commune", false),
];
