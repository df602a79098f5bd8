package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.PhotoVerdict;

class PhotoInspectionWordsTest {
  private static InspectedPhoto photo(PhotoVerdict verdict, @Nullable Place place, double unlike) {
    return new InspectedPhoto(
        "a.jpg", "", 300, 400, true, true, verdict, .0004, 1e-30, unlike, List.of(), place, null,
        "");
  }

  @Test
  void aTriggeredPhotoIsToldWithItsPlace() {
    assertThat(
            PhotoInspectionWords.sentence(
                photo(PhotoVerdict.TRIGGERED, new Place(10, 20, 30, 40), 1)))
        .contains(
            "a.jpg: triggered",
            "1 in 2,500",
            "10 pixels from the left and 20 from the top",
            "30 by 40",
            "300 × 400 pixels",
            "no colour")
        .doesNotContain("no face like theirs");
    assertThat(PhotoInspectionWords.sentence(photo(PhotoVerdict.TRIGGERED, null, 1)))
        .contains("all over");
  }

  @Test
  void whatMayBeNoFaceIsSaid() {
    assertThat(PhotoInspectionWords.sentence(photo(PhotoVerdict.NOTHING_FOUND, null, 5)))
        .contains("5.0 times", "no face like theirs");
  }

  @Test
  void whatWasNotReadIsToldWithTheReason() {
    assertThat(PhotoInspectionWords.sentence(InspectedPhoto.unread("b.png", "It is cut off.")))
        .isEqualTo("b.png: no statement. It is cut off.");
  }
}
