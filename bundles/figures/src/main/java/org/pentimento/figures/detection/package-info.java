/** The charts of inspections and self-tests that come with the product, one class a chart. */
@NullMarked
package org.pentimento.figures.detection;

import org.jspecify.annotations.NullMarked;
