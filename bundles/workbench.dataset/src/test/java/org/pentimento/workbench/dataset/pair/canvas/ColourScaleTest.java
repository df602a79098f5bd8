package org.pentimento.workbench.dataset.pair.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.question.PairQuestion.PairLayer;

class ColourScaleTest {
  private static final PairLayer MUCH = new PairLayer("difference", "Difference", false);
  private static final PairLayer ALIKE = new PairLayer("fsim", "FSIM map", true);

  @Test
  void theLightestColourIsAtTheTopWhateverItMeans() {
    for (PairLayer layer : new PairLayer[] {MUCH, ALIKE}) {
      ImageData bar = ColourScale.bar(layer);
      assertThat(brightness(bar, 0)).isGreaterThan(240);
      assertThat(brightness(bar, bar.height - 1)).isLessThan(60);
    }
  }

  private static int brightness(ImageData bar, int y) {
    int rgb = bar.getPixel(0, y);
    return Math.max(rgb >> 16 & 0xff, rgb >> 8 & 0xff); // red and green
  }

  @Test
  void numbersSayWhatTheColoursStandFor() {
    assertThat(ColourScale.label(MUCH, 0)).isEqualTo("1.00 much");
    assertThat(ColourScale.label(MUCH, .5)).isEqualTo("0.50");
    assertThat(ColourScale.label(MUCH, 1)).isEqualTo("0.00 none");
    assertThat(ColourScale.label(ALIKE, 0)).isEqualTo("0.00 differ");
    assertThat(ColourScale.label(ALIKE, .25)).isEqualTo("0.25");
    assertThat(ColourScale.label(ALIKE, 1)).isEqualTo("1.00 agree");
  }
}
