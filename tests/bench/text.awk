# Prints N megabytes of news-like sentences of our own, no two alike: for
# measuring where no real text is at hand.
function pick(list,   n, words) {
	n = split(list, words, "|")
	return words[int(rand() * n) + 1]
}
function number(most) {
	return int(rand() * most) + 1
}
function sentence() {
	return pick("Sáng|Chiều|Tối|Đêm|Rạng sáng") " " number(28) "/" number(12) \
	    ", " pick("Công an|Bộ đội Biên phòng|Hải quan|Quản lý thị trường") " " \
	    pick("tỉnh|thành phố|huyện|thị xã") " " pick("Bình Sơn|Hòa Khê|Tân Phú|Lộc Hưng|An Lĩnh|Đồng Vân") " " \
	    pick("phát hiện|triệt phá|bắt giữ|khởi tố|làm rõ") " " number(900) " " pick("vụ|đường dây|ổ nhóm|đối tượng|bị can") " " \
	    pick("mua bán trái phép chất ma túy|trộm cắp tài sản|đánh bạc|buôn lậu|cố ý gây thương tích|cho vay lãi nặng|tàng trữ pháo nổ|đi qua khu dân cư|làm việc tại cơ quan") \
	    ", " pick("thu giữ|trị giá|thiệt hại|xử phạt") " " number(90) "." number(899) + 100 " " pick("kg|đồng|viên|bao|khẩu") \
	    pick("; các lực lượng tiếp tục bám địa bàn, nắm tình hình, vận động nhân dân chấp hành nghiêm quy định|, tỷ lệ đạt " number(99) "," number(9) "%|, tăng " number(40) " vụ so với cùng kỳ năm trước| trong đợt cao điểm từ ngày " number(28) "/" number(12) " đến hết ngày " number(28) "/2/2024|, không để xảy ra tình huống bị động, bất ngờ trên tuyến và địa bàn trọng điểm")
}
BEGIN {
	srand(20240210)
	for (bytes = 0; bytes < n * 1000000; bytes += length(line) + 1) {
		line = ""
		for (i = int(rand() * 5) + 1; i > 0; i--)
			line = line sentence() (i > 1 ? ". " : ".")
		print line
	}
}
