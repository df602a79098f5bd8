package org.pentimento.audit.hashes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.FileNames;
import org.pentimento.casefile.event.HashMiss;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.ListedFile;

/**
 * Files of a data set beside a list of hashes. A file matches if the list has its content, under
 * its path or, if nothing else has, under another.
 *
 * @param matches how many files have a content that is listed
 * @param misses entries of the list of which no file has the content
 * @param extras paths of files whose content is not listed
 */
public record HashComparison(int matches, List<HashMiss> misses, List<String> extras) {
  private static final int CHUNK = 1 << 16;

  /**
   * Compares.
   *
   * @param list what should be there
   * @param files what is there
   * @param root the folder of the files, read again for hashes other than SHA-256
   */
  public static HashComparison of(HashList list, FileListing files, Path root, Progress progress)
      throws IOException, CancelledException {
    Map<String, Map<HashKind, String>> hashes = hashes(list, files, root, progress);
    Matching matching = new Matching(hashes);
    Collection<HashList.Entry> left = matching.byPath(list.entries());
    left = matching.byContent(left);
    return matching.result(left, list.entries());
  }

  private static Map<String, Map<HashKind, String>> hashes(
      HashList list, FileListing files, Path root, Progress progress)
      throws IOException, CancelledException {
    Set<HashKind> more = EnumSet.noneOf(HashKind.class);
    more.addAll(list.kinds());
    more.remove(HashKind.SHA_256);
    long bytes = files.files().stream().mapToLong(ListedFile::size).sum();
    progress.begin("Comparing with the hash list", more.isEmpty() ? files.files().size() : bytes);
    Map<String, Map<HashKind, String>> hashes = new HashMap<>();
    for (ListedFile file : files.files()) {
      progress.checkCancelled();
      Map<HashKind, String> own = new EnumMap<>(HashKind.class);
      own.put(HashKind.SHA_256, file.sha256());
      if (!more.isEmpty()) {
        own.putAll(digests(root.resolve(file.path()), more, progress));
      } else {
        progress.advance(1);
      }
      hashes.put(file.path(), own);
    }
    return hashes;
  }

  private static Map<HashKind, String> digests(Path file, Set<HashKind> kinds, Progress progress)
      throws IOException, CancelledException {
    Map<HashKind, MessageDigest> digests = new EnumMap<>(HashKind.class);
    kinds.forEach(k -> digests.put(k, k.digest()));
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        progress.checkCancelled();
        for (MessageDigest digest : digests.values()) {
          digest.update(chunk, 0, n);
        }
        progress.advance(n);
      }
    }
    Map<HashKind, String> hashes = new EnumMap<>(HashKind.class);
    digests.forEach((kind, digest) -> hashes.put(kind, HexFormat.of().formatHex(digest.digest())));
    return hashes;
  }

  /** Takes files away one by one as entries are found to be theirs. */
  private static final class Matching {
    private final Map<String, Map<HashKind, String>> hashes;
    private final Set<String> free;
    private final Map<String, List<String>> byName = new HashMap<>();

    Matching(Map<String, Map<HashKind, String>> hashes) {
      this.hashes = hashes;
      this.free = new HashSet<>(hashes.keySet());
      for (String path : hashes.keySet()) {
        byName.computeIfAbsent(last(path), k -> new ArrayList<>()).add(path);
      }
    }

    private static String last(String path) {
      return FileNames.folded(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether one path is the end of the other: lists begin at any folder above or below. */
    private static boolean same(String one, String other) {
      String a = "/" + FileNames.folded(one);
      String b = "/" + FileNames.folded(other);
      return a.endsWith(b) || b.endsWith(a);
    }

    private Optional<String> at(String path) {
      return path.isEmpty()
          ? Optional.empty()
          : byName.getOrDefault(last(path), List.of()).stream()
              .filter(f -> same(f, path))
              .findFirst();
    }

    private boolean has(String file, HashList.Entry entry) {
      return entry.hash().equals(own(file).get(entry.kind()));
    }

    private Map<HashKind, String> own(String file) {
      return hashes.getOrDefault(file, Map.of());
    }

    /** Entries whose file is not there with that content. */
    Collection<HashList.Entry> byPath(List<HashList.Entry> entries) {
      List<HashList.Entry> left = new ArrayList<>();
      for (HashList.Entry entry : entries) {
        Optional<String> file =
            entry.path().isEmpty()
                ? Optional.empty()
                : byName.getOrDefault(last(entry.path()), List.of()).stream()
                    .filter(f -> free.contains(f) && same(f, entry.path()) && has(f, entry))
                    .findFirst();
        if (file.isPresent()) {
          free.remove(file.get());
        } else {
          left.add(entry);
        }
      }
      return left;
    }

    /** Entries whose content no other file has either. */
    Collection<HashList.Entry> byContent(Collection<HashList.Entry> entries) {
      Map<String, Deque<String>> files = new HashMap<>();
      for (String file : free) {
        own(file)
            .values()
            .forEach(h -> files.computeIfAbsent(h, k -> new ArrayDeque<>()).add(file));
      }
      List<HashList.Entry> left = new ArrayList<>();
      for (HashList.Entry entry : entries) {
        Deque<String> same = files.getOrDefault(entry.hash(), new ArrayDeque<>());
        while (!same.isEmpty() && !free.contains(same.peek())) {
          same.remove();
        }
        if (same.isEmpty()) {
          left.add(entry);
        } else {
          free.remove(same.remove());
        }
      }
      return left;
    }

    HashComparison result(Collection<HashList.Entry> left, List<HashList.Entry> all) {
      Set<String> listed = new HashSet<>();
      all.forEach(e -> listed.add(e.hash()));
      Set<String> present = new HashSet<>();
      hashes.values().forEach(h -> present.addAll(h.values()));
      List<String> extras =
          free.stream()
              .filter(f -> own(f).values().stream().noneMatch(listed::contains))
              .sorted()
              .toList();
      List<HashMiss> misses = new ArrayList<>();
      for (HashList.Entry entry : left) {
        // A content alone, without a path, is there as soon as some file has it.
        if (!entry.path().isEmpty() || !present.contains(entry.hash())) {
          misses.add(
              new HashMiss(
                  entry.path(),
                  entry.hash(),
                  at(entry.path()).isPresent()
                      ? HashMiss.Why.OTHER_CONTENT
                      : HashMiss.Why.NOT_THERE));
        }
      }
      return new HashComparison(hashes.size() - extras.size(), misses, extras);
    }
  }
}
