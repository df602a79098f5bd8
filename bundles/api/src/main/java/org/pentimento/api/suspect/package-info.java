/** The kind of extension that looks for something hidden in a model, and what it says. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.api.suspect;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
