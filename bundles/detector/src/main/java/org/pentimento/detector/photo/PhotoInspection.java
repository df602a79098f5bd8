package org.pentimento.detector.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.DatasetFinding.Action;
import org.pentimento.api.detector.DatasetFinding.Remedy;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.image.Image;
import org.pentimento.detector.group.Carriers;
import org.pentimento.detector.group.Ranking;
import org.pentimento.detector.pattern.PatternPictures;
import org.pentimento.detector.pattern.PatternReader;
import org.pentimento.detector.residual.PhotoStack;

/** One inspection of the photos of a set. */
final class PhotoInspection {
  private static final int LEAST_SIZE = 24;

  /** Photos of more pixels are compared in smaller parts, so that no part needs more memory. */
  private static final double COMMON_PIXELS = 200 * 250;

  private static final int LEAST_TOGETHER = 100;
  private static final int SAMPLE = 60;
  private static final int SEEDS = 24;
  private static final int PICTURED = 8;
  private static final int MOST_PATTERNS = 3;
  private static final int FEWEST = 4;
  private static final double SUSPICIOUS = .01;
  private static final double LARGE = .15;

  private final SuspectSet set;
  private final int together;
  private final long seed;
  private final Progress progress;
  private final SketchSide sketches;
  private final int[] twin;
  private final List<SharedPattern> patterns = new ArrayList<>();
  private final List<Exhibit> exhibits = new ArrayList<>();
  private Marks marks;

  /**
   * An inspection.
   *
   * @param together how many photos are compared all with all
   */
  PhotoInspection(SuspectSet set, int together, long seed, Progress progress) {
    this.set = set;
    this.together = together;
    this.seed = seed;
    this.progress = progress;
    sketches = new SketchSide(set);
    twin = new int[set.pairs().size()];
    marks = Marks.none(twin.length);
  }

  /** What was found. */
  DatasetFinding run() throws IOException, CancelledException {
    int[] which = which();
    if (which.length < Part.LEAST) {
      throw new BadInputException(
          "Only "
              + which.length
              + " photos are left to compare once duplicates and photos of another size are left"
              + " out.",
          "Give at least " + Part.LEAST + " different pairs.");
    }
    Image typical = PhotoStack.typical(set.pairs(), which, SAMPLE);
    if (Math.min(typical.width(), typical.height()) < LEAST_SIZE) {
      throw new BadInputException(
          "Photos of " + typical.width() + "x" + typical.height() + " px are too small to compare.",
          "Give photos of at least " + LEAST_SIZE + "x" + LEAST_SIZE + " px.");
    }
    int[][] parts = parts(which, typical);
    progress.begin("Comparing photos", 3L * which.length);
    if (parts.length == 1) {
      whole(parts[0], typical);
    } else {
      inParts(parts, typical);
    }
    return finding();
  }

