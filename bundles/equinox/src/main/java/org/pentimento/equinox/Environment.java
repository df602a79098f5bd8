package org.pentimento.equinox;

import java.util.Locale;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** The platform in Eclipse's words. */
final class Environment implements EnvironmentInfo {
  static final String OS = "linux";
  static final String WS = "gtk";
  static final String ARCH = "x86_64";

  private final BundleContext context;

  Environment(BundleContext context) {
    this.context = context;
  }

  /** None: the face gets its arguments when it is called. */
  @Override
  public String[] getCommandLineArgs() {
    return new String[0];
  }

  @Override
  public String[] getFrameworkArgs() {
    return new String[0];
  }

  @Override
  public String[] getNonFrameworkArgs() {
    return new String[0];
  }

  @Override
  public String getOSArch() {
    return ARCH;
  }

  @Override
  public String getNL() {
    return Locale.getDefault().toString();
  }

  @Override
  public String getOS() {
    return OS;
  }

  @Override
  public String getWS() {
    return WS;
  }

  @Override
  public boolean inDebugMode() {
    return false;
  }

  @Override
  public boolean inDevelopmentMode() {
    return false;
  }

  @Override
  public @Nullable String getProperty(String key) {
    return context.getProperty(key);
  }

  @Override
  public @Nullable String setProperty(String key, @Nullable String value) {
    String old = context.getProperty(key);
    if (value == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, value);
    }
    return old;
  }
}
