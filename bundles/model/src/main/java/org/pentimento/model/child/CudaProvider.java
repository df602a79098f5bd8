package org.pentimento.model.child;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has ONNX Runtime compute on a GPU of NVIDIA. */
final class CudaProvider {
  private static final String PREFIX = "cuda:";
  private static final Pattern MISSING =
      Pattern.compile("(lib[\\w+-]+\\.so[.\\d]*): cannot open shared object file");
  private static final int LONGEST = 300;

  private CudaProvider() {}

  /**
   * Adds a device to the options of a session; the CPU is always among them.
   *
   * @param device {@code cpu} or {@code cuda:N}
   * @throws IOException if it cannot be used, saying why
   */
  static void addTo(OrtSession.SessionOptions options, String device) throws IOException {
    if (!device.startsWith(PREFIX)) {
      return;
    }
    int index = Integer.parseInt(device.substring(PREFIX.length()));
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(index)) {
      // Numbers as exact as on the CPU, by an algorithm that does not change between runs.
      cuda.add("use_tf32", "0");
      cuda.add("cudnn_conv_algo_search", "DEFAULT");
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      options.addCUDA(cuda);
      options.setDeterministicCompute(true);
    } catch (OrtException e) {
      throw new IOException(
          device + " cannot be used: " + reason(String.valueOf(e.getMessage())), e);
    }
  }

  /** Why a GPU does not serve, a clause, from what ONNX Runtime says of it. */
  static String reason(String said) {
    Matcher missing = MISSING.matcher(said);
    if (missing.find()) {
      return "the library "
          + missing.group(1)
          + " is missing; install CUDA 12 and cuDNN 9, or name their folders in LD_LIBRARY_PATH";
    } else if (said.contains("out of memory")) {
      return "its memory is full";
    } else if (said.contains("Failed to find CUDA shared provider")) {
      return "the part of ONNX Runtime that computes on GPUs is not installed";
    }
    String line = said.lines().findFirst().orElse("").strip();
    return line.substring(0, Math.min(line.length(), LONGEST));
  }
}
