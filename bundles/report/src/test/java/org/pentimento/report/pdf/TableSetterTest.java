package org.pentimento.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.pentimento.report.part.Table;

class TableSetterTest {
  /** How many rows stand on each page, of a table that begins a little below the top of one. */
  private static List<Integer> rows(int count, double below) throws IOException {
    try (PDDocument document = new PDDocument();
        EmbeddedTypefaces faces = new EmbeddedTypefaces(document)) {
      try (Flow flow = new Flow(document, faces)) {
        flow.paragraph("before", TextStyle.BODY, 0);
        flow.moveTo(Flow.TOP + below);
        new TableSetter(
                flow,
                new Table(
                    "Margins",
                    List.of(column("margin"), column("share")),
                    IntStream.range(0, count)
                        .mapToObj(
                            i ->
                                List.of(new Table.Cell("row " + i, ""), new Table.Cell("77 %", "")))
                        .toList()))
            .set();
        flow.close();
      }
      List<Integer> rows = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        rows.add((int) text.getText(document).lines().filter(l -> l.startsWith("row")).count());
      }
      return rows;
    }
  }

  private static Table.Column column(String name) {
    return new Table.Column(name, Table.Kind.TEXT, 1);
  }

  @Test
  void aSmallTableStaysOnOnePage() throws IOException {
    for (double below = 400; below < 700; below += 10) {
      assertThat(rows(9, below)).containsAnyOf(9).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void aLargeTableLeavesNoRowAlone() throws IOException {
    for (int count = 40; count < 60; count++) {
      assertThat(rows(count, 10)).allMatch(n -> n == 0 || n >= 3);
      assertThat(rows(count, 600)).allMatch(n -> n == 0 || n >= 3);
    }
  }

  @Test
  void aNumberStaysWithItsPerCentSign() throws IOException {
    try (PDDocument document = new PDDocument();
        EmbeddedTypefaces faces = new EmbeddedTypefaces(document)) {
      LineBreaker breaker = new LineBreaker(faces);
      for (int width = 40; width < 200; width++) {
        assertThat(breaker.lines("It answers to 77 % of all photos.", TextStyle.BODY, width))
            .noneMatch(line -> line.startsWith("%"));
      }
    }
  }

  @Test
  void aLongWordBreaksAfterItsHyphens() throws IOException {
    try (PDDocument document = new PDDocument();
        EmbeddedTypefaces faces = new EmbeddedTypefaces(document)) {
      assertThat(new LineBreaker(faces).lines("model-inspection-finished", TextStyle.BODY, 80))
          .hasSizeGreaterThan(1)
          .allMatch(line -> line.endsWith("-") || line.endsWith("finished"));
    }
  }
}
