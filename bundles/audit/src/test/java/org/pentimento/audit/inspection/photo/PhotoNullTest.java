package org.pentimento.audit.inspection.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.PhotoVerdict;

class PhotoNullTest {
  private static PhotoNull usual() {
    Random random = new Random(3);
    List<Readings> trusted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      trusted.add(
          readings(
              .01 + .004 * random.nextGaussian(),
              .002 + .004 * random.nextGaussian(),
              .005 + .004 * random.nextGaussian()));
    }
    trusted.add(readings(.3, .003, .3)); // one that is odd itself widens nothing
    return new PhotoNull(trusted);
  }

  private static Readings readings(double distance, double transplant, double inkRise) {
    return new Readings(distance, transplant, inkRise, Alteration.GREY, .04);
  }

  @Test
  void aPhotoAsTrustedOnesIsUsual() {
    assertThat(usual().p(readings(.012, .003, .006))).isGreaterThan(.1);
  }

  @Test
  void oneLargeMeasureAloneIsNoEvidence() {
    PhotoNull usual = usual();
    assertThat(usual.p(readings(.3, .003, .006))).isGreaterThan(PhotoVerdict.TRIGGERED_BELOW);
    assertThat(usual.p(readings(.01, .003, .3))).isGreaterThan(PhotoVerdict.TRIGGERED_BELOW);
    assertThat(usual.p(readings(.1, .08, .006))).isLessThan(PhotoVerdict.TRIGGERED_BELOW);
    assertThat(usual.p(readings(.1, .08, .1))).isEqualTo(1e-3);
  }

  @Test
  void whatHarmlessPhotosDoTooIsNoEvidence() {
    List<Readings> trusted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean reaches = i % 5 == 0;
      trusted.add(reaches ? readings(.1, .1, .1) : readings(.01, .002, .005));
    }
    assertThat(new PhotoNull(trusted).p(readings(.09, .09, .09))).isGreaterThan(.15);
  }

  @Test
  void noPIsBelowTheLeast() {
    PhotoNull usual = usual();
    assertThat(usual.p(readings(.9, .9, .9))).isGreaterThanOrEqualTo(usual.leastP());
    assertThat(usual.leastP()).isPositive();
  }

  @Test
  void measuresAreCorrectedForTheirNumber() {
    List<Measured> measured = usual().measured(readings(.1, .003, .006));
    assertThat(measured).hasSize(3);
    assertThat(measured.get(0).p()).isLessThan(.01);
    assertThat(measured.get(1).p()).isGreaterThan(.5);
    assertThat(measured.get(2).detail()).isEqualTo("without colour");
  }
}
