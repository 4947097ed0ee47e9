const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Family names that begin a person's name. Those that are ordinary words as well are left out. */
export const familyNames = set(`
  nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai lâm đào cao tạ hà
  lương chu châu thái tô tăng quách vương kiều lưu nghiêm tống tôn triệu lò lường cầm quàng giàng sùng thào vàng hạng
  nông hứa bế thạch phùng lục mạc khổng bạch hàn khúc lại liễu lữ mạnh ninh phí tiêu tiết thiều ứng uông đàm dư cù
  cấn diệp la vi thân từ siu ksor rmah nay niê kpă rcom rahlan`);

/** What stands between family and given name, folded: enough to know a name in small letters. */
export const middleNames = set(`
  van thi huu duc ngoc thanh minh quang xuan thu kim hong cong dinh quoc ba duy hoang bao gia nhu my tuan manh trong
  the viet phuong hoai dieu bich anh xuan khanh hai tien phuc`);

/** How people are addressed, as written with marks. */
export const formsOfAddress = set(`
  ông bà anh chị cô chú bác em cụ cháu bạn thầy dì cậu mợ dượng`);

/** Of these, the ones that without marks are ordinary words too; a family name must follow. */
export const unsureWithoutMarks = set('ba co chu ban chi cu thay di cau em mo');

/** Verbs and titles, which stand in capitals beside names: they begin none, and among capitals end one. */
export const noName = set(`
  đã có là và gửi về tại ở không được bị cho theo phản kiến đề xin của với nộp yêu trú cư ngụ ngày số thuộc thì mà
  nhưng vì nếu khi trong ngoài trên dưới từ đến cũng còn sẽ đang hay rằng nói gọi báo xác nhận thưa kính
  giám chủ phó trưởng bí thứ thủ tổ hiệu viện bộ cục sở ủy uỷ ubnd hđnd ban phòng lãnh cán quản hỏi tôi này ấy
  da gui khong duoc bi cho theo xin cua voi nop yeu ngay thuoc giam pho ubnd hdnd`);

/** Before the name of a place, a school or a firm. */
export const beforePlaces = set(`
  đường phố ngõ hẻm ngách kiệt trường thpt thcs học cầu chợ viện phường xã thôn khu ấp buôn làng quận huyện tỉnh tp đảo
  núi sông kênh bến ga ty tnhh chùa đền duong pho truong phuong thon huyen tinh`);

/** Names of places that begin like a name, folded. */
export const places =
  /^(?:ho chi minh|ba (?:ria|na|trieu|den|huyen|chieu|trung|hom|diem|to|tri|vi|dinh|be)|ong ich|co to|chu (?:se|prong|puh|pah|pa)|chi lang|cu chi|em dem)(?![\p{L}])/u;
