package org.pentimento.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The drawing in the documents shows the house as it is; {@code docs/draw} makes it anew. */
@AnalyzeClasses(packages = "org.pentimento", importOptions = ImportOption.DoNotIncludeTests.class)
class DrawingTest {
  @ArchTest
  static void theDrawingIsUpToDate(JavaClasses classes) throws IOException {
    Path file = BundleTable.docs().resolve("architecture.svg");
    String drawn = HouseDrawing.svg(House.of(classes, BundleTable.read()));
    if (Boolean.getBoolean("pentimento.draw")) {
      Files.writeString(file, drawn);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        drawn,
        "docs/architecture.svg is out of date: run docs/draw");
  }
}
