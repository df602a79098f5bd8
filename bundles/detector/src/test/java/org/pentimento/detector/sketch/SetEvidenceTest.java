package org.pentimento.detector.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetEvidenceTest {
  @Test
  void anHonestSetIsHardlyEverSuspicious() {
    Random random = new Random(3);
    int suspicious = 0;
    for (int set = 0; set < 200; set++) {
      double[] logP = new double[200];
      for (int i = 0; i < logP.length; i++) {
        logP[i] = Math.log(1 - random.nextDouble());
      }
      suspicious += SetEvidence.p(logP) <= .01 ? 1 : 0;
    }
    assertThat(suspicious).isLessThanOrEqualTo(2);
  }

  @Test
  void oneOddPairIsNoEvidenceAndFourAre() {
    double[] logP = new double[200];
    Arrays.fill(logP, -.5);
    assertThat(SetEvidence.p(logP)).isEqualTo(1);
    logP[3] = -40;
    assertThat(SetEvidence.p(logP)).isGreaterThan(.01);
    logP[4] = logP[5] = logP[6] = -40;
    assertThat(SetEvidence.p(logP)).isLessThan(.01);
  }

  @Test
  void themostSuspiciousComeFirst() {
    double[] logP = {-1, -9, -7, 0, -8};
    assertThat(SetEvidence.mostSuspicious(logP, .01, 2)).containsExactly(1, 4);
  }
}
