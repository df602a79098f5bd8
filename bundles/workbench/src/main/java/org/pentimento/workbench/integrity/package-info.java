/** Whether open cases are as they were written: checks, what they found, and the red bar. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.workbench.integrity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
