package org.pentimento.workbench.preferences;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * Who examines, from the preferences; proposed for new cases and for reviews.
 *
 * @param examiner name; empty if the person has to say it
 * @param agency whom the examiner works for, may be empty
 * @param timeZone in which reports show times, an IANA name
 */
public record Identity(String examiner, String agency, String timeZone) {
  /** The node of the preferences. */
  public static final String NODE = "org.pentimento.workbench.identity";

  /** Key of the examiner's name. */
  public static final String EXAMINER = "examiner";

  /** Key of the agency. */
  public static final String AGENCY = "agency";

  /** Key of the time zone. */
  public static final String TIME_ZONE = "timeZone";

  /** Logins that are nobody's name. */
  private static final Set<String> NOBODY =
      Set.of("root", "admin", "administrator", "user", "guest", "ubuntu", "debian", "nobody");

  /** What the preferences say. */
  public static Identity current() {
    return new Identity(
        get(EXAMINER, proposed(System.getProperty("user.name", ""))),
        get(AGENCY, ""),
        zone(get(TIME_ZONE, "")));
  }

  private static String get(String key, String otherwise) {
    String given = InstanceScope.INSTANCE.getNode(NODE).get(key, "").strip();
    return given.isEmpty() ? otherwise : given;
  }

  /** The name that a login suggests; empty if it is nobody's. */
  static String proposed(String login) {
    return NOBODY.contains(login.toLowerCase(Locale.ROOT)) ? "" : login;
  }

  static String zone(String given) {
    try {
      return given.isEmpty() ? ZoneId.systemDefault().getId() : ZoneId.of(given).getId();
    } catch (DateTimeException e) {
      return ZoneId.systemDefault().getId(); // the page refuses such a value; somebody edited it
    }
  }
}
