/** How the window draws: its icons, captions and secondary text. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.look;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
