package org.pentimento.engine.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes files in the safetensors format: 8 bytes length of the header (little-endian), header in
 * JSON, values. Equal tensors give equal bytes.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format's description</a>
 */
public final class TensorWriter {
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 20;

  private TensorWriter() {}

  /**
   * Writes 32-bit tensors by temporary file and rename, so that nobody ever sees half of the file.
   *
   * @param metadata texts by name, stored in the header
   */
  public static void write(
      Path file, Map<String, String> metadata, Map<String, Tensor> tensorsByName)
      throws IOException {
    SortedMap<String, Tensor> tensors = new TreeMap<>(tensorsByName);
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        byte[] header = header(new TreeMap<>(metadata), tensors);
        ByteBuffer start =
            ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(channel, start.putLong(header.length).put(header).flip());
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
          writeValues(channel, chunk, tensor.values());
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static byte[] header(
      SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(TensorFile.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long offset = 0;
      for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
        Tensor tensor = entry.getValue();
        long end = offset + (long) Float.BYTES * tensor.values().length;
        json.writeObjectFieldStart(entry.getKey());
        json.writeStringField("dtype", ElementType.F32.name());
        json.writeArrayFieldStart("shape");
        for (int size : tensor.shape()) {
          json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(offset);
        json.writeNumber(end);
        json.writeEndArray();
        json.writeEndObject();
        offset = end;
      }
      json.writeEndObject();
    }
    byte[] spaces =
        " ".repeat(Math.floorMod(-bytes.size(), ALIGNMENT)).getBytes(StandardCharsets.US_ASCII);
    bytes.write(spaces);
    return bytes.toByteArray();
  }

  private static void writeValues(FileChannel channel, ByteBuffer chunk, float[] values)
      throws IOException {
    int capacity = chunk.capacity() / Float.BYTES;
    for (int from = 0; from < values.length; from += capacity) {
      int count = Math.min(capacity, values.length - from);
      chunk.clear().limit(count * Float.BYTES);
      chunk.asFloatBuffer().put(values, from, count);
      writeFully(channel, chunk);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
