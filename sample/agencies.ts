import type { agencies } from '../db/schema';
import { OFFICE } from '../domain/roles';

type Agency = typeof agencies.$inferInsert;

const unit = (id: string, name: string, nameEn: string, needsApproval = true): Agency => ({
  id,
  name,
  nameEn,
  needsApproval,
  validFrom: '2018-01-01',
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
