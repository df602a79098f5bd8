package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.data.WhyNothing;
import org.pentimento.audit.hashes.HashComparison;
import org.pentimento.audit.hashes.HashKind;
import org.pentimento.audit.hashes.HashList;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a data set into a case: recognises it, lists and hashes its files, copies them if wanted.
 */
public final class ImportJob {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  private final Extensions extensions;
  private final DatasetCache cache;

  public ImportJob(Extensions extensions, DatasetCache cache) {
    this.cache = cache;
    this.extensions = extensions;
  }

  /** Made-up pairs must not lie in a case under the name of files that nobody read. */
  private static void refuseFilesThatAreNotRead(DatasetFormat format, Path root)
      throws IOException {
    if (!format.makesItsPairs()) {
      return;
    }
    boolean empty = Files.isDirectory(root);
    if (empty) {
      try (Stream<Path> content = Files.list(root)) {
        empty = content.findAny().isEmpty();
      }
    }
    if (!empty) {
      throw new BadInputException(
          "The format '"
              + format.descriptor().id()
              + "' makes its pairs itself and would read nothing of "
              + root
              + ".",
          "Leave --format away to have the files recognised, or name an empty folder.");
    }
  }

  public JobResult.OfImport run(Job.Import job, Progress progress)
      throws IOException, CancelledException {
    Path root = Path.of(job.path()).toAbsolutePath().normalize();
    if (!Files.exists(root)) {
      throw new BadInputException("There is no file or folder " + root + ".", "Check the path.");
    }
    DatasetFormat format = format(job.format(), root, progress);
    refuseFilesThatAreNotRead(format, root);
    Settings settings = settings(format, job.settings());
    String name = job.name() == null ? String.valueOf(root.getFileName()) : job.name();
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}")) {
      throw new BadInputException(
          "'" + name + "' cannot be the name of a data set.",
          "Give one with --name: letters, digits, spaces, dots, hyphens and underscores, beginning"
              + " with a letter or digit.");
    }
    // Looked at before the case is touched, so that a folder that is no data set leaves no trace in
    // it.
    Dataset found = open(format, root, settings, progress);
    if (found.pairs().isEmpty()) {
      throw WhyNothing.explain(
          root,
          new BadInputException(
              "No photo-sketch pair was found in " + root + reason(found) + ".",
              "Check the folder, or name the format with --format: "
                  + extensions.ids(Kind.DATASET_FORMAT)
                  + "."));
    }
    Path listFile =
        job.hashes() == null ? null : Path.of(job.hashes()).toAbsolutePath().normalize();
    HashList list = listFile == null ? null : HashList.read(listFile);
    boolean copied = job.copy() || format.makesItsPairs();
    if (!copied && real(Path.of(job.caseFolder())).startsWith(root.toRealPath())) {
      throw new BadInputException(
          "The case lies in the folder of the data set, "
              + root
              + ". All files of a data set that stays where it is are hashed, and those of the case"
              + " change with every step, so that the data set would count as changed.",
          "Import without --reference, or make the case in another folder.");
    }
    return Cases.write(
        job.caseFolder(),
        job.info(),
        progress,
        caseFile -> {
          if (caseFile.dataset(name).isPresent()) {
            throw new BadInputException(
                "The case already has a data set '" + name + "'.",
                "Give another name with --name.");
          }
          Path listed = root;
          if (copied) {
            listed = caseFile.datasetFolder(name);
            copy(format.makesItsPairs() ? null : root, listed, caseFile.folder(), progress);
          }
          FileListing listing = FileListing.of(listed, progress);
          String listingSha = caseFile.blobs().putJson(listing);
          String digest =
              Hashes.sha256(
                  CanonicalJson.bytes(
                      Map.of(
                          "format", format.descriptor().id(),
                          "version", format.descriptor().version(),
                          "settings", settings.values(),
                          "listing", listingSha)));
          List<SkippedFile> skipped =
              found.skipped().stream().map(s -> new SkippedFile(s.file(), s.reason())).toList();
          int train = (int) found.count(Split.TRAIN);
          int test = (int) found.count(Split.TEST);
          JobResult.HashesCompared hashes =
              listFile == null || list == null
                  ? null
                  : compared(caseFile, listFile, list, listing, root, listed, progress);
          DatasetRecord record =
              new DatasetRecord(
                  name,
                  format.descriptor().id(),
                  settings.values(),
                  copied ? DatasetRecord.Mode.COPIED : DatasetRecord.Mode.REFERENCED,
                  root.toString(),
                  listingSha,
                  digest,
                  found.pairs().size(),
                  train,
                  test,
                  skipped);
          caseFile.record(
              new DatasetImported(hashes == null ? record : record.with(hashes.check())));
          keepListing(PairListing.of(found.pairs(), root), digest);
          return new JobResult.OfImport(
              name,
              format.descriptor().id(),
              found.pairs().size(),
              new JobResult.SplitCounts(train, test),
              skipped,
              hashes);
        });
  }

  /**
   * Compares the files that came into the case with the list that the analyst brought; the list
   * itself, if it lies among them, is none of the files.
   */
  private static JobResult.HashesCompared compared(
      CaseFile caseFile,
      Path listFile,
      HashList list,
      FileListing listing,
      Path given,
      Path listed,
      Progress progress)
      throws IOException, CancelledException {
    FileListing others =
        new FileListing(
            listing.files().stream()
                .filter(f -> !given.resolve(f.path()).equals(listFile))
                .toList());
    HashComparison compared = HashComparison.of(list, others, listed, progress);
    HashCheck check =
        new HashCheck(
            listFile.getFileName().toString(),
            caseFile.blobs().put(listFile),
            list.kinds().stream().map(HashKind::word).toList(),
            compared.matches(),
            compared.misses().size(),
            compared.extras().size(),
            caseFile.blobs().putJson(new HashCheck.Details(compared.misses(), compared.extras())));
    return new JobResult.HashesCompared(check, compared.misses(), compared.extras());
  }

  private static Dataset open(DatasetFormat format, Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    try {
      return format.open(root, settings, progress);
    } catch (BadInputException e) {
      throw WhyNothing.explain(root, e);
    }
  }

  /** Where a folder really lies, or would if it is not there yet. */
  private static Path real(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath();
  }

  /** What opens the gallery fast; without it the data set is looked through once more. */
  private void keepListing(PairListing listing, String digest) {
    try {
      listing.write(cache.folder(digest));
    } catch (IOException e) {
      LOG.warn("The listing of the pairs is not kept", e);
    }
  }

  private static String reason(Dataset found) {
    return found.skipped().isEmpty()
        ? ""
        : "; "
            + found.skipped().size()
            + " files were left out, the first, "
            + found.skipped().get(0).file()
            + ", because: "
            + found.skipped().get(0).reason();
  }

  private DatasetFormat format(@Nullable String id, Path root, Progress progress)
      throws IOException {
    if (id != null) {
      return extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, id);
    }
    DatasetFormat surest = null;
    double confidence = -1;
    for (DatasetFormat format : extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class)) {
      double c =
          OneOfMany.ask(() -> format.recognise(root), progress::note)
              .map(DatasetFormat.Recognition::confidence)
              .orElse(-1.0);
      if (c > confidence) {
        surest = format;
        confidence = c;
      }
    }
    if (surest == null) {
      throw WhyNothing.explain(
          root,
          new BadInputException(
              "No known data-set layout was recognised in " + root + ".",
              "Check the folder, or name the format with --format: "
                  + extensions.ids(Kind.DATASET_FORMAT)
                  + "."));
    }
    return surest;
  }

  private static Settings settings(DatasetFormat format, Map<String, String> given)
      throws BadInputException {
    try {
      return Settings.of(format.descriptor(), given);
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          String.valueOf(e.getMessage()) + ".",
          "See pentimento extensions for what is allowed.",
          e);
    }
  }

  /**
   * Copies regular files below a folder (or one file), or none of a format that needs none; a
   * half-made copy of an earlier, killed import is replaced. A case that lies in the folder is no
   * part of the data set, and a copy of it would hold itself.
   */
  private static void copy(@Nullable Path from, Path to, Path caseFolder, Progress progress)
      throws IOException, CancelledException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    Folders.delete(part);
    Folders.delete(to);
    OwnerOnly.createFolders(part);
    if (from == null) {
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path caseItself = caseFolder.toRealPath();
    progress.begin("Copying " + from, 0);
    CancelledException[] cancelled = new CancelledException[1];
    Path base = Files.isDirectory(from) ? from : from.getParent();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            return folder.toRealPath().equals(caseItself)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              progress.checkCancelled();
            } catch (CancelledException e) {
              cancelled[0] = e;
              return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile()) {
              Path target = part.resolve((base == null ? file : base.relativize(file)).toString());
              Files.createDirectories(target.toAbsolutePath().getParent());
              Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
              progress.advance(1);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    if (cancelled[0] != null) {
      Folders.delete(part);
      throw cancelled[0];
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
