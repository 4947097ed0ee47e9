/** The media types that may be kept, each with the extensions that its files may have, the usual one first. */
export const mediaTypes = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/x-cfb': ['doc', 'xls'],
  'text/plain': ['txt', 'csv'],
  /** Never found by content: messages that were taken in are kept under it. */
  'message/rfc822': ['eml', 'txt'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'video/mp4': ['mp4'],
  'video/quicktime': ['mov'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type MediaType = keyof typeof mediaTypes;

export const mediaTypeNames = Object.keys(mediaTypes) as MediaType[];

/** Those that a content shows. */
export const foundMediaTypes = mediaTypeNames.filter((type) => type !== 'message/rfc822');

export const isMediaType = (type: string): type is MediaType => type in mediaTypes;

/** Types that a browser shows without running anything in the name of this service. */
const previewed: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'];

export const canBePreviewed = (type: string): boolean => previewed.includes(type);
