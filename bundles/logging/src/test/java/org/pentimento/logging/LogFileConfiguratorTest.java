package org.pentimento.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogFileConfiguratorTest {
  private final LoggerContext logs = new LoggerContext();
  private final Path file;

  LogFileConfiguratorTest(@TempDir Path folder) {
    file = folder.resolve("a.log");
    logs.setMDCAdapter(new LogbackMDCAdapter()); // as Logback's provider for SLF4J does
  }

  @AfterEach
  void forget() {
    logs.stop();
    System.clearProperty(LogFileConfigurator.FILE);
    System.clearProperty("logback.configurationFile");
  }

  @Test
  void writesALineAnEventAndTheTraceBelowIt() throws IOException {
    Files.writeString(file, "what was there\n");
    System.setProperty(LogFileConfigurator.FILE, file.toString());
    assertThat(new LogFileConfigurator().configure(logs))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    Logger logger = logs.getLogger("org.pentimento.workbench.app.WindowAdvice");
    logger.debug("not this");
    logger.info("It took {} ms", 7);
    logger.warn("Lost é", new IllegalStateException("why"));
    assertThat(Files.readAllLines(file)).element(0).isEqualTo("what was there");
    assertThat(Files.readString(file))
        .doesNotContain("not this")
        .containsPattern(
            "\n\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}(Z|[+-]\\d\\d:\\d\\d) INFO \\["
                + Thread.currentThread().getName()
                + "\\] o\\.p\\.workbench\\.app\\.WindowAdvice: It took 7 ms\n")
        .containsPattern("WARN \\[.*WindowAdvice: Lost é\njava.lang.IllegalStateException: why\n")
        .contains("\tat " + LogFileConfiguratorTest.class.getName());
  }

  @Test
  void networksLogWarningsAlone() throws IOException {
    System.setProperty(LogFileConfigurator.FILE, file.toString());
    new LogFileConfigurator().configure(logs);
    logs.getLogger("org.nd4j.linalg.factory.Nd4jBackend").info("Loaded");
    logs.getLogger("org.nd4j.linalg.factory.Nd4jBackend").warn("No BLAS");
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("No BLAS");
  }

  @Test
  void withoutAFileThereIsNoLog() {
    new LogFileConfigurator().configure(logs);
    assertThat(logs.getLogger("a").isErrorEnabled()).isFalse();
  }

  @Test
  void leavesItToAFileOfLogback() {
    System.setProperty("logback.configurationFile", "mine.xml");
    assertThat(new LogFileConfigurator().configure(logs))
        .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }
}
