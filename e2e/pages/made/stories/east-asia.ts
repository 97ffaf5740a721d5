import type { Story } from '../specification';

export const zhBridge: Story = {
  lang: 'zh-CN',
  site: '青溪日报',
  host: 'qingxi-ribao',
  section: '本地',
  byline: '记者站',
  headline: '青溪镇百年石桥修缮完工 行人今起可以通过',
  body: [
    '青溪镇的百年石桥经过八个月修缮，星期三上午重新开放，行人和自行车可以通过。',
    '去年夏天的洪水冲坏了两个桥墩，镇上的居民只好绕行三公里。',
    '施工队按照原来的样式重新砌好石块，并在桥面下加装了排水管。',
    '住在桥头的老人说，桥修好了，孙子上学能多睡二十分钟。',
    '镇政府表示，汽车今后不得上桥，一座新的公路桥将在下游动工。',
  ],
};

export const zhLibrary: Story = {
  lang: 'zh-CN',
  site: '山城晚报',
  host: 'shancheng-wanbao',
  section: '文化',
  byline: '文化部',
  headline: '菜市场二楼开了一家免费书屋',
  body: [
    '山城南门菜市场的二楼，原来堆放杂物的房间变成了一家免费书屋。',
    '书屋有三千多册图书，大部分由附近居民捐赠，摊主和顾客都可以借阅。',
    '卖豆腐的摊主说，孩子放学后在这里写作业，自己做生意也放心了。',
    '社区安排了六名志愿者轮流看管，每天从早上七点开到晚上八点。',
    '书屋计划每个周末举办一次讲故事活动。',
    '市场方面说，房租由几家商铺共同承担，三年之内不会改变。',
  ],
};

export const twBus: Story = {
  lang: 'zh-TW',
  site: '東岸新報',
  host: 'dongan-xinbao',
  section: '地方',
  byline: '地方中心',
  headline: '山區小巴上路 長輩看病不必再等鄰居載',
  body: [
    '東岸縣石門村的社區小巴今天上路，每天往返山區與鎮上衛生所四趟。',
    '村裡有一半居民超過七十歲，過去看病多半要等鄰居有空才能下山。',
    '小巴由退休司機輪流駕駛，車資每趟二十元，身心障礙者免費。',
    '第一天搭車的陳姓村民說，以後可以自己決定什麼時候去拿藥。',
    '縣府將觀察三個月，再決定要不要把路線延伸到隔壁村。',
  ],
};

export const jaFestival: Story = {
  lang: 'ja',
  site: '浜名浦新報',
  host: 'hamanaura-shinpo',
  section: '社会',
  byline: '地域部',
  headline: '港町の灯ろう流し、六年ぶりに復活',
  body: [
    '浜名浦の港で二十三日夜、灯ろう流しが六年ぶりに行われ、約千個の明かりが海に浮かんだ。',
    '担い手が減って中断していたが、地元の高校生が準備を引き受けた。',
    '灯ろうは使い終わった和紙と竹で作られ、翌朝にすべて回収される。',
    '祖父の名前を書いた女性は「海がまた明るくなってうれしい」と話した。',
    '実行委員会は来年も同じ日に開く予定だ。',
  ],
};

export const jaFishers: Story = {
  lang: 'ja',
  site: '北岬タイムス',
  host: 'kitamisaki-times',
  section: 'くらし',
  byline: '小中学生新聞係',
  headline: '小学生が{漁師|りょうし}に学ぶ「海の教室」、北岬で始まる',
  body: [
    '北岬小学校の五年生が、港の{漁師|りょうし}から魚のとり方を学ぶ「海の教室」が始まった。',
    '一回目は{網|あみ}の直し方で、児童二十人が結び方を練習した。',
    '先生役の男性は「海が荒れた日の仕事も知ってほしい」と語った。',
    '教室は来年三月まで月に一度開かれ、最後は自分たちで{定置網|ていちあみ}を上げる。',
    'とれた魚は給食に使われるという。',
  ],
};

