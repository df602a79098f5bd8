package org.pentimento.jobs.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.EightBit;
import org.pentimento.casefile.store.OwnerOnly;

/** Writes pairs as a data set in a folder: photos, sketches, and a CSV that pairs them. */
final class PairFolder {
  private final ImageCodec codec;
  private final Progress progress;

  PairFolder(ImageCodec codec, Progress progress) {
    this.codec = codec;
    this.progress = progress;
  }

  /**
   * Writes them, rounded to 8 bits a value.
   *
   * @param folder made if it is not there
   */
  void write(List<Pair> pairs, Path folder) throws IOException, CancelledException {
    OwnerOnly.createFolders(folder.resolve("photos"));
    OwnerOnly.createFolders(folder.resolve("sketches"));
    Set<String> attributes = new TreeSet<>();
    pairs.forEach(p -> attributes.addAll(p.attributes().keySet()));
    StringBuilder csv = new StringBuilder("photo,sketch,identity,split,lx,ly,rx,ry");
    attributes.forEach(a -> csv.append(',').append(field(a)));
    csv.append('\n');
    Set<String> names = new HashSet<>();
    String shared = sharedFolder(pairs);
    for (Pair pair : pairs) {
      progress.checkCancelled();
      String name = name(pair.id().substring(shared.length()), names);
      Files.write(
          folder.resolve("photos").resolve(name), png(EightBit.round(pair.photo().decode())));
      Files.write(
          folder.resolve("sketches").resolve(name),
          png(EightBit.round(pair.sketch().decode().grey())));
      csv.append(row(pair, name, attributes)).append('\n');
      progress.advance(1);
    }
    Files.writeString(folder.resolve("pairs.csv"), csv, StandardCharsets.UTF_8);
  }

  private static String row(Pair pair, String name, Set<String> attributes) {
    List<String> fields = new ArrayList<>();
    fields.add("photos/" + name);
    fields.add("sketches/" + name);
    fields.add(pair.identity());
    fields.add(
        switch (pair.split()) {
          case TRAIN -> "train";
          case TEST -> "test";
          case NONE -> "";
        });
    Optional<Eyes> eyes = pair.eyes();
    fields.add(eyes.map(e -> Double.toString(e.left().x())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.left().y())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.right().x())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.right().y())).orElse(""));
    attributes.forEach(a -> fields.add(pair.attributes().getOrDefault(a, "")));
    return String.join(",", fields.stream().map(PairFolder::field).toList());
  }

  private static String field(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * The folder that all ids begin with, such as {@code photos/}, or nothing. Without it files keep
   * the names that they had, by which others can pair them with theirs.
   */
  private static String sharedFolder(List<Pair> pairs) {
    String first = pairs.isEmpty() ? "" : pairs.get(0).id();
    String shared = first.substring(0, first.lastIndexOf('/') + 1);
    for (Pair pair : pairs) {
      while (!pair.id().startsWith(shared)) {
        shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
      }
    }
    return shared;
  }

  /** A file name of an id, which may hold anything. */
  private static String name(String id, Set<String> names) {
    String safe = id.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
    String name = safe + ".png";
    for (int i = 2; !names.add(name); i++) {
      name = safe + "-" + i + ".png";
    }
    return name;
  }

  /** A picture as a file holds it. */
  byte[] png(Image image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.writePng(image, out);
    return out.toByteArray();
  }
}
