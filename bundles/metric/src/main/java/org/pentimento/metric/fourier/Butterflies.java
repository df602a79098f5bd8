package org.pentimento.metric.fourier;

/**
 * Short transforms in place, each followed by twiddle factors: the steps of decimation in
 * frequency. Input k and output k are row {@code row + k * step}; output k is multiplied by the
 * k-th factor, of which {@code w} holds real and imaginary part for k = 1, 2, … from {@code at}.
 */
final class Butterflies {
  private static final float SIN_3 = (float) StrictMath.sin(Math.PI / 3);
  private static final float COS_5_1 = (float) StrictMath.cos(2 * Math.PI / 5);
  private static final float COS_5_2 = (float) StrictMath.cos(4 * Math.PI / 5);
  private static final float SIN_5_1 = (float) StrictMath.sin(2 * Math.PI / 5);
  private static final float SIN_5_2 = (float) StrictMath.sin(4 * Math.PI / 5);
  private static final float COS_7_1 = (float) StrictMath.cos(2 * Math.PI / 7);
  private static final float COS_7_2 = (float) StrictMath.cos(4 * Math.PI / 7);
  private static final float COS_7_3 = (float) StrictMath.cos(6 * Math.PI / 7);
  private static final float SIN_7_1 = (float) StrictMath.sin(2 * Math.PI / 7);
  private static final float SIN_7_2 = (float) StrictMath.sin(4 * Math.PI / 7);
  private static final float SIN_7_3 = (float) StrictMath.sin(6 * Math.PI / 7);

  private Butterflies() {}

  static void radix2(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    float[] ar = re[row];
    float[] ai = im[row];
    float[] br = re[row + step];
    float[] bi = im[row + step];
    float c1 = w[at];
    float s1 = w[at + 1];
    for (int j = 0; j < length; j++) {
      float dr = ar[j] - br[j];
      float di = ai[j] - bi[j];
      ar[j] = ar[j] + br[j];
      ai[j] = ai[j] + bi[j];
      br[j] = dr * c1 - di * s1;
      bi[j] = dr * s1 + di * c1;
    }
  }

  static void radix3(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    float[] ar = re[row];
    float[] ai = im[row];
    float[] br = re[row + step];
    float[] bi = im[row + step];
    float[] cr = re[row + 2 * step];
    float[] ci = im[row + 2 * step];
    float c1 = w[at];
    float s1 = w[at + 1];
    float c2 = w[at + 2];
    float s2 = w[at + 3];
    for (int j = 0; j < length; j++) {
      float sumR = br[j] + cr[j];
      float sumI = bi[j] + ci[j];
      float turnR = SIN_3 * (br[j] - cr[j]);
      float turnI = SIN_3 * (bi[j] - ci[j]);
      float midR = ar[j] - 0.5f * sumR;
      float midI = ai[j] - 0.5f * sumI;
      ar[j] = ar[j] + sumR;
      ai[j] = ai[j] + sumI;
      float yr = midR + turnI;
      float yi = midI - turnR;
      float zr = midR - turnI;
      float zi = midI + turnR;
      br[j] = yr * c1 - yi * s1;
      bi[j] = yr * s1 + yi * c1;
      cr[j] = zr * c2 - zi * s2;
      ci[j] = zr * s2 + zi * c2;
    }
  }

