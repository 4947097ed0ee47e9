/**
 * Texts shaped like petitions, for what depends on how often words come: the words of the office and of everyday speech
 * first, each half as frequent as the one at half its rank (Zipf's law), then thousands that come seldom.
 */

/** Frequent words and phrases, the most frequent first. */
const common = (
  'và|của|là|có|không|được|tôi|đã|cho|các|tại|người dân|đề nghị|những|với|này|để|về|trong|một|giải quyết|đến|ngày|số|gia đình|' +
  'từ|theo|phường|chưa|xã|nhưng|việc|thời gian|đường|nhà|khu vực|cơ quan chức năng|nhiều|phản ánh|trên|bị|đất|làm|nước|hồ sơ|' +
  'quy định|năm|tháng|xem xét|ủy ban nhân dân|thì|khi|xây dựng|trả lời|công trình|thủ tục|gây|ảnh hưởng|ô nhiễm|môi trường|' +
  'kiến nghị|dự án|cán bộ|giấy phép|hộ dân|quyền sử dụng đất|giấy chứng nhận|lấn chiếm|vỉa hè|rác thải|tiếng ồn|kinh doanh|' +
  'bồi thường|giải phóng mặt bằng|tái định cư|thu hồi|quyết định|thẩm quyền|kiểm tra|xử lý|vi phạm|hành chính|tổ dân phố|' +
  'hệ thống thoát nước|ngập úng|chiếu sáng|đèn đường|hư hỏng|xuống cấp|sửa chữa|ổ gà|giao thông|xe tải|quá tải|học sinh|trường học|' +
  'bệnh viện|bảo hiểm y tế|bảo hiểm xã hội|trợ cấp|chính sách|người cao tuổi|hộ nghèo|đăng ký|khai sinh|kết hôn|hộ khẩu|' +
  'căn cước|chứng thực|bản sao|lệ phí|thuế|nộp|tiền điện|tiền nước|công ty|doanh nghiệp|nhà máy|khói bụi|mùi hôi|chăn nuôi|' +
  'cây xanh|công viên|chợ|an ninh trật tự|tổ chức|thanh tra|khiếu nại|tố cáo|văn bản|chậm trễ|kéo dài|hẹn|bộ phận một cửa|' +
  'dịch vụ công trực tuyến|tài khoản|hướng dẫn|bổ sung|giấy tờ|thiếu|sai|đính chính|tách thửa|chuyển mục đích|quy hoạch|bản đồ|' +
  'địa chính|ranh giới|tranh chấp|hòa giải|tòa án|đường liên thôn|kênh mương|tưới tiêu|nông nghiệp|hoa màu|thiệt hại|hỗ trợ'
).split('|');

const onsets = 'b c ch d đ g h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a á à ả ạ an án àn ản ạn ang áng àng ạng anh ánh ành ạnh ao áo ào ạo ay áy ày ạy âm ấm ầm ân ấn ần ận âu ấu ầu e é è en én èn ẻn ' +
  'eo éo èo ê ế ề ên ến ền ện ết ệt êu ếu iên iến iền iện iết iệt iêu iếu iều im ín ìn ính ình ịnh o ó ò oa óa òa oan oán oàn oạn oi ' +
  'ói òi on ón òn ong óng òng ô ố ồ ộ ôi ối ồi ội ôn ốn ồn ông ống ồng ộng ơ ớ ờ ơi ới ời ợi ơn ớn u ú ù ụ ua úa ùa uân uấn uận ' +
  'ui úi ùi un ún ung úng ùng ụng uốc uộc uôn uốn uồn uông uống ư ứ ừ ự ưa ứa ừa ứng ừng ựng ước ược ươi ưới ười ương ướng ường ượng';

const WORDS = 8_000;

/** A whole number below `bound` that follows from `seed` alone. */
function drawn(seed: number, bound: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % bound;
}

function vocabulary(): string[] {
  const endings = rhymes.split(' ');
  const syllables = onsets.flatMap((onset) => endings.map((rhyme) => onset + rhyme));
  const syllable = (seed: number) => syllables[drawn(seed, syllables.length)] ?? '';
  // Three words of four are of two syllables.
  const word = (rank: number) => (rank % 4 === 0 ? syllable(rank) : `${syllable(rank)} ${syllable(-rank)}`);
  return [...common, ...Array.from({ length: WORDS - common.length }, (_, rank) => word(rank + 1))];
}

const words = vocabulary();

const openings = [
  'Kính gửi Ủy ban nhân dân tỉnh, tôi xin phản ánh việc',
  'Kính gửi cơ quan chức năng,',
  'Tôi là người dân sinh sống tại địa phương, xin phản ánh:',
  'Gia đình chúng tôi kiến nghị',
  '',
];
const closings = [
  'Kính đề nghị cơ quan có thẩm quyền xem xét, giải quyết. Tôi xin chân thành cảm ơn.',
  'Rất mong được các cấp quan tâm giải quyết.',
  'Đề nghị sớm có văn bản trả lời cho người dân.',
  '',
];

const chosen = (from: readonly string[], seed: number): string => from[drawn(seed, from.length)] ?? '';

/** So many words by Zipf's law: the logarithms of their ranks are spread evenly. */
function run(seed: number, length: number): string {
  const picked: string[] = [];
  for (let place = 0; place < length; place++) {
    const rank = Math.floor(words.length ** (drawn(seed + place * 7_919, 1 << 24) / (1 << 24))) - 1;
    picked.push(words[rank] ?? '');
  }
  return picked.join(' ');
}

/** The text of a petition by its number: a title, and ten to sixty words between an opening and a closing. One in fifty is sent twice. */
export function petition(number: number): { readonly title: string; readonly content: string } {
  const seed = (number % 50 === 0 ? number - 1 : number) * 104_729;
  return {
    title: run(seed + 1, 8),
    content: [chosen(openings, seed), run(seed, 10 + drawn(seed + 2, 50)), chosen(closings, seed + 3)]
      .filter((part) => part !== '')
      .join(' '),
  };
}
