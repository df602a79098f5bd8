package org.pentimento.audit.hashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.HashMiss;
import org.pentimento.casefile.store.FileListing;

class HashComparisonTest {
  private final Path root;
  private final Path list;

  HashComparisonTest(@TempDir Path folder) {
    this.root = folder.resolve("set");
    this.list = folder.resolve("sums.txt");
  }

  /** The set: one, two and ü differ from each other. */
  @BeforeEach
  void aSet() throws IOException {
    file("photos/1.png", "one");
    file("photos/2.png", "two");
    file("sketches/u\u0308.png", "drei");
  }

  private void file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  private static String hash(String algorithm, String content) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  private HashComparison compare(String text, Charset charset) throws Exception {
    Files.write(list, text.getBytes(charset));
    return HashComparison.of(
        HashList.read(list), FileListing.of(root, Progress.NONE), root, Progress.NONE);
  }

  private HashComparison compare(String text) throws Exception {
    return compare(text, StandardCharsets.UTF_8);
  }

  /** In each, {1} stands for the hash of one and so on, and {m1} for its MD5. */
  private static String filled(String pattern, String algorithm) throws Exception {
    String text = pattern.replace("~", "\n");
    String[] contents = {"one", "two", "drei"};
    for (int i = 0; i < 3; i++) {
      text =
          text.replace("{" + (i + 1) + "}", hash(algorithm, contents[i]))
              .replace("{m" + (i + 1) + "}", hash("MD5", contents[i]));
    }
    return text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "SHA-256 ¦ {1}  photos/1.png~{2} *./photos/2.png~{3}  sketches/ü.png~",
        "SHA-1 ¦ {1}  1.png~{2}  2.png~{3}  ü.png~",
        "MD5 ¦ {1}  /mnt/evidence/set/photos/1.png~{2}  /mnt/evidence/set/photos/2.png~{3} "
            + " /mnt/evidence/set/sketches/ü.png",
        "SHA-256 ¦ {1}~{2}~{3}~",
        "SHA-256 ¦ SHA256 (photos/1.png) = {1}~SHA256 (photos/2.png) = {2}~SHA256 (sketches/ü.png)"
            + " = {3}",
        "SHA-256 ¦ %%%% HASHDEEP-1.0~%%%% size,md5,sha256,filename~## Invoked from: /~## $ hashdeep"
            + " -r .~##~3,{m1},{1},/x/photos/1.png~3,{m2},{2},/x/photos/2.png~4,{m3},{3},/x/sketches/ü.png",
        "SHA-1 ¦ MD5,SHA1,FileNames~\"{m1}\",\"{1}\",\"E01\\r"
            + "oot\\photos\\1.png\"~{m2},{2},E01\\r"
            + "oot\\photos\\2.png~{m3},{3},E01\\r"
            + "oot\\sketches\\ü.png",
        "MD5 ¦ Name;MD5"
            + " Hash;Path~1.png;{1};C:\\set\\photos\\1.png~2.png;{2};C:\\set\\photos\\2.png~ü.png;{3};C:\\set\\sketches\\ü.png",
        "SHA-256 ¦ File Name\tSize\tSHA-256~1.png\t3\t{1}~2.png\t3\t{2}~ü.png\t4\t{3}",
        "MD5 ¦ \"hash_md5\"|\"file\"~{1}|photos/1.png~{2}|photos/2.png~{3}|sketches/ü.png"
      })
  void listsOfManyTools(String algorithm, String pattern) throws Exception {
    String text = filled(pattern.replace("\\t", "\t"), algorithm);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      HashComparison compared = compare(text, charset);

      assertThat(compared.misses()).isEmpty();
      assertThat(compared.extras()).isEmpty();
      assertThat(compared.matches()).isEqualTo(3);
      assertThat(HashList.read(list).kinds()).extracting(HashKind::word).containsExactly(algorithm);
    }
  }

  @Test
  void capitalsAndWindowsLinesAreTheSame() throws Exception {
    assertThat(compare(filled("{1}  photos\\1.png~", "MD5").toUpperCase().replace("\n", "\r\n")))
        .isEqualTo(
            new HashComparison(1, List.of(), List.of("photos/2.png", "sketches/u\u0308.png")));
  }

  @Test
  void otherContentIsAMissAndAnExtra() throws Exception {
    file("photos/2.png", "changed");
    HashComparison compared =
        compare(filled("{1}  photos/1.png~{2}  photos/2.png~{3}  sketches/ü.png~", "SHA-256"));

    assertThat(compared.matches()).isEqualTo(2);
    assertThat(compared.misses())
        .containsExactly(
            new HashMiss("photos/2.png", hash("SHA-256", "two"), HashMiss.Why.OTHER_CONTENT));
    assertThat(compared.extras()).containsExactly("photos/2.png");
  }

  @Test
  void whatIsGoneAndWhatIsMore() throws Exception {
    Files.delete(root.resolve("photos/1.png"));
    file("more.txt", "more");
    HashComparison compared =
        compare(filled("{1}  photos/1.png~{2}  photos/2.png~{3}  sketches/ü.png~", "MD5"));

    assertThat(compared.misses())
        .containsExactly(new HashMiss("photos/1.png", hash("MD5", "one"), HashMiss.Why.NOT_THERE));
    assertThat(compared.extras()).containsExactly("more.txt");
  }

  @Test
  void aFileOfAnotherNameMatchesByContent() throws Exception {
    Files.move(root.resolve("photos/1.png"), root.resolve("photos/one.png"));
    assertThat(compare(filled("{1}  photos/1.png~{2}  photos/2.png~{3}  sketches/ü.png~", "MD5")))
        .isEqualTo(new HashComparison(3, List.of(), List.of()));
  }

  /** Two names of one content: both have to be there. */
  @Test
  void ofTwoFilesOfOneContentEachIsMissed() throws Exception {
    String text =
        filled("{1}  photos/1.png~{1}  photos/3.png~{2}  photos/2.png~{3}  ü.png~", "MD5");
    assertThat(compare(text).misses()).extracting(HashMiss::path).containsExactly("photos/3.png");
    file("photos/3.png", "one");
    assertThat(compare(text)).isEqualTo(new HashComparison(4, List.of(), List.of()));
    file("photos/copy.png", "one");
    assertThat(compare(text).matches()).as("known content under another name").isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is a letter",
        "",
        "# only a remark",
        "d41d8cd98f00b204e9800998ecf8427e  ok\nnonsense",
        "d41d8cd98f00b204e9800998ecf8427eff  37 digits",
        "name,md5\na.png,xyz",
        "name,size\na.png,3"
      })
  void whatIsNoListIsNamed(String text) {
    assertThatThrownBy(() -> compare(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("sums.txt");
  }
}
