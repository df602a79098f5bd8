/** The conditional GAN pix2pix. */
@NullMarked
package org.pentimento.generator.cgan;

import org.jspecify.annotations.NullMarked;
