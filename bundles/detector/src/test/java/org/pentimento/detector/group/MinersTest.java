package org.pentimento.detector.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinersTest {
  private static final int N = 60;
  private static final int[] GROUP = {3, 11, 12, 25, 40, 41, 58};

  /** Likenesses by chance, and more of it within a group. */
  private static float[] kernel(double more) {
    SplittableRandom random = new SplittableRandom(9);
    float[] kernel = new float[N * N];
    boolean[] in = Ranking.flags(GROUP, N);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < i; j++) {
        double v = (random.nextDouble() - .5) * .2 + (in[i] && in[j] ? more : 0);
        kernel[i * N + j] = (float) v;
        kernel[j * N + i] = (float) v;
      }
    }
    return kernel;
  }

  @Test
  void gapAndMiddleFindAGroupThatIsAlike() {
    assertThat(GapMiner.best(kernel(.3), N).members()).containsExactly(GROUP);
    assertThat(MiddleMiner.best(kernel(.3), N).members()).containsExactly(GROUP);
    assertThat(GapMiner.best(kernel(.3), N).gap())
        .isGreaterThan(3 * GapMiner.best(kernel(0), N).gap());
  }

  @Test
  void stepIsWhereTheGroupEndsAlongAnOrder() {
    int[] order =
        IntStream.concat(
                Arrays.stream(GROUP),
                IntStream.range(0, N).filter(i -> Arrays.binarySearch(GROUP, i) < 0))
            .toArray();
    StepMiner.Step step = StepMiner.best(kernel(.1), N, order);
    assertThat(step.size()).isEqualTo(GROUP.length);
    assertThat(step.t()).isGreaterThan(2 * StepMiner.best(kernel(0), N, order).t());
  }

  @Test
  void dependenceIsFarAboveChanceForTheGroupAlone() {
    float[] centred = Dependence.centred(kernel(.15), N);
    Dependence chance = new Dependence(N, GROUP.length, 1);
    assertThat(chance.z(centred, GROUP)).isGreaterThan(4);
    assertThat(Math.abs(chance.z(centred, new int[] {0, 1, 2, 4, 5, 6, 7}))).isLessThan(3.5);
  }

  @Test
  void agreementIsLargeForAGroupAtTheHeadOfAnOrderAndSmallForOneSpreadOverIt() {
    int[] order = IntStream.range(0, N).toArray();
    assertThat(Dependence.agreement(order, new int[] {0, 1, 2, 3, 4, 5, 6})).isGreaterThan(4);
    assertThat(Dependence.agreement(order, new int[] {4, 12, 20, 30, 39, 50, 59}))
        .isBetween(-.5, .5);
    assertThat(Dependence.agreement(order, new int[] {53, 54, 55, 56, 57, 58, 59})).isLessThan(-2);
  }

  @Test
  void bothSidesTogetherFindMembersThatOneSideMissed() {
    double[] scores = new double[N];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < N; i++) {
      scores[i] = random.nextDouble();
    }
    for (int k = 0; k < 4; k++) {
      scores[GROUP[k]] += 2;
    }
    double[] like =
        Dependence.trainedTogether(
            Dependence.centred(kernel(.3), N), N, scores, Arrays.copyOf(GROUP, 4));
    int[] order = Ranking.descending(like);
    int[] first = Arrays.copyOf(order, GROUP.length);
    Arrays.sort(first);
    assertThat(first).containsExactly(GROUP);
  }

  @Test
  void flatteningDampsLargeEigenvalues() {
    // Eigenvalues 3 (1, 1) and 1 (1, -1); their mean is 2.
    double[] flat = Kernels.flattened(new double[] {2, 1, 1, 2}, .5, 2);
    double large = 3 / (3 + .5 * 2);
    double small = 1 / (1 + .5 * 2);
    assertThat(flat[0]).isCloseTo((large + small) / 2, within(1e-9));
    assertThat(flat[1]).isCloseTo((large - small) / 2, within(1e-9));
  }

  @Test
  void cutLiesInTheGapBetweenMembersAndOthers() {
    double[] z = new double[30];
    for (int i = 0; i < z.length; i++) {
      z[i] = i < 6 ? 10 + 3 * i : -2 + .2 * i;
    }
    assertThat(Carriers.cut(z, new int[] {2, 3, 4, 5}, 8)).isBetween(3.5, 9.9);
  }

  @Test
  void ranksFromLargeToSmallAndEqualOnesInOrder() {
    assertThat(Ranking.descending(new double[] {-1, 3, -5, 3, 0})).containsExactly(1, 3, 4, 0, 2);
  }
}
