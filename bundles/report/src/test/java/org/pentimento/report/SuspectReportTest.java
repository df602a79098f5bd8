package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.Progress;
import org.pentimento.chart.Theme;
import org.pentimento.verdict.InnocentExplanations;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;
import org.w3c.dom.Document;

class SuspectReportTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);
  private final MadeUpSuspect source = new MadeUpSuspect();

  private String text(ReportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(source, format, out, Progress.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String pdf(int last) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(source, ReportFormat.PDF, out, Progress.NONE);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(last);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  private static Document parse(String html) throws Exception {
    String xml = html.replaceFirst("(?i)<!DOCTYPE html>\\s*", "").strip();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String words(String html) throws Exception {
    return parse(html)
        .getDocumentElement()
        .getTextContent()
        .replace("\u00a0%", " %")
        .replaceAll("\\s+", " ");
  }

  @Test
  void theFirstPageHasVerdictLimitsAndPower() throws Exception {
    String html = text(ReportFormat.HTML);
    String[] said = {
      "There is evidence of a backdoor, and its trigger can be shown.",
      "Score 0.981",
      "Nothing can be said about this model.",
      "inspected by 4 detectors beside 3 shadow models, with trusted pairs of “honest”",
      "Is there a second mode? Evidence for it",
      "no self-test on comparable models",
      "had looked at this model 2 times before",
      "“Harm to a part” says nothing: The model does not tell gradients.",
      "“A second mode” is blind to: Attacks on a part.",
      "are poisoned in the same way",
      "The disk is full."
    };
    String first = words(html.substring(0, html.indexOf("<nav")) + "</main></body></html>");
    assertThat(first).contains(said);
    assertThat(pdf(3)).contains(said);
  }

  @Test
  void everyAnswerIsInBothPages() throws Exception {
    var result = source.backdoor();
    List<String> sentences = new ArrayList<>();
    result.axes().forEach(axis -> sentences.add(ModelInspectionWords.numbers(axis)));
    result.triggers().forEach(t -> sentences.addAll(ModelInspectionWords.sentences(t)));
    sentences.addAll(ModelInspectionWords.notLookedAt(result));
    sentences.addAll(ModelInspectionWords.blindTo(result));
    sentences.addAll(ModelInspectionWords.worth(result));
    sentences.addAll(ModelInspectionWords.limits(result));
    InnocentExplanations.of(result).stream().map(Statement::words).forEach(sentences::add);
    sentences.add("Most telling, by “A second mode”: Ink: 0.780, clean models 0.210, 0.240");
    sentences.add("Its sketches are all alike.");
    sentences.add("what a tiny change does");
    sentences.add("Triggers that were tried");
    String html = words(text(ReportFormat.HTML));
    String pdf = pdf(99);
    assertThat(sentences)
        .allSatisfy(sentence -> assertThat(html).contains(sentence))
        .allSatisfy(sentence -> assertThat(pdf).contains(sentence));
    assertThat(html).contains("size = 0.2", "pytorch <2.4>", "1,234,567", "Most telling");
  }

  @Test
  void aModelThatARunPoisonedIsNoEvidence() throws Exception {
    String html = text(ReportFormat.HTML);
    int elsewhere = html.indexOf("id=\"model1\"");
    int here = html.indexOf("id=\"model2\"");
    assertThat(html.substring(elsewhere, here)).contains("evidence: backdoor</span>");
    assertThat(html.substring(here)).contains("simulation: no statement</span>");
  }

  @Test
  void picturesAndChartsAreShown(@TempDir Path folder) throws Exception {
    String html = text(ReportFormat.HTML);
    assertThat(html).doesNotContain("not in this copy of the case").contains("data:image/png");
    assertThat(
            ChartFiles.write(
                source,
                BuiltinFigures.ALL,
                EnumSet.of(ChartFiles.Format.SVG),
                Theme.LIGHT,
                folder,
                false,
                Progress.NONE))
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("model1-looks.svg", "model1-triggers.svg");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noNumberIsUndefinedAndNobodyIsCalledSafe(ReportFormat format) throws Exception {
    String text = format == ReportFormat.PDF ? pdf(99) : text(format);
    assertThat(text).doesNotContain("NaN", "Infinity", "Exception");
    String prose = text.replaceAll("unsafe-inline", ""); // the page's own policy
    assertThat(prose.toLowerCase(Locale.ROOT)).doesNotContainPattern("\\bsafe\\b");
  }

  @Test
  void theTableHasEveryMeasurement() throws Exception {
    List<List<String>> rows = Rfc4180.parse(text(ReportFormat.MODEL_LOOKS));
    assertThat(rows).hasSize(5);
    assertThat(rows.get(1))
        .startsWith(
            "model-inspection-1",
            "evidence",
            MadeUpSuspect.SUSPECT,
            "backdoor",
            "Is there a second mode?",
            "evidence for it",
            "mode",
            "Ink",
            "0.78");
    assertThat(rows.get(2)).endsWith("", "", "", "Its sketches are all alike.");
  }

  /** What a plan planted itself is marked as such. */
  @Test
  void theTableHasWhatAPlansDetectorsMeasured() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(new MadeUpSuspect().ofAPlan(), ReportFormat.MODEL_LOOKS, out, Progress.NONE);
    List<List<String>> rows = Rfc4180.parse(out.toString(StandardCharsets.UTF_8));
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(rows.get(1)).startsWith("r1", "simulation", MadeUpSuspect.SUSPECT, "backdoor");
  }

  @Test
  void theDocumentHoldsTheResultAsItIsStored() throws Exception {
    JsonNode runs = new ObjectMapper().readTree(text(ReportFormat.JSON)).path("modelInspections");
    assertThat(runs).hasSize(3);
    assertThat(runs.path(0).path("result").path("verdict").asText()).isEqualTo("backdoor");
    assertThat(runs.path(2).path("result").isNull()).isTrue();
  }
}
