package org.pentimento.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.plot.AttackSuccess;
import org.pentimento.chart.plot.Distributions;
import org.pentimento.chart.plot.MetricBlindness;
import org.pentimento.chart.plot.MetricComparison;
import org.pentimento.chart.plot.MetricScatter;
import org.pentimento.chart.plot.RankedScores;
import org.pentimento.chart.plot.RocCurves;
import org.pentimento.chart.plot.ScoreHistogram;
import org.pentimento.chart.plot.ShareIntervals;
import org.pentimento.chart.plot.TrainingLosses;
import org.w3c.dom.Document;

class FigureWriterTest {
  static List<Figure> figures() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void svgIsWellFormedAndTheSameEachTime(Figure figure) throws Exception {
    String svg = FigureWriter.svg(figure, "f", Theme.LIGHT);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 " + figure.width() + " " + figure.height());
    assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(3);
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("href");
    assertThat(FigureWriter.svg(figure, "f", Theme.LIGHT)).isEqualTo(svg);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void pngHasTheScaledSizeAndIsTheSameEachTime(Figure figure) throws IOException {
    byte[] png = FigureWriter.png(figure, Theme.DARK, 1.5);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo((int) Math.ceil(figure.width() * 1.5));
    assertThat(image.getHeight()).isEqualTo((int) Math.ceil(figure.height() * 1.5));
    assertThat(image.getRGB(0, 0)).isEqualTo(Theme.DARK.color(ColorRole.PAPER).getRGB());
    assertThat(FigureWriter.png(figure, Theme.DARK, 1.5)).isEqualTo(png);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyColourOfAFigureFollowsThePage(Theme theme) {
    for (Figure figure : Samples.all()) {
      String svg = FigureWriter.svg(figure, "f", theme);
      assertThat(svg).doesNotContain("fill:#").doesNotContain("stroke:#");
    }
  }

  @Test
  void whatNamesHoldStaysText() {
    assertThat(FigureWriter.svg(Samples.blindness(), "f", Theme.LIGHT))
        .contains("Retrieval &amp; &lt;rank&gt;")
        .doesNotContain("<rank>");
  }

  @Test
  void idsBearThePrefix() {
    String svg = FigureWriter.svg(Samples.success(), "run1-c2", Theme.LIGHT);
    assertThat(svg).contains("id=\"run1-c2-d\"").doesNotContain("id=\"f-");
    assertThatThrownBy(() -> FigureWriter.svg(Samples.success(), "a\"b", Theme.LIGHT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMetricThatSeesNothingSaysSo() {
    String svg = FigureWriter.svg(Samples.blindness(), "f", Theme.LIGHT);
    assertThat(svg)
        .contains("310 % worse – sees it")
        .contains("35 % better – favours the attack")
        .contains("the backdoor’s own part")
        .contains("2.8 % worse – does not see it")
        .contains("4.0 % better – does not see it")
        .contains("no value");
  }

  @Test
  void figuresWithoutDataAreDrawn() {
    List<Figure> empty =
        List.of(
            new AttackSuccess(List.of(), 0),
            new MetricComparison("FSIM", List.of()),
            new MetricBlindness(List.of()),
            new TrainingLosses(List.of()),
            new Distributions(
                "FSIM", List.of(new Distributions.Group("a", List.of(), ColorRole.SKY))),
            new MetricScatter("FSIM", "Scoot", List.of()),
            new RankedScores(List.of(), 0, 1),
            new ScoreHistogram("a", "b", List.of(), 1),
            new RocCurves(List.of(), .01),
            new ShareIntervals("share", List.of(), List.of(), null));
    for (Figure figure : empty) {
      assertThat(FigureWriter.svg(figure, "f", Theme.LIGHT)).doesNotContain("NaN");
    }
  }

  @Test
  void noTwoRolesShareAColour() {
    for (Theme theme : Theme.values()) {
      Set<Integer> seen = new HashSet<>();
      for (ColorRole role : ColorRole.values()) {
        assertThat(seen.add(theme.color(role).getRGB())).as(theme + " " + role).isTrue();
      }
    }
  }

  @Test
  void filesCanBeWritten(@TempDir Path scratch) throws IOException {
    String at = System.getProperty("pentimento.samples", scratch.toString());
    Path folder = Files.createDirectories(Path.of(at));
    for (Figure figure : Samples.all()) {
      for (Theme theme : Theme.values()) {
        String name = figure.getClass().getSimpleName() + "-" + theme;
        Files.write(folder.resolve(name + ".png"), FigureWriter.png(figure, theme, 1));
        Files.writeString(folder.resolve(name + ".svg"), FigureWriter.svg(figure, "f", theme));
      }
    }
    assertThat(folder).isNotEmptyDirectory();
  }
}
