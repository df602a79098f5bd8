package org.pentimento.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

class LayoutTest {
  private Shelf shelf;

  LayoutTest(@TempDir Path root) throws CancelledException {
    shelf = new Shelf(root, 20, 25);
  }

  @BeforeEach
  void anEmptyShelf() throws IOException {
    try (var files = Files.list(shelf.root())) {
      assertThat(files).isEmpty();
    }
  }

  private Dataset openAs(String id) throws IOException, CancelledException {
    assertThat(shelf.surest().descriptor().id()).isEqualTo(id);
    return shelf.open();
  }

  private static Split split(Dataset dataset, String id) {
    return dataset.pairs().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow()
        .split();
  }

  @Test
  void cufsAsDistributedAndUnpacked() throws Exception {
    shelf
        .pair(
            0,
            "CUHK/training_88/Cropped_Images/photos/f-005-01.jpg",
            "CUHK/training_88/Cropped_Images/sketches/F2-005-01-sz1.jpg")
        .pair(
            1,
            "CUHK/training_88/Cropped_Images/photos/m-008-01.jpg",
            "CUHK/training_88/Cropped_Images/sketches/M2-008-01-sz1.jpg")
        .pair(
            2,
            "CUHK/training_88/Cropped_Images/photos/f1-005-01.jpg",
            "CUHK/training_88/Cropped_Images/sketches/f1-005-01-sz1.jpg")
        .pair(
            3,
            "CUHK/testing_100/Cropped_Images/photo/m1-005-01.jpg",
            "CUHK/testing_100/Cropped_Images/sketch/M1-005-01-sz1.jpg")
        .pair(
            4,
            "AR/Cropped_Images/photos/m-008-1.jpg",
            "AR/Cropped_Images/sketches/Mp-008-1-sz1.jpg")
        .pair(
            5,
            "AR/Cropped_Images/photos/w-001-1.jpg",
            "AR/Cropped_Images/sketches/Wp-001-1-sz1.jpg")
        .pair(
            6,
            "XM2VTS/Cropped_Images/photos/000_1_1.jpg",
            "XM2VTS/Cropped_Images/sketches/000_1_1_sz1.jpg")
        .pair(
            7,
            "XM2VTS/Cropped_Images/photos/371_1_1.jpg",
            "XM2VTS/Cropped_Images/sketches/371_1_1_sz1.jpg");
    Dataset dataset = openAs("cufs");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.skipped()).isEmpty();
    assertThat(split(dataset, "CUHK/training_88/Cropped_Images/photos/f-005-01"))
        .isEqualTo(Split.TRAIN);
    assertThat(split(dataset, "CUHK/testing_100/Cropped_Images/photo/m1-005-01"))
        .isEqualTo(Split.TEST);
    assertThat(split(dataset, "AR/Cropped_Images/photos/m-008-1")).isEqualTo(Split.NONE);
    assertThat(dataset.pairs().stream().map(Pair::identity)).doesNotHaveDuplicates();
  }

  @Test
  void cufsInZipFiles() throws Exception {
    shelf
        .zip(
            "CUHK/training_88/Cropped_Images/CUHK_training_cropped_photos.zip",
            true,
            Map.of("photos/f-005-01.jpg", 0, "photos/m-008-01.jpg", 1))
        .zip(
            "CUHK/training_88/Cropped_Images/CUHK_training_cropped_sketches.zip",
            false,
            Map.of("sketches/F2-005-01-sz1.jpg", 0, "sketches/M2-008-01-sz1.jpg", 1))
        .zip(
            "CUHK/testing_100/Cropped_Images/CUHK_testing_photo.zip",
            true,
            Map.of("photo/f1-001-01.jpg", 2))
        .zip(
            "CUHK/testing_100/Cropped_Images/CUHK_testing_sketch.zip",
            false,
            Map.of("sketch/f1-001-01-sz1.jpg", 2, "__MACOSX/sketch/._f1-001-01-sz1.jpg", 3));
    Dataset dataset = openAs("cufs");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.count(Split.TRAIN)).isEqualTo(2);
    assertThat(dataset.count(Split.TEST)).isEqualTo(1);
    assertThat(dataset.skipped()).hasSize(1);
  }

  @Test
  void hostileZipIsRefusedAsAWhole() throws Exception {
    shelf.pair(0, "photos/f-005-01.jpg", "sketches/F2-005-01-sz1.jpg");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(shelf.root().resolve("evil.zip")))) {
      out.putNextEntry(new ZipEntry("../../photos/m-001-01.jpg"));
      out.write(1);
    }
    shelf.text("broken.zip", "PK no zip at all");
    Dataset dataset = shelf.open("cufs", Map.of());
    assertThat(dataset.pairs()).hasSize(1);
    assertThat(dataset.skipped())
        .extracting(Skipped::file)
        .containsExactly("broken.zip", "evil.zip");
  }

  @Test
  void cufsRepackagedWithSpaces() throws Exception {
    shelf
        .pair(0, "Training photo/f-005-01.jpg", "Training sketch/F2-005-01-sz1.jpg")
        .pair(1, "Testing photo/m-008-01.jpg", "Testing sketch/m-008-01-sz1.jpg");
    Dataset dataset = openAs("cufs");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(split(dataset, "Testing photo/m-008-01")).isEqualTo(Split.TEST);
  }

  @Test
  void cufsRepackagedWithSameNamesInTrainingAndTesting() throws Exception {
    shelf
        .pair(0, "Training/Photos/001.png", "Training/Sketches/001.png")
        .pair(1, "Training/Photos/002.png", "Training/Sketches/002.png")
        .pair(2, "Testing/Photos/001.png", "Testing/Sketches/001.png");
    Dataset dataset = openAs("cufs");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.count(Split.TRAIN)).isEqualTo(2);
    assertThat(shelf.pairsAreRight(shelf.open("two-folders", Map.of()))).isTrue();
  }

  @Test
  void numberedPhotosAndSketches() throws Exception {
    shelf
        .pair(0, "photos/001.png", "sketches/001.png")
        .pair(1, "photos/010.png", "sketches/010.png");
    assertThat(shelf.pairsAreRight(openAs("two-folders"))).isTrue();
    assertThat(shelf.pairsAreRight(shelf.open("cufs", Map.of()))).isTrue();
  }

  @Test
  void originalsAreAlignedByTheirPoints() throws Exception {
    shelf = new Shelf(shelf.root(), 100, 125);
    shelf
        .pair(
            0,
            "AR/Original_Images/photos/m-002-1.jpg",
            "AR/Original_Images/sketches/Mp-002-1-sz1.jpg")
        .text("AR/Faducial_Points/photos/m-002-1.dat", points(0))
        .text("AR/Faducial_Points/sketches/Mp-002-1-sz1.dat", "head line\n" + points(0))
        .text("AR/Faducial_Points/photos/w-003-1.dat", "1 2\n");
    Dataset dataset = shelf.open("cufs", Map.of());
    Pair pair = dataset.pairs().get(0);
    Image photo = pair.photo().decode();
    assertThat(photo.width()).isEqualTo(200);
    assertThat(pair.sketch().decode().height()).isEqualTo(250);
    assertThat(pair.eyes().orElseThrow().left().x()).isEqualTo(75);
    assertThat(pair.eyes().orElseThrow().right().y()).isEqualTo(125);
    float darkest = 1;
    for (int i = -4; i <= 4; i++) {
      darkest = Math.min(darkest, photo.grey().get(0, 125 + i, 125));
    }
    assertThat(darkest).isLessThan(.3f);
    assertThat(dataset.skipped()).hasSize(1);
  }

  private String points(int face) {
    var eyes = shelf.face(face).eyes().orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 35; i++) {
      var point = i == 16 ? eyes.left() : i == 18 ? eyes.right() : eyes.left();
      text.append(i == 16 || i == 18 ? point.x() + " " + point.y() : i + " " + i).append('\n');
    }
    return text.toString();
  }

  @Test
  void croppedEditionIsPreferred() throws Exception {
    shelf.pair(
        0, "AR/Cropped_Images/photos/m-002-1.jpg", "AR/Cropped_Images/sketches/Mp-002-1-sz1.jpg");
    shelf.image("AR/Original_Images/photos/m-002-1.jpg", shelf.photo(1));
    shelf.image("AR/Original_Images/sketches/Mp-002-1-sz1.jpg", shelf.sketch(1));
    Dataset dataset = shelf.open("cufs", Map.of());
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.skipped()).hasSize(2);
    Dataset originals = shelf.open("cufs", Map.of("edition", "original"));
    assertThat(originals.pairs().get(0).photo().decode()).isEqualTo(shelf.photo(1));
  }

  @Test
  void cufsf() throws Exception {
    shelf
        .pair(0, "FERET/00001_930831_fa.png", "original_sketch/00001.jpg")
        .pair(1, "FERET/00002_930831_fa.png", "original_sketch/00002.jpg");
    shelf.image("FERET/00002_940928_fb.png", shelf.photo(5));
    shelf.image("cropped_sketch/00001.jpg", shelf.sketch(0));
    shelf.image("original_sketch/00003.jpg", shelf.sketch(3));
    shelf.text("FERET/00003_930831_fa.ppm.bz2", "BZh91");
    shelf.text(
        "names_of_photos_used_for_drawing_sketches.txt",
        "dvd1/00001/00001_930831_fa.ppm\r\ndvd1/00002/00002_930831_fa.ppm\r\n");
    Dataset dataset = openAs("cufsf");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.skipped())
        .extracting(Skipped::file)
        .containsExactly(
            "FERET/00002_940928_fb.png",
            "FERET/00003_930831_fa.ppm.bz2",
            "cropped_sketch/00001.jpg",
            "original_sketch/00003.jpg");
  }

  @Test
  void cufsfIsAlignedByThreePoints() throws Exception {
    shelf.pair(0, "photos/00001_930831_fa.png", "original_sketch/00001.jpg");
    var eyes = shelf.face(0).eyes().orElseThrow();
    String points =
        eyes.left().x()
            + " "
            + eyes.left().y()
            + "\n"
            + eyes.right().x()
            + " "
            + eyes.right().y()
            + "\n10 20\n";
    shelf
        .text("photo_points/00001_930831_fa.3pts", points)
        .text("sketch_points/00001.3pts", points);
    Pair pair = shelf.open().pairs().get(0);
    assertThat(pair.photo().decode().width()).isEqualTo(200);
    assertThat(pair.photo().decode().sameSize(pair.sketch().decode())).isTrue();
  }

  @Test
  void twoFoldersOfAnyName() throws Exception {
    shelf
        .pair(0, "faces/a/One.PNG", "zeichnungen/a/one.jpg")
        .pair(1, "faces/two.png", "zeichnungen/TWO.bmp");
    assertThat(shelf.pairsAreRight(openAs("two-folders"))).isTrue();
  }

  /** The photo's folder comes second in the alphabet each time. */
  @ParameterizedTest
  @CsvSource({
    "photos, edges",
    "zwei/photos, zwei/edges",
    "faces, drawings",
    "target, sketch",
    "portraits, outlines",
    "x-photo, a-thing",
    "test/photo, test/edge",
    "照片, 01",
    "真, 素描"
  })
  void ofTwoFoldersOneSaysWhatItHolds(String photos, String sketches) throws Exception {
    shelf
        .pair(0, photos + "/1.png", sketches + "/1.png")
        .pair(1, photos + "/2.png", sketches + "/2.png");
    assertThat(shelf.pairsAreRight(openAs("two-folders"))).isTrue();
  }

  @Test
  void partnersAreFoundInEachPart() throws Exception {
    shelf
        .pair(0, "train/photos/1.png", "train/edges/1.png")
        .pair(1, "test/photos/1.png", "test/edges/1.png");
    Dataset dataset = openAs("two-folders");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.count(Split.TEST)).isEqualTo(1);
  }

  @Test
  void twoFoldersThatSayTheSameAreNotGuessed() throws Exception {
    shelf.pair(0, "photos one/1.png", "photos two/1.png");
    assertThatThrownBy(() -> shelf.open("two-folders", Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("photos");
  }

  @ParameterizedTest
  @ValueSource(strings = {"José", "Zoë", "Åsa", "Müller", "が", "İ"})
  void namesAreTheSameHoweverTheirMarksAreEncoded(String name) throws Exception {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    shelf.pair(0, "photos/" + composed + ".png", "sketches/" + decomposed + ".png");
    assertThat(shelf.pairsAreRight(openAs("two-folders"))).isTrue();
    Files.writeString(
        shelf.root().resolve("pairs.csv"),
        "photo,sketch\nphotos/" + decomposed + ".png,sketches/" + composed + ".png\n");
    Dataset table = openAs("folders-csv");
    assertThat(table.pairs()).hasSize(1);
    assertThat(table.skipped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@eaDir",
        "#recycle",
        "$RECYCLE.BIN",
        "lost+found",
        "System Volume Information",
        "@Recycle",
        "__MACOSX",
        ".Trashes"
      })
  void whatAStorageBoxKeepsIsNoPair(String folder) throws Exception {
    shelf.pair(0, "photos/1.png", "sketches/1.png");
    shelf.image("photos/" + folder + "/1.png/THUMB.png", shelf.photo(1));
    shelf.image("sketches/" + folder + "/1.png/THUMB.png", shelf.sketch(1));
    shelf.image(folder + "/photos/9.png", shelf.photo(2));
    shelf.image(folder + "/sketches/9.png", shelf.sketch(2));
    Dataset dataset = openAs("two-folders");
    assertThat(dataset.pairs()).extracting(Pair::id).containsExactly("photos/1");
    assertThat(dataset.skipped()).hasSize(3).allMatch(s -> s.file().endsWith(folder));
  }

  @Test
  void cycleGanFolders() throws Exception {
    shelf.pair(0, "trainA/1.png", "trainB/1.png").pair(1, "testA/1.png", "testB/1.png");
    Dataset dataset = openAs("two-folders");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.count(Split.TEST)).isEqualTo(1);
  }

  @Test
  void foldersByParameter() throws Exception {
    shelf.pair(0, "x/raw/1.png", "y/ink/1.png").image("z/2.png", shelf.photo(1));
    Dataset dataset = shelf.open("two-folders", Map.of("photos", "x/raw/", "sketches", "./y/ink"));
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.skipped()).extracting(Skipped::file).containsExactly("z/2.png");
  }

  @Test
  void whatCannotBePairedIsListedWithItsReason() throws Exception {
    shelf.pair(0, "photos/ok.png", "sketches/ok.png");
    shelf.image("photos/alone.png", shelf.photo(1));
    shelf.image("sketches/orphan.png", shelf.sketch(2));
    shelf.image("photos/twice.png", shelf.photo(3)).image("photos/twice.jpg", shelf.photo(4));
    shelf.image("sketches/twice.png", shelf.sketch(3));
    shelf.image("photos/big.png", Image.constant(9, 9, 3, 0f));
    shelf.image("sketches/big.png", Image.constant(9, 10, 1, 0f));
    shelf.text("photos/text.png", "no image").image("sketches/text.png", shelf.sketch(5));
    shelf.text("photos/.hidden.png", "").text("photos/empty.png", "").text("readme.txt", "hi");
    shelf.image("sketches/empty.png", shelf.sketch(6)).text("photos/p.ppm.bz2", "BZ");
    Dataset dataset = openAs("two-folders");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.skipped()).allSatisfy(s -> assertThat(s.reason()).endsWith("."));
    assertThat(dataset.skipped())
        .extracting(Skipped::file)
        .containsExactly(
            "photos/.hidden.png",
            "photos/alone.png",
            "photos/big.png",
            "photos/empty.png",
            "photos/p.ppm.bz2",
            "photos/text.png",
            "photos/twice.jpg",
            "photos/twice.png",
            "readme.txt",
            "sketches/big.png",
            "sketches/empty.png",
            "sketches/orphan.png",
            "sketches/text.png",
            "sketches/twice.png");
  }

  /** Small files are read whole at once, large ones are judged by their last bytes. */
  @ParameterizedTest
  @CsvSource({"20, 25", "200, 250"})
  void cutFilesAreSkippedAndNamed(int width, int height) throws Exception {
    shelf = new Shelf(shelf.root(), width, height);
    shelf.pair(0, "photos/1.png", "sketches/1.png").pair(1, "photos/2.png", "sketches/2.png");
    Path photo = shelf.root().resolve("photos/2.png");
    byte[] whole = Files.readAllBytes(photo);
    Files.write(photo, Arrays.copyOf(whole, whole.length - 20));

    Dataset dataset = openAs("two-folders");

    assertThat(dataset.pairs()).extracting(Pair::id).containsExactly("photos/1");
    assertThat(dataset.skipped())
        .anySatisfy(
            skipped -> {
              assertThat(skipped.file()).isEqualTo("photos/2.png");
              assertThat(skipped.reason()).contains("truncated");
            });
  }

  /** Cameras and editors put things behind the picture; that is no damage. */
  @Test
  void filesWithBytesBehindThePictureAreTaken() throws Exception {
    shelf = new Shelf(shelf.root(), 200, 250);
    shelf.pair(0, "photos/1.png", "sketches/1.png");
    Files.writeString(
        shelf.root().resolve("photos/1.png"), "behind the picture", StandardOpenOption.APPEND);

    assertThat(openAs("two-folders").pairs()).hasSize(1);
  }

  @Test
  void linksOutAndInCirclesAreNotFollowed(@TempDir Path elsewhere) throws Exception {
    shelf.pair(0, "photos/1.png", "sketches/1.png");
    Files.write(elsewhere.resolve("2.png"), new byte[] {1});
    Files.createSymbolicLink(shelf.root().resolve("photos/loop"), shelf.root());
    Files.createSymbolicLink(shelf.root().resolve("photos/2.png"), elsewhere.resolve("2.png"));
    Files.createSymbolicLink(shelf.root().resolve("photos/gone.png"), Path.of("nowhere"));
    Files.createSymbolicLink(
        shelf.root().resolve("photos/3.png"), shelf.root().resolve("photos/1.png"));
    shelf.image("sketches/3.png", shelf.sketch(0));
    Dataset dataset = openAs("two-folders");
    assertThat(dataset.pairs()).extracting(Pair::id).containsExactly("photos/1", "photos/3");
    assertThat(dataset.skipped())
        .extracting(Skipped::file)
        .containsExactly("photos/2.png", "photos/gone.png", "photos/loop");
  }

  @Test
  void table() throws Exception {
    shelf.pair(0, "p/one.png", "s/eins.png").pair(1, "p/two.png", "s/zwei, 2.png");
    shelf.image("p/unused.png", shelf.photo(2));
    shelf.text(
        "pairs.csv",
        "\u00ef\u00bb\u00bfPhoto;sketch;identity;split;lx;ly;rx;ry;glasses\r\n"
            + "p/one.png;s/eins.png;ann;train;1;2;3.5;4;yes\r\n"
            + "p/two.png;\"s/zwei, 2.png\";;TEST;;;;;\r\n\r\n"
            + "p/gone.png;s/eins.png;;;;;;;\r\n");
    Dataset dataset = openAs("folders-csv");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    Pair one = dataset.pairs().get(0);
    assertThat(one.identity()).isEqualTo("ann");
    assertThat(one.split()).isEqualTo(Split.TRAIN);
    assertThat(one.attributes()).isEqualTo(Map.of("glasses", "yes"));
    assertThat(one.eyes().orElseThrow().right().x()).isCloseTo(3.5, within(0.0));
    assertThat(dataset.pairs().get(1).eyes()).isEmpty();
    assertThat(dataset.skipped()).extracting(Skipped::reason).anyMatch(r -> r.contains("Line 5"));
    assertThat(dataset.skipped()).extracting(Skipped::file).contains("p/unused.png");
  }

  /** As Excel, Numbers and old Macs write tables. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, ',', '\r\n', ''",
    "UTF-8, ',', '\r', ''",
    "UTF-8, ';', '\r\n', 'sep=;\r\n'",
    "UTF-8, '|', '\n', 'sep=|\n'",
    "UTF-16, '\t', '\r\n', ''",
    "UTF-16LE, '\t', '\r\n', '\ufeff'",
    "UTF-16BE, ',', '\n', ''"
  })
  void tablesOfSpreadsheets(String charset, String separator, String end, String start)
      throws Exception {
    shelf.pair(0, "p/1.png", "s/1.png").pair(1, "p/2.png", "s/2.png");
    String text =
        start
            + String.join(separator, "photo", "sketch", "split", "name")
            + end
            + String.join(separator, "p/1.png", "s/1.png", "train", "Jörg")
            + end
            + String.join(separator, "p/2.png", "s/2.png", "test", "Jörg")
            + end;
    Files.write(shelf.root().resolve("list.csv"), text.getBytes(Charset.forName(charset)));
    Dataset dataset = openAs("folders-csv");
    assertThat(shelf.pairsAreRight(dataset)).isTrue();
    assertThat(dataset.count(Split.TRAIN)).isEqualTo(1);
    assertThat(dataset.pairs().get(0).attributes()).isEqualTo(Map.of("name", "Jörg"));
  }

  /** It must not be guessed without it in silence. */
  @ParameterizedTest
  @ValueSource(
      strings = {"photo,sketch\np/1.png,s/J\u00f6rg.png\n", "photo,\"sketch\np/1.png,s/1.png"})
  void aTableThatCannotBeReadIsNamed(String latin) throws Exception {
    shelf.pair(0, "p/1.png", "s/1.png").text("list.csv", latin);
    assertThat(shelf.surest().descriptor().id()).isEqualTo("folders-csv");
    assertThatThrownBy(() -> shelf.open())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("list.csv");
  }

  @Test
  void anExcelLineCountsAsALine() throws Exception {
    shelf.pair(0, "p/1.png", "s/1.png").text("list.csv", "sep=;\nphoto;sketch\np/1.png\n");
    assertThatThrownBy(() -> shelf.open()).hasMessageContaining("line 3");
  }

  @Test
  void tableErrorsNameTheLine() throws Exception {
    shelf.pair(0, "p/one.png", "s/one.png");
    for (String[] fault :
        List.of(
            new String[] {"photo,sketch\n  \n\np/one.png\n", "line 4: there are 1 fields"},
            new String[] {"photo,sketch,split\np/one.png,s/one.png,maybe\n", "line 2"},
            new String[] {"photo,sketch\np/one.png,s/one.png\n../x.png,s/one.png\n", "line 3"},
            new String[] {"photo,sketch,lx\np/one.png,s/one.png,1\n", "line 1"},
            new String[] {"photo,sketch,lx,ly,rx,ry\np/one.png,s/one.png,1,2,x,4\n", "line 2"},
            new String[] {"photo,sketch\n\"p/one.png,s/one.png\n", "line 2: a quote is not closed"},
            new String[] {"photo,sketch,x\n\np/one.png,s/one.png,\"a\nb\np/two.png", "line 3"},
            new String[] {"photo,sketch,x\np/one.png,s/one.png,\"a\"b\n", "line 2"},
            new String[] {"photo,sketch\np/one.png," + "x".repeat(70_000) + "\n", "line 2"})) {
      shelf.text("pairs.csv", fault[0]);
      assertThatThrownBy(() -> shelf.open("folders-csv", Map.of()))
          .as(fault[0])
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("pairs.csv")
          .hasMessageContaining(fault[1]);
    }
    shelf.text("pairs.csv", "photo,sketch\np/one.png,s/\u00ff.png\n");
    assertThatThrownBy(() -> shelf.open("folders-csv", Map.of("table", "pairs.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("pairs.csv")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void sideBySide() throws Exception {
    for (int i = 0; i < 3; i++) {
      Image photo = shelf.photo(i);
      Image sketch = shelf.sketch(i).colour();
      float[] both = new float[40 * 25 * 3];
      for (int p = 0; p < 3; p++) {
        for (int y = 0; y < 25; y++) {
          for (int x = 0; x < 20; x++) {
            both[(p * 25 + y) * 40 + x] = photo.get(p, x, y);
            both[(p * 25 + y) * 40 + 20 + x] = sketch.get(p, x, y);
          }
        }
      }
      shelf.image((i < 2 ? "train/" : "test/") + i + ".png", Image.of(40, 25, 3, both));
    }
    shelf.image("train/odd.png", Image.constant(41, 25, 3, 1f));
    Dataset dataset = openAs("side-by-side");
    assertThat(dataset.pairs())
        .extracting(Pair::id)
        .containsExactly("test/2", "train/0", "train/1");
    assertThat(dataset.pairs().get(1).photo().decode()).isEqualTo(shelf.photo(0));
    assertThat(dataset.pairs().get(1).sketch().decode().planes()).isEqualTo(1);
    assertThat(dataset.pairs().get(1).sketch().decode().get(0, 3, 3))
        .isCloseTo(shelf.sketch(0).get(0, 3, 3), within(1e-6f));
    assertThat(dataset.count(Split.TRAIN)).isEqualTo(2);
    assertThat(dataset.skipped()).extracting(Skipped::file).containsExactly("train/odd.png");
    Dataset swapped = shelf.open("side-by-side", Map.of("swap", true));
    assertThat(swapped.pairs().get(1).sketch().decode()).isEqualTo(shelf.photo(0).grey());
  }

  @Test
  void nothingToFindIsSaid() throws Exception {
    shelf.text("notes.txt", "nothing here");
    for (DatasetFormat format : shelf.formats()) {
      assertThat(format.recognise(shelf.root())).isEmpty();
      assertThat(format.recognise(shelf.root().resolve("missing"))).isEmpty();
      if (!format.makesItsPairs()) {
        assertThatThrownBy(
                () ->
                    format.open(
                        shelf.root(), Settings.defaults(format.descriptor()), Progress.NONE))
            .isInstanceOf(BadInputException.class);
      }
    }
  }

  @Test
  void openingStopsWhenAsked() throws Exception {
    shelf.pair(0, "photos/1.png", "sketches/1.png");
    Progress cancelled =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    for (DatasetFormat format : shelf.formats()) {
      if (!format.descriptor().id().equals("folders-csv")) {
        assertThatThrownBy(
                () -> format.open(shelf.root(), Settings.defaults(format.descriptor()), cancelled))
            .isInstanceOf(CancelledException.class);
      }
    }
  }
}
