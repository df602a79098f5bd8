package org.pentimento.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;

/**
 * Logs to the file that the system property {@code pentimento.log} names; without it, nothing is
 * logged. In code because reading the same from XML takes 100 ms of every start; whoever wants
 * another log names a file of Logback's in {@code logback.configurationFile}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogFileConfigurator extends ContextAwareBase implements Configurator {
  /** System property with the path of the file; what is in it stays. */
  static final String FILE = "pentimento.log";

  private static final String OTHER = "logback.configurationFile";

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    if (System.getProperty(OTHER) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    logs.getStatusManager().add(new NopStatusListener());
    Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    String file = System.getProperty(FILE);
    if (file == null) {
      root.setLevel(Level.OFF);
    } else {
      root.setLevel(Level.INFO);
      logs.getLogger("org.nd4j").setLevel(Level.WARN);
      logs.getLogger("org.deeplearning4j").setLevel(Level.WARN);
      root.addAppender(appender(logs, file));
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static FileAppender<ILoggingEvent> appender(LoggerContext logs, String file) {
    LogLine line = new LogLine();
    line.setContext(logs);
    line.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logs);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(line);
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(logs);
    appender.setName("FILE");
    appender.setFile(file);
    appender.setAppend(true);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
