package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.pentimento.verdict.InspectionWords;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DetectionReportTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);
  private final MadeUpDetection source = new MadeUpDetection(false);

  private static final Map<String, byte[]> UNCHANGED = new HashMap<>();

  private static byte[] bytes(MadeUpDetection source, ReportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(source, format, out, Progress.NONE);
    return out.toByteArray();
  }

  /** The report of the case as it is made, once for all tests. */
  private static byte[] unchanged(boolean runs, ReportFormat format) throws Exception {
    byte[] known = UNCHANGED.get(runs + " " + format);
    if (known == null) {
      known = bytes(new MadeUpDetection(runs), format);
      UNCHANGED.put(runs + " " + format, known);
    }
    return known;
  }

  private static String text(byte[] report) {
    return new String(report, StandardCharsets.UTF_8);
  }

  private static Document parse(String html) throws Exception {
    String xml = html.replaceFirst("(?i)<!DOCTYPE html>\\s*", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
  }

  private static String flowing(byte[] pdf, int first, int last) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void theSameCaseGivesTheSameBytes(ReportFormat format) throws Exception {
    assertThat(bytes(source, format)).isEqualTo(unchanged(false, format));
  }

  @Test
  void theFirstPageHasVerdictPowerAndLimits() throws Exception {
    String html = text(unchanged(false, ReportFormat.HTML));
    String[] said = {
      "What was found",
      "14 of 200 pairs are called poisoned.",
      "no proof that a model trained on them obeys the trigger",
      "Nothing was found.",
      "Error rates of each inspection on comparable material",
      "of pairs that are known to be honest",
      "not measured: the case has no self-test on comparable material",
      "What was examined",
      "inspected by 3 detectors without trusted pairs",
      "How sure this is",
      "Hardest to find was",
      "was not measured",
      "What could not be shown",
      "says nothing: It needs at least 40 pairs",
      "is blind to: Attacks that leave the sketches as they are",
      "If every pair is poisoned alike",
      "The disk is full."
    };
    String first =
        parse(html.substring(0, html.indexOf("<nav")) + "</main></body></html>")
            .getDocumentElement()
            .getTextContent()
            .replace("\u00a0%", " %");
    assertThat(first).contains(said).doesNotContain("No run of this case has a result");
    assertThat(flowing(unchanged(false, ReportFormat.PDF), 1, 2)).contains(said);
  }

  @Test
  void evidenceIsToldFromSimulation() throws Exception {
    String html = text(unchanged(true, ReportFormat.HTML));
    int at = 0;
    for (String next :
        List.of(
            "evidence: poisoned</span>",
            "simulation: detectors tried</span>",
            "simulation: attack measured</span>",
            "<p class=\"kind\">Evidence</p>",
            "<p class=\"kind\">Run · simulation</p>",
            "Training pairs as attack 1 of the plan left them, seed 5",
            "This set was poisoned here, to try the detectors, which were not told: 14 of the"
                + " 14")) {
      int found = html.indexOf(next, at);
      assertThat(found).as(next).isNotNegative();
      at = found;
    }
    assertThat(html).contains("poisoned here</h5>");
    String pdf = flowing(unchanged(true, ReportFormat.PDF), 1, 99);
    assertThat(pdf)
        .contains("INSPECTION · EVIDENCE", "RUN · SIMULATION", "SELF-TEST · SIMULATION")
        .contains("Inspection of data set “suspect”: first look – evidence: poisoned");
  }

  @Test
  void everyAnswerOfAnInspectionIsInBothPages() throws Exception {
    List<String> sentences = new ArrayList<>();
    var result = source.poisoned();
    sentences.add(InspectionWords.verdict(result).words());
    sentences.addAll(InspectionWords.notLookedAt(result));
    sentences.addAll(InspectionWords.blindTo(result));
    sentences.addAll(InspectionWords.worth(result));
    sentences.addAll(InspectionWords.limits(result));
    sentences.add(InspectionWords.cleaned(result).orElseThrow());
    sentences.add("A stamp shared by 13 photos");
    sentences.add("A part of the face is missing in the sketch: mouth (6.2 times");
    sentences.add("size = 0.198765");
    sentences.add("2.5 px to the left, 2° turned");
    sentences.add("Muster, A. (2026)");
    sentences.add("How well each part of the sketches is predicted");
    sentences.add("Photos resemble the first ones of the order up to place 14.");
    String html =
        parse(text(unchanged(false, ReportFormat.HTML)))
            .getDocumentElement()
            .getTextContent()
            .replace("\u00a0%", " %")
            .replaceAll("\\s+", " ");
    assertThat(html).contains(sentences).doesNotContain("NaN", "Infinity", "null");
    assertThat(flowing(unchanged(false, ReportFormat.PDF), 1, 99))
        .contains(sentences)
        .doesNotContain("NaN", "null");
  }

  @Test
  void picturesAreBoundedAndTheRestIsATable() throws Exception {
    Document document = parse(text(unchanged(false, ReportFormat.HTML)));
    NodeList images = document.getElementsByTagName("img");
    // 12 pairs with 4 pictures, of the pattern 4, of the set 1
    assertThat(images.getLength()).isEqualTo(12 * 4 + 4 + 1);
    for (int i = 0; i < images.getLength(); i++) {
      assertThat(images.item(i).getAttributes().getNamedItem("alt").getNodeValue()).isNotBlank();
    }
    assertThat(document.getDocumentElement().getTextContent().replace("\u00a0%", " %"))
        .contains("12 flagged pairs are shown with pictures; 2 more are in the table");
    NodeList all = document.getElementsByTagName("*");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      var id = all.item(i).getAttributes().getNamedItem("id");
      if (id != null) {
        ids.add(id.getNodeValue());
      }
    }
    assertThat(ids).doesNotHaveDuplicates().contains("inspection1-ranked-d", "selftest1-roc-d");
  }

  @Test
  void whatIsHostileIsOnlyText() throws Exception {
    assertThat(text(unchanged(false, ReportFormat.HTML)))
        .doesNotContain("<script")
        .contains("second &lt;script&gt;", "It says &lt;script&gt;");
    List<List<String>> rows = Rfc4180.parse(text(unchanged(false, ReportFormat.INSPECTED_PAIRS)));
    assertThat(rows).hasSize(1 + 200 + 24);
    int pair = rows.get(0).indexOf("pair");
    assertThat(rows.get(201).get(pair)).isEqualTo("'" + MadeUpCase.FORMULA);
    assertThat(rows.get(1))
        .contains("evidence", "suspect", "poisoned", "1", "yes")
        .anyMatch(c -> c.startsWith("The sketch as a whole has less ink"));
  }

  @Test
  void picturesThatAreGoneAreSaid() throws Exception {
    source.forgetPictures();
    String html = text(bytes(source, ReportFormat.HTML));
    parse(html);
    assertThat(html).contains("not in this copy of the case").contains("14 of 200 pairs");
    assertThat(flowing(bytes(source, ReportFormat.PDF), 1, 99))
        .contains("not in this copy of the case");
  }

  @Test
  void extensionsThatAreNotInstalledAreNamed() throws Exception {
    String gone = "The trigger 'stamp' 1.2 is not installed here: it cannot be made again.";
    source.notInstalled(gone);
    assertThat(text(bytes(source, ReportFormat.HTML))).contains("id=\"not-installed\"");
    assertThat(flowing(bytes(source, ReportFormat.PDF), 1, 99)).contains("Not installed", gone);
    assertThat(text(unchanged(false, ReportFormat.HTML))).doesNotContain("not-installed");
  }

  @Test
  void theTablesOfASelfTestReadBack() throws Exception {
    List<List<String>> rows = Rfc4180.parse(text(unchanged(false, ReportFormat.SELF_TESTS)));
    assertThat(rows).hasSize(1 + 1 + 10 + 5 * 4 * 5);
    assertThat(rows).allSatisfy(r -> assertThat(r).hasSize(rows.get(0).size()));
    List<String> head = rows.get(0);
    List<String> hard =
        rows.stream()
            .filter(r -> r.get(head.indexOf("trigger")).equals("warp"))
            .filter(r -> r.get(head.indexOf("strategy")).equals("clean-label"))
            .filter(r -> r.get(head.indexOf("rate")).equals("0.05"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(hard.get(head.indexOf("shown")))).isEqualTo(1 - .15 * 3 * .8);
    assertThat(Double.parseDouble(hard.get(head.indexOf("flagged")))).isLessThan(.5);
  }

  @Test
  void theJsonHoldsTheStoredBytes() throws Exception {
    var tree = MadeUpCase.JSON.readTree(text(unchanged(true, ReportFormat.JSON)));
    assertThat(tree.at("/inspections/0/result/verdict").asText()).isEqualTo("poisoned");
    assertThat(tree.at("/inspections/2/result").isNull()).isTrue();
    assertThat(tree.at("/selfTests/0/result/planned").asInt()).isEqualTo(160);
    assertThat(tree.at("/runs/0/inspections/0/result/truth/found").asInt()).isEqualTo(14);
    assertThat(tree.at("/runs/0/inspections/0/sha256").asText()).hasSize(64);
  }

  @Test
  void chartsOfInspectionsAreExportedToo(@TempDir Path folder) throws Exception {
    List<Path> files =
        ChartFiles.write(
            source,
            BuiltinFigures.ALL,
            Set.of(ChartFiles.Format.SVG),
            Theme.LIGHT,
            folder,
            false,
            Progress.NONE);
    assertThat(files)
        .extracting(f -> f.getFileName().toString())
        .contains("inspection1-ranked.svg", "inspection1-curve-1.svg", "selftest1-roc.svg");
    assertThat(Files.readString(files.get(0))).contains("flagged");
  }

  /** For somebody who wants to look at the pages. */
  @Test
  void pagesCanBeWritten(@TempDir Path scratch) throws Exception {
    Path at = Path.of(System.getProperty("pentimento.samples", scratch.toString()));
    for (boolean runs : new boolean[] {false, true}) {
      Path folder = Files.createDirectories(at.resolve(runs ? "detection-and-runs" : "detection"));
      for (ReportFormat format : EnumSet.of(ReportFormat.HTML, ReportFormat.PDF)) {
        Files.write(folder.resolve(format.fileName()), unchanged(runs, format));
      }
      assertThat(folder.resolve("report.pdf")).isNotEmptyFile();
    }
  }
}
