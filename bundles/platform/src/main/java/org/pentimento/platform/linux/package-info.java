/** Linux: {@code proc(5)}, control groups, bubblewrap, prlimit and the XDG base directories. */
@NullMarked
package org.pentimento.platform.linux;

import org.jspecify.annotations.NullMarked;
