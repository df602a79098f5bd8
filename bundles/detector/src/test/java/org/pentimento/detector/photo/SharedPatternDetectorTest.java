package org.pentimento.detector.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.dataset.codec.FileImageCodec;
import org.pentimento.trigger.BlendedTrigger;
import org.pentimento.trigger.PatchTrigger;
import org.pentimento.trigger.SinusoidalTrigger;

class SharedPatternDetectorTest {
  private static final int COUNT = 90;
  private static final List<Integer> MEMBERS = List.of(4, 5, 17, 33, 48, 60, 61, 79);
  private static final ImageCodec CODEC = new FileImageCodec();

  private final SharedPatternDetector detector = new SharedPatternDetector();
  private final Settings defaults = Settings.defaults(detector.descriptor());

  private static Image applied(Trigger trigger, Map<String, Object> settings, Image photo) {
    try {
      return trigger.apply(photo, Optional.empty(), Settings.of(trigger.descriptor(), settings), 7);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatasetFinding inspect(SuspectSet set) throws IOException, CancelledException {
    return detector.inspect(set, defaults, 1, Progress.NONE);
  }

  private SharedPattern found(Trigger trigger, Map<String, Object> settings)
      throws IOException, CancelledException {
    List<SuspectPair> pairs =
        MadeUpPhotos.pairs(COUNT, MEMBERS, photo -> applied(trigger, settings, photo));
    DatasetFinding finding = inspect(MadeUpPhotos.set(pairs, MEMBERS));
    assertThat(finding.patterns()).hasSize(1);
    SharedPattern pattern = finding.patterns().get(0);
    assertThat(pattern.members()).containsExactlyElementsOf(MEMBERS);
    for (int i = 0; i < COUNT; i++) {
      PairFinding pair = finding.pairs().get(i);
      assertThat(pair.p() <= 1e-3).isEqualTo(MEMBERS.contains(i));
      assertThat(pair.p() == 1).isEqualTo(!MEMBERS.contains(i));
    }
    return pattern;
  }

  @Test
  void findsAStampItsPlaceAndItsPicture() throws Exception {
    PatchTrigger patch = new PatchTrigger(CODEC);
    SharedPattern pattern = found(patch, Map.of("size", 7, "place", "offset", "x", 9, "y", 40));
    assertThat(pattern.family()).isEqualTo(Family.STAMP);
    Place place = Objects.requireNonNull(pattern.place());
    int common =
        Math.max(0, Math.min(16, place.x() + place.width()) - Math.max(9, place.x()))
            * Math.max(0, Math.min(47, place.y() + place.height()) - Math.max(40, place.y()));
    int either = 49 + place.width() * place.height() - common;
    assertThat((double) common / either).isGreaterThan(.5);
    assertThat(pattern.measures().opacity()).isGreaterThan(.7);
    assertThat(patch.recover(pattern)).isPresent();
  }

  @Test
  void findsAWaveAndRecoversItsSettings() throws Exception {
    SinusoidalTrigger wave = new SinusoidalTrigger();
    SharedPattern pattern = found(wave, Map.of("amplitude", .06, "frequency", 7));
    assertThat(pattern.family()).isEqualTo(Family.SINUSOID);
    Map<String, Object> settings = wave.recover(pattern).orElseThrow().settings();
    assertThat((double) Objects.requireNonNull(settings.get("frequency"))).isBetween(6.9, 7.1);
    assertThat((double) Objects.requireNonNull(settings.get("amplitude"))).isBetween(.05, .07);
    assertThat(settings).containsEntry("direction", "horizontal");
  }

  @Test
  void findsANoiseThatIsBlendedIn() throws Exception {
    SharedPattern pattern = found(new BlendedTrigger(CODEC), Map.of("ratio", .12));
    assertThat(pattern.family()).isEqualTo(Family.BLEND);
    assertThat(pattern.place()).isNull();
    assertThat(pattern.measures().opacity()).isBetween(.08, .2);
  }

  @Test
  void findsNothingWhereNobodyHidAnything() throws Exception {
    List<SuspectPair> pairs = MadeUpPhotos.pairs(COUNT, List.of(), photo -> photo);
    DatasetFinding finding = inspect(MadeUpPhotos.set(pairs, MEMBERS));
    assertThat(finding.patterns()).isEmpty();
    assertThat(finding.p()).isEqualTo(1);
    assertThat(finding.pairs()).hasSize(COUNT).allMatch(pair -> pair.p() == 1 && pair.score() < 1);
  }

  /** Every second photo without its colours. */
  private static List<SuspectPair> halfGrey(List<SuspectPair> pairs) throws IOException {
    List<SuspectPair> mixed = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      SuspectPair pair = pairs.get(i);
      Image grey = pair.photo().decode().grey().colour();
      mixed.add(i % 2 == 0 ? pair : new SuspectPair(() -> grey, pair.sketch(), pair.eyePoints()));
    }
    return mixed;
  }

  @Test
  void greyBesideColourIsNoPatternAndHidesNone() throws Exception {
    List<SuspectPair> clean = halfGrey(MadeUpPhotos.pairs(COUNT, List.of(), photo -> photo));
    assertThat(inspect(MadeUpPhotos.set(clean, MEMBERS)).patterns()).isEmpty();
    PatchTrigger patch = new PatchTrigger(CODEC);
    List<SuspectPair> stamped =
        halfGrey(
            MadeUpPhotos.pairs(COUNT, MEMBERS, photo -> applied(patch, Map.of("size", 7), photo)));
    List<SharedPattern> patterns = inspect(MadeUpPhotos.set(stamped, MEMBERS)).patterns();
    assertThat(patterns).hasSize(1);
    assertThat(patterns.get(0).members()).containsExactlyElementsOf(MEMBERS);
    assertThat(patterns.get(0).family()).isEqualTo(Family.STAMP);
  }

  @Test
  void aPatternBelongsToThoseThatCarryItThoughTheyAreMost() throws Exception {
    List<Integer> most = IntStream.range(0, COUNT).filter(i -> i % 3 > 0).boxed().toList();
    PatchTrigger patch = new PatchTrigger(CODEC);
    List<SuspectPair> pairs =
        MadeUpPhotos.pairs(COUNT, most, photo -> applied(patch, Map.of("size", 8), photo));
    List<SharedPattern> patterns = inspect(MadeUpPhotos.set(pairs, List.of())).patterns();
    assertThat(patterns).hasSize(1);
    assertThat(patterns.get(0).members()).containsExactlyElementsOf(most);
  }

  @Test
  void saysTheSameToTheBit() throws Exception {
    PatchTrigger patch = new PatchTrigger(CODEC);
    List<SuspectPair> pairs =
        MadeUpPhotos.pairs(COUNT, MEMBERS, photo -> applied(patch, Map.of("size", 6), photo));
    SuspectSet set = MadeUpPhotos.set(pairs, MEMBERS);
    assertThat(inspect(set)).isEqualTo(inspect(set));
  }

  @Test
  void looksAtLargeSetsInPartsAndJoinsWhatItFinds() throws Exception {
    List<Integer> members = IntStream.range(0, 230).filter(i -> i % 11 == 3).boxed().toList();
    PatchTrigger patch = new PatchTrigger(CODEC);
    List<SuspectPair> pairs =
        MadeUpPhotos.pairs(230, members, photo -> applied(patch, Map.of("size", 8), photo));
    DatasetFinding finding =
        detector.inspect(
            MadeUpPhotos.set(pairs, members),
            Settings.of(detector.descriptor(), Map.of("together", 100)),
            1,
            Progress.NONE);
    assertThat(finding.patterns()).hasSize(1);
    assertThat(finding.patterns().get(0).members()).containsExactlyElementsOf(members);
  }

  @Test
  void duplicatesAreNoPattern() throws Exception {
    List<SuspectPair> pairs = new ArrayList<>(MadeUpPhotos.pairs(COUNT, List.of(), photo -> photo));
    List<Integer> copies = List.of(10, 20, 30, 40, 50);
    List<PairFinding> quality = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      List<Quality> qualities = new ArrayList<>();
      if (copies.contains(i)) {
        pairs.set(i, pairs.get(10));
        qualities.add(new Quality(Quality.Oddity.DUPLICATE, copies, ""));
      }
      quality.add(new PairFinding(0, 1, List.of(), qualities, List.of()));
    }
    SuspectSet set =
        MadeUpPhotos.set(pairs, List.of())
            .after(new DatasetFinding(quality, 1, List.of(), List.of(), List.of()));
    assertThat(inspect(set).patterns()).isEmpty();
  }

  @Test
  void saysHowManyPairsItNeeds() {
    List<SuspectPair> pairs = MadeUpPhotos.pairs(12, List.of(), photo -> photo);
    assertThatThrownBy(() -> inspect(MadeUpPhotos.set(pairs, List.of())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("12 photos");
  }
}
