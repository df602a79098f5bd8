package org.pentimento.dataset.codec.header;

import java.io.EOFException;

/** The blocks of a GIF file (GIF89a specification, sections 12 to 27). */
final class GifStructure {
  private GifStructure() {}

  /** Where the first block begins, after screen descriptor and global palette. */
  static long firstBlock(Bytes bytes) throws EOFException {
    int flags = bytes.u8(10);
    return 13 + paletteSize(flags);
  }

  /** The place behind the chain of sub-blocks that begins at {@code at}. */
  static long afterSubBlocks(Bytes bytes, long at) throws EOFException {
    long here = at;
    while (true) {
      int size = bytes.u8(here);
      here += 1 + size;
      if (size == 0) {
        return here;
      }
    }
  }

  /** Walks to the end of the first image's data. */
  static void checkComplete(Bytes bytes) throws EOFException {
    long at = firstBlock(bytes);
    while (bytes.u8(at) == 0x21) {
      at = afterSubBlocks(bytes, at + 2);
    }
    afterSubBlocks(bytes, at + 11 + paletteSize(bytes.u8(at + 9)));
  }

  private static int paletteSize(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
