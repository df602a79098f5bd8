package org.pentimento.cli.command;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.IVersionProvider;

/** The version that --version prints. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Bundle bundle = FrameworkUtil.getBundle(ProductVersion.class);
    String version = bundle == null ? "outside its product" : bundle.getVersion().toString();
    return new String[] {"Pentimento " + version + ", Java " + Runtime.version()};
  }
}
