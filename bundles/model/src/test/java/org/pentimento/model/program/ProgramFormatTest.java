package org.pentimento.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.FileImageCodec;
import org.pentimento.model.FacePairs;
import org.pentimento.model.HostileFiles;
import org.pentimento.platform.linux.LinuxPlatform;

class ProgramFormatTest {
  private final ProgramFormat format = new ProgramFormat(new LinuxPlatform(), new FileImageCodec());
  @TempDir Path folder;

  @Test
  void drawsWhatTheProgramDraws() throws Exception {
    Path copy = script("cp \"$1\"/*.png \"$2\"/");
    Fit fit = format.fit(copy, HostileFiles.settings(), FacePairs.pairs(1, 20, 24), Progress.NONE);
    Image photo = FacePairs.photo(3, 31, 23);

    try (Model model = format.open(copy, fit.settings())) {
      List<Image> sketches = model.sketch(List.of(photo, photo.grey()));

      assertThat(sketches).hasSize(2);
      assertThat(sketches.get(0).planes()).isEqualTo(1);
      assertThat(FacePairs.difference(sketches.get(0), photo.grey())).isLessThan(1.0 / 255);
    }
  }

  @Test
  void drawsOnePhotoAtATime() throws Exception {
    Path copy = script("cp \"$1\" \"$2\"");
    Fit fit =
        format.fit(
            copy,
            HostileFiles.settings("command", "'/bin/sh' {model} {photo} \"{sketch}\""),
            FacePairs.pairs(1, 20, 24),
            Progress.NONE);

    try (Model model = format.open(copy, fit.settings())) {
      assertThat(model.sketch(List.of(FacePairs.photo(1, 9, 9), FacePairs.photo(2, 12, 9))))
          .hasSize(2);
    }
  }

  @Test
  void endsAProgramThatHangs() throws IOException {
    assertThat(refusal(script("sleep 100"), "time-limit", "1").getMessage())
        .contains("did not end within 1 seconds");
  }

  @Test
  void saysWhatAFailingProgramSaid() throws IOException {
    assertThat(refusal(script("echo no such weights >&2; exit 7")).getMessage())
        .contains("status 7")
        .contains("no such weights");
  }

  @Test
  void missesASketch() throws IOException {
    assertThat(refusal(script("true")).getMessage()).contains("drew no sketch 0001.png");
  }

  /** Else a program could have any file that the product may read measured and stored. */
  @Test
  void followsNoLink() throws IOException {
    Path script = script("ln -s \"$1\"/0001.png \"$2\"/0001.png");

    assertThat(refusal(script).getMessage()).contains("drew no sketch");
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    assertThat(refusal(script("head -c 5000 /dev/urandom > \"$2\"/0001.png")).getMessage())
        .contains("0001.png");
  }

  @Test
  void refusesACommandWithoutPlaces() throws IOException {
    Path script = script("true");

    assertThat(refusal(script, "command", "{model} {photos}").getMessage())
        .contains("where photos come from");
    assertThat(refusal(script, "command", "{model} '{photos} {sketches}").getMessage())
        .contains("quote");
  }

  @Test
  void recognisesScriptsAndBinaries() throws IOException {
    assertThat(format.recognise(script("true"))).contains("program (a script)");
    assertThat(format.recognise(Path.of("/bin/sh"))).contains("program");
    assertThat(format.recognise(HostileFiles.resource("endless.onnx"))).isEmpty();
  }

  private BadInputException refusal(Path script, String... settings) {
    return HostileFiles.refusal(
        () ->
            format.fit(
                script,
                HostileFiles.settings(settings),
                FacePairs.pairs(1, 20, 24),
                Progress.NONE));
  }

  private Path script(String body) throws IOException {
    Path script = folder.resolve("draw.sh");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}
