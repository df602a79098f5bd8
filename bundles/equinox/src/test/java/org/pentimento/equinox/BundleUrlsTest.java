package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundleUrlsTest {
  @Test
  void findsTheBundleInTheHostOfAUrlOfFelix() {
    assertThat(BundleUrls.bundleId("8f1c_57.3")).isEqualTo(57);
    assertThat(BundleUrls.bundleId("57.0")).isEqualTo(57);
  }

  @Test
  void givesThePathOfAFileAsItStands() throws MalformedURLException {
    Path file = Path.of("/home/Jörg M/icons/a.svg");
    assertThat(BundleUrls.fileUrl(file).getPath()).isEqualTo(file.toString());
  }

  @Test
  void givesNoPathThatEndsEarly() throws MalformedURLException {
    Path file = Path.of("/home/#1/50% of it?/a.svg");
    URL url = BundleUrls.fileUrl(file);
    assertThat(Path.of(URI.create(url.toString()))).isEqualTo(file);
  }
}
