package org.pentimento.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.audit.Extensions;
import org.pentimento.audit.job.DetachedJob;
import org.pentimento.audit.job.JobRunner;
import org.pentimento.audit.job.JobServer;
import org.pentimento.audit.preview.PreviewServer;
import org.pentimento.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The product without a window: the commands, and the servers that other faces start. */
@Component(service = ToIntFunction.class, property = "pentimento.face=headless", immediate = true)
public final class HeadlessFace implements ToIntFunction<String[]> {
  private static final Logger LOG = LoggerFactory.getLogger(HeadlessFace.class);

  private final Console console;
  private final JobServer server;
  private final PreviewServer previews;
  private final Jobs jobs;
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public HeadlessFace(
      BundleContext context,
      @Reference Extensions extensions,
      @Reference JobRunner runner,
      @Reference JobServer server,
      @Reference PreviewServer previews,
      @Reference Platform platform) {
    this.console = Console.ofProcess();
    this.server = server;
    this.previews = previews;
    this.extensions = extensions;
    String command = context.getProperty("pentimento.job.command");
    this.jobs =
        new Jobs(
            console, runner, platform, command == null ? List.of() : List.of(command.split("\n")));
  }

  @Override
  public int applyAsInt(String[] args) {
    if (args.length > 0 && args[0].equals("--job")) {
      if (args.length > 2 && args[1].equals(DetachedJob.ARGUMENT)) {
        Interrupts.ignoreHangUp();
        Path folder = Path.of(args[2]);
        return serve(events -> server.serveDetached(System.in, events, folder));
      }
      return serve(events -> server.serve(System.in, events));
    }
    if (args.length > 0 && args[0].equals("--preview")) {
      return serve(
          answers -> {
            previews.serve(System.in, answers);
            return CommandLine.ExitCode.OK;
          });
    }
    return Commands.of(console, extensions, jobs).execute(args);
  }

  private interface Service {
    int over(PrintStream out) throws IOException;
  }

  private static int serve(Service service) {
    Interrupts.ignore(); // the parent hears Ctrl-C too, and asks this process to end in good order
    PrintStream out = System.out;
    System.setOut(System.err); // what a library prints must not come between the events
    try {
      return service.over(out);
    } catch (IOException e) {
      LOG.error("The other process could not be served", e);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