export const koAlley: Story = {
  lang: 'ko',
  site: '솔향신문',
  host: 'solhyang-sinmun',
  section: '사회',
  byline: '지역팀',
  headline: '빈집 골목에 들어선 마을 부엌, 홀로 사는 어르신 식탁 되다',
  body: [
    '솔향시 언덕마을의 빈집 골목에 마을 부엌이 문을 열었다. 주민들은 이곳에서 일주일에 세 번 함께 점심을 먹는다.',
    '부엌은 오 년 동안 비어 있던 한옥을 고쳐 만들었다. 수리에는 이웃 목수들이 나섰다.',
    '홀로 사는 어르신 서른 명이 식사를 하고, 반찬은 집으로도 배달된다.',
    '한 주민은 밥보다 이야기가 그리웠는데 이제 점심시간이 기다려진다고 말했다.',
    '시는 다음 달 다른 두 마을에도 부엌을 열 계획이다.',
  ],
};

export const thCanal: Story = {
  lang: 'th',
  site: 'ข่าวคลองใส',
  host: 'khlongsai-news',
  section: 'ท้องถิ่น',
  byline: 'ทีมข่าวท้องถิ่น',
  headline: 'ชาวบ้านคลองใสช่วยกันฟื้นคลองจนเรือพายกลับมาวิ่งได้',
  body: [
    'ชาวบ้านตำบลคลองใสช่วยกันเก็บผักตบชวาและขยะออกจากคลองนานสี่เดือน จนเรือพายกลับมาวิ่งได้อีกครั้งในรอบสิบปี',
    'ก่อนหน้านี้น้ำในคลองเน่าเสียและส่งกลิ่นเหม็น ร้านค้าริมน้ำหลายแห่งต้องปิดตัวลงเพราะไม่มีลูกค้า',
    'เทศบาลสนับสนุนเรือเก็บขยะหนึ่งลำ ส่วนนักเรียนในตำบลช่วยตรวจวัดคุณภาพน้ำทุกสัปดาห์',
    'แม่ค้าขนมรายหนึ่งเล่าว่าวันหยุดที่ผ่านมามีนักท่องเที่ยวมาล่องเรือมากกว่าร้อยคนและขนมขายหมดก่อนเที่ยง',
    'ชุมชนเตรียมตั้งกองทุนดูแลคลองโดยเก็บเงินจากค่าเรือคนละห้าบาทเพื่อจ้างคนเก็บขยะเป็นประจำ',
  ],
};

export const viHarvest: Story = {
  lang: 'vi',
  site: 'Tin Sông Lam',
  host: 'tin-song-lam',
  section: 'Địa phương',
  byline: 'Phóng viên thường trú',
  headline: 'Hợp tác xã Đồng Xanh dùng rơm thay túi nhựa để gói rau',
  body: [
    'Từ đầu tuần này, hợp tác xã Đồng Xanh gói toàn bộ rau bán ra chợ bằng dây rơm và lá chuối thay cho túi nhựa.',
    'Ý tưởng do một nhóm học sinh trong xã đề xuất sau khi các em nhặt được hơn hai tạ rác nhựa ven sông.',
    'Mỗi bó rau đắt hơn hai trăm đồng, nhưng người mua cho biết họ sẵn sàng trả thêm.',
    'Chủ nhiệm hợp tác xã nói rằng rơm trước đây bị đốt bỏ ngoài đồng, nay lại có người thu mua.',
    'Ba chợ khác trong huyện đang tìm hiểu để làm theo cách này.',
  ],
};

export const idVillage: Story = {
  lang: 'id',
  site: 'Kabar Lembah',
  host: 'kabar-lembah',
  section: 'Daerah',
  byline: 'Tim Redaksi',
  headline: 'Warga Desa Sukamulih Bangun Sendiri Pembangkit Listrik Tenaga Air',
  body: [
    'Warga Desa Sukamulih menyalakan pembangkit listrik tenaga air buatan mereka sendiri pada Rabu pagi. Listrik itu cukup untuk dua ratus rumah.',
    'Selama ini desa yang terletak di lereng gunung itu hanya mendapat listrik enam jam sehari dari mesin diesel.',
    'Turbin dirakit oleh guru sekolah kejuruan bersama murid-muridnya dengan besi bekas dari bengkel setempat.',
    'Setiap rumah membayar iuran dua puluh ribu rupiah sebulan untuk biaya perawatan.',
    'Kepala desa mengatakan sisa listrik pada siang hari akan dipakai untuk penggilingan kopi.',
  ],
};
