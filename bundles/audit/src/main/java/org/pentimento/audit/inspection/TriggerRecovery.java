package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.CancelledException;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.RecoverableTrigger.Recovered;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the installed triggers with which settings they would make a pattern. */
public final class TriggerRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerRecovery.class);

  private final Extensions extensions;
  private final Guard guard;

  /** Asks through a guard. */
  public TriggerRecovery(Extensions extensions, Guard guard) {
    this.extensions = extensions;
    this.guard = guard;
  }

  /** The triggers that make such a pattern, best fit first. One that fails is passed over. */
  public List<RecoveredTrigger> of(SharedPattern pattern, ImageKeeper images)
      throws IOException, CancelledException {
    List<RecoveredTrigger> found = new ArrayList<>();
    for (RecoverableTrigger trigger : extensions.all(Kind.TRIGGER, RecoverableTrigger.class)) {
      Descriptor d = trigger.descriptor();
      Optional<Recovered> recovered = ask(trigger, pattern);
      if (recovered.isPresent()) {
        Recovered r = recovered.get();
        try {
          Settings settings = Settings.of(d, r.settings());
          Image image = r.image();
          found.add(
              new RecoveredTrigger(
                  new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), settings.values()),
                  Math.min(1, Math.max(0, r.fit())),
                  r.imageParameter(),
                  image == null ? null : images.put(image)));
        } catch (Settings.InvalidSettingException e) {
          LOG.warn("The trigger {} recovered settings that it does not take", d.id(), e);
        }
      }
    }
    found.sort(Comparator.comparingDouble(trigger -> -trigger.fit()));
    return found;
  }

  private Optional<Recovered> ask(RecoverableTrigger trigger, SharedPattern pattern)
      throws CancelledException {
    Optional<Recovered> none = Optional.empty();
    Optional<Recovered> recovered =
        guard.ask(trigger.descriptor().id(), p -> trigger.recover(pattern)).value();
    return recovered == null ? none : recovered.filter(r -> !Double.isNaN(r.fit()));
  }
}
