/** Subject and body of one letter. */
const letter = (subject: string, body: string) => ({ subject, body })

export const letters = {
  greeting: 'Yth. Bapak/Ibu,',
  answerByLink: 'Usulan dapat dijawab tanpa masuk akun melalui tautan ini:',
  linkOnce:
    'Tautan hanya berlaku untuk satu jawaban, selama usulannya masih menunggu. Mohon tidak diteruskan kepada orang lain.',
  open: 'Buka usulannya di Sinergi IR:',
  foot: 'Surat ini dikirim secara otomatis oleh Sinergi IR. Data pribadi pelaku tidak dicantumkan dalam surat.',
  kinds: {
    sent: (offer: string, _partner: string, due: string) =>
      letter(
        `Usulan baru untuk ${offer}`,
        `Ada usulan kolaborasi untuk penawaran ${offer}. Syarat-syaratnya sudah diperiksa. Mohon dijawab paling lambat ${due}.`,
      ),
    asked: (offer: string, partner: string, _due: string) =>
      letter(
        `Pertanyaan tentang usulan untuk ${offer}`,
        `${partner} mengajukan pertanyaan sebelum menjawab usulan untuk penawaran ${offer}. Mohon pertanyaannya dijawab.`,
      ),
    replied: (offer: string, _partner: string, due: string) =>
      letter(
        `Pertanyaan Anda tentang ${offer} sudah dijawab`,
        `Pertanyaan Anda tentang usulan untuk penawaran ${offer} sudah dijawab. Mohon usulannya dijawab paling lambat ${due}.`,
      ),
    accepted: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} diterima`,
        `Usulan untuk penawaran ${offer} (${partner}) diterima. Langkah berikutnya: merujuk pelaku dengan persetujuannya.`,
      ),
    declined: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} ditolak`,
        `Usulan untuk penawaran ${offer} (${partner}) ditolak. Alasannya dapat dibaca di halaman usulan.`,
      ),
    withdrawn: (offer: string, _partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} ditarik`,
        `Usulan untuk penawaran ${offer} ditarik kembali dan tidak perlu dijawab lagi.`,
      ),
    referred: (offer: string, _partner: string, _due: string) =>
      letter(
        `Rujukan untuk ${offer}`,
        `Pelaku untuk penawaran ${offer} sudah dirujuk dengan persetujuannya. Identitasnya hanya dapat dilihat di halaman usulan, setelah masuk akun.`,
      ),
    closed: (offer: string, partner: string, _due: string) =>
      letter(
        `Hasil usulan untuk ${offer}`,
        `Hasil usulan untuk penawaran ${offer} (${partner}) sudah dilaporkan dan dapat dibaca di halaman usulan.`,
      ),
    expired: (offer: string, partner: string, _due: string) =>
      letter(
        `Usulan untuk ${offer} kedaluwarsa`,
        `Usulan untuk penawaran ${offer} (${partner}) tidak dijawab sampai batas waktunya dan kini kedaluwarsa. Penawaran lain dapat dipilih di halaman pelaku.`,
      ),
    remind_answer: (offer: string, _partner: string, due: string) =>
      letter(
        `Pengingat: usulan untuk ${offer}`,
        `Usulan untuk penawaran ${offer} masih menunggu jawaban. Mohon dijawab paling lambat ${due}.`,
      ),
    remind_question: (offer: string, partner: string, due: string) =>
      letter(
        `Pengingat: pertanyaan tentang ${offer}`,
        `Pertanyaan ${partner} tentang usulan untuk penawaran ${offer} belum dijawab. Mohon dijawab paling lambat ${due}.`,
      ),
    escalate: (offer: string, partner: string, due: string) =>
      letter(
        `Belum dijawab: usulan untuk ${offer}`,
        `Usulan untuk penawaran ${offer} (${partner}) seharusnya dijawab paling lambat ${due}, tetapi belum dijawab. Mohon hubungi mitra, atau tarik usulannya dan pilih penawaran lain.`,
      ),
    remind_outcome: (offer: string, partner: string, _due: string) =>
      letter(
        `Mohon laporkan hasil usulan untuk ${offer}`,
        `Usulan untuk penawaran ${offer} (${partner}) sudah diterima, tetapi hasilnya belum dilaporkan. Mohon dilaporkan apakah pelaku sudah terbantu atau belum, dan mengapa.`,
      ),
    escalate_outcome: (offer: string, partner: string, _due: string, days: string) =>
      letter(
        `Hasil usulan untuk ${offer} belum dilaporkan`,
        `Hasil usulan untuk penawaran ${offer} (${partner}) sudah ${days} hari belum dilaporkan. Mohon ditindaklanjuti bersama pendamping.`,
      ),
  },
  requests: {
    asked: (offer: string, partner: string, _reason: string) =>
      letter(
        `Permintaan calon untuk ${offer}`,
        `${partner} meminta calon untuk penawaran ${offer}. Mohon dijawab dengan menerima permintaan, mengusulkan calon, atau menolak dengan alasan.`,
      ),
    declined: (offer: string, _partner: string, reason: string) =>
      letter(
        `Permintaan calon untuk ${offer} ditolak`,
        `Permintaan calon untuk penawaran ${offer} ditolak oleh petugas kabupaten/kota. Alasannya: ${reason}.`,
      ),
    open: 'Buka di Sinergi IR:',
  },
  digest: {
    subject: (waiting: string) => `Ringkasan usulan: ${waiting} menunggu Anda`,
    intro: 'Ringkasan usulan kolaborasi Anda:',
    answer: (count: string, overdue: string) => `- ${count} usulan menunggu jawaban (${overdue} lewat batas waktu)`,
    other: (count: string) => `- ${count} usulan menunggu langkah lain: dikirim, dirujuk, atau dilaporkan hasilnya`,
    change: 'Jadwal ringkasan ini (setiap hari, setiap pekan, atau tidak dikirim) dapat diubah di halaman usulan.',
  },
  programme: {
    subject: (title: string) => `Program sinergi “${title}” di daerah Anda`,
    body: (title: string, sent: string, waiting: string, blocked: string) =>
      `Program sinergi “${title}” sudah terbit. Dari daerah Anda, ${sent} pelaku sudah diusulkan kepada mitra, ${waiting} menunggu persetujuannya dicatat, dan ${blocked} belum dapat diusulkan karena sebab lain. Daftarnya ada di halaman program dan hanya dapat dilihat petugas daerah Anda.`,
  },
  mouWarning: {
    subject: (days: string, title: string) => `MoU berakhir dalam ${days} hari: ${title}`,
    body: (title: string, day: string, balance: string) =>
      `MoU “${title}” berakhir pada ${day}. Sisa komitmen menurut catatan: ${balance} pelaku. Setelah berakhir, MoU ini tidak membuka tempat lagi.`,
  },
}
