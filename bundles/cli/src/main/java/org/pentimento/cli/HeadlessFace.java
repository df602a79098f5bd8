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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pentimento.cli.check.CheckedJar;
import org.pentimento.cli.command.Commands;
import org.pentimento.cli.confined.MetricServer;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.Interrupts;
import org.pentimento.cli.dropin.Describer;
import org.pentimento.cli.dropin.Shelf;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.DetachedJob;
import org.pentimento.protocol.JobRunner;
import org.pentimento.protocol.JobServer;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.preview.PreviewServer;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The product without a window: the commands, and the servers that other faces start. */
@Component(service = ToIntFunction.class, property = "pentimento.face=headless", immediate = true)
public final class HeadlessFace implements ToIntFunction<String[]> {
  private static final Logger LOG = LoggerFactory.getLogger(HeadlessFace.class);

  private final BundleContext context;
  private final Console console;
  private final JobServer server;
  private final PreviewServer previews;
  private final CommandJobs jobs;
  private final Extensions extensions;
  private final InstalledFigures figures;
  private final Shelf shelf;
  private final Describer describer;

  @Reference(
      service = Answerer.class,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<Answerer<?, ?>> answerers = List.of();

  /** Made by the component framework. */
  @Activate
  public HeadlessFace(
      BundleContext context,
      @Reference Extensions extensions,
      @Reference InstalledFigures figures,
      @Reference JobRunner runner,
      @Reference Platform platform) {
    this.context = context;
    this.console = Console.ofProcess();
    this.server = new JobServer(runner);
    this.previews = new PreviewServer(() -> answerers);
    this.extensions = extensions;
    this.figures = figures;
    this.shelf = Shelf.of(context, platform);
    this.describer = new Describer(context, extensions);
    String command = context.getProperty("pentimento.job.command");
    this.jobs =
        new CommandJobs(
            console,
            runner,
            platform,
            command == null ? List.of() : List.of(command.split("\n")),
            shelf::isLoadedByJobs);
  }

  @Override
  public int applyAsInt(String[] args) {
    if (args.length > 0 && (args[0].equals("--job") || args[0].equals("--preview"))) {
      shelf.addConfined(extensions);
    }
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
            return ExitStatus.DONE;
          });
    }
    if (args.length > 1 && args[0].equals(Describer.ARGUMENT)) {
      return describe(args);
    }
    if (args.length > 1 && args[0].equals(MetricServer.ARGUMENT)) {
      return serve(
          none -> {
            MetricServer.serve(extensions);
            return ExitStatus.DONE;
          });
    }
    if (args.length > 1 && args[0].equals(CheckedJar.ARGUMENT)) {
      return serve(
          told -> {
            CheckedJar.serve(context, List.of(args).subList(1, args.length), told);
            return ExitStatus.DONE;
          });
    }
    Interrupts.end();
    int status = Commands.of(console, extensions, figures, jobs, shelf).execute(args);
    Interrupts.ignore(); // what is done is not cancelled any more
    return status;
  }

  private int describe(String[] args) {
    Interrupts.ignore();
    try {
      describer.answer(args);
      return ExitStatus.DONE;
    } catch (IOException e) {
      LOG.error("The answers of extensions cannot be written", e);
      return ExitStatus.OUR_FAULT;
    }
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
      return ExitStatus.OUR_FAULT;
    }
  }
}
