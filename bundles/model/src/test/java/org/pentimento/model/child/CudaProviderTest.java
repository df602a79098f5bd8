package org.pentimento.model.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaProviderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Failed to load library libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file or directory | the library libcublasLt.so.12 is missing; install CUDA 12 and cuDNN 9
          libcudnn.so.9: cannot open shared object file | the library libcudnn.so.9 is missing
          CUDA failure 2: out of memory ; GPU=0 | its memory is full
          Failed to find CUDA shared provider | the part of ONNX Runtime that computes on GPUs is not installed
          CUDA failure 100: no CUDA-capable device is detected | CUDA failure 100: no CUDA-capable device is detected
          """)
  void saysWhyAGpuDoesNotServe(String said, String reason) {
    assertThat(CudaProvider.reason(said)).startsWith(reason);
  }
}
