package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.junit.jupiter.api.Test;

class LocalizationTest {
  @Test
  void looksFromTheGeneralToTheParticular() {
    assertThat(Localization.suffixes("de_AT")).containsExactly("", "_de", "_de_AT");
    assertThat(Localization.suffixes("")).containsExactly("");
  }

  @Test
  void findsTheBundleInAUrlOfFelix() throws MalformedURLException {
    assertThat(BundleUrls.bundleId(felix("bundle://8f1c_57.3:0/icons/a.svg"))).isEqualTo(57);
    assertThat(BundleUrls.bundleId(felix("bundle://57.0:1/plugin.xml"))).isEqualTo(57);
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
