package org.pentimento.casefile.proficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.ProficiencyEvent;

class ProficiencyTest {
  private static final List<SealedTruth.Exhibit> EXHIBITS =
      List.of(
          new SealedTruth.Exhibit("exhibit-1", ExhibitTruth.HONEST, Map.of("seed", "3")),
          new SealedTruth.Exhibit("exhibit-2", ExhibitTruth.BACKDOOR, Map.of("trigger", "patch")),
          new SealedTruth.Exhibit("exhibit-3", ExhibitTruth.SPOILT, Map.of("seed", "5")));

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void config() {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
  }

  private CaseFile made() throws IOException {
    CaseFile file =
        CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
    Proficiency.seal(file, SealedTruth.of(EXHIBITS));
    return file;
  }

  @Test
  void theLastAnswerBeforeTheSealIsOpenedCounts() throws Exception {
    try (CaseFile file = made()) {
      Proficiency test = Proficiency.of(file);
      test.answer("exhibit-1", ExhibitTruth.HONEST);
      test.answer("exhibit-1", ExhibitTruth.BACKDOOR);
      test.answer("exhibit-2", ExhibitTruth.HONEST);
      assertThatThrownBy(test::open)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("exhibit-3");
      test.answer("exhibit-3", ExhibitTruth.SPOILT);
      ProficiencyResult result = Proficiency.of(file).open();
      assertThat(result.right()).isEqualTo(1);
      assertThat(result.falseAlarms()).isEqualTo(1);
      assertThat(result.missed()).isEqualTo(1);
      assertThat(result.exhibits().get(1).recipe()).containsEntry("trigger", "patch");
      Proficiency after = Proficiency.of(file);
      assertThat(after.open()).isEqualTo(result);
      assertThatThrownBy(() -> after.answer("exhibit-1", ExhibitTruth.HONEST))
          .isInstanceOf(BadInputException.class);
    }
    assertThat(
            CaseFile.verify(folder.resolve("a.case"), Optional.empty(), Progress.NONE).problems())
        .isEmpty();
  }

  @Test
  void theSealTellsNothingToWhoeverLooksAndCommitsToTheTruth() throws IOException {
    byte[] one = SealedTruth.of(EXHIBITS).sealed();
    byte[] other = SealedTruth.of(EXHIBITS).sealed();
    assertThat(new String(one, StandardCharsets.US_ASCII)).doesNotContain("backdoor", "patch");
    assertThat(one).as("of another salt").isNotEqualTo(other);
    assertThat(SealedTruth.open(one).exhibits()).isEqualTo(EXHIBITS);
    try (CaseFile file = made()) {
      ProficiencyEvent.Sealed sealed =
          file.entries().stream()
              .flatMap(entry -> entry.as(ProficiencyEvent.Sealed.class).stream())
              .findFirst()
              .orElseThrow();
      assertThat(sealed.exhibits()).containsExactly("exhibit-1", "exhibit-2", "exhibit-3");
      assertThat(file.blobs().read(sealed.seal())).isNotEmpty();
      assertThatThrownBy(() -> Proficiency.seal(file, SealedTruth.of(EXHIBITS)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("already");
      assertThatThrownBy(() -> ExhibitTruth.answer("poisoned"))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void whatIsTakenForAnotherKindIsCounted() throws Exception {
    try (CaseFile file = made()) {
      Proficiency test = Proficiency.of(file);
      test.answer("exhibit-1", ExhibitTruth.HONEST);
      test.answer("exhibit-2", ExhibitTruth.SPOILT);
      test.answer("exhibit-3", ExhibitTruth.BACKDOOR);
      ProficiencyResult result = test.open();
      assertThat(result.right()).isEqualTo(1);
      assertThat(result.mixedUp()).isEqualTo(2);
      assertThat(result.missed() + result.falseAlarms() + result.undecided()).isZero();
    }
  }
}
