package org.pentimento.protocol.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.data.Split;

class PairListingTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void comesBackAsItWas() throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("hair", "long\tand\nodd \\ \u001f\u001e");
    attributes.put("glasses", "");
    PairListing listing =
        new PairListing(
            List.of(
                new ListedPair("a\tb", "p\\", Split.TRAIN, attributes, "x/ä.png", "y.png", true),
                new ListedPair("c", "c", Split.TEST, Map.of(), "", "", false),
                new ListedPair("d", "", Split.NONE, attributes, "e\r", "f", false)));
    listing.write(folder);
    assertThat(PairListing.read(folder)).contains(listing);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no part is left").hasSize(1);
    }
  }

  @Test
  void isHeldForMissingWhenCutOff() throws IOException {
    ListedPair pair = new ListedPair("a", "b", Split.TRAIN, Map.of(), "c", "d", true);
    new PairListing(List.of(pair, pair)).write(folder);
    Path file = folder.resolve("pairs.tsv");
    String all = Files.readString(file);
    Files.writeString(file, all.substring(0, all.length() - 20));
    assertThat(PairListing.read(folder)).isEmpty();
    Files.writeString(file, all.substring(0, all.lastIndexOf("a\t")));
    assertThat(PairListing.read(folder)).isEmpty();
    Files.writeString(file, "something else\n");
    assertThat(PairListing.read(folder)).isEmpty();
    Files.delete(file);
    assertThat(PairListing.read(folder)).isEmpty();
  }
}
