package org.pentimento.audit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.LeftOutPair;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.fixtures.FakeDetector;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.PlainCodec;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

class InspectionRunTest {
  @TempDir private Path folder = Path.of("");
  private final Extensions extensions = FakeExtensions.some();
  private final List<String> notes = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private boolean broken;

  InspectionRunTest() {
    FakeExtensions.add(extensions, Kind.DATASET_FORMAT, new Squares());
    FakeExtensions.add(
        extensions,
        Kind.DATASET_DETECTOR,
        new FakeDetector(
            "sketches",
            LooksAt.SKETCHES,
            1,
            (found, set, progress) -> {
              asked.incrementAndGet();
              return found;
            }));
    FakeExtensions.add(
        extensions,
        Kind.DATASET_DETECTOR,
        new FakeDetector(
            "photos",
            LooksAt.PHOTOS,
            1,
            (found, set, progress) -> {
              if (broken) {
                throw new IllegalStateException("not today");
              }
              return found;
            }));
  }

  /** Pairs of which the first ones have a white sketch and a photo with a white corner. */
  private static final class Squares implements DatasetFormat {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "squares",
          "Squares",
          "1.0.0",
          "Squares.",
          "Ours.",
          Parameter.integer("odd", "Odd", "How many are odd.", "", 4, 0, 100),
          Parameter.integer("first", "First", "Where they begin.", "", 0, 0, 100));
    }

    @Override
    public boolean makesItsPairs() {
      return true;
    }

    @Override
    public Optional<Recognition> recognise(Path root) {
      return Optional.empty();
    }

    @Override
    public Dataset open(@Nullable Path root, Settings settings, Progress progress) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        boolean odd = i < settings.integer("odd");
        float[] photo = new float[64];
        photo[0] = odd ? 1 : .5f;
        photo[1] = (settings.integer("first") + i) / 100f;
        float[] sketch = new float[64];
        Arrays.fill(sketch, 1);
        sketch[i] = odd ? 1 : 0;
        Image taken = Image.of(8, 8, 1, photo);
        Image drawn = Image.of(8, 8, 1, sketch);
        pairs.add(
            new Pair("p" + i, "p" + i, Split.TRAIN, Map.of(), null, () -> taken, () -> drawn));
      }
      return new Dataset(pairs, List.of());
    }
  }

  private CaseFile open(String name) throws IOException {
    CaseFile file = CaseFile.create(folder.resolve(name), new CaseInfo("e", "", "", "", "UTC", ""));
    add(file, "suspect", Map.of("odd", 4));
    add(file, "honest", Map.of("odd", 0, "first", 40));
    return file;
  }

  private static void add(CaseFile file, String name, Map<String, Object> settings)
      throws IOException {
    file.record(
        new DatasetImported(
            new DatasetRecord(
                name,
                "squares",
                settings,
                DatasetRecord.Mode.MADE,
                "",
                "",
                "digest of " + name,
                20,
                20,
                0,
                List.of())));
  }

  private InspectionRun.Order order(
      String dataset, @Nullable String trusted, @Nullable String clean) {
    List<Use> uses =
        List.of("sketches", "photos").stream()
            .map(
                id ->
                    new Use(
                        id, Settings.defaults(FakeDetector.of(id, LooksAt.PHOTOS).descriptor())))
            .toList();
    return new InspectionRun.Order("look", dataset, trusted, uses, .01, 5, clean);
  }

  private InspectionRun.Outcome run(CaseFile file, InspectionRun.Order order)
      throws IOException, CancelledException {
    return run(file, order, Integer.MAX_VALUE);
  }

  /** Runs until it was asked so often whether it is cancelled. */
  private InspectionRun.Outcome run(CaseFile file, InspectionRun.Order order, int patience)
      throws IOException, CancelledException {
    AtomicInteger left = new AtomicInteger(patience);
    Progress progress =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {
            notes.add(message);
          }

          @Override
          public void checkCancelled() throws CancelledException {
            if (left.decrementAndGet() < 0) {
              throw new CancelledException();
            }
          }
        };
    return new InspectionRun(file, extensions, new PlainCodec(), Map.of("os", "any"), progress)
        .run(order);
  }

  private static void requireIntact(CaseFile file) throws Exception {
    assertThat(CaseFile.verify(file.folder(), Optional.empty(), Progress.NONE).problems())
        .isEmpty();
  }

  @Test
  void whatIsFoundIsInTheCaseAndLeadsToAllItsBlobs() throws Exception {
    InspectionRun.Outcome outcome;
    CaseFile file = open("a.case");
    try (file) {
      outcome = run(file, order("suspect", null, "clean"));
      RunRecord record = file.run("inspection-1").orElseThrow();
      assertThat(record.kind()).isEqualTo(RunKind.INSPECTION);
      assertThat(record.state()).isEqualTo(RunRecord.State.FINISHED);
      assertThat(file.runs(RunKind.AUDIT)).isEmpty();
      InspectionResult result = Inspections.read(file.blobs(), record.result());
      assertThat(result).isEqualTo(outcome.result());
      assertThat(result.verdict()).isEqualTo(DatasetVerdict.POISONED);
      assertThat(result.flagged()).hasSize(4);
      assertThat(file.blobs().read(record.result()))
          .asString()
          .contains("\"verdict\":\"poisoned\"", "\"looksAt\":\"sketches\"", "less-ink");
    }
    requireIntact(file);
    java.nio.file.Files.delete(
        new org.pentimento.casefile.store.Layout(file.folder())
            .blob(outcome.result().patterns().get(0).mask()));
    assertThat(CaseFile.verify(file.folder(), Optional.empty(), Progress.NONE).problems())
        .hasSize(1);
  }

  @Test
  void aCancelledInspectionGoesOnAndEndsWithTheSameBytes() throws Exception {
    try (CaseFile undisturbed = open("a.case");
        CaseFile disturbed = open("b.case")) {
      String sha = run(undisturbed, order("suspect", "honest", "clean")).resultSha();
      int once = asked.getAndSet(0);
      int cancelled = 0;
      String resumed = "";
      for (int patience = 0; resumed.isEmpty(); patience += 23) {
        try {
          resumed = run(disturbed, order("suspect", "honest", "clean"), patience).resultSha();
        } catch (CancelledException e) {
          cancelled++;
        }
      }
      assertThat(cancelled).isGreaterThan(3);
      assertThat(resumed).isEqualTo(sha);
      assertThat(asked.get()).as("nothing is asked again once it is kept").isEqualTo(once);
      assertThat(disturbed.runs()).hasSize(1);
      assertThat(run(disturbed, order("suspect", "honest", "other")).id())
          .as("another order is another inspection")
          .isEqualTo("inspection-2");
    }
  }

  @Test
  void aFailureIsNotKeptAndAskedForAgain() throws Exception {
    try (CaseFile file = open("a.case")) {
      broken = true;
      InspectionResult without = run(file, order("suspect", null, null)).result();
      assertThat(without.verdict()).isEqualTo(DatasetVerdict.SPOILT_PAIRS);
      assertThat(without.detectors().get(1).problem()).contains("not today");
      broken = false;
      assertThat(run(file, order("suspect", null, null)).result().verdict())
          .isEqualTo(DatasetVerdict.POISONED);
    }
  }

  @Test
  void whatWasFinishedIsShownAgainInsteadOfRepeated() throws Exception {
    try (CaseFile file = open("a.case")) {
      InspectionRun.Outcome first = run(file, order("suspect", null, "clean"));
      int entries = file.entries().size();
      InspectionRun.Outcome again = run(file, order("suspect", null, "clean"));
      assertThat(again).isEqualTo(first);
      assertThat(file.entries()).hasSize(entries);
      assertThat(notes).anySatisfy(n -> assertThat(n).contains("finished before, as inspection-1"));
    }
  }

  @Test
  void filesThatTheImportLeftOutAreNamed() throws Exception {
    try (CaseFile file = open("a.case")) {
      file.record(
          new DatasetImported(
              new DatasetRecord(
                  "gaps",
                  "squares",
                  Map.of("odd", 4),
                  DatasetRecord.Mode.MADE,
                  "",
                  "",
                  "digest of gaps",
                  20,
                  20,
                  0,
                  List.of(new SkippedFile("photos/7.png", "It has no sketch.")))));
      InspectionRun.Outcome outcome = run(file, order("gaps", null, null));
      InspectionResult read = Inspections.read(file.blobs(), outcome.resultSha());
      assertThat(read.data().leftOutAtImport())
          .containsExactly(Map.entry("photos/7.png", "It has no sketch."));
      InspectionRun.Outcome whole = run(file, order("suspect", null, null));
      assertThat(Inspections.read(file.blobs(), whole.resultSha()).data().leftOutAtImport())
          .isEmpty();
    }
  }

  @Test
  void pairsThatBoreATagAtAnEntryAreLeftOutOfAPlanForGood() throws Exception {
    CaseFile file = open("tagged.case");
    try (file) {
      long at = file.record(new Tagged("suspect", List.of("p0", "p7"), "bad light", true)).number();
      file.record(new Tagged("suspect", List.of("p0"), "bad light", false));
      DatasetOpener opener = new DatasetOpener(extensions);
      Plan.Split split = new Plan.Split(false, 10, 5, 1);
      assertThat(opener.open(file, without(split, "bad light", at), Progress.NONE).pairs())
          .extracting(Pair::id)
          .hasSize(18)
          .doesNotContain("p0", "p7");
      assertThat(opener.open(file, without(split, "bad light", at + 1), Progress.NONE).pairs())
          .hasSize(19);
      assertThatThrownBy(() -> opener.open(file, without(split, "blurred", at), Progress.NONE))
          .hasMessageContaining("blurred")
          .hasMessageContaining("entry " + at);
    }
  }

  private static Plan.Data without(Plan.Split split, String tag, long entry) {
    return new Plan.Data("suspect", null, split, null, List.of(new Plan.LeftOutTag(tag, entry)));
  }

  @Test
  void theCleanedDataSetHasAllOtherPairs() throws Exception {
    CaseFile file = open("a.case");
    try (file) {
      run(file, order("suspect", null, "clean"));
      DatasetRecord clean = file.dataset("clean").orElseThrow();
      assertThat(clean.pairs()).isEqualTo(16);
      assertThat(clean.train()).isEqualTo(16);
      LeftOutPair[] leftOut =
          file.blobs()
              .readJson(Objects.requireNonNull(clean.part()).leftOut(), LeftOutPair[].class);
      assertThat(leftOut).extracting(LeftOutPair::id).containsExactly("p0", "p1", "p2", "p3");
      assertThat(leftOut[0].reasons()).containsExactly("less-ink", "shared-pattern");
      DatasetOpener.Opened opened =
          new DatasetOpener(extensions).open(file, "clean", Progress.NONE);
      assertThat(opened.pairs()).hasSize(16).extracting(Pair::id).startsWith("p4");
      assertThat(new DatasetOpener(extensions).open(file, "suspect", Progress.NONE).pairs())
          .hasSize(20);
      InspectionResult again = run(file, order("clean", null, "cleaner")).result();
      assertThat(again.verdict()).isEqualTo(DatasetVerdict.NOTHING_FOUND);
      assertThat(again.cleaned()).isNull();
      assertThat(file.dataset("cleaner")).isEmpty();
      assertThat(notes).anyMatch(note -> note.contains("no pair was flagged"));
    }
    requireIntact(file);
  }

  @Test
  void theOutlookTriesAFewPairsUntilAnEarlierInspectionTells() throws Exception {
    try (CaseFile file = open("a.case")) {
      InspectionOutlook before = outlook(file);
      assertThat(before.basis()).isEqualTo(InspectionOutlook.Basis.TRIAL);
      assertThat(before.data().count()).isEqualTo(20);
      assertThat(before.detectors())
          .extracting(use -> use.looksAt() + use.problem())
          .containsExactly("SKETCHES", "PHOTOS");
      assertThat(before.power()).isNull();
      assertThat(file.runs()).isEmpty();
      run(file, order("suspect", null, null));
      assertThat(outlook(file).basis()).isEqualTo(InspectionOutlook.Basis.EARLIER_INSPECTION);
      run(file, order("suspect", null, null));
      int asks = asked.get();
      assertThat(outlook(file).seconds()).isPositive();
      assertThat(asked).hasValue(asks);
    }
  }

  private InspectionOutlook outlook(CaseFile file) throws IOException, CancelledException {
    return InspectionOutlook.of(
        file, extensions, order("suspect", null, null), Map.of("os", "any"), Progress.NONE);
  }

  @Test
  void aTakenNameIsRefusedBeforeAnyWork() throws Exception {
    try (CaseFile file = open("a.case")) {
      assertThatThrownBy(() -> run(file, order("suspect", null, "honest")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("already has a data set 'honest'");
      assertThatThrownBy(() -> run(file, order("suspect", null, "../x")))
          .isInstanceOf(BadInputException.class);
      assertThatThrownBy(() -> run(file, order("gone", null, null)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("'gone'");
      assertThatThrownBy(() -> run(file, order("suspect", "suspect", null)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("cannot vouch for itself");
      assertThat(file.runs()).isEmpty();
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void trustedPairsThatAreSuspectAsWellAreLeftOut() throws Exception {
    try (CaseFile file = open("a.case")) {
      add(file, "mixed", Map.of("odd", 4, "first", 40));
      InspectionResult result = run(file, order("honest", "mixed", null)).result();
      assertThat(Objects.requireNonNull(result.trusted()).count()).isEqualTo(4);
      assertThat(result.trusted().skipped())
          .hasSize(16)
          .containsEntry("p4", "The suspect pair p4 is the same.");
      add(file, "twin", Map.of("odd", 0, "first", 40));
      assertThatThrownBy(() -> run(file, order("honest", "twin", null)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("Every trusted pair of 'twin'");
      assertThat(file.run("inspection-2").orElseThrow().state()).isEqualTo(RunRecord.State.FAILED);
    }
  }
}
