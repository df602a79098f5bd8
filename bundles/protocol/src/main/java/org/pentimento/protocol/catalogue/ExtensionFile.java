package org.pentimento.protocol.catalogue;

import java.util.List;

/**
 * What is known of a file with extensions before any of it is run: what somebody should read who is
 * about to install it.
 *
 * @param dropIn the file, and what would become of it or became of it
 * @param installed whether it lies among the extensions
 * @param adds the components that it would add, each with its kind and class
 * @param replaces files among the extensions that it would replace
 * @param extensions those in it, by what they say of themselves; empty unless they are in use
 * @param may what it may do once it is installed, in sentences
 */
public record ExtensionFile(
    DropIn dropIn,
    boolean installed,
    List<String> adds,
    List<String> replaces,
    List<InstalledExtension> extensions,
    List<String> may) {}
