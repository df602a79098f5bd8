package org.pentimento.equinox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.equinox.log.ExtendedLogReaderService;
import org.eclipse.equinox.log.ExtendedLogService;
import org.eclipse.osgi.framework.log.FrameworkLog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.eclipse.osgi.signedcontent.SignedContentFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.LogService;
import org.osgi.service.log.LoggerFactory;

/**
 * Registers what Equinox itself would register, before any bundle of Eclipse starts; and starts the
 * Eclipse application when the framework is up. Has to be on a lower start level than they are.
 */
public final class EquinoxServices implements BundleActivator {
  /** Whose application is started, and whose name the window bears. */
  private static final String PRODUCT = "org.pentimento.workbench.product";

  private static final String APPLICATIONS = "org.eclipse.core.runtime";

  @Override
  public void start(BundleContext context) throws IOException {
    Areas areas = Areas.of(context);
    areas.publish();
    System.setProperty("eclipse.product", PRODUCT);
    RegistryCache.of(context, areas.configuration()).discardIfBundlesChanged();
    registerAreas(context, areas);
    registerLog(context, areas.instance().resolve(".metadata").resolve(".log"));
    register(context, EnvironmentInfo.class, new Environment(context), Map.of());
    register(context, DebugOptions.class, new NoTracing(), Map.of());
    register(context, BundleLocalization.class, new Localization(), Map.of());
    register(
        context,
        URLConverter.class,
        new BundleUrls(context, areas.configuration().resolve("extracted")),
        Map.of("protocol", "bundle"));
    register(context, SignedContentFactory.class, new Unsigned(), Map.of());
    register(context, ApplicationLauncher.class, new WindowFace(context), Map.of());
    registerFactory(context, SAXParserFactory.class, SAXParserFactory::newInstance);
    registerFactory(context, DocumentBuilderFactory.class, DocumentBuilderFactory::newInstance);
    // The extension registry looks into resolved bundles, and Equinox resolves all at once.
    context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class).resolveBundles(null);
    context.addFrameworkListener(
        event -> {
          if (event.getType() == FrameworkEvent.STARTED) {
            startApplications(context);
          }
        });
  }

  private static void registerAreas(BundleContext context, Areas areas) {
    areas
        .byProperty()
        .forEach(
            (property, folder) -> {
              boolean readOnly =
                  property.equals(Areas.INSTALL) || property.equals(Areas.ECLIPSE_HOME);
              Area area = new Area(folder, readOnly, property.equals(Areas.INSTANCE));
              register(
                  context,
                  Location.class,
                  area,
                  Map.of(
                      "type",
                      property,
                      "url",
                      area.getURL().toExternalForm(),
                      Constants.SERVICE_RANKING,
                      Integer.MAX_VALUE));
            });
  }

  private static void registerLog(BundleContext context, Path file) {
    LogFile log = new LogFile(file);
    context.addFrameworkListener(log::log);
    register(
        context, FrameworkLog.class, log, Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE));
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    LogHub hub = new LogHub(log, () -> framework.getState() == Bundle.STOPPING);
    context.registerService(
        new String[] {
          ExtendedLogService.class.getName(),
          LogService.class.getName(),
          LoggerFactory.class.getName()
        },
        new ServiceFactory<ExtendedLogService>() {
          @Override
          public ExtendedLogService getService(
              Bundle bundle, ServiceRegistration<ExtendedLogService> registration) {
            return new BundleLogger(hub, bundle, "LogService");
          }

          @Override
          public void ungetService(
              Bundle bundle,
              ServiceRegistration<ExtendedLogService> registration,
              ExtendedLogService service) {
            // A logger holds nothing that would have to be given back.
          }
        },
        null);
    context.registerService(
        new String[] {ExtendedLogReaderService.class.getName(), LogReaderService.class.getName()},
        hub,
        null);
  }

  private static <T> void register(
      BundleContext context, Class<T> type, T service, Map<String, Object> properties) {
    Dictionary<String, Object> dictionary = new Hashtable<>(properties);
    context.registerService(type, service, dictionary);
  }

  /** Parser factories are not safe for use by several threads: each bundle gets its own. */
  private static <T> void registerFactory(
      BundleContext context, Class<T> type, Supplier<T> factory) {
    context.registerService(
        type,
        new ServiceFactory<T>() {
          @Override
          public T getService(Bundle bundle, ServiceRegistration<T> registration) {
            return factory.get();
          }

          @Override
          public void ungetService(Bundle bundle, ServiceRegistration<T> registration, T service) {
            // A parser factory holds nothing that would have to be given back.
          }
        },
        null);
  }

  /** Equinox's launcher starts this one bundle; it hands the application to {@link WindowFace}. */
  private static void startApplications(BundleContext context) {
    for (Bundle bundle : context.getBundles()) {
      if (APPLICATIONS.equals(bundle.getSymbolicName())) {
        try {
          bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
          throw new IllegalStateException(
              String.format(Locale.ROOT, "%s does not start", APPLICATIONS), e);
        }
      }
    }
  }

  @Override
  public void stop(BundleContext context) {
    // The framework unregisters what was registered.
  }
}
