/** Facts computed from measurements and images: means, intervals, attack success, reach, harm. */
@NullMarked
package org.pentimento.audit.statistics;

import org.jspecify.annotations.NullMarked;
