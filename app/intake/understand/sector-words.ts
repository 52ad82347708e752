import type { WordTable } from './term-words.ts'

/**
 * Common words for each sector, as they stand in "Jenis usaha" and "Produk". The first phrase of an item decides, as the
 * head noun comes first in Indonesian ("keripik tempe" is a snack); a longer phrase wins over its beginning.
 * Words of KBLI codes without a sector of their own follow the vocabulary's `nearest_sector`.
 */
export const SECTOR_WORDS: WordTable = {
  food_snack: `
    keripik, kripik, kerupuk, krupuk, krupuk ikan, kerupuk ikan, peyek, rempeyek, camilan, cemilan, snack, snek, makanan ringan,
    rengginang, rangginang, opak, emping, stik, stick, makaroni, basreng, seblak kering, kacang, kacang bawang, kacang goreng,
    kacang telur, marning, jagung marning, popcorn, sale pisang, sale, kerupuk kulit, rambak, kulit kerupuk, ceriping, criping,
    pilus, sistik, cistik, usus, usus crispy, pangsit goreng, keciput, onde kering, intip, karak, gendar, balado, keremes,
    kremes, lanting, slondok, amplang, kemplang, kelanting, akar kelapa, kuping gajah, kembang goyang, untir untir, chips,
    jamur crispy, tempe crispy, rengginan, ranginang, grubi, geti, enting enting, ampyang, sagon, ladu, pastel kering, abon cabe`,
  food_fish: `
    ikan, olahan ikan, ikan asin, ikan asap, ikan kering, abon ikan, bandeng, bandeng presto, otak otak, pindang, bakso ikan,
    nugget ikan, terasi, petis, pempek, empek empek, tekwan, teri, kerang, udang, rebon, ebi, cumi, sambal ikan,
    ikan presto, lele, lele asap, fillet ikan, siomay ikan, kaki naga, rumput laut, belacan, rajungan, kepiting, ikan pindang, ikan presto duri lunak,
    ikan roa, ikan cakalang, cakalang fufu, dendeng ikan, hasil laut, perikanan, olahan hasil laut, pemindangan`,
  food_bakery: `
    kue, kue kering, kue basah, roti, bakery, cake, bolu, brownies, brownis, donat, nastar, bakpia, jajanan pasar, jajan pasar,
    lapis, lapis legit, kastengel, cookies, kukis, pastry, pastri, pie, martabak manis, klepon, lemper, onde onde, serabi,
    apem, lumpur, getuk, gethuk, wingko, wingko babat, putu, nagasari, risol, risoles, risoles mayo, pukis, spikoe, bika ambon,
    lumpia, puding, semprong, kue semprong, egg roll, eggroll, kue lumpur, kue ulang tahun, tart, wafer, biskuit, gorengan, pastel, pai, pia, lupis, cenil,
    bolen, bolu kukus, bolu kering, carang mas, kue tradisional, bagea, lidah kucing, putri salju, jajanan`,
  food_meal: `
    katering, catering, nasi, nasi box, nasi kotak, nasi bungkus, masakan, lauk, lauk pauk, warung makan, rumah makan, makanan siap saji,
    bakso, baso, mi, mie, mie ayam, mi ayam, bakmi, soto, sate, rendang, gudeg, ayam geprek, ayam goreng, ayam bakar, rujak, pecel, gado gado,
    bubur, siomay, siomai, batagor, cilok, cireng, dimsum, nugget, sosis, frozen food, makanan beku, abon, abon sapi, abon ayam, dendeng, bumbu, bumbu dapur,
    bumbu pecel, sambal, sambel, sambal pecel, saus, kecap, telur asin, telor asin, tape, tapai, tiwul, sayur, ketupat, lontong, kuliner malam, bebek, ayam presto, gulai,
    seblak, ketoprak, pepes, bacem, serundeng, bawang goreng, tepung, tepung mocaf, mocaf, tepung tapioka, bihun, soun, sohun, kwetiau, dawet ireng kering, cuanki, steak, pizza, burger, kebab, angkringan, lalapan, ayam ungkep, kulit lumpia, kulit pangsit`,
  food_soy: `
    tempe, tahu, kedelai, tahu bakso, tahu sumedang, tempe kedelai, tahu kedelai, oncom, susu kedelai kental, tempe mendoan mentah,
    pengrajin tempe, perajin tempe, perajin tahu, pengrajin tahu, kembang tahu, tahu tempe`,
  food_sugar_sweets: `
    gula, gula merah, gula jawa, gula aren, gula semut, gula kelapa, gula batu, dodol, jenang, manisan, permen, gulali, selai, selai buah, madu mongso,
    wajik, wajit, manisan buah, asinan, kembang gula, cokelat, coklat, geplak, krasikan, jenang dodol, lempok, nira, gula kawung, caramel, karamel, kolang kaling, yangko,
    lempuk, opak gula, ting ting, halua, aren, gulo puan, mochi, moci, sirsak kering, carica, pisang sale cokelat`,
  beverage: `
    minuman, kopi, teh, kopi bubuk, sirup, sirop, es, es krim, ice cream, jus, juice, susu, susu kedelai, yoghurt, yogurt, dawet, cendol, cincau, wedang uwuh kering, sari buah,
    sari kelapa, nata de coco, air minum, bandrek instan, kedai kopi, kopi luwak, teh celup, minuman segar, thai tea, boba, es lilin, es teh, cokelat minum, minuman ringan,
    sari kacang hijau, kombucha, jelly drink, bir pletok, robusta, arabika, teh hijau`,
  herbal: `
    jamu, herbal, empon empon, jahe, jahe instan, kunyit, kunyit asam, temulawak, wedang, wedang jahe, wedang uwuh, beras kencur, minyak kelapa, vco, virgin coconut oil, minyak urut,
    simplisia, rempah, teh kelor, kelor, teh herbal, minuman herbal, jamu gendong, jamu tradisional, bandrek, sekoteng, madu, minyak atsiri, minyak gosok, minyak kayu putih, secang, sereh wangi,
    ramuan, obat tradisional, minuman rempah, jahe merah, bunga telang, telang`,
  soap_cosmetic: `
    sabun, sabun cuci, sabun cuci piring, sabun mandi, sabun cair, detergen, deterjen, kosmetik, lulur, masker, masker wajah, skincare, sampo, shampo, shampoo, parfum, lotion, bedak,
    pewangi, pewangi pakaian, pelembut pakaian, lip balm, lipbalm, hand sanitizer, pembersih lantai, karbol, minyak rambut, body scrub, perawatan tubuh, lilin aromaterapi`,
  textile_batik: `
    batik, batik tulis, batik cap, kain batik, ecoprint, eco print, shibori, jumputan, sasirangan, pembatik, membatik, perajin batik, pengrajin batik,
    ikat celup, batik ciprat, batik ecoprint, batik jumputan, canting, kain jumputan, pewarnaan alam`,
  textile_weaving: `
    tenun, tenunan, kain tenun, tenun ikat, songket, ulos, lurik, sarung tenun, endek, troso, kain ulos, tenun songket, sutra, sutera, penenun, stagen, tapis, kain tapis, kain songket, karung goni,
    menenun, tenun gedog, tenun lurik, kain lurik, lipa sabbe, selendang tenun`,
  embroidery: `
    bordir, border, sulam, sulaman, sulam pita, sulam tangan, payet, kebaya bordir, mukena bordir, kerudung bordir, kruistik, kristik, kerawang, kerancang, jilbab bordir, kain sulam,
    sulam karawo, karawo, sulam usus, manik manik baju, kain karawo, bordir komputer, naras`,
  garment: `
    konveksi, jahit, penjahit, menjahit, jahitan, tailor, baju, pakaian, pakaian jadi, busana, fashion, fesyen, kaos, kaus, daster, gamis, mukena, jilbab, hijab, kerudung, kebaya, seragam, sablon,
    rajut, rajutan, tas rajut, sepatu rajut, modiste, butik, celana, kemeja, jaket, pakaian anak, pakaian muslim, baju anak, rok, topi, masker kain, modes, permak, pakaian dalam, sarung, peci, kopiah,
    merajut, crochet, kaos kaki, busana muslim, baju muslim, rajut benang`,
  bedding_household_textile: `
    kasur, bantal, guling, sprei, seprai, seprei, bed cover, bedcover, gorden, korden, gordyn, keset, kain perca, perca, taplak, taplak meja, sarung bantal, selimut, kasur lantai, kasur kapuk, handuk, bantal leher, lap,
    lap tangan, celemek, tirai, sajadah, cempal, serbet, kapuk, bantal sofa, matras, keset perca, quilting`,
  woven_fibre: `
    anyaman, anyam, anyaman bambu, anyaman rotan, anyaman pandan, anyaman mendong, anyaman lidi, anyaman plastik, rotan, bambu, pandan, mendong, eceng gondok, enceng gondok, tikar, tikar pandan, besek, bakul, keranjang, ketak, purun, lontar,
    kerajinan bambu, kerajinan rotan, kerajinan pandan, kerajinan anyaman, kerajinan eceng gondok, kerajinan lidi, kerajinan mendong, kerajinan purun, tas anyaman, tas pandan, tas eceng gondok, tampah, caping, kipas bambu, lidi, sapu lidi, sapu, sapu ijuk, ijuk, tudung saji, agel,
    tas bambu, tas rotan, tas purun, anyaman daun, topi pandan, kukusan, welit, furnitur rotan, mebel rotan, mebel bambu, serat alam, serat nanas, bundengan`,
  wood_craft: `
    kayu, kerajinan kayu, ukir, ukiran, ukiran kayu, mebel, meubel, mebel kayu, furnitur, furniture, patung kayu, patung, mainan kayu, wayang golek, topeng, topeng kayu, bubut kayu, peralatan dapur kayu, talenan, talenan kayu, kerajinan batok kayu,
    souvenir kayu, suvenir kayu, mainan edukatif kayu, pigura, bingkai, relief, asbak kayu, centong kayu, cobek kayu`,
  leather_footwear: `
    kulit, tas kulit, dompet kulit, sepatu, sandal, alas kaki, sepatu kulit, sandal kulit, ikat pinggang, jaket kulit, kerajinan kulit, barang kulit, selop, sandal jepit, dompet, wayang kulit, sepatu bayi, sandal hotel, sabuk, penyamakan kulit,
    bakiak, kelom, kelom geulis, sandal spons, sepatu anak`,
  ceramics: `
    gerabah, keramik, tembikar, kerajinan gerabah, kerajinan keramik, kerajinan tanah liat, tanah liat, cobek, cowek, genteng, batu bata, bata merah, pot tanah liat, tungku, tungku tanah liat, anglo, kendi, celengan tanah liat, guci,
    vas keramik, periuk, belanga, terakota, pot bunga gerabah`,
  other_craft: `
    kerajinan lain, kerajinan lainnya, souvenir, suvenir, cinderamata, aksesoris, aksesori, bros, manik manik, daur ulang, barang bekas, kerajinan daur ulang, kerajinan limbah, bunga kering, bunga plastik, bunga hias, buket, bouquet, gantungan kunci, kerajinan kerang, kerajinan batok,
    batok kelapa, kerajinan batok kelapa, tempurung, clay, flanel, kain flanel, kerajinan flanel, hantaran, mahar, hampers, parsel, lampion, perhiasan, gelang, kalung, mutiara, perak, kerajinan perak, tembaga, logam, kerajinan logam, boneka, mainan, bunga kertas, kerajinan kertas, resin,
    decoupage, dekupase, makrame, macrame, kerajinan kaca, bonsai buatan, payung hias, payung, layang layang, tas manik, tas plastik, kertas daur ulang, lilin hias, sulak, kemoceng, kerajinan tanduk, tanduk, batu akik, kerajinan batu, batu alam, dekorasi, kotak tisu, bunga akrilik`,
  'textile_batik garment':
    'baju batik, kemeja batik, daster batik, busana batik, konveksi batik, pakaian batik, seragam batik, gamis batik',
  'textile_weaving garment': 'baju tenun, busana tenun, kemeja tenun, pakaian tenun',
}

/** Words too wide for one sector; what she makes ("Produk") may settle them, nothing else does. */
export const BROAD_SECTOR_WORDS: WordTable = {
  'food_snack food_fish food_bakery food_meal food_soy food_sugar_sweets': `
    makanan, pangan, kuliner, olahan pangan, makanan olahan, pengolahan makanan, pengolahan pangan, industri makanan, usaha makanan, olahan makanan, makanan kering,
    makanan basah, produksi makanan, pangan olahan, makanan tradisional, boga, tata boga, food, olahan, industri pangan`,
  'food_snack food_fish food_bakery food_meal food_soy food_sugar_sweets beverage herbal': `
    makanan minuman, makanan dan minuman, mamin, f b, food and beverage, kuliner dan minuman, makanan atau minuman`,
  'woven_fibre wood_craft leather_footwear ceramics other_craft embroidery': `
    kerajinan, kerajinan tangan, kriya, handycraft, handicraft, craft, industri kerajinan, seni kriya, produk kerajinan, kerajinan rumah tangga, home decor`,
  'textile_batik textile_weaving embroidery garment bedding_household_textile':
    'tekstil, kain, sandang, industri tekstil, wastra',
}
