package org.pentimento.detector.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
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
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.detector.group.Carriers;
import org.pentimento.detector.group.Ranking;
import org.pentimento.detector.pattern.PatternPictures;
import org.pentimento.detector.pattern.PatternReader;
import org.pentimento.detector.residual.PhotoStack;

/**
 * Looks for what a group of photos shares and no other photos have: a stamp, a wave, a blended
 * picture, traces of a warp. It needs nobody's trust and no training. Where sketches were looked at
 * before, it looks first at the photos of the suspicious ones, which makes it much stronger.
 */
@Component(service = DatasetDetector.class)
public final class SharedPatternDetector implements DatasetDetector {
  private static final int LEAST = 40;
  private static final int LEAST_SIZE = 24;
  private static final int SAMPLE = 60;
  private static final int SEEDS = 24;
  private static final int PICTURED = 8;
  private static final double SUSPICIOUS = .01;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "shared-pattern",
          "Shared pattern",
          "1.0.0",
          "Looks for what a group of photos shares and no other photos have, shows it and says who"
              + " carries it.",
          "Pentimento; dependence test after A. Gretton, O. Bousquet, A. Smola, B. Schoelkopf:"
              + " Measuring Statistical Dependence with Hilbert-Schmidt Norms. ALT, 2005.",
          Parameter.integer(
              "together",
              "Compared together",
              "How many photos are compared all with all; larger sets are looked at in random"
                  + " parts of at most this size. Time and memory grow with its square.",
              "photos",
              1000,
              100,
              4000));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public LooksAt looksAt() {
    return LooksAt.PHOTOS;
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Triggers of which fewer than four photos carry each, triggers that differ from photo to"
        + " photo, triggers so faint that photos differ more among themselves, and photos without"
        + " colour or of another size in a set where most have colour and one size.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    return new Inspection(set, settings.integer("together"), seed, progress).run();
  }

  /** One inspection. */
  private static final class Inspection {
    private final SuspectSet set;
    private final int together;
    private final long seed;
    private final Progress progress;
    private final SketchSide sketches;
    private final double[] score;
    private final double[] p;
    private final int[] twin;

    Inspection(SuspectSet set, int together, long seed, Progress progress) {
      this.set = set;
      this.together = together;
      this.seed = seed;
      this.progress = progress;
      sketches = new SketchSide(set);
      int n = set.pairs().size();
      score = new double[n];
      p = new double[n];
      Arrays.fill(p, 1);
      twin = new int[n];
    }

    DatasetFinding run() throws IOException, CancelledException {
      int[] which = which();
      if (which.length < LEAST) {
        throw new BadInputException(
            "Only "
                + which.length
                + " photos are left to compare once duplicates and photos without colour are left"
                + " out.",
            "Give at least " + LEAST + " different pairs.");
      }
      Image typical = PhotoStack.typical(set.pairs(), which, SAMPLE);
      if (Math.min(typical.width(), typical.height()) < LEAST_SIZE) {
        throw new BadInputException(
            "Photos of "
                + typical.width()
                + "x"
                + typical.height()
                + " px are too small to compare.",
            "Give photos of at least " + LEAST_SIZE + "x" + LEAST_SIZE + " px.");
      }
      int[][] parts = parts(which);
      progress.begin("Comparing photos", 3L * which.length);
      List<Exhibit> exhibits = new ArrayList<>();
      List<SharedPattern> patterns =
          parts.length == 1
              ? whole(parts[0], typical, exhibits)
              : inParts(parts, typical, exhibits);
      return finding(patterns, exhibits);
    }

    /** All pairs but copies of others and photos without colour among such with colour. */
    private int[] which() {
      int n = set.pairs().size();
      int grey = 0;
      for (int i = 0; i < n; i++) {
        grey += sketches.has(i, Oddity.NO_COLOUR) ? 1 : 0;
      }
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
        boolean odd =
            sketches.has(i, Oddity.OTHER_SIZE)
                || (2 * grey < n && sketches.has(i, Oddity.NO_COLOUR));
        if (twin[i] == i && !odd) {
          out[count++] = i;
        }
      }
      return Arrays.copyOf(out, count);
    }

    private int[][] parts(int[] which) {
      if (which.length <= together) {
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
      int count = (which.length + together - 1) / together;
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

    private Part part(int[] pairs, Image typical) throws IOException, CancelledException {
      PhotoStack photos = read(pairs, typical);
      if (photos.count() < LEAST) {
        throw new BadInputException(
            "Only "
                + photos.count()
                + " photos have one size, "
                + typical.width()
                + "x"
                + typical.height()
                + " px.",
            "Bring the photos to one size, or give at least " + LEAST + " pairs of a size.");
      }
      return Part.of(photos, sketches.orders(photos, progress), seed, progress);
    }

    private PhotoStack read(int[] pairs, Image typical) throws IOException, CancelledException {
      return PhotoStack.read(
          set.pairs(), pairs, set.trusted(), typical.width(), typical.height(), progress);
    }

    private List<SharedPattern> whole(int[] pairs, Image typical, List<Exhibit> exhibits)
        throws IOException, CancelledException {
      Part part = part(pairs, typical);
      PhotoStack photos = part.photos();
      part.nearest().ifPresent(carriers -> faint(photos, carriers));
      List<SharedPattern> patterns = new ArrayList<>();
      for (Shared shared : part.accepted()) {
        progress.checkCancelled();
        SharedPattern pattern =
            new PatternReader(photos, shared.carriers().members(), seed)
                .read(shared.p(), shared.strength());
        if (!isSource(pattern)) {
          patterns.add(pattern);
          mark(photos, shared.carriers(), photos.count());
          exhibits.addAll(PatternPictures.of(pattern, photos, shared.carriers().members()));
          exhibits.add(alongSuspicion(photos, shared.carriers()));
        } else {
          exhibits.add(source(pattern));
        }
      }
      return patterns;
    }

    private List<SharedPattern> inParts(int[][] parts, Image typical, List<Exhibit> exhibits)
        throws IOException, CancelledException {
      List<Found> found = new ArrayList<>();
      for (int[] pairs : parts) {
        Part part = part(pairs, typical);
        part.nearest().ifPresent(carriers -> faint(part.photos(), carriers));
        for (Shared shared : part.accepted()) {
          found.add(Found.of(part.photos(), shared));
        }
      }
      found.sort((a, b) -> Double.compare(b.shared().strength(), a.shared().strength()));
      List<SharedPattern> patterns = new ArrayList<>();
      for (Found one : found) {
        boolean known =
            Arrays.stream(one.members()).filter(i -> p[i] < 1).count() > .5 * one.members().length;
        if (!known && patterns.size() < 3) {
          everywhere(one, parts, typical, exhibits).ifPresent(patterns::add);
        }
      }
      return patterns;
    }

    /** Looks in every part for carriers of what was found in one. */
    private Optional<SharedPattern> everywhere(
        Found found, int[][] parts, Image typical, List<Exhibit> exhibits)
        throws IOException, CancelledException {
      int[] seeds = found.strongest(SEEDS);
      List<Integer> members = new ArrayList<>();
      double[] oldScore = score.clone();
      double[] oldP = p.clone();
      for (int[] pairs : parts) {
        PhotoStack photos = read(with(pairs, seeds), typical);
        int[] group = new int[seeds.length];
        int count = 0;
        for (int i = 0; i < photos.count(); i++) {
          if (Arrays.binarySearch(seeds, photos.pair(i)) >= 0) {
            group[count++] = i;
          }
        }
        Carriers carriers =
            Carriers.of(
                photos,
                found.shared().banks(),
                Arrays.copyOf(group, count),
                photos.count() / 2,
                progress);
        mark(photos, carriers, photos.count());
        for (int m : carriers.members()) {
          if (!members.contains(photos.pair(m))) {
            members.add(photos.pair(m));
          }
        }
      }
      PhotoStack some = read(sample(members, parts), typical);
      boolean[] in = new boolean[set.pairs().size()];
      members.forEach(m -> in[m] = true);
      int[] group = new int[some.count()];
      int count = 0;
      for (int i = 0; i < group.length; i++) {
        if (in[some.pair(i)]) {
          group[count++] = i;
        }
      }
      group = Arrays.copyOf(group, count);
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
        System.arraycopy(oldScore, 0, score, 0, score.length);
        System.arraycopy(oldP, 0, p, 0, p.length);
        exhibits.add(source(pattern));
        return Optional.empty();
      }
      exhibits.addAll(PatternPictures.of(pattern, some, group));
      return Optional.of(pattern);
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
        source += sketches.has(member, Oddity.OTHER_SOURCE) ? 1 : 0;
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

    private void mark(PhotoStack photos, Carriers carriers, int count) {
      double cut = Carriers.cut(carriers.z(), carriers.members(), carriers.members().length);
      boolean[] in = new boolean[count];
      for (int m : carriers.members()) {
        in[m] = true;
      }
      for (int i = 0; i < count; i++) {
        int pair = photos.pair(i);
        double ratio = carriers.z()[i] / cut;
        score[pair] = Math.max(score[pair], Math.max(0, ratio));
        if (in[i]) {
          double sure = Math.max(1e-12, StrictMath.pow(10, -3 * Math.max(1, ratio)));
          p[pair] = Math.min(p[pair], sure);
        }
      }
    }

    /** Scores below 1 where nothing was accepted. */
    private void faint(PhotoStack photos, Carriers carriers) {
      double cut = Carriers.cut(carriers.z(), carriers.members(), carriers.members().length);
      for (int i = 0; i < photos.count(); i++) {
        score[photos.pair(i)] = Math.max(0, Math.min(.99, carriers.z()[i] / cut));
      }
    }

    private DatasetFinding finding(List<SharedPattern> patterns, List<Exhibit> exhibits)
        throws IOException {
      List<PairFinding> findings = new ArrayList<>();
      List<Integer> strongest = new ArrayList<>();
      for (int i = 0; i < score.length; i++) {
        strongest.add(i);
      }
      strongest.sort((a, b) -> Double.compare(p[a], p[b]));
      List<Integer> pictured = strongest.subList(0, Math.min(PICTURED, strongest.size()));
      for (int i = 0; i < score.length; i++) {
        int from = twin[i];
        if (p[from] == 1) {
          findings.add(new PairFinding(score[from], 1, List.of(), List.of(), List.of()));
          continue;
        }
        int pair = i;
        Family family =
            patterns.stream()
                .filter(s -> s.members().contains(from))
                .map(SharedPattern::family)
                .findFirst()
                .orElse(Family.OTHER);
        List<Picture> pictures =
            pictured.contains(pair)
                ? PatternPictures.ofMember(set.pairs().get(pair).photo().decode(), patterns)
                : List.of();
        findings.add(
            new PairFinding(
                score[from],
                p[from],
                List.of(
                    new Reason(
                        Reason.Kind.SHARED_PATTERN,
                        score[from],
                        family.name().toLowerCase(Locale.ROOT))),
                List.of(),
                pictures));
      }
      double all = patterns.stream().mapToDouble(SharedPattern::p).min().orElse(1);
      List<Remedy> remedies = new ArrayList<>();
      for (SharedPattern pattern : patterns) {
        remedies.add(new Remedy(Action.LOOK, pattern.members()));
      }
      return new DatasetFinding(findings, all, patterns, exhibits, remedies);
    }
  }

  /**
   * A group found in one part.
   *
   * @param shared what was accepted
   * @param members the pairs of its members
   * @param z of each
   */
  private record Found(Shared shared, int[] members, double[] z) {
    static Found of(PhotoStack photos, Shared shared) {
      int[] in = shared.carriers().members();
      int[] members = new int[in.length];
      double[] z = new double[in.length];
      for (int i = 0; i < in.length; i++) {
        members[i] = photos.pair(in[i]);
        z[i] = shared.carriers().z()[in[i]];
      }
      return new Found(shared, members, z);
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
