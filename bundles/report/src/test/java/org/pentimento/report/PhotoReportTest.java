package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.Progress;

class PhotoReportTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);
  private final MadeUpPhotos source = new MadeUpPhotos();

  private String text(ReportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(source, format, out, Progress.NONE);
    if (format != ReportFormat.PDF) {
      return out.toString(StandardCharsets.UTF_8);
    }
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String words(String html) throws Exception {
    String xml = html.replaceFirst("(?i)<!DOCTYPE html>\\s*", "").strip();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement()
        .getTextContent()
        .replace("\u00a0%", " %")
        .replaceAll("\\s+", " ");
  }

  @Test
  void bothPagesNameThePhotosAndTheMitigationsFirst() throws Exception {
    String html = text(ReportFormat.HTML);
    String[] said = {
      "Photos for model “unet from elsewhere”",
      "evidence: 1 of 3 photos triggered",
      "1 of 3 photos are triggered for this model.",
      "What causes it lies 20 pixels from the left and 40 from the top, and is 24 by 24 pixels"
          + " large.",
      "Model “mended”, made from “unet from elsewhere” by unlearning",
      "treatment: second mode gone",
      "The second mode is gone.",
      "treatment: second mode still there",
      "by 0.0593 (1 would be black for white), which is 1.04 times the 0.0571 of the old model.",
      "photos/torn.png: It is no picture.",
      "not measured: there is no self-test of inspections of photos",
      "by the rule, fewer than 1 % of photos like the trusted ones",
      "The disk is full."
    };
    String first = words(html.substring(0, html.indexOf("<nav")) + "</main></body></html>");
    assertThat(first).contains(said);
    assertThat(text(ReportFormat.PDF)).contains("1 of 3 photos triggered", "The disk is full.");
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "PDF"})
  void theSectionsSayWhatWasMeasured(ReportFormat format) throws Exception {
    String all = text(format);
    String text = format == ReportFormat.HTML ? words(all) : all;
    assertThat(text)
        .contains(
            MadeUpPhotos.TRIGGERED,
            "20, 40; 24 × 24 pixels",
            "Effect of what it has for itself on other photos: 0.155",
            "What it has for itself, enlarged 4 times",
            "and was brought to the size of the trusted photos. It has no colour.",
            "compared with 40 trusted photos",
            "The three questions, before and afterwards",
            "of the old model, of the new one and of the clean models",
            "does not hold what the inspections before and afterwards measured");
  }

  @Test
  void aTriggeredPhotoIsShownWithItsPictures() throws Exception {
    String html = text(ReportFormat.HTML);
    int section = html.indexOf("id=\"photos1\"");
    assertThat(html.substring(section).split("data:image/png", -1)).hasSize(6);
    assertThat(html).doesNotContain("not in this copy of the case<");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noNumberIsUndefinedAndNobodyIsCalledSafe(ReportFormat format) throws Exception {
    String text = text(format).replaceAll("unsafe-inline", ""); // the page's own policy
    assertThat(text).doesNotContain("NaN", "Infinity", "Exception");
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContainPattern("\\bsafe\\b");
  }

  @Test
  void theDocumentHoldsResultsAndInspectionsAsTheyAreStored() throws Exception {
    JsonNode all = new ObjectMapper().readTree(text(ReportFormat.JSON));
    JsonNode photos = all.path("photoInspections");
    assertThat(photos).hasSize(2);
    assertThat(photos.path(0).path("result").path("photos")).hasSize(3);
    assertThat(photos.path(1).path("result").isNull()).isTrue();
    JsonNode mitigations = all.path("mitigations");
    assertThat(mitigations).hasSize(3);
    assertThat(mitigations.path(0).path("before").path("result").path("verdict").asText())
        .isEqualTo("backdoor");
    assertThat(mitigations.path(1).path("after").path("result").isNull()).isTrue();
    assertThat(mitigations.path(2).has("after")).isFalse();
  }
}
