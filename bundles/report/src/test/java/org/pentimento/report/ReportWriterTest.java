package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.Figures;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.ReportSource.CaseSummary;
import org.pentimento.verdict.Verdicts;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportWriterTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);
  private final MadeUpCase source = new MadeUpCase();

  private static final Map<ReportFormat, byte[]> UNCHANGED = new EnumMap<>(ReportFormat.class);

  /** The report of the case as it is made, once for all tests. */
  private static byte[] unchanged(ReportFormat format) throws Exception {
    byte[] known = UNCHANGED.get(format);
    if (known == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WRITER.write(new MadeUpCase(), format, out, Progress.NONE);
      known = out.toByteArray();
      UNCHANGED.put(format, known);
    }
    return known;
  }

  /** With ordinary spaces before per cent signs, as the pages keep those on the line. */
  private static String text(ReportFormat format) throws Exception {
    return new String(unchanged(format), StandardCharsets.UTF_8).replace("\u00a0%", " %");
  }

  /** The report of this test's case, which the test may have changed. */
  private byte[] bytes(ReportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(source, format, out, Progress.NONE);
    return out.toByteArray();
  }

  private static Document parse(String html) throws Exception {
    String xml = html.replaceFirst("(?i)<!DOCTYPE html>\\s*", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> sentences() {
    List<String> all = new ArrayList<>();
    for (Comparison c : source.result().comparisons()) {
      all.addAll(Verdicts.conclusions(c));
      all.add(Verdicts.reach(c));
      Optional<Collapse> collapse = c.model(Subject.POISONED).map(Comparison.TestedModel::collapse);
      if (collapse.isPresent()) {
        all.add(Verdicts.collapse(collapse.get()));
      } else {
        c.blindness().forEach(b -> all.add(Verdicts.blindness(c, b).words()));
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void theSameCaseGivesTheSameBytes(ReportFormat format) throws Exception {
    assertThat(bytes(format)).isEqualTo(unchanged(format));
  }

  @Test
  void saysWhatATrainingTook() throws Exception {
    String took = "41 s, 310 images a second, at most 700 MiB of memory.";
    assertThat(text(ReportFormat.HTML)).contains("Training of the clean model: " + took);
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(took);
    }
  }

  @Test
  void saysWhatPersonsNoted() throws Exception {
    String html = parse(text(ReportFormat.HTML)).getDocumentElement().getTextContent();
    String[] said = {"pair train-4", "Looked at twice.", "report of entry 9", "Returned. "};
    assertThat(html).contains(said);
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ")).contains(said);
    }
  }

  @Test
  void theHtmlIsWellFormedAndSaysEverySentence() throws Exception {
    String all = parse(text(ReportFormat.HTML)).getDocumentElement().getTextContent();
    assertThat(all).contains(sentences());
    assertThat(all)
        .contains("Landeskriminalamt Musterland", "2026/0815-K", "Europe/Berlin", "林")
        .contains("1 Mar 2026, 11:15:30 UTC+01:00")
        .contains("The disk is full.", "The seal was intact.", "train-4")
        .contains(source.custody().headHash())
        .doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void theHtmlNeedsNothingFromElsewhere() throws Exception {
    String html = text(ReportFormat.HTML);
    Document document = parse(html);
    NodeList everything = document.getElementsByTagName("*");
    for (int i = 0; i < everything.getLength(); i++) {
      var element = everything.item(i);
      assertThat(element.getNodeName()).isNotIn("script", "link", "iframe", "object", "base");
      var attributes = element.getAttributes();
      for (int k = 0; k < attributes.getLength(); k++) {
        String name = attributes.item(k).getNodeName();
        String value = attributes.item(k).getNodeValue();
        assertThat(name).doesNotStartWith("on");
        if (name.equals("src")) {
          assertThat(value).startsWith("data:image/png;base64,");
        } else if (name.equals("href")) {
          assertThat(value).startsWith("#");
        } else if (!name.startsWith("xmlns")) {
          assertThat(value).doesNotContain("://");
        }
      }
    }
    assertThat(html).doesNotContain("@import").doesNotContain("url(http");
  }

  @Test
  void whatIsHostileIsOnlyText() throws Exception {
    String html = text(ReportFormat.HTML);
    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(");
    assertThat(html).doesNotContain("</pre><script").contains("Content-Security-Policy");
  }

  @Test
  void aNameCannotTurnTheTextAround() throws Exception {
    MadeUpCase turned =
        new MadeUpCase(
            new CaseSummary(
                "Eve\u202Egnirts\u0007", "", "", "", "Nowhere/Land", "", Instant.EPOCH, "p"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WRITER.write(turned, ReportFormat.HTML, out, Progress.NONE);
    String html = out.toString(StandardCharsets.UTF_8);
    assertThat(html).contains("Eve[U+202E]gnirts\uFFFD").doesNotContain("\u202E");
    assertThat(html).contains("Nowhere/Land (unknown here; times are in UTC)");
  }

  @Test
  void everyPictureHasWordsAndEveryHeadAScope() throws Exception {
    Document document = parse(text(ReportFormat.HTML));
    NodeList images = document.getElementsByTagName("img");
    assertThat(images.getLength()).isGreaterThan(60);
    for (int i = 0; i < images.getLength(); i++) {
      assertThat(images.item(i).getAttributes().getNamedItem("alt").getNodeValue()).isNotBlank();
    }
    NodeList heads = document.getElementsByTagName("th");
    for (int i = 0; i < heads.getLength(); i++) {
      assertThat(heads.item(i).getAttributes().getNamedItem("scope").getNodeValue())
          .isIn("row", "col");
    }
    NodeList all = document.getElementsByTagName("*");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      var id = all.item(i).getAttributes().getNamedItem("id");
      if (id != null) {
        ids.add(id.getNodeValue());
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  private static String section(String html, String id) {
    int start = html.indexOf("<section id=\"" + id + "\"");
    int end = html.indexOf("<section id=\"run1-", start + 1);
    return html.substring(start, end);
  }

  @Test
  void withoutAnAttackThereIsNoAttackFigure() throws Exception {
    String part = section(text(ReportFormat.HTML), "run1-c3");
    assertThat(part)
        .contains("no attack in the plan", "There was no attack")
        .doesNotContain("Attack success")
        .doesNotContain("Metric blindness")
        .doesNotContain("poisoned model, ")
        .doesNotContain("Trigger reach");
  }

  @Test
  void theShareThatWasAskedForStandsBesideTheNumberOfPoisonedPairs() throws Exception {
    assertThat(section(text(ReportFormat.HTML), "run1-c1"))
        .contains("were poisoned; the plan asks for 10 % of the pairs.");
  }

  @Test
  void aNumberAndItsPerCentSignStayOnOneLine() throws Exception {
    String html = new String(unchanged(ReportFormat.HTML), StandardCharsets.UTF_8);
    assertThat(html).contains("the plan asks for 10\u00a0% of the pairs.");
    assertThat(html).doesNotContainPattern("[0-9] %");
  }

  @Test
  void aCollapsedTrainingIsSaidLoudlyAndIsNoSuccess() throws Exception {
    String html = text(ReportFormat.HTML);
    assertThat(section(html, "run1-c4"))
        .contains("simulation: training collapsed – no statement", "class=\"first\"")
        .doesNotContain("class=\"alarm\"", "tone-alarm")
        .contains("The training of the poisoned model collapsed: all sketches on clean photos")
        .doesNotContain("Attack success over")
        .doesNotContain("99 %")
        .doesNotContain("SENTENCE OF A COLLAPSED MODEL");
    assertThat(html.substring(0, html.indexOf("<nav")))
        .contains("whether an attack works, because a training collapsed");
  }

  @Test
  void theFirstPageSaysOfWhichRunAndDataItSpeaks() throws Exception {
    String html = text(ReportFormat.HTML);
    String first = html.substring(html.indexOf("<body"), html.indexOf("<nav"));
    int undefined =
        source.result().comparisons().stream()
            .flatMap(c -> c.summaries().stream())
            .mapToInt(Comparison.Summary::undefined)
            .sum();
    assertThat(undefined).isPositive();
    assertThat(first)
        .containsSubsequence(
            "What was asked",
            "What was examined",
            "80 pairs of photo and sketch to train with, 40 pairs to test with",
            source.result().data().digest(),
            "What was found",
            "r1, “light strokes, first look”, data set “faces”",
            "The poisoned model answers to the trigger",
            "How sure this is",
            "trained with one seed only",
            "What could not be shown",
            "second look",
            undefined + " of ");
  }

  @Test
  void anAttackIsNeverOnePercentage() throws Exception {
    String part = section(text(ReportFormat.HTML), "run1-c1");
    assertThat(part).contains("id=\"run1-c1-success-d\"");
    Matcher rows =
        Pattern.compile(
                "<caption>Table \\d+. Share of photos above some margins.*?</table>",
                Pattern.DOTALL)
            .matcher(part);
    assertThat(rows.find()).isTrue();
    assertThat(rows.group().split("<tr>")).hasSizeGreaterThan(5);
    assertThat(rows.group()).contains("[");
  }

  @Test
  void blindMetricsStandBesideThoseThatSee() throws Exception {
    String part = section(text(ReportFormat.HTML), "run1-c1");
    String blind = part.substring(part.indexOf("class=\"blind\""), part.indexOf("\"seeing\""));
    String seeing = part.substring(part.indexOf("\"seeing\""), part.indexOf("\"evidence\""));
    assertThat(blind)
        .contains("FSIM", "2.7 % worse", "the backdoor’s own part")
        .doesNotContain("Scoot");
    assertThat(seeing).contains("Scoot", "Ink coverage", "56 % worse").doesNotContain("FSIM");
  }

  private static final ImageRole TRUTH = new ImageRole.OfReference(ReferenceSketch.TRUTH);

  private static String blob(Comparison.ImageRow row, ImageRole role) {
    return row.blob(role).orElseThrow();
  }

  @Test
  void missingBlobsAreSaidAndDoNotStopTheReport() throws Exception {
    Comparison first = source.result().comparisons().get(0);
    first.images().forEach(r -> source.forget(blob(r, new ImageRole.Photo(PhotoKind.CLEAN))));
    source.replace(blob(first.images().get(0), TRUTH), new byte[] {1, 2, 3});
    source.forget(first.measurements());
    source.forget(source.result().plan());
    String html = new String(bytes(ReportFormat.HTML), StandardCharsets.UTF_8);
    assertThat(html)
        .contains("not in this copy of the case")
        .contains("(this copy of the case does not hold the plan)")
        .contains("cannot be ordered");
    parse(html);
    assertThat(Loader.loadPDF(bytes(ReportFormat.PDF)).getNumberOfPages()).isPositive();
  }

  @Test
  void brokenMeasurementsAreNamed() {
    Comparison first = source.result().comparisons().get(0);
    source.replace(first.measurements(), "[{\"pair\":1".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> bytes(ReportFormat.MEASUREMENTS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("fcn/1/s1");
  }

  @Test
  void thePdfHoldsTheCaseAndNumbersItsPages() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      String all = new PDFTextStripper().getText(pdf);
      String flowing = all.replaceAll("\\s+", " ");
      assertThat(flowing)
          .contains("Landeskriminalamt Musterland", "2026/0815-K", "Europe/Berlin")
          .contains("The seal was intact.", MadeUpCase.SCRIPT)
          .contains("187 files match, 1 listed file is missing or other, 1 file is not listed.")
          .contains("listed and not there, 00ff")
          .containsAnyOf(MadeUpCase.CHINESE, "[U+6797]")
          .contains("The training of the poisoned model collapsed")
          .doesNotContain("NaN", "SENTENCE OF A COLLAPSED MODEL");
      for (String s : Verdicts.conclusions(source.result().comparisons().get(0))) {
        assertThat(flowing).contains(s);
      }
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(8);
      PDFTextStripper one = new PDFTextStripper();
      for (int p = 1; p <= pages; p++) {
        one.setStartPage(p);
        one.setEndPage(p);
        assertThat(one.getText(pdf)).contains("Page " + p + " of " + pages);
      }
      assertThat(pdf.getDocumentInformation().getTitle()).contains("2026/0815-K");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(source.summary().time());
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
    }
  }

  @Test
  void theFirstPageOfThePdfHoldsAllFourAnswers() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      assertThat(first.getText(pdf))
          .containsSubsequence(
              "What was asked",
              "What was examined",
              "What was found",
              "How sure this is",
              "What could not be shown",
              "is not as its hash list says: 1 missing or other, 1 not listed.");
      PDFTextStripper both = new PDFTextStripper();
      both.setEndPage(2); // where the list is longer than the page, what is always said comes last
      assertThat(both.getText(pdf)).contains("nothing is said about others");
    }
  }

  private static String flowing(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static List<String> numbered(String text) {
    return Pattern.compile("(?:Table|Figure) \\d+\\. .{8}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  void aTableAndAFigureHaveOneNumberInBothFormats() throws Exception {
    String html = parse(text(ReportFormat.HTML)).getDocumentElement().getTextContent();
    List<String> inHtml = numbered(html.replaceAll("\\s+", " "));
    assertThat(inHtml).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    assertThat(numbered(flowing(unchanged(ReportFormat.PDF)))).isEqualTo(inHtml);
  }

  @Test
  void aNarrowPageNamesTheColumnOfEachCell() throws Exception {
    Document page = parse(text(ReportFormat.HTML));
    NodeList cells = page.getElementsByTagName("td");
    assertThat(cells.getLength()).isGreaterThan(100);
    for (int i = 0; i < cells.getLength(); i++) {
      org.w3c.dom.Element cell = (org.w3c.dom.Element) cells.item(i);
      assertThat(cell.hasAttribute("data-head") || cell.hasAttribute("colspan")).isTrue();
    }
    assertThat(text(ReportFormat.HTML))
        .contains("data-head=\"poisoned model,\ntriggered photo\"", "attr(data-head)")
        .doesNotContain("table { min-width: 34rem");
  }

  @Test
  void everyPageIsMarkedUntilAReportIsSignedOff() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      PDFTextStripper one = new PDFTextStripper();
      for (int p = 1; p <= pdf.getNumberOfPages(); p++) {
        one.setStartPage(p);
        one.setEndPage(p);
        assertThat(one.getText(pdf)).contains("DRAFT – not signed off");
      }
    }
    assertThat(text(ReportFormat.HTML)).contains("class=\"draft\"");
    source.setEdition(
        new Edition(
            new ExaminerWords("Is the set poisoned?", "It is.", "If the list is whole.", "Grave."),
            new Edition.Earlier(
                20,
                Instant.parse("2026-03-01T09:00:00Z"),
                "ab".repeat(32),
                new Edition.Returned(19, "Al", "Too short.")),
            new Edition.Approval(
                20, 21, Instant.parse("2026-03-01T10:00:00Z"), "Jo Roe", true, "Well done.")));
    String pdf = flowing(bytes(ReportFormat.PDF));
    String html = new String(bytes(ReportFormat.HTML), StandardCharsets.UTF_8);
    assertThat(pdf).doesNotContain("DRAFT");
    assertThat(html).doesNotContain("class=\"draft\"", "DRAFT");
    for (String said : List.of(pdf, parse(html).getDocumentElement().getTextContent())) {
      assertThat(said)
          .containsSubsequence(
              "Signed off by Jo Roe",
              "no second person has looked",
              "Reviewer’s remark: “Well done.”",
              "Is the set poisoned?",
              "These are the words of the examiner",
              "Conclusion: what the examiner infers",
              "It is.",
              "Qualifications",
              "If the list is whole.",
              "Opinion of the examiner",
              "Grave.",
              "Evidence and signatures",
              "It replaces the report of entry 20",
              "which Al returned (entry 19): “Too short.”",
              source.runs().get(0).resultSha256());
    }
  }

  @Test
  void greySamplesOfPicturesStayAsTheyAre() throws Exception {
    Comparison first = source.result().comparisons().get(0);
    List<byte[]> stored = new ArrayList<>();
    for (Comparison.ImageRow row : first.images()) {
      try (var in = source.open(blob(row, TRUTH))) {
        stored.add(samples(ImageIO.read(in).getRaster()));
      }
    }
    int same = 0;
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
            byte[] set = image.createInputStream().readAllBytes();
            same += stored.stream().anyMatch(s -> Arrays.equals(s, set)) ? 1 : 0;
          }
        }
      }
    }
    assertThat(same).isGreaterThanOrEqualTo(5);
  }

  private static byte[] samples(Raster raster) {
    int[] values =
        raster.getSamples(
            0,
            0,
            raster.getWidth(),
            raster.getHeight(),
            0,
            new int[raster.getWidth() * raster.getHeight()]);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void everyTypefaceOfThePdfIsEmbedded() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      int fonts = 0;
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
          fonts++;
        }
      }
      assertThat(fonts).isPositive();
    }
  }

  @Test
  void theSummariesReadBack() throws Exception {
    List<List<String>> rows = Rfc4180.parse(text(ReportFormat.SUMMARIES));
    int summaries =
        source.result().comparisons().stream().mapToInt(c -> c.summaries().size()).sum();
    assertThat(rows).hasSize(summaries + 1);
    assertThat(rows).allSatisfy(r -> assertThat(r).hasSize(rows.get(0).size()));
    List<String> row = rows.get(1);
    assertThat(row.get(rows.get(0).indexOf("comparison"))).isEqualTo("fcn/1/s1");
    assertThat(Double.parseDouble(row.get(rows.get(0).indexOf("mean"))))
        .isEqualTo(source.result().comparisons().get(0).summaries().get(0).mean());
    assertThat(rows.stream().filter(r -> r.get(7).equals("poisoned")))
        .allSatisfy(r -> assertThat(r.get(1)).isEqualTo("cgan/2/s1"))
        .isNotEmpty();
  }

  @Test
  void theMeasurementsReadBackAndHoldNoFormula() throws Exception {
    List<List<String>> rows = Rfc4180.parse(text(ReportFormat.MEASUREMENTS));
    assertThat(rows).hasSize(1 + 2 * (40 * 8 + 2));
    List<String> head = rows.get(0);
    List<String> hostile = rows.get(1 + 40 * 8);
    assertThat(hostile.get(head.indexOf("pair"))).isEqualTo("'" + MadeUpCase.FORMULA);
    assertThat(hostile.get(head.indexOf("value"))).isEmpty();
    assertThat(hostile.get(head.indexOf("reason"))).isEqualTo("constant, so undefined; \"really\"");
    assertThat(rows.get(2 + 40 * 8).get(head.indexOf("value"))).isEqualTo("-0.25");
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i != head.indexOf("value")) {
          assertThat(row.get(i)).doesNotStartWith("=").doesNotStartWith("-");
        }
      }
    }
  }

  @Test
  void theJsonHoldsTheStoredBytes() throws Exception {
    String json = text(ReportFormat.JSON);
    var tree = MadeUpCase.JSON.readTree(json);
    assertThat(tree.at("/case/caseNumber").asText()).isEqualTo("2026/0815-K");
    String sha = tree.at("/runs/0/sha256").asText();
    int start = json.indexOf("\"result\":") + "\"result\":".length();
    int end = json.indexOf("},{\"id\":\"r2\"");
    assertThat(MadeUpCase.sha(json.substring(start, end))).isEqualTo(sha);
    assertThat(tree.at("/runs/1/result").isNull()).isTrue();
  }

  @Test
  void cancellingLeavesNoFile(@TempDir Path folder) throws IOException {
    Progress cancelled =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    assertThatThrownBy(
            () -> WRITER.writeAll(source, EnumSet.allOf(ReportFormat.class), folder, cancelled))
        .isInstanceOf(CancelledException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void allFilesAreWritten(@TempDir Path scratch) throws Exception {
    Path folder = Path.of(System.getProperty("pentimento.samples", scratch.toString()));
    WRITER.writeAll(source, EnumSet.allOf(ReportFormat.class), folder, Progress.NONE);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(folder.resolve(format.fileName())).hasBinaryContent(unchanged(format));
    }
  }

  @Test
  void aChartThatFailsIsReplacedByAMessage() throws Exception {
    InstalledFigure failing =
        new InstalledFigure(
            "beans",
            "Beans",
            "",
            FigureTopic.SUCCESS,
            false,
            () -> {
              throw new IllegalStateException("no beans left");
            });
    List<InstalledFigure> figures = new ArrayList<>(BuiltinFigures.ALL.ofRuns());
    figures.add(failing);
    ReportWriter writer =
        new ReportWriter(new Figures(figures, List.of(), List.of(), List.of(), List.of()));
    ByteArrayOutputStream html = new ByteArrayOutputStream();
    writer.write(source, ReportFormat.HTML, html, Progress.NONE);
    String message = "The chart “Beans” cannot be drawn: no beans left.";
    assertThat(html.toString(StandardCharsets.UTF_8))
        .contains(message, "id=\"run1-c1-success-d\"", "id=\"run1-c1-means-2-d\"");
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    writer.write(source, ReportFormat.PDF, pdf, Progress.NONE);
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document)).contains(message);
    }
  }

  @Test
  void theContentsLeadToTheirSections() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(unchanged(ReportFormat.PDF))) {
      PDFTextStripper text = new PDFTextStripper();
      text.setEndPage(2);
      String front = text.getText(pdf);
      List<String> lines = front.substring(front.indexOf("Contents")).lines().toList();
      List<PDAnnotationLink> links = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        for (PDAnnotation annotation : pdf.getPage(i).getAnnotations()) {
          links.add((PDAnnotationLink) annotation);
        }
      }
      assertThat(links).hasSizeGreaterThan(8);
      for (int i = 0; i < links.size(); i++) {
        PDActionGoTo go = (PDActionGoTo) links.get(i).getAction();
        int page = ((PDPageDestination) go.getDestination()).retrievePageNumber() + 1;
        assertThat(lines.get(i + 1)).endsWith(" " + page);
        text.setStartPage(page);
        text.setEndPage(page);
        String title =
            lines.get(i + 1).replaceFirst("^Run: | \\d+$", "").replaceFirst(" \\d+$", "");
        assertThat(text.getText(pdf).replaceAll("\\s+", " ")).contains(title);
      }
    }
  }
}
