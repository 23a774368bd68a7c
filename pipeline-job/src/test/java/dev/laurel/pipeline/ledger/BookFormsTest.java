package dev.laurel.pipeline.ledger;

import static dev.laurel.pipeline.ledger.RandomBooks.book;
import static dev.laurel.pipeline.ledger.RandomBooks.facts;
import static dev.laurel.pipeline.ledger.RandomBooks.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The forms in which books were saved: each must be readable for ever. */
class BookFormsTest {
  /** Of form 1; what was written once must be readable for ever. */
  private static final String FORM_1 =
      "0101000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f89908d00206dce8eccd08ff"
          + "c0bacee2c00301a0ddbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70ae60202020a"
          + "01000c06c3ae953c0a01b6d286c6d3be081002020a01000c04848fb20e9fddf3cad57a01aaddf3cad57a"
          + "02000667616d652d3104a7cca2da0ddfaf87aebb900401a0bfe4ba858a07dc8a3d9ec55ed60bfeffffff"
          + "ffffffffff01ce060a800502020a0100b60506a1a0feba01df8cd9aabbe40101a084e2e5dc8304b20108"
          + "a18dc35bbf94939eadee0501e0faf48ddd8206ae0104029f94b98cd6e50301aa94b98cd6e503820104ee"
          + "8581b2030a01f6f4f8f1cfda06";

  /** Of form 2, likewise. */
  private static final String FORM_2 =
      "0201000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f89908d00206dce8eccd08ff"
          + "c0bacee2c00301a0ddbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70ae60202020a"
          + "01000c06c3ae953c0a01b6d286c6d3be081002020a01000c04848fb20e9fddf3cad57a01aaddf3cad57a"
          + "02000667616d652d3104a7cca2da0ddfaf87aebb900401a0bfe4ba858a07dc8a3d9ec55ed60bfeffffff"
          + "ffffffffff01ce060a800502020a0100b60506a1a0feba01df8cd9aabbe40101a084e2e5dc8304b20108"
          + "a18dc35bbf94939eadee0501e0faf48ddd8206ae0104029f94b98cd6e50301aa94b98cd6e503820104ee"
          + "8581b2030a01f6f4f8f1cfda0601060208ce04";

  /** Of form 3, likewise. */
  private static final String FORM_3 =
      "0301000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f8990804018cf909bfbcac84"
          + "f89908cabcac84f89908d00206dce8eccd08ffc0bacee2c00301a0ddbbd8f499090201e4df09a9c8bace"
          + "e2c003e2ebbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70a020000dfd6a7db94c0"
          + "04a0ecf88fbfd70ae602000202000a000c06c3ae953c0a01b6d286c6d3be080402fcbd080a88d686c6d3"
          + "be0810000202000a000c04848fb20e9fddf3cad57a01aaddf3cad57a00018cdd0391e8f3cad57a9ce8f3"
          + "cad57abfa296839ef104a0e29bd590ed0702000667616d652d3104a7cca2da0ddfaf87aebb900401a0bf"
          + "e4ba858a07dc8a3d9ec55ed60bfeffffffffffffffff01ce060a8005000202000a00b60506a1a0feba01"
          + "df8cd9aabbe40101a084e2e5dc8304040000df8cd9aabbe401a084e2e5dc8304b20108a18dc35bbf9493"
          + "9eadee0501e0faf48ddd820602019e920391a2939eadee05b288f58ddd8206ae01000400009f94b98cd6"
          + "e503aa94b98cd6e503820104ee8581b2030a01f6f4f8f1cfda060201000a9afcf8f1cfda06dfaf87aebb"
          + "9004a0bfe4ba858a0701060208ce04020e0609d00fb09aea55";

  /** Of form 4, likewise. */
  private static final String FORM_4 =
      "0401000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e70100000000bfa296839ef104a0e29bd590ed0706f48b97b7060001a0e29bd590ed0796fe6f"
          + "8cb424b40b013af2020eb401bf9c8ffcb19a08cabcac84f8990806f9d5bfaa0c0001cabcac84f8990804"
          + "018cf909d002a9a880d988c203e2ebbbd8f4990906dce8eccd08aa0701a0ddbbd8f499090201e4df09a2"
          + "04dfa6aec4eac204a0ecf88fbfd70a0889dceef6120001a0ecf88fbfd70a020000e602f59f9986c90300"
          + "000202000cf5bfcaf4cc0388d686c6d3be0806c3ae953c0001b6d286c6d3be080402fcbd0810f5bfe187"
          + "d20300000202000c91c886c1ab7e9ce8f3cad57a04848fb20ef20a01aaddf3cad57a00018cdd03020006"
          + "67616d652d31000000c1dfaf87aebb9004a0bfe4ba858a0704a7cca2da0d0001a0bfe4ba858a07dc8a3d"
          + "9ec55ed60b00ce060a8005f5ff97ffcd010000020200b605dfdce6d9e8e701a084e2e5dc830406a1a0fe"
          + "ba010001a084e2e5dc8304040000b20191e2d0f293f205b288f58ddd820608a18dc35bd20d01e0faf48d"
          + "dd820602019e9203ae019fe4c0e1f4e903aa94b98cd6e503000400008201f5bff2c0c8049afcf8f1cfda"
          + "0604ee8581b2030001f6f4f8f1cfda0602010001060208ce04020e0609d00fb09aea55";

  private final BookBytes bytes = new BookBytes();

  @Test
  void aBookOfTheFirstFormIsReadableForEver() {
    Book book = bytes.book("ada", HexFormat.of().parseHex(FORM_1));

    assertThat(facts(book)).isEqualTo(facts(bookOfEarlierForms()));
  }

  @Test
  void aBookOfTheSecondFormIsReadableForEver() {
    Book book = bytes.book("ada", HexFormat.of().parseHex(FORM_2));

    assertThat(facts(book)).isEqualTo(facts(bookOfEarlierForms()));
    assertThat(numbers(book.game("game-1").unlocks)).containsExactly(1L, 5L, 300L);
  }

  @Test
  void aBookOfTheThirdFormIsReadableForEver() {
    assertReadsAsBookOfLaterForms(FORM_3);
  }

  @Test
  void aBookOfTheFourthFormIsReadableForEver() {
    assertThat(HexFormat.of().formatHex(bytes.write(bookOfLaterForms()))).isEqualTo(FORM_4);
    assertReadsAsBookOfLaterForms(FORM_4);
  }

  private void assertReadsAsBookOfLaterForms(String form) {
    Book book = bytes.book("ada", HexFormat.of().parseHex(form));

    assertThat(facts(book)).isEqualTo(facts(bookOfLaterForms()));
    assertThat(numbers(book.game("game-1").unlocks)).containsExactly(1L, 5L, 300L);
    assertThat(book.game("game-1").unlocks.of(7)).isEqualTo(new Unlocked(3, -5, 1_000, 90_000_000));
  }

  private static Book bookOfLaterForms() {
    Book book = book(new Random(42));
    for (long number : new long[] {300, 1, 5}) {
      book.game("game-1").unlocks.add(number);
    }
    book.game("game-1").unlocks.put(7, new Unlocked(3, -5, 1_000, 90_000_000));
    return book;
  }

  /** Earlier forms know nothing of a day but what scored on it. */
  private static Book bookOfEarlierForms() {
    return book(new Random(42), RandomBooks::scored);
  }
}
