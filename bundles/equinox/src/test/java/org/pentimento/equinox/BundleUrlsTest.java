package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundleUrlsTest {
  @Test
  void findsTheBundleInAUrlOfFelix() throws MalformedURLException {
    assertThat(BundleUrls.bundleId(felix("bundle://8f1c_57.3:0/icons/a.svg"))).isEqualTo(57);
    assertThat(BundleUrls.bundleId(felix("bundle://57.0:1/plugin.xml"))).isEqualTo(57);
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

  private static URL felix(String text) throws MalformedURLException {
    return new URL(
        null,
        text,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            throw new UnsupportedOperationException("only looked at");
          }
        });
  }
}
