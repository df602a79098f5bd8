package org.pentimento.jobs.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.JobResult.DrawnFile;

/**
 * Draws photos into a folder, in folders as theirs. While the model draws some, other threads read
 * the next ones and write the ones before; no more than three batches of images are in memory,
 * however many photos there are.
 */
final class FolderDrawing {
  /** Photos at a time. */
  static final int BATCH = 8;

  private final ImageCodec codec;
  private final Path out;
  private final Progress progress;
  private final Set<Path> taken = new HashSet<>();
  private final List<DrawnFile> drawn = new ArrayList<>();
  private final List<SkippedFile> skipped = new ArrayList<>();

  FolderDrawing(ImageCodec codec, Path out, Progress progress) {
    this.codec = codec;
    this.out = out;
    this.progress = progress;
  }

  /** What came of it. */
  record Outcome(List<DrawnFile> sketches, List<SkippedFile> skipped) {}

  /** A photo that was read, or why it was not. */
  private record Read(
      FilesBelow.Found photo, @Nullable Image image, @Nullable BadInputException reason) {}

  /**
   * Draws all that can be read. What is finished stays if it is cancelled.
   *
   * @param threads that read and write
   */
  Outcome draw(Model model, List<FilesBelow.Found> photos, int threads)
      throws IOException, CancelledException {
    progress.begin("Drawing", photos.size());
    ExecutorService helpers = Executors.newFixedThreadPool(Math.max(1, threads));
    List<Future<Path>> leaving = List.of();
    try {
      List<Future<Read>> coming = read(helpers, photos, 0);
      for (int from = 0; from < photos.size(); from += BATCH) {
        progress.checkCancelled();
        List<Read> batch = usable(coming);
        coming = read(helpers, photos, from + BATCH);
        List<Image> images = new ArrayList<>();
        for (Read read : batch) {
          images.add(Objects.requireNonNull(read.image()));
        }
        List<Image> sketches = model.sketch(images);
        await(leaving);
        leaving = write(helpers, batch, sketches);
        progress.advance(batch.size());
      }
      await(leaving);
    } finally {
      helpers.shutdown();
    }
    return new Outcome(drawn, skipped);
  }

  private List<Future<Read>> read(
      ExecutorService helpers, List<FilesBelow.Found> photos, int from) {
    List<Future<Read>> reads = new ArrayList<>();
    int start = Math.min(photos.size(), from);
    for (FilesBelow.Found photo : photos.subList(start, Math.min(photos.size(), from + BATCH))) {
      reads.add(
          helpers.submit(
              () -> {
                try {
                  return new Read(photo, codec.read(photo.file()), null);
                } catch (BadInputException e) {
                  return new Read(photo, null, e);
                }
              }));
    }
    return reads;
  }

  /** What could be read; the rest is noted. */
  private List<Read> usable(List<Future<Read>> reads) throws IOException, CancelledException {
    List<Read> usable = new ArrayList<>();
    for (Read read : await(reads)) {
      BadInputException reason = read.reason();
      if (reason == null) {
        usable.add(read);
      } else {
        skipped.add(
            new SkippedFile(read.photo().file().toString(), String.valueOf(reason.getMessage())));
        progress.note("Skipped: " + reason.getMessage());
      }
    }
    return usable;
  }

  private List<Future<Path>> write(
      ExecutorService helpers, List<Read> batch, List<Image> sketches) {
    List<Future<Path>> writes = new ArrayList<>();
    for (int i = 0; i < sketches.size(); i++) {
      Image sketch = sketches.get(i);
      FilesBelow.Found photo = batch.get(i).photo();
      Path target = free(photo);
      drawn.add(new DrawnFile(photo.file().toString(), target.toString()));
      writes.add(helpers.submit(() -> write(sketch, target)));
    }
    return writes;
  }

  private static <T> List<T> await(List<Future<T>> tasks) throws IOException, CancelledException {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> task : tasks) {
        results.add(task.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
    return results;
  }

  /** The path of the photo, with a number behind it if another photo of this job has the same. */
  private Path free(FilesBelow.Found photo) {
    Path target = out.resolve(photo.stem() + ".png");
    for (int i = 2; !taken.add(target); i++) {
      target = out.resolve(photo.stem() + "-" + i + ".png");
    }
    return target;
  }

  private Path write(Image image, Path target) throws IOException {
    OwnerOnly.createFolders(target.resolveSibling(""));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream stream = OwnerOnly.newOutputStream(part)) {
      codec.writePng(image, stream);
    }
    return Files.move(
        part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
