/** One case on disk: blobs, custody log, index. */
@NullMarked
package org.pentimento.casefile;

import org.jspecify.annotations.NullMarked;
