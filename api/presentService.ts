import { moment } from './present';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';

/** Since when the addresses are as they are. */
const CHANGESET = new Date('2026-11-25T00:00:00Z');

/** What every category takes beside the fields of the standard. */
const attributes = [
  ['contact_address', 'Địa chỉ liên hệ; để trống nếu trùng với địa điểm được phản ánh'],
  ['title', 'Tiêu đề; để trống thì lấy phần đầu của nội dung'],
  ['reference', 'Mã số riêng của hệ thống gửi; cùng một mã chỉ thành một hồ sơ'],
] as const;

/** What clients of Open311 find out first. */
export function presentDiscovery(publicUrl: string) {
  const changeset = moment(CHANGESET);
  const url = `${publicUrl}/open311/v2`;
  const formats = ['text/xml', 'application/json'];
  return {
    changeset,
    contact: publicUrl,
    key_service: publicUrl,
    endpoints: [{ specification: SPECIFICATION, url, changeset, type: 'production', formats }],
  };
}

/** A category as a service of GeoReport. */
export const presentService = ({ code, label, labelEn }: { code: string; label: string; labelEn: string }) => ({
  service_code: code,
  service_name: label,
  description: labelEn,
  metadata: true,
  type: 'realtime',
  keywords: '',
  group: 'Phản ánh, kiến nghị',
});

/** What a request of a category may say; nothing of it must be said. */
export const presentDefinition = (code: string) => ({
  service_code: code,
  attributes: attributes.map(([attribute, description], index) => ({
    variable: true,
    code: attribute,
    datatype: 'string',
    required: false,
    datatype_description: null,
    order: index + 1,
    description,
    values: [],
  })),
});
