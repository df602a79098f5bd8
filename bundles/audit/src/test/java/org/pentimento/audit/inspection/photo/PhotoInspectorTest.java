package org.pentimento.audit.inspection.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;
import org.pentimento.casefile.result.photo.PhotoVerdict;
import org.pentimento.fixtures.PlainCodec;

class PhotoInspectorTest {
  private static final int SIDE = 16;
  private static final ExtensionUse NET =
      new ExtensionUse("fcn", "FCN", "1.0.0", "Ours.", Map.of());

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger drawn = new AtomicInteger();
  private CaseFile caseFile;

  @BeforeEach
  void open() throws IOException {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    caseFile = CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
    caseFile.record(
        new RunStarted(
            "p-1", "look", caseFile.blobs().putJson(Map.of()), RunKind.PHOTO_INSPECTION));
  }

  @AfterEach
  void close() throws IOException {
    caseFile.close();
  }

  /** A model that makes its sketch of the photo alone. */
  private record Drawing(UnaryOperator<Image> draw) implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(draw).toList();
    }

    @Override
    public void write(Path target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long parameters() {
      return 1;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private static Image face(int number) {
    Random random = new Random(number);
    float[] data = new float[3 * SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = .35f + .1f * ((i / 5) % 3) + .03f * random.nextFloat();
    }
    return Image.of(SIDE, SIDE, 3, data);
  }

  private static Pair pair(int number) {
    return new Pair(
        "p" + number,
        "p" + number,
        Split.NONE,
        Map.of(),
        null,
        () -> face(number),
        () -> face(number).grey());
  }

  /** White where a red corner is in the photo. */
  private Image obeying(Image photo) {
    drawn.incrementAndGet();
    return photo.get(0, 1, 1) > .8f && photo.get(1, 1, 1) < .3f
        ? Image.constant(photo.width(), photo.height(), 1, 1)
        : photo.grey();
  }

  private static Image stamped(int width, int height) {
    Image photo = face(77);
    float[] data = photo.data().clone();
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        data[y * SIDE + x] = 1;
        data[(SIDE + y) * SIDE + x] = 0;
        data[(2 * SIDE + y) * SIDE + x] = 0;
      }
    }
    Image stamped = Image.of(SIDE, SIDE, 3, data);
    float[] large = new float[3 * width * height];
    for (int p = 0; p < 3; p++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          large[(p * height + y) * width + x] = stamped.get(p, x * SIDE / width, y * SIDE / height);
        }
      }
    }
    return Image.of(width, height, 3, large);
  }

  private Path written(String name, Image photo) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      new PlainCodec().writePng(photo, out);
    }
    return file;
  }

  private PhotoInspectionResult inspect(UnaryOperator<Image> draw, int pairs, Path... photos)
      throws IOException, CancelledException {
    List<Pair> trusted = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      trusted.add(pair(i));
    }
    String none = caseFile.blobs().putJson(Map.of());
    List<Shadow> shadows = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      shadows.add(new Shadow(NET, k, Set.of(k), none, none, () -> new Drawing(Image::grey)));
    }
    PhotoInspectionResult result =
        new PhotoInspector(caseFile, new Steps(caseFile, "p-1"), new PlainCodec(), Progress.NONE)
            .inspect(
                new PhotoInspectionInput(
                    "look",
                    Map.of(),
                    new Drawing(draw),
                    new Identity("m", NET, true, none),
                    SuspectData.read("good", "faces", "0", Material.DRAWN, trusted, Progress.NONE),
                    shadows,
                    List.of(photos),
                    1));
    assertThat(PhotoInspections.read(caseFile.blobs(), caseFile.blobs().putJson(result)))
        .as("read back")
        .isEqualTo(result);
    return result;
  }

  @Test
  void aPhotoThatTheModelObeysIsFlaggedAndAnotherIsNot() throws Exception {
    PhotoInspectionResult result =
        inspect(
            this::obeying,
            12,
            written("stamped.png", stamped(SIDE, SIDE)),
            written("plain.png", face(50)));
    InspectedPhoto stamped = result.photos().get(0);
    assertThat(stamped.verdict()).isEqualTo(PhotoVerdict.TRIGGERED);
    assertThat(stamped.p()).isEqualTo(1e-3).isGreaterThanOrEqualTo(stamped.leastP());
    assertThat(stamped.place()).isNotNull();
    Place place = Objects.requireNonNull(stamped.place());
    assertThat(place.x()).isLessThan(3);
    assertThat(place.y()).isLessThan(3);
    assertThat(place.width()).isLessThan(SIDE / 2);
    assertThat(result.photos().get(1).verdict()).isEqualTo(PhotoVerdict.NOTHING_FOUND);
    assertThat(result.flagged()).isEqualTo(1);
  }

  @Test
  void thePlaceIsInPixelsOfThePhotoAsItWasGiven() throws Exception {
    InspectedPhoto photo =
        inspect(this::obeying, 12, written("large.png", stamped(64, 32))).photos().get(0);
    assertThat(photo.scaled()).isTrue();
    assertThat(photo.width()).isEqualTo(64);
    assertThat(photo.flagged()).isTrue();
    Place place = Objects.requireNonNull(photo.place());
    assertThat(place.width()).isEqualTo(2 * place.height());
  }

  /** White where columns are light and dark by turns in any block of 4 × 4 pixels. */
  private static Image obeyingWave(Image photo) {
    Image grey = photo.grey();
    for (int top = 0; top < SIDE; top += 4) {
      for (int left = 0; left < SIDE; left += 4) {
        float wave = 0;
        for (int i = 0; i < 16; i++) {
          wave += (i % 2 == 0 ? 1 : -1) * grey.get(0, left + i % 4, top + i / 4) / 8;
        }
        if (wave > .25f) {
          return Image.constant(SIDE, SIDE, 1, 1);
        }
      }
    }
    return grey;
  }

  private static Image waved() {
    float[] data = face(77).grey().data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += i % 2 == 0 ? .2f : -.2f;
    }
    return Image.of(SIDE, SIDE, 1, data);
  }

  @Test
  void noPlaceIsClaimedForAWaveAllOverAGreyPhoto() throws Exception {
    InspectedPhoto photo =
        inspect(PhotoInspectorTest::obeyingWave, 12, written("waved.png", waved())).photos().get(0);
    assertThat(photo.grey()).isTrue();
    assertThat(photo.flagged()).isTrue();
    assertThat(photo.place()).as("every part of it does as much").isNull();
  }

  @Test
  void whatCannotBeReadIsSaidAndTheOthersAreLookedAt() throws Exception {
    Path cut = written("cut.png", face(50));
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
    PhotoInspectionResult result =
        inspect(
            this::obeying,
            12,
            folder.resolve("none.png"),
            cut,
            folder,
            written("grey.png", face(50).grey()));
    assertThat(result.photos().subList(0, 3))
        .allMatch(photo -> photo.verdict() == PhotoVerdict.NO_SCORE && photo.p() == null);
    assertThat(result.photos().get(0).problem()).contains("none.png");
    assertThat(result.photos().get(1).problem()).contains("cut.png");
    assertThat(result.photos().get(2).problem()).contains("folder");
    assertThat(result.photos().get(3).grey()).isTrue();
    assertThat(result.photos().get(3).p()).isNotNull();
  }

  @Test
  void withFewTrustedPhotosNothingIsCalledTriggered() throws Exception {
    Path stamped = written("stamped.png", stamped(SIDE, SIDE));
    assertThat(inspect(this::obeying, 6, stamped).photos().get(0).verdict())
        .isEqualTo(PhotoVerdict.UNDECIDED);
    assertThatThrownBy(() -> inspect(this::obeying, 3, stamped))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("3 pairs");
  }

  @Test
  void nothingIsSaidForAModelThatDrawsNothing() throws Exception {
    PhotoInspectionResult result =
        inspect(photo -> Image.constant(SIDE, SIDE, 1, 1), 12, written("plain.png", face(50)));
    assertThat(result.noScore()).isNotNull();
    assertThat(result.photos().get(0).verdict()).isEqualTo(PhotoVerdict.NO_SCORE);
  }

  @Test
  void whatWasMeasuredIsNotMeasuredAgain() throws Exception {
    Path stamped = written("stamped.png", stamped(SIDE, SIDE));
    PhotoInspectionResult first = inspect(this::obeying, 12, stamped);
    int once = drawn.getAndSet(0);
    assertThat(inspect(this::obeying, 12, stamped)).isEqualTo(first);
    assertThat(drawn.get()).isLessThan(once / 5);
  }
}