  static void radix4(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    float[] ar = re[row];
    float[] ai = im[row];
    float[] br = re[row + step];
    float[] bi = im[row + step];
    float[] cr = re[row + 2 * step];
    float[] ci = im[row + 2 * step];
    float[] dr = re[row + 3 * step];
    float[] di = im[row + 3 * step];
    float c1 = w[at];
    float s1 = w[at + 1];
    float c2 = w[at + 2];
    float s2 = w[at + 3];
    float c3 = w[at + 4];
    float s3 = w[at + 5];
    for (int j = 0; j < length; j++) {
      float t0r = ar[j] + cr[j];
      float t0i = ai[j] + ci[j];
      float t1r = ar[j] - cr[j];
      float t1i = ai[j] - ci[j];
      float t2r = br[j] + dr[j];
      float t2i = bi[j] + di[j];
      float t3r = br[j] - dr[j];
      float t3i = bi[j] - di[j];
      float y1r = t1r + t3i;
      float y1i = t1i - t3r;
      float y2r = t0r - t2r;
      float y2i = t0i - t2i;
      float y3r = t1r - t3i;
      float y3i = t1i + t3r;
      ar[j] = t0r + t2r;
      ai[j] = t0i + t2i;
      br[j] = y1r * c1 - y1i * s1;
      bi[j] = y1r * s1 + y1i * c1;
      cr[j] = y2r * c2 - y2i * s2;
      ci[j] = y2r * s2 + y2i * c2;
      dr[j] = y3r * c3 - y3i * s3;
      di[j] = y3r * s3 + y3i * c3;
    }
  }

  static void radix5(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    float[] ar = re[row];
    float[] ai = im[row];
    float[] br = re[row + step];
    float[] bi = im[row + step];
    float[] cr = re[row + 2 * step];
    float[] ci = im[row + 2 * step];
    float[] dr = re[row + 3 * step];
    float[] di = im[row + 3 * step];
    float[] er = re[row + 4 * step];
    float[] ei = im[row + 4 * step];
    float c1 = w[at];
    float s1 = w[at + 1];
    float c2 = w[at + 2];
    float s2 = w[at + 3];
    float c3 = w[at + 4];
    float s3 = w[at + 5];
    float c4 = w[at + 6];
    float s4 = w[at + 7];
    for (int j = 0; j < length; j++) {
      float t1r = br[j] + er[j];
      float t1i = bi[j] + ei[j];
      float t2r = cr[j] + dr[j];
      float t2i = ci[j] + di[j];
      float t3r = br[j] - er[j];
      float t3i = bi[j] - ei[j];
      float t4r = cr[j] - dr[j];
      float t4i = ci[j] - di[j];
      float m1r = ar[j] + COS_5_1 * t1r + COS_5_2 * t2r;
      float m1i = ai[j] + COS_5_1 * t1i + COS_5_2 * t2i;
      float m2r = ar[j] + COS_5_2 * t1r + COS_5_1 * t2r;
      float m2i = ai[j] + COS_5_2 * t1i + COS_5_1 * t2i;
      float n1r = SIN_5_1 * t3r + SIN_5_2 * t4r;
      float n1i = SIN_5_1 * t3i + SIN_5_2 * t4i;
      float n2r = SIN_5_2 * t3r - SIN_5_1 * t4r;
      float n2i = SIN_5_2 * t3i - SIN_5_1 * t4i;
      ar[j] = ar[j] + t1r + t2r;
      ai[j] = ai[j] + t1i + t2i;
      float y1r = m1r + n1i;
      float y1i = m1i - n1r;
      float y2r = m2r + n2i;
      float y2i = m2i - n2r;
      float y3r = m2r - n2i;
      float y3i = m2i + n2r;
      float y4r = m1r - n1i;
      float y4i = m1i + n1r;
      br[j] = y1r * c1 - y1i * s1;
      bi[j] = y1r * s1 + y1i * c1;
      cr[j] = y2r * c2 - y2i * s2;
      ci[j] = y2r * s2 + y2i * c2;
      dr[j] = y3r * c3 - y3i * s3;
      di[j] = y3r * s3 + y3i * c3;
      er[j] = y4r * c4 - y4i * s4;
      ei[j] = y4r * s4 + y4i * c4;
    }
  }

