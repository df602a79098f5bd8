package org.pentimento.engine.tensor;

/** Types of number that a safetensors file may hold. */
public enum ElementType {
  /** Truth values, a byte each. */
  BOOL(1),
  /** Bytes. */
  U8(1),
  /** Signed bytes. */
  I8(1),
  /** 16-bit whole numbers. */
  I16(2),
  /** 16-bit whole numbers from 0. */
  U16(2),
  /** IEEE half precision. */
  F16(2),
  /** The upper half of a 32-bit float. */
  BF16(2),
  /** 32-bit whole numbers. */
  I32(4),
  /** 32-bit whole numbers from 0. */
  U32(4),
  /** IEEE single precision. */
  F32(4),
  /** IEEE double precision. */
  F64(8),
  /** 64-bit whole numbers. */
  I64(8),
  /** 64-bit whole numbers from 0. */
  U64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per number. */
  public int bytes() {
    return bytes;
  }
}
