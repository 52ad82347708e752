/** Subject and body of one letter. */
const letter = (subject: string, body: string) => ({ subject, body })

export const letters = {
  greeting: 'Yth. Bapak/Ibu,',
  answerByLink: 'Jawab tanpa masuk akun melalui tautan ini:',
  linkOnce: 'Tautan berlaku untuk satu jawaban dan berakhir bersama usulannya. Jangan diteruskan kepada orang lain.',
  open: 'Buka usulannya di Sinergi IR:',
  foot: 'Surat ini dikirim otomatis oleh Sinergi IR. Data pribadi pelaku usaha tidak dicantumkan dalam surat.',
  kinds: {
    sent: (offer: string, _partner: string, due: string) =>
      letter(
        `Usulan baru untuk ${offer}`,
        `Ada usulan kolaborasi untuk program ${offer}. Syaratnya sudah diperiksa. Mohon dijawab paling lambat ${due}.`,
      ),
    asked: (offer: string, partner: string, _due: string) =>
      letter(
        `Pertanyaan tentang usulan untuk ${offer}`,
        `${partner} bertanya sebelum menjawab usulan untuk ${offer}. Jawaban Anda ditunggu.`,
      ),
    replied: (offer: string, _partner: string, due: string) =>
      letter(
        `Pertanyaan Anda tentang ${offer} sudah dijawab`,
        `Pertanyaan tentang usulan untuk ${offer} sudah dijawab. Mohon usulannya dijawab paling lambat ${due}.`,
      ),
    accepted: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} diterima`,
        `Usulan untuk program ${offer} (${partner}) diterima. Langkah berikutnya: rujuk pelaku dengan persetujuannya.`,
      ),
    declined: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} ditolak`,
        `Usulan untuk program ${offer} (${partner}) ditolak. Alasannya tercatat pada halaman usulan.`,
      ),
    withdrawn: (offer: string, _partner: string, _due: string) =>
      letter(`Usulan untuk ${offer} ditarik`, `Usulan untuk program ${offer} ditarik kembali. Tidak perlu dijawab.`),
    referred: (offer: string, _partner: string, _due: string) =>
      letter(
        `Rujukan untuk ${offer}`,
        `Pelaku untuk program ${offer} sudah dirujuk dengan persetujuannya. Identitasnya hanya dapat dilihat pada halaman usulan setelah masuk.`,
      ),
    closed: (offer: string, partner: string, _due: string) =>
      letter(
        `Hasil usulan untuk ${offer}`,
        `Hasil usulan untuk program ${offer} (${partner}) sudah dilaporkan pada halaman usulan.`,
      ),
    expired: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} kedaluwarsa`,
        `Usulan untuk program ${offer} (${partner}) tidak dijawab sampai batas waktu dan kini kedaluwarsa. Penawaran lain dapat dipilih dari halaman pelaku.`,
      ),
    remind_answer: (offer: string, _partner: string, due: string) =>
      letter(
        `Pengingat: usulan untuk ${offer}`,
        `Usulan untuk program ${offer} menunggu jawaban paling lambat ${due}.`,
      ),
    remind_question: (offer: string, partner: string, due: string) =>
      letter(
        `Pengingat: pertanyaan tentang ${offer}`,
        `Pertanyaan ${partner} tentang usulan untuk ${offer} belum dijawab. Batas waktunya ${due}.`,
      ),
    escalate: (offer: string, partner: string, due: string) =>
      letter(
        `Belum dijawab: usulan untuk ${offer}`,
        `Usulan untuk program ${offer} (${partner}) seharusnya dijawab paling lambat ${due} dan belum dijawab. Hubungi mitra, atau tarik usulan dan pilih penawaran lain.`,
      ),
    remind_outcome: (offer: string, partner: string, _due: string) =>
      letter(
        `Bagaimana hasilnya? Usulan untuk ${offer}`,
        `Usulan untuk program ${offer} (${partner}) sudah diterima. Hasilnya belum dilaporkan: terbantu atau belum, dan mengapa.`,
      ),
    escalate_outcome: (offer: string, partner: string, _due: string) =>
      letter(
        `Hasil belum dilaporkan: usulan untuk ${offer}`,
        `Usulan untuk program ${offer} (${partner}) sudah 90 hari tanpa laporan hasil. Mohon ditindaklanjuti bersama pendamping.`,
      ),
  },
  requests: {
    asked: (offer: string, partner: string, _reason: string) =>
      letter(
        `Permintaan calon untuk ${offer}`,
        `${partner} meminta calon untuk program ${offer}. Jawab dengan menerima, mengusulkan calon, atau menolak dengan alasan.`,
      ),
    declined: (offer: string, _partner: string, reason: string) =>
      letter(
        `Permintaan calon untuk ${offer} ditolak`,
        `Permintaan calon untuk program ${offer} ditolak oleh petugas kabupaten/kota. Alasannya: ${reason}.`,
      ),
    open: 'Buka di Sinergi IR:',
  },
  digest: {
    subject: (waiting: string) => `Ringkasan usulan: ${waiting} menunggu Anda`,
    intro: 'Ringkasan usulan kolaborasi Anda:',
    answer: (count: string, overdue: string) => `- ${count} usulan menunggu jawaban (${overdue} lewat batas waktu)`,
    other: (count: string) => `- ${count} usulan menunggu langkah lain: dikirim, dirujuk, atau dilaporkan hasilnya`,
    change: 'Ubah jadwal ringkasan (harian, mingguan, atau tidak) pada halaman usulan.',
  },
  programme: {
    subject: (title: string) => `Program sinergi “${title}” di daerah Anda`,
    body: (title: string, sent: string, waiting: string, blocked: string) =>
      `Program sinergi “${title}” terbit. Dari daerah Anda ${sent} pelaku sudah diusulkan kepada mitra, ${waiting} menunggu persetujuannya dicatat, dan ${blocked} belum dapat diusulkan karena sebab lain. Daftarnya ada di halaman program, hanya untuk petugas daerah Anda.`,
  },
  mouWarning: {
    subject: (days: string, title: string) => `MoU berakhir dalam ${days} hari: ${title}`,
    body: (title: string, day: string, balance: string) =>
      `MoU "${title}" berakhir pada ${day}. Sisa komitmen menurut catatan: ${balance} pelaku. Setelah berakhir, MoU tidak membuka tempat lagi.`,
  },
}
