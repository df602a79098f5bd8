/** What an audit begins with, and the wizard that asks. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
