package org.pentimento.tests.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * One case in which a plan was carried out; made once for all tests, which read it or add to it.
 *
 * @param product that made it
 * @param faces folder of the data set that was imported
 * @param plan file of the plan
 * @param folder of the case
 * @param imported how the import ended
 * @param ran how the run ended
 */
record AuditedCase(Product product, Path faces, Path plan, Path folder, Ended imported, Ended ran) {
  private static final String PLAN =
      """
      pentimento: 1
      name: tiny
      data: {dataset: faces, split: {train: 6, test: 2}, size: [32, 32]}
      generators:
        - {id: fcn, width: 4, epochs: 1}
      attacks:
        - {trigger: {id: sinusoidal, amplitude: 0.2}, strategy: {id: light-strokes}, rate: 0.5}
      metrics: [ssim, psnr]
      seeds: [1]
      device: cpu
      threads: 1
      """;

  private static final class Once {
    static final AuditedCase CASE = make();
  }

  /** The case, made if it is not there yet. */
  static AuditedCase once() {
    return Once.CASE;
  }

  private static AuditedCase make() {
    try {
      Product product = Product.built();
      Path faces = Workplace.folder("faces");
      DrawnFaces.into(faces);
      Path plan = Files.writeString(Workplace.FOLDER.resolve("tiny.yaml"), PLAN);
      Path folder = Workplace.FOLDER.resolve("tiny.case");
      Ended imported =
          product
              .run("import", faces, "--case", folder, "--examiner", "A. Tester", "--json")
              .with(0);
      Ended ran = product.run("run", plan, "--case", folder, "--json").with(0);
      return new AuditedCase(product, faces, plan, folder, imported, ran);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Copies it, for a test that others must not see the work of. */
  void copyTo(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()));
      }
    }
  }
}
