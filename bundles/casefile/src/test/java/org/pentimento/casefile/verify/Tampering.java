package org.pentimento.casefile.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.pentimento.casefile.Cases;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.Sha256;

/** What a forger does to a case, by lot. */
enum Tampering {
  /** One bit of a file is flipped. */
  BYTE {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      Path file = any(evidence(folder), random);
      byte[] content = Files.readAllBytes(file);
      content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
      put(file, content);
      return named(folder, file);
    }
  },
  /** The end of a file is gone. */
  CUT {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      Path file = any(evidence(folder), random);
      byte[] content = Files.readAllBytes(file);
      put(file, Arrays.copyOf(content, random.nextInt(content.length)));
      return named(folder, file);
    }
  },
  /** Two files have each other's content. */
  SWAP {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      Path one = any(stored(folder), random);
      Path other = one;
      while (Files.mismatch(one, other) == -1) {
        other = any(stored(folder), random);
      }
      byte[] content = Files.readAllBytes(one);
      put(one, Files.readAllBytes(other));
      put(other, content);
      return Set.of(relative(folder, one), relative(folder, other));
    }
  },
  /** The log is written anew, with an entry that says something else, and signed by a stranger. */
  RESIGNED {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      List<Entry> entries = entries(folder);
      CustodyKey key = stranger(folder);
      String own = Receipt.read(folder.resolve("head.json")).publicKey();
      List<Entry> forged = new ArrayList<>();
      for (Entry entry : entries) {
        String line = new String(entry.line(), StandardCharsets.UTF_8);
        line = line.replace(own, key.publicKey()).replace("Ada Examiner", "Eve Examiner");
        forged.add(rehashed(line, forged));
      }
      write(folder, forged);
      Entry last = forged.get(forged.size() - 1);
      Receipt head = Receipt.read(folder.resolve("head.json"));
      Files.delete(folder.resolve("head.json"));
      Receipt.sign(key, head.caseId(), last.number(), last.hash())
          .write(folder.resolve("head.json"));
      Files.deleteIfExists(folder.resolve("case.db"));
      return Set.of("custody.jsonl");
    }

    @Override
    boolean needsAnAnchor() {
      return true;
    }
  },
  /** The whole case is as it was earlier. */
  ROLLED_BACK {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      delete(folder);
      copy(earlier, folder);
      return Set.of("custody.jsonl");
    }

    @Override
    boolean needsAnAnchor() {
      return true;
    }
  },
  /** A blob has other content of the same length. */
  BLOB {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      Path file = any(blobs(folder), random);
      byte[] before = Files.readAllBytes(file);
      byte[] content = new byte[before.length];
      do {
        random.nextBytes(content);
      } while (Arrays.equals(before, content));
      put(file, content);
      return named(folder, file);
    }
  },
  /** An entry has another time, and its hash and all later ones fit. */
  TIME {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      List<Entry> entries = entries(folder);
      int at = random.nextInt(entries.size());
      List<Entry> forged = new ArrayList<>(entries.subList(0, at));
      for (Entry entry : entries.subList(at, entries.size())) {
        String line = new String(entry.line(), StandardCharsets.UTF_8);
        if (entry.number() == at + 1) {
          Instant time = entry.time().minusSeconds(random.nextInt(1, 86400));
          line = line.replace(text(entry.time()), text(time));
        }
        forged.add(rehashed(line, forged));
      }
      write(folder, forged);
      return LOG;
    }
  },
  /** A file is gone. */
  MISSING {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      List<Path> files = evidence(folder);
      files.remove(folder.resolve("custody.jsonl")); // without it the folder is no case
      Path file = any(files, random);
      Files.delete(file);
      return named(folder, file);
    }
  },
  /** There is a file more. */
  ADDED {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      byte[] content = new byte[random.nextInt(1, 40)];
      random.nextBytes(content);
      String sha = Sha256.of(content);
      String name =
          switch (random.nextInt(4)) {
            case 0 -> "note-" + random.nextInt(1000) + ".txt";
            case 1 -> "blobs/" + sha.substring(0, 2) + "/" + sha.substring(2);
            case 2 -> "blobs/" + sha.substring(0, 2) + "/a" + random.nextInt(1000);
            default -> "datasets/faces/photos/z" + random.nextInt(1000) + ".png";
          };
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, content);
      return Set.of(name);
    }
  },
  /** Two entries stand in each other's place. */
  REORDERED {
    @Override
    Set<String> tamper(Path folder, Path earlier, SplittableRandom random) throws IOException {
      List<Entry> entries = entries(folder);
      int one = random.nextInt(entries.size());
      int other = (one + random.nextInt(1, entries.size())) % entries.size();
      Collections.swap(entries, one, other);
      write(folder, entries);
      return LOG;
    }
  };

  /** What was changed in the log shows there or in the head that signs it. */
  private static final Set<String> LOG = Set.of("custody.jsonl", "head.json");

  /**
   * Tampers with a case.
   *
   * @param earlier a copy of the case as it was some entries ago
   * @return files of which at least one has to be named, relative to the case
   */
  abstract Set<String> tamper(Path folder, Path earlier, SplittableRandom random)
      throws IOException;

  /** Whether nothing inside the case can show it. */
  boolean needsAnAnchor() {
    return false;
  }

  private static Set<String> named(Path folder, Path file) {
    String name = relative(folder, file);
    return LOG.contains(name) ? LOG : Set.of(name);
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static <T> T any(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<Path> evidence(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(
          files
              .filter(Files::isRegularFile)
              .filter(file -> !folder.relativize(file).startsWith("work"))
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("case.db"))
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("lock"))
              .sorted()
              .toList());
    }
  }

  private static List<Path> stored(Path folder) throws IOException {
    return evidence(folder).stream()
        .filter(file -> folder.relativize(file).getNameCount() > 1)
        .toList();
  }

  private static List<Path> blobs(Path folder) throws IOException {
    return evidence(folder).stream()
        .filter(file -> file.startsWith(folder.resolve("blobs")))
        .toList();
  }

  private static void put(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }

  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("custody.jsonl"))) {
      entries.add(Entry.parse(Cases.utf8(line)));
    }
    return entries;
  }

  private static void write(Path folder, List<Entry> entries) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      log.write(entry.line());
      log.write('\n');
    }
    put(folder.resolve("custody.jsonl"), log.toByteArray());
  }

  /** The entry of a line, with hashes that fit those before it. */
  private static Entry rehashed(String line, List<Entry> before) throws IOException {
    Entry entry = Entry.parse(Cases.utf8(line));
    String previous = before.isEmpty() ? "0".repeat(64) : before.get(before.size() - 1).hash();
    ObjectNode unhashed = (ObjectNode) CanonicalJson.tree(entry);
    unhashed.remove("hash");
    unhashed.put("previous", previous);
    return new Entry(
        entry.number(),
        entry.time(),
        entry.actor(),
        entry.action(),
        entry.body(),
        previous,
        Sha256.of(CanonicalJson.bytes(unhashed)));
  }

  private static String text(Instant time) {
    return "\"time\":\"" + Timestamps.text(time) + "\"";
  }

  /** A key that is not the user's. */
  private static CustodyKey stranger(Path folder) throws IOException {
    String before = System.getProperty("pentimento.config");
    Cases.useKeyIn(folder.resolveSibling(folder.getFileName() + "-stranger"));
    try {
      return CustodyKey.ofUser();
    } finally {
      Cases.useKeyIn(Path.of(before));
    }
  }

  /** Copies a case. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Takes a case away. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
