package org.pentimento.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.estimate.Trials;
import org.pentimento.audit.step.LeftAloneException;
import org.pentimento.jobs.task.DrawJob;
import org.pentimento.jobs.task.EstimateJob;
import org.pentimento.jobs.task.ExportModelJob;
import org.pentimento.jobs.task.ImportJob;
import org.pentimento.jobs.task.ImportModelJob;
import org.pentimento.jobs.task.InspectDatasetJob;
import org.pentimento.jobs.task.InspectModelJob;
import org.pentimento.jobs.task.InspectPhotoJob;
import org.pentimento.jobs.task.MeasureJob;
import org.pentimento.jobs.task.MitigateJob;
import org.pentimento.jobs.task.ModelSelfTestJob;
import org.pentimento.jobs.task.PoisonJob;
import org.pentimento.jobs.task.ProficiencyJob;
import org.pentimento.jobs.task.RunJob;
import org.pentimento.jobs.task.SelfTestJob;
import org.pentimento.jobs.task.SynthesizeJob;
import org.pentimento.jobs.task.TakenOutException;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.FileTrouble;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobRunner;
import org.pentimento.protocol.StopSignal;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each job to the class that carries out its kind, and says how it ended. */
@Component(service = JobRunner.class)
public final class JobDispatcher implements JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);

  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Trials trials;
  private final Platform platform;

  /** Made by the component framework. */
  @Activate
  public JobDispatcher(
      @Reference Extensions extensions,
      @Reference ImageCodec codec,
      @Reference Devices devices,
      @Reference Trials trials,
      @Reference Platform platform) {
    this.platform = platform;
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
    this.trials = trials;
  }

  @Override
  public JobEvent run(Job job, Consumer<JobEvent> events, StopSignal stop) {
    return new GuardedWork(extensions.calls(), stop)
        .run(
            events,
            heard -> {
              JobProgress progress = new JobProgress(heard, stop);
              JobEvent last = end(job, heard, progress);
              progress.finish();
              return last;
            });
  }

  private JobEvent end(Job job, Consumer<JobEvent> events, JobProgress progress) {
    try {
      if (job.protocol() != Job.PROTOCOL) {
        throw new BadInputException(
            "The job is of protocol "
                + job.protocol()
                + ", this product speaks "
                + Job.PROTOCOL
                + ".",
            "Use the same version on both sides.");
      }
      return new JobEvent.Done(carryOut(job, events, progress));
    } catch (TakenOutException e) {
      return new JobEvent.Cancelled(e.words());
    } catch (LeftAloneException e) {
      return new JobEvent.Cancelled(
          "Interrupted. What was finished is kept; the same command goes on from there.");
    } catch (CancelledException e) {
      return new JobEvent.Cancelled();
    } catch (BadInputException e) {
      return badInput(e);
    } catch (UncheckedIOException e) {
      // A model's process may end while it draws.
      return e.getCause() instanceof BadInputException bad ? badInput(bad) : fault(e);
    } catch (FileSystemException e) {
      return badInput(FileTrouble.of(e));
    } catch (IOException e) {
      LOG.warn("Input or output failed", e);
      return new JobEvent.Failed(
          JobEvent.Cause.INPUT,
          "Reading or writing failed: " + e.getMessage() + ".",
          "Check the disk and try again; what was finished is kept.");
    } catch (RuntimeException | Error e) {
      return fault(e);
    }
  }

  private static JobEvent badInput(BadInputException e) {
    LOG.info("Bad input", e);
    return new JobEvent.Failed(JobEvent.Cause.INPUT, String.valueOf(e.getMessage()), e.remedy());
  }

  static JobEvent.Failed fault(Throwable e) {
    LOG.error("A job failed", e);
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return new JobEvent.Failed(
            JobEvent.Cause.INPUT,
            "The memory that the job may take is used up.",
            "Choose a smaller width, batch or image size, or allow it more memory; what was"
                + " finished is kept.");
      }
    }
    return new JobEvent.Failed(
        JobEvent.Cause.FAULT,
        "The job failed inside the product: " + e + ".",
        "What was finished is kept. Details: "
            + System.getProperty("pentimento.log", "in the log"));
  }

  private JobResult carryOut(Job job, Consumer<JobEvent> events, JobProgress progress)
      throws IOException, CancelledException {
    if (job instanceof Job.Import j) {
      return new ImportJob(extensions, new DatasetCache(platform.cacheFolder())).run(j, progress);
    } else if (job instanceof Job.ImportModel j) {
      return new ImportModelJob(extensions, codec).run(j, progress);
    } else if (job instanceof Job.Run j) {
      return new RunJob(extensions, codec, devices, trials, platform, events).run(j, progress);
    } else if (job instanceof Job.Estimate j) {
      return new EstimateJob(extensions, codec, devices, trials, platform).run(j, progress);
    } else if (job instanceof Job.Poison j) {
      return new PoisonJob(extensions, codec).run(j, progress);
    } else if (job instanceof Job.Synthesize j) {
      return new SynthesizeJob(extensions, codec, devices).run(j, progress);
    } else if (job instanceof Job.Draw j) {
      return new DrawJob(extensions, codec, devices).run(j, progress);
    } else if (job instanceof Job.ExportModel j) {
      return new ExportModelJob(extensions).run(j, progress);
    } else if (job instanceof Job.Measure j) {
      return new MeasureJob(extensions, codec).run(j, progress);
    } else if (job instanceof Job.InspectDataset j) {
      return new InspectDatasetJob(extensions, codec, platform).run(j, progress);
    } else if (job instanceof Job.InspectModel j) {
      return new InspectModelJob(extensions, codec, devices, platform, events).run(j, progress);
    } else if (job instanceof Job.ModelSelfTest j) {
      return new ModelSelfTestJob(extensions, codec, devices, platform, events).run(j, progress);
    } else if (job instanceof Job.InspectPhoto j) {
      return new InspectPhotoJob(extensions, codec, devices, platform, events).run(j, progress);
    } else if (job instanceof Job.Mitigate j) {
      return new MitigateJob(extensions, codec, devices, platform, events).run(j, progress);
    } else if (job instanceof Job.SelfTest j) {
      return new SelfTestJob(extensions, platform).run(j, progress);
    } else if (job instanceof Job.Proficiency j) {
      return new ProficiencyJob(
              extensions, codec, devices, new DatasetCache(platform.cacheFolder()))
          .run(j, progress);
    } else if (job instanceof Job.TryDevice j) {
      String engine = j.engine() == null ? ComputeEngine.OF_GENERATORS : j.engine();
      devices.tryOut(engine, j.device());
      return new JobResult.OfTryDevice(engine, j.device());
    }
    throw new IllegalArgumentException("no such job: " + job);
  }
}
