package org.pentimento.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.workbench.help.GuidePage.Look;
import org.pentimento.workbench.help.GuidePage.Span;
import org.pentimento.workbench.help.picture.GuidePicture;

class GuideTest {
  @ParameterizedTest
  @EnumSource(GuideTopic.class)
  void everyLinkLeadsSomewhere(GuideTopic topic) throws IOException {
    String plugin = contributions();
    GuidePage page = GuidePage.of(topic.text());
    assertThat(page.spans().get(0).look()).isEqualTo(Look.TITLE);
    for (Span link : page.spans().stream().filter(s -> s.look() == Look.LINK).toList()) {
      String target = link.target();
      if (target.startsWith("command:")) {
        assertThat(plugin).contains("<command id=\"" + target.substring(8) + "\"");
      } else if (target.startsWith("view:org.pentimento.")) {
        assertThat(plugin).contains("<view id=\"" + target.substring(5) + "\"");
      } else if (!target.startsWith("view:")) {
        assertThat(GuideTopic.of(target)).as(target).isPresent();
      }
    }
  }

  @Test
  void theContentsNameEveryPage() {
    List<String> targets =
        GuidePage.of(GuideTopic.CONTENTS.text()).spans().stream().map(Span::target).toList();
    assertThat(targets)
        .containsAll(
            Stream.of(GuideTopic.values())
                .filter(t -> t != GuideTopic.CONTENTS)
                .map(GuideTopic::word)
                .toList());
  }

  @Test
  void aPageIsTextAndWhatIsSpecialInIt() {
    GuidePage page = GuidePage.of("# A\nb **c** d\ne `f`\n\n- see [g](h)\n- i\n");
    assertThat(page.text()).isEqualTo("A\nb c d e f\n\n•  see g\n•  i");
    assertThat(page.spans())
        .containsExactly(
            new Span(Look.TITLE, 0, 1, ""),
            new Span(Look.BOLD, 4, 1, ""),
            new Span(Look.CODE, 10, 1, ""),
            new Span(Look.LINK, 20, 1, "h"));
    assertThat(page.spans().get(3).covers(20)).isTrue();
    assertThat(page.spans().get(3).covers(21)).isFalse();
  }

  @Test
  void aPartIsExplainedByItsPage() {
    assertThat(GuideTopic.ofPart("org.pentimento.workbench.custody")).isEqualTo(GuideTopic.CUSTODY);
    assertThat(GuideTopic.ofPart("org.example.unheard")).isEqualTo(GuideTopic.CONTENTS);
  }

  @Test
  void everyPictureOfTheGuideIsDrawnAndToldInWords() {
    GuidePage page = GuidePage.of(GuideTopic.WORDS.text());
    List<Span> pictures = page.spans().stream().filter(p -> p.look() == Look.PICTURE).toList();
    assertThat(pictures).hasSize(GuidePicture.values().length);
    for (Span picture : pictures) {
      assertThat(GuidePicture.named(picture.target())).as(picture.target()).isPresent();
      assertThat(page.text().charAt(picture.start())).isEqualTo('\ufffc');
      assertThat(page.text().substring(picture.start() + 2)).matches("(?s)[^\n]{10,}\n.*");
    }
  }

  /** What all bundles of the window contribute. */
  private static String contributions() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> bundles = Files.list(Path.of(".."))) {
      for (Path bundle : (Iterable<Path>) bundles::iterator) {
        Path file = bundle.resolve("src/main/resources/plugin.xml");
        if (Files.exists(file)) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
