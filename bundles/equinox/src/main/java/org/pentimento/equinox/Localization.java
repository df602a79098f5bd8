package org.pentimento.equinox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** The words of a bundle's manifest and {@code plugin.xml}, also those that its fragments bring. */
final class Localization implements BundleLocalization {
  @Override
  public @Nullable ResourceBundle getLocalization(Bundle bundle, @Nullable String locale) {
    String base = bundle.getHeaders("").get(Constants.BUNDLE_LOCALIZATION);
    if (base == null) {
      base = Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME;
    }
    Properties words = new Properties();
    for (String suffix : suffixes(locale == null ? Locale.getDefault().toString() : locale)) {
      load(bundle, base + suffix + ".properties", words);
    }
    return words.isEmpty() ? null : new Words(words);
  }

  /** From the least to the most particular, so that the latter wins. */
  static List<String> suffixes(String locale) {
    List<String> suffixes = new ArrayList<>(List.of(""));
    String suffix = "";
    for (String part : locale.split("_", -1)) {
      if (!part.isEmpty()) {
        suffix += "_" + part;
        suffixes.add(suffix);
      }
    }
    return suffixes;
  }

  private static void load(Bundle bundle, String path, Properties words) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "/" : path.substring(0, slash);
    Enumeration<URL> files = bundle.findEntries(folder, path.substring(slash + 1), false);
    while (files != null && files.hasMoreElements()) {
      try (InputStream in = files.nextElement().openStream()) {
        words.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(path + " of " + bundle + " cannot be read", e);
      }
    }
  }

  private static final class Words extends ResourceBundle {
    private final Properties words;

    Words(Properties words) {
      this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return words.getProperty(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(words.stringPropertyNames());
    }
  }
}
