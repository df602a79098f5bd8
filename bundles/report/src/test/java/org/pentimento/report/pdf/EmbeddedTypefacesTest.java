package org.pentimento.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedTypefacesTest {
  /** What stands in a document of one paragraph, and whether all its typefaces are embedded. */
  private static String set(String text, SystemTypefaces system) throws IOException {
    try (PDDocument document = new PDDocument();
        EmbeddedTypefaces faces = new EmbeddedTypefaces(document, system)) {
      try (Flow flow = new Flow(document, faces)) {
        flow.paragraph(text, TextStyle.BODY, 0);
      }
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      document.save(out);
      try (PDDocument read = org.apache.pdfbox.Loader.loadPDF(out.toByteArray())) {
        for (COSName name : read.getPage(0).getResources().getFontNames()) {
          PDFont font = read.getPage(0).getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
        return new PDFTextStripper().getText(read).strip();
      }
    }
  }

  /** The packages of the build's machine have these. */
  @ParameterizedTest
  @ValueSource(strings = {"检验员 Li", "서울 Seoul 경찰청", "山田 やまだ ヤマダ", "Examiner: 林 (Lin), 김", "Ωμέγα"})
  void namesAreDrawnInTheirScript(String text) throws IOException {
    SystemTypefaces system = SystemTypefaces.find();
    assumeTrue(system.files().size() >= 2, "this machine lacks " + SystemTypefaces.PACKAGES);
    assertThat(set(text, system)).isEqualTo(text);
  }

  @Test
  void withoutATypefaceCodePointsStand() throws IOException {
    assertThat(set("检 Li", new SystemTypefaces(List.of()))).isEqualTo("[U+68C0] Li");
  }

  /** Joined letters set one by one would be wrong, whatever typefaces there are. */
  @Test
  void lettersThatJoinAreNotSetOneByOne() throws IOException {
    assertThat(set("\u0633", SystemTypefaces.find())).isEqualTo("[U+0633]");
  }

  @Test
  void aDamagedTypefaceIsLeftAlone(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("truetype/nanum"));
    Files.writeString(deep.resolve("NanumGothic.ttf"), "no typeface");
    Files.writeString(deep.resolve("Other.ttf"), "unknown");
    SystemTypefaces system = SystemTypefaces.in(List.of(folder.resolve("gone"), folder));
    assertThat(system.files()).containsExactly(deep.resolve("NanumGothic.ttf"));
    assertThat(set("서", system)).isEqualTo("[U+C11C]");
  }
}
