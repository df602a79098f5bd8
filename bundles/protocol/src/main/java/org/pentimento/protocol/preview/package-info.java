/** The preview protocol: one long-lived child process answers small questions of a window. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.protocol.preview;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
