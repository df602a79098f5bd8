package org.pentimento.equinox;

import java.lang.reflect.InvocationTargetException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * The order of the workbench's model processors. The workbench runs them in the order in which
 * their services came, and key bindings need the contexts of another one; Equinox happens to
 * deliver services in the order of bundles, other frameworks do not.
 */
@Component(service = ModelProcessors.class)
public final class ModelProcessors {
  private static final String LAST = "org.eclipse.ui.internal.BindingToModelProcessor";

  private final ServiceComponentRuntime components;

  /** Made by the component framework. */
  @Activate
  public ModelProcessors(@Reference ServiceComponentRuntime components) {
    this.components = components;
  }

  /** Makes the key bindings' processor the last one; to be called before the workbench is made. */
  public void putInOrder() throws InterruptedException {
    for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
      if (component.name.equals(LAST)) {
        try {
          components.disableComponent(component).getValue();
          components.enableComponent(component).getValue();
        } catch (InvocationTargetException e) {
          throw new IllegalStateException(LAST + " cannot be put last", e);
        }
      }
    }
  }
}
