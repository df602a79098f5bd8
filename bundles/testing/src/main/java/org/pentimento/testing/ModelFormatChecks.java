package org.pentimento.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.ModelFormat;

/** What every format of models must do. */
public final class ModelFormatChecks {
  private ModelFormatChecks() {}

  /** The checks. */
  public static List<Check> of(ModelFormat format) {
    return Join.of(
        DescriptorChecks.of(format, Set.of("id")),
        List.of(
            new Check(
                "it does not take anything else for its own",
                () -> {
                  Path folder = Files.createTempDirectory("no model");
                  try {
                    Path text = Files.writeString(folder.resolve("notes.txt"), "no model\n");
                    for (Path one : List.of(folder, text)) {
                      Expect.given(format.recognise(one), "recognise");
                    }
                  } finally {
                    GeneratorChecks.delete(folder);
                  }
                }),
            new Check(
                "it says what is wrong with a file that it cannot open",
                () -> {
                  Path folder = Files.createTempDirectory("no model");
                  try {
                    Path junk = Files.write(folder.resolve("junk.bin"), new byte[] {9, 8, 7});
                    Settings settings = Settings.defaults(format.descriptor());
                    for (Path one : List.of(junk, folder.resolve("nowhere"))) {
                      Expect.that(
                          Expect.refused(() -> format.open(one, settings).close()),
                          "open(…) took " + one.getFileName() + " for a model");
                    }
                  } finally {
                    GeneratorChecks.delete(folder);
                  }
                })));
  }
}
