import type { Head } from '../record/chain';
import type { Block } from './document';
import { grouped } from './writing';

/** The head of a case's chain, to be read and to be scanned: with it anybody can tell later whether the record was altered (R5). */
export const sealOf = ({ code, head }: { readonly code: string; readonly head: Head }): Block[] => [
  {
    kind: 'qr',
    content: `${code} ${String(head.seq)} ${head.hash}`,
    beside: [
      `Các sự kiện của hồ sơ ${code} được nối thành chuỗi mã băm, đến sự kiện số ${String(head.seq)}.`,
      `Đầu chuỗi (SHA-256): ${grouped(head.hash)}`,
      'Mã QR chứa mã hồ sơ, số sự kiện và đầu chuỗi. Hồ sơ bị sửa, xóa hoặc bớt sự kiện thì đầu chuỗi không còn khớp.',
    ],
  },
];