  static void radix7(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    float[] ar = re[row];
    float[] ai = im[row];
    float[] br = re[row + step];
    float[] bi = im[row + step];
    float[] cr = re[row + 2 * step];
    float[] ci = im[row + 2 * step];
    float[] dr = re[row + 3 * step];
    float[] di = im[row + 3 * step];
    float[] er = re[row + 4 * step];
    float[] ei = im[row + 4 * step];
    float[] fr = re[row + 5 * step];
    float[] fi = im[row + 5 * step];
    float[] gr = re[row + 6 * step];
    float[] gi = im[row + 6 * step];
    float c1 = w[at];
    float s1 = w[at + 1];
    float c2 = w[at + 2];
    float s2 = w[at + 3];
    float c3 = w[at + 4];
    float s3 = w[at + 5];
    float c4 = w[at + 6];
    float s4 = w[at + 7];
    float c5 = w[at + 8];
    float s5 = w[at + 9];
    float c6 = w[at + 10];
    float s6 = w[at + 11];
    for (int j = 0; j < length; j++) {
      float t1r = br[j] + gr[j];
      float t1i = bi[j] + gi[j];
      float t2r = cr[j] + fr[j];
      float t2i = ci[j] + fi[j];
      float t3r = dr[j] + er[j];
      float t3i = di[j] + ei[j];
      float u1r = br[j] - gr[j];
      float u1i = bi[j] - gi[j];
      float u2r = cr[j] - fr[j];
      float u2i = ci[j] - fi[j];
      float u3r = dr[j] - er[j];
      float u3i = di[j] - ei[j];
      float m1r = ar[j] + COS_7_1 * t1r + COS_7_2 * t2r + COS_7_3 * t3r;
      float m1i = ai[j] + COS_7_1 * t1i + COS_7_2 * t2i + COS_7_3 * t3i;
      float m2r = ar[j] + COS_7_2 * t1r + COS_7_3 * t2r + COS_7_1 * t3r;
      float m2i = ai[j] + COS_7_2 * t1i + COS_7_3 * t2i + COS_7_1 * t3i;
      float m3r = ar[j] + COS_7_3 * t1r + COS_7_1 * t2r + COS_7_2 * t3r;
      float m3i = ai[j] + COS_7_3 * t1i + COS_7_1 * t2i + COS_7_2 * t3i;
      float n1r = SIN_7_1 * u1r + SIN_7_2 * u2r + SIN_7_3 * u3r;
      float n1i = SIN_7_1 * u1i + SIN_7_2 * u2i + SIN_7_3 * u3i;
      float n2r = SIN_7_2 * u1r - SIN_7_3 * u2r - SIN_7_1 * u3r;
      float n2i = SIN_7_2 * u1i - SIN_7_3 * u2i - SIN_7_1 * u3i;
      float n3r = SIN_7_3 * u1r - SIN_7_1 * u2r + SIN_7_2 * u3r;
      float n3i = SIN_7_3 * u1i - SIN_7_1 * u2i + SIN_7_2 * u3i;
      ar[j] = ar[j] + t1r + t2r + t3r;
      ai[j] = ai[j] + t1i + t2i + t3i;
      float y1r = m1r + n1i;
      float y1i = m1i - n1r;
      float y2r = m2r + n2i;
      float y2i = m2i - n2r;
      float y3r = m3r + n3i;
      float y3i = m3i - n3r;
      float y4r = m3r - n3i;
      float y4i = m3i + n3r;
      float y5r = m2r - n2i;
      float y5i = m2i + n2r;
      float y6r = m1r - n1i;
      float y6i = m1i + n1r;
      br[j] = y1r * c1 - y1i * s1;
      bi[j] = y1r * s1 + y1i * c1;
      cr[j] = y2r * c2 - y2i * s2;
      ci[j] = y2r * s2 + y2i * c2;
      dr[j] = y3r * c3 - y3i * s3;
      di[j] = y3r * s3 + y3i * c3;
      er[j] = y4r * c4 - y4i * s4;
      ei[j] = y4r * s4 + y4i * c4;
      fr[j] = y5r * c5 - y5i * s5;
      fi[j] = y5r * s5 + y5i * c5;
      gr[j] = y6r * c6 - y6i * s6;
      gi[j] = y6r * s6 + y6i * c6;
    }
  }
}
