/** Feature similarity of grey and of coloured images: FSIM and FSIMc. */
@NullMarked
package org.pentimento.metric.fsim;

import org.jspecify.annotations.NullMarked;
