/**
 * The preview protocol: one long-lived child process answers small questions (what would this
 * trigger do to that photo, what is in this folder) while a window waits. A question is one JSON
 * object a line; an answer is one JSON object a line, followed by the bytes that it announces.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.preview;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
