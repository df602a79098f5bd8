/**
 * The program of the confined process and how it talks to its parent. The parent uses {@code Wire}
 * and {@code Ports}, and starts {@code NetworkServer} as a process; it opens no network itself.
 */
@NullMarked
package org.pentimento.model.child;

import org.jspecify.annotations.NullMarked;
