package org.pentimento.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.workbench.help.GuideSearch.Hit;

class GuideSearchTest {
  private static String at(Hit hit, String words) {
    String text = GuidePage.of(hit.topic().text()).text();
    return text.substring(hit.offset(), hit.offset() + words.length());
  }

  @Test
  void findsAWordInAnotherPage() {
    Hit hit = GuideSearch.next("RECEPTIVE FIELD", GuideTopic.CASES, 0).orElseThrow();
    assertThat(hit.topic()).isEqualTo(GuideTopic.WORDS);
    assertThat(at(hit, "receptive field")).isEqualToIgnoringCase("receptive field");
  }

  @Test
  void goesOnFromPlaceToPlaceAndAroundAgain() {
    Hit first = GuideSearch.next("receipt", GuideTopic.CUSTODY, 0).orElseThrow();
    Hit second =
        GuideSearch.next("receipt", first.topic(), first.offset() + "receipt".length())
            .orElseThrow();
    assertThat(second.topic()).isEqualTo(GuideTopic.CUSTODY);
    assertThat(second.offset()).isGreaterThan(first.offset());
    Hit around = GuideSearch.next("first audit", GuideTopic.WORDS, 0).orElseThrow();
    assertThat(around.topic()).isEqualTo(GuideTopic.CONTENTS);
  }

  @Test
  void knowsTheWordsOfEveryMetricAndOfTraining() {
    for (String word :
        new String[] {
          "FSIM",
          "SSIM",
          "Scoot",
          "GMSD",
          "VIFp",
          "PSNR",
          "Ink coverage",
          "Identity retrieval",
          "Epoch",
          "Seed",
          "Loss",
          "Layout",
          "Confinement"
        }) {
      assertThat(GuideSearch.next(word, GuideTopic.WORDS, 0))
          .as(word)
          .map(Hit::topic)
          .isEqualTo(Optional.of(GuideTopic.WORDS));
    }
    assertThat(GuideSearch.next("no such word", GuideTopic.WORDS, 0)).isEmpty();
    assertThat(GuideSearch.next("  ", GuideTopic.WORDS, 0)).isEmpty();
  }
}
