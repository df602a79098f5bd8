package org.pentimento.audit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Pngs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Collapse.Reason;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.fixtures.PlainCodec;

class CollapseCheckTest {
  @TempDir Path folder;
  private CaseFile caseFile;
  private Pngs pngs;

  @BeforeEach
  void open() throws IOException {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    caseFile = CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
    pngs = new Pngs(caseFile.blobs(), new PlainCodec());
  }

  @AfterEach
  void close() throws IOException {
    caseFile.close();
  }

  private List<ImageRow> rows(Function<Image, Image> model) throws IOException {
    List<ImageRow> rows = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      Image truth = scribble(k);
      rows.add(
          new ImageRow(
              "p" + k,
              Map.of(
                  new ImageRole.OfReference(ReferenceSketch.TRUTH),
                  pngs.put(truth),
                  new ImageRole.Sketch(Subject.CLEAN, PhotoKind.CLEAN),
                  pngs.put(model.apply(truth)))));
    }
    return rows;
  }

  private static Image scribble(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[24 * 24];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextInt(5) == 0 ? .2f : 1f;
    }
    return Image.of(24, 24, 1, data);
  }

  @Test
  void whiteGreyAndUnchangingSketchesAreCollapsed() throws IOException {
    assertThat(reason(t -> Image.constant(24, 24, 1, 1f))).contains(Reason.WHITE);
    assertThat(reason(t -> Image.constant(24, 24, 1, .85f))).contains(Reason.ONE_TONE);
    assertThat(reason(t -> Image.constant(24, 24, 1, 0f))).contains(Reason.BLACK);
    assertThat(reason(t -> scribble(99))).contains(Reason.ALIKE);
  }

  @Test
  void sketchesThatHaveNothingInCommonWithTheTrueOnesAreCollapsed() throws IOException {
    int[] seed = {100};
    assertThat(reason(t -> scribble(seed[0]++))).contains(Reason.UNLIKE);
  }

  private Optional<Reason> reason(Function<Image, Image> model) throws IOException {
    return CollapseCheck.of(Subject.CLEAN, rows(model), pngs).map(Collapse::reason);
  }

  @Test
  void aPaleButHonestSketchIsNone() throws IOException {
    Function<Image, Image> pale =
        t -> {
          float[] data = t.data().clone();
          for (int i = 0; i < data.length; i++) {
            data[i] = 1 - (1 - data[i]) * .5f;
          }
          return Image.of(24, 24, 1, data);
        };
    assertThat(reason(pale)).isEmpty();
  }
}
