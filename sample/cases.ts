import type { SignedIn } from './caseClient';

type SignInAs = (email: string) => Promise<SignedIn>;

const details = {
  name: 'Người gửi mẫu',
  address: 'Phường Trung tâm',
  phone: '0900 000 000',
  email: 'citizen@example.vn',
};

const petition = (title: string, category: string, content: string) => ({
  channel: 'portal',
  category,
  title,
  content,
  submitter: details,
});

const petitions = {
  fresh: petition(
    'Thủ tục cấp phép xây dựng chưa được đăng tải',
    'procedure_not_posted',
    'Tôi không tìm thấy thủ tục cấp phép xây dựng nhà ở riêng lẻ trên Cổng dịch vụ công của tỉnh.'
  ),
  unclear: petition(
    'Đường vào xóm bị ngập',
    'procedure_hinders',
    'Đường vào xóm bị ngập mỗi khi mưa, đề nghị xem xét thủ tục cải tạo.'
  ),
  rejected: petition('Đề nghị giới thiệu việc làm', 'other', 'Tôi muốn được giới thiệu việc làm phù hợp.'),
  forwarded: petition(
    'Hồ sơ hộ tịch phải nộp hai lần',
    'practice_differs',
    'Thủ tục công bố chỉ cần một bản sao nhưng nơi tiếp nhận yêu cầu hai.'
  ),
  processing: petition(
    'Thủ tục đã bãi bỏ vẫn được công khai',
    'procedure_expired',
    'Thủ tục xác nhận đã bị bãi bỏ nhưng vẫn niêm yết tại bộ phận một cửa.'
  ),
  published: petition(
    'Hai cổng thông tin ghi khác nhau về lệ phí',
    'sources_disagree',
    'Lệ phí trên Cổng quốc gia và Cổng của tỉnh ghi khác nhau.'
  ),
};

/** Cases of several statuses, each brought there by the acts that people would take. */
export async function submitSampleCases(signInAs: SignInAs): Promise<void> {
  const citizen = await signInAs('citizen@example.vn');
  const reception = await signInAs('reception@example.vn');
  const officer = await signInAs('officer.justice@example.vn');
  const head = await signInAs('lead.justice@example.vn');
  const officerId = (await officer.me()).id;
  const forwardedToJustice = async (body: object): Promise<string> => {
    const { code } = await citizen.submit(body);
    await reception.act(code, 'accept');
    await reception.act(code, 'forward', { lead: 'justice' });
    return code;
  };

  await citizen.submit(petitions.fresh);
  const unclear = await citizen.submit(petitions.unclear);
  await reception.act(unclear.code, 'requestInfo', { question: 'Đề nghị cho biết vị trí cụ thể của đoạn đường.' });
  const rejected = await citizen.submit(petitions.rejected);
  await reception.act(rejected.code, 'reject', {
    reason: 'outside_scope',
    explanation: 'Nội dung không thuộc phạm vi tiếp nhận phản ánh, kiến nghị.',
  });
  await forwardedToJustice(petitions.forwarded);

  const processing = await forwardedToJustice(petitions.processing);
  await head.act(processing, 'assign', { officer: officerId });
  await officer.act(processing, 'reportProgress', { text: 'Đang đối chiếu danh mục thủ tục đã bãi bỏ.' });

  const published = await forwardedToJustice(petitions.published);
  await head.act(published, 'assign', { officer: officerId });
  const answer = 'Lệ phí trên Cổng của tỉnh đã được sửa cho thống nhất với Cơ sở dữ liệu quốc gia.';
  await officer.act(published, 'propose', { text: answer });
  await head.act(published, 'answer');
  await reception.act(published, 'publish', {
    forms: ['portal', 'email'],
    title: 'Hai cổng thông tin ghi khác nhau về lệ phí',
    content: 'Lệ phí trên hai cổng thông tin ghi khác nhau.',
    text: answer,
  });
}
