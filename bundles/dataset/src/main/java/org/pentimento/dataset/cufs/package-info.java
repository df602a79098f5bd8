/** The CUHK face sketch databases, CUFS and CUFSF, in the layouts in which people have them. */
@NullMarked
package org.pentimento.dataset.cufs;

import org.jspecify.annotations.NullMarked;
