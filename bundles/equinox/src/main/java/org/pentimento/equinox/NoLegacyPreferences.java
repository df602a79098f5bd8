package org.pentimento.equinox;

import org.eclipse.core.internal.preferences.exchange.ILegacyPreferences;
import org.osgi.service.component.annotations.Component;

/**
 * Takes the place of a service of Eclipse's runtime that looks by reflection for a field of
 * Equinox's own bundle class, and logs an error for each bundle when it is not there.
 */
@Component(property = "service.ranking:Integer=1000")
public final class NoLegacyPreferences implements ILegacyPreferences {
  @Override
  public Object init(Object preferences, String name) {
    return preferences;
  }
}
