/** Who is drawn and how the camera sees that person, both drawn at random from a seed. */
@NullMarked
package org.pentimento.dataset.faces.person;

import org.jspecify.annotations.NullMarked;
