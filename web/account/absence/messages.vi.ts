export const vi = {
  title: 'Làm thay khi vắng mặt',
  lead: 'Thủ trưởng vắng mặt có thể cử một người cùng cơ quan làm thay trong một số ngày. Hồ sơ ghi cả hai người.',
  name: 'Cử người làm thay',
  labels: {
    absent: 'Người vắng mặt',
    delegate: 'Người làm thay',
    from: 'Từ ngày',
    through: 'Đến hết ngày',
    reason: 'Lý do',
  },
  named: 'Đã cử người làm thay.',
  list: 'Các lần làm thay',
  none: 'Chưa có lần làm thay nào',
  you: 'Bạn',
  somebody: 'Một người khác',
  state: 'Tình trạng',
  states: { inForce: 'Đang làm thay', toCome: 'Chưa đến ngày', over: 'Đã hết', ended: 'Đã chấm dứt' },
  days: (from: string, through: string) => `${from} – ${through}`,
  end: 'Chấm dứt',
  endOf: (name: string) => `Chấm dứt việc ${name} làm thay`,
  endText: 'Người này không còn làm thay được nữa, kể từ bây giờ. Những việc đã làm vẫn có hiệu lực.',
  wasEnded: 'Đã chấm dứt việc làm thay.',
};

export type AbsenceTexts = typeof vi;