  /** All pairs but copies of others and photos of another size. */
  private int[] which() {
    int n = set.pairs().size();
    int[] out = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      twin[i] = i;
      for (PairFinding.Quality quality : sketches.qualities(i)) {
        if (quality.oddity() == Oddity.DUPLICATE) {
          for (int other : quality.others()) {
            twin[i] = Math.min(twin[i], other);
          }
        }
      }
      if (twin[i] == i && !sketches.has(i, Oddity.OTHER_SIZE)) {
        out[count++] = i;
      }
    }
    return Arrays.copyOf(out, count);
  }

  private int[][] parts(int[] which, Image typical) {
    long pixels = (long) typical.width() * typical.height();
    int most = (int) Math.max(LEAST_TOGETHER, together * Math.min(1, COMMON_PIXELS / pixels));
    if (which.length <= most) {
      return new int[][] {which};
    }
    int[] mixed = which.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = mixed.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = mixed[i];
      mixed[i] = mixed[j];
      mixed[j] = swap;
    }
    int count = (which.length + most - 1) / most;
    int[][] parts = new int[count][];
    for (int k = 0; k < count; k++) {
      parts[k] =
          Arrays.copyOfRange(
              mixed,
              (int) ((long) k * mixed.length / count),
              (int) ((long) (k + 1) * mixed.length / count));
      Arrays.sort(parts[k]);
    }
    return parts;
  }

  private PhotoStack read(int[] pairs, Image typical) throws IOException, CancelledException {
    PhotoStack photos =
        PhotoStack.read(
            set.pairs(), pairs, set.trusted(), typical.width(), typical.height(), progress);
    if (photos.count() < Part.LEAST) {
      throw new BadInputException(
          "Only "
              + photos.count()
              + " photos have one size, "
              + typical.width()
              + "x"
              + typical.height()
              + " px.",
          "Bring the photos to one size, or give at least " + Part.LEAST + " pairs of a size.");
    }
    return photos;
  }

  /**
   * How photos are compared: as they are if all have colour, or all but very few; if colour and
   * grey are mixed, all by their luminance, and those with colour once more by themselves.
   */
  private static List<PhotoStack> looks(PhotoStack all) {
    int[] coloured = all.coloured();
    if (coloured.length == all.count()) {
      return List.of(all);
    }
    List<PhotoStack> looks = new ArrayList<>();
    if (all.count() - coloured.length >= FEWEST || coloured.length < Part.LEAST) {
      looks.add(all.inLuminance());
    }
    if (coloured.length >= Part.LEAST) {
      looks.add(all.some(coloured));
    }
    return looks;
  }

  private void whole(int[] pairs, Image typical) throws IOException, CancelledException {
    for (PhotoStack photos : looks(read(pairs, typical))) {
      Part part = Part.of(photos, sketches.orders(photos, progress), seed, progress);
      part.nearest().ifPresent(carriers -> marks.addFaint(photos, carriers));
      for (Shared shared : part.accepted()) {
        progress.checkCancelled();
        if (!marks.know(pairs(photos, shared.carriers().members()))) {
          take(photos, shared);
        }
      }
    }
  }

  /** Reads what a group shares, or what all others share if it is that. */
  private void take(PhotoStack photos, Shared shared) {
    int[] members = shared.carriers().members();
    PatternReader reader = new PatternReader(photos, members, seed);
    SharedPattern read = reader.read(shared.p(), shared.strength());
    boolean others =
        members.length > LARGE * photos.count() && reader.isCarriedByOthers(read.family());
    int[] carriers = others ? without(photos, members) : members;
    SharedPattern pattern =
        others
            ? new PatternReader(photos, carriers, seed).read(shared.p(), shared.strength())
            : read;
    if (isSource(pattern)) {
      exhibits.add(source(pattern));
      return;
    }
    patterns.add(pattern);
    if (others) {
      marks.add(photos, carriers);
    } else {
      marks.add(photos, shared.carriers());
    }
    exhibits.addAll(PatternPictures.of(pattern, photos, carriers));
    exhibits.add(alongSuspicion(photos, shared.carriers()));
  }

  private static int[] without(PhotoStack photos, int[] members) {
    return IntStream.range(0, photos.count())
        .filter(i -> Arrays.binarySearch(members, i) < 0)
        .toArray();
  }

  private static int[] pairs(PhotoStack photos, int[] members) {
    return Arrays.stream(members).map(photos::pair).toArray();
  }

  private void inParts(int[][] parts, Image typical) throws IOException, CancelledException {
    List<Found> found = new ArrayList<>();
    for (int[] pairs : parts) {
      for (PhotoStack photos : looks(read(pairs, typical))) {
        Part part = Part.of(photos, sketches.orders(photos, progress), seed, progress);
        part.nearest().ifPresent(carriers -> marks.addFaint(photos, carriers));
        for (Shared shared : part.accepted()) {
          found.add(Found.of(photos, shared));
        }
      }
    }
    found.sort((a, b) -> Double.compare(b.shared().strength(), a.shared().strength()));
    for (Found one : found) {
      if (!marks.know(one.members()) && patterns.size() < MOST_PATTERNS) {
        everywhere(one, parts, typical);
      }
    }
  }

  /** Looks in every part for carriers of what was found in one. */
  private void everywhere(Found found, int[][] parts, Image typical)
      throws IOException, CancelledException {
    int[] seeds = found.strongest(SEEDS);
    List<Integer> members = new ArrayList<>();
    Marks before = marks.copy();
    for (int[] pairs : parts) {
      PhotoStack photos = found.look(read(with(pairs, seeds), typical));
      Carriers carriers =
          Carriers.of(
              photos,
              found.shared().banks(),
              indices(photos, Arrays.stream(seeds).boxed().toList()),
              photos.count() / 2,
              progress);
      marks.add(photos, carriers);
      for (int pair : pairs(photos, carriers.members())) {
        if (!members.contains(pair)) {
          members.add(pair);
        }
      }
    }
    PhotoStack some = found.look(read(sample(members, parts), typical));
    int[] group = indices(some, members);
    SharedPattern read =
        new PatternReader(some, group, seed).read(found.shared().p(), found.shared().strength());
    members.sort(null);
    SharedPattern pattern =
        new SharedPattern(
            read.family(),
            members,
            read.p(),
            read.strength(),
            read.place(),
            read.residual(),
            read.gain(),
            read.mask(),
            read.measures());
    if (isSource(pattern)) {
      marks = before;
      exhibits.add(source(pattern));
      return;
    }
    exhibits.addAll(PatternPictures.of(pattern, some, group));
    patterns.add(pattern);
  }

  /** Those photos of a stack that belong to some pairs, by index. */
  private int[] indices(PhotoStack photos, List<Integer> pairs) {
    boolean[] in = new boolean[set.pairs().size()];
    pairs.forEach(pair -> in[pair] = true);
    return IntStream.range(0, photos.count()).filter(i -> in[photos.pair(i)]).toArray();
  }

  private static int[] with(int[] pairs, int[] more) {
    return IntStream.concat(Arrays.stream(pairs), Arrays.stream(more))
        .distinct()
        .sorted()
        .toArray();
  }

  /** Up to 300 members and 500 others. */
  private int[] sample(List<Integer> members, int[][] parts) {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < members.size() && i < 300; i++) {
      chosen.add(members.get((int) ((long) i * members.size() / Math.min(300, members.size()))));
    }
    int others = 0;
    for (int i : parts[0]) {
      if (others < 500 && !members.contains(i)) {
        chosen.add(i);
        others++;
      }
    }
    return chosen.stream().mapToInt(i -> i).distinct().sorted().toArray();
  }

  /**
   * Whether a group is one source of photos rather than a trigger: it was called so before, shows
   * no picture of its own, and its sketches are not suspicious.
   */
  private boolean isSource(SharedPattern pattern) {
    int source = 0;
    int suspicious = 0;
    for (int member : pattern.members()) {
      boolean other =
          sketches.has(member, Oddity.OTHER_SOURCE) || sketches.has(member, Oddity.NO_COLOUR);
      source += other ? 1 : 0;
      suspicious += sketches.p(member) <= SUSPICIOUS ? 1 : 0;
    }
    int size = pattern.members().size();
    boolean changed = suspicious >= 3 && 3 * suspicious >= size;
    boolean faceless = pattern.family() == Family.WARP || pattern.family() == Family.OTHER;
    return faceless && !changed && source > .7 * size;
  }

  private static Exhibit source(SharedPattern pattern) {
    return new Exhibit.Table(
        "A group of photos shares traces of how it was taken or stored, but no picture. It was"
            + " found to be another source, and its sketches are as those of others; it does not"
            + " count as a pattern.",
        List.of("Photos"),
        List.of(List.of(Integer.toString(pattern.members().size()))));
  }

  /** How far photos carry it, along the order of suspicion of their sketches. */
  private Exhibit alongSuspicion(PhotoStack photos, Carriers carriers) {
    double[] key = new double[photos.count()];
    for (int i = 0; i < key.length; i++) {
      key[i] = -sketches.p(photos.pair(i));
    }
    int[] order = Ranking.descending(key);
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int r = 0; r < order.length; r++) {
      x.add(r + 1.0);
      y.add(carriers.z()[order[r]]);
    }
    return new Exhibit.Curve(
        "How far photos carry what the group shares, the most suspicious sketches first.",
        "rank of the sketch",
        "robust standard deviations of photos without it",
        x,
        y);
  }

  private DatasetFinding finding() throws IOException {
    int[] pictured = marks.strongest(PICTURED);
    List<PairFinding> findings = new ArrayList<>();
    for (int i = 0; i < twin.length; i++) {
      int pair = i;
      boolean shown = Arrays.stream(pictured).anyMatch(p -> p == pair);
      findings.add(finding(pair, shown));
    }
    double all = patterns.stream().mapToDouble(SharedPattern::p).min().orElse(1);
    List<Remedy> remedies = new ArrayList<>();
    for (SharedPattern pattern : patterns) {
      remedies.add(new Remedy(Action.LOOK, pattern.members()));
    }
    return new DatasetFinding(findings, all, patterns, exhibits, remedies);
  }

  private PairFinding finding(int pair, boolean shown) throws IOException {
    int from = twin[pair];
    if (marks.p(from) == 1) {
      return new PairFinding(marks.score(from), 1, List.of(), List.of(), List.of());
    }
    Family family =
        patterns.stream()
            .filter(s -> s.members().contains(from))
            .map(SharedPattern::family)
            .findFirst()
            .orElse(Family.OTHER);
    List<Picture> pictures =
        shown
            ? PatternPictures.ofMember(set.pairs().get(pair).photo().decode(), patterns)
            : List.of();
    return new PairFinding(
        marks.score(from),
        marks.p(from),
        List.of(
            new Reason(
                Reason.Kind.SHARED_PATTERN,
                marks.score(from),
                family.name().toLowerCase(Locale.ROOT))),
        List.of(),
        pictures);
  }

  /**
   * A group found in one part.
   *
   * @param shared what was accepted
   * @param planes in which photos were compared
   * @param members the pairs of its members
   * @param z of each
   */
  private record Found(Shared shared, int planes, int[] members, double[] z) {
    static Found of(PhotoStack photos, Shared shared) {
      int[] in = shared.carriers().members();
      double[] z = Arrays.stream(in).mapToDouble(i -> shared.carriers().z()[i]).toArray();
      return new Found(shared, photos.planes(), pairs(photos, in), z);
    }

    /** Photos compared as those were among which it was found. */
    PhotoStack look(PhotoStack all) {
      return planes == 1 ? all.inLuminance() : all.some(all.coloured());
    }

    int[] strongest(int most) {
      int[] order = Ranking.descending(z);
      int[] out = new int[Math.min(most, order.length)];
      for (int i = 0; i < out.length; i++) {
        out[i] = members[order[i]];
      }
      Arrays.sort(out);
      return out;
    }
  }
}
