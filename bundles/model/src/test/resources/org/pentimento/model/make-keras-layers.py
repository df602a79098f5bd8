"""Makes keras-layers.zip: small networks of one layer of interest each, as Keras 2 saves them to HDF5, and what
they draw, worked out here with NumPy alone (Debian's python3-h5py and python3-numpy; no Keras).

NAME.h5 is the network and NAME.csv input and output, one number a line, channels of a pixel side by side; the first
line has the sides of both.
"""
import io
import json
import zipfile

import h5py
import numpy as np

random = np.random.default_rng(11)
HEIGHT, WIDTH = 6, 7
PHOTO = random.random((HEIGHT, WIDTH, 3)).astype(np.float32).astype(np.float64)
NONE = {"kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": None}}, "bias_initializer": {"class_name": "Zeros", "config": {}},
        "kernel_regularizer": None, "bias_regularizer": None, "activity_regularizer": None, "kernel_constraint": None, "bias_constraint": None}
out = zipfile.ZipFile("keras-layers.zip", "w", zipfile.ZIP_DEFLATED)


def some(*shape):
    return (random.standard_normal(shape) * 0.4).astype(np.float32)


def layer(kind, name, inputs, **config):
    entry = {"class_name": kind, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}
    if inputs is not None:
        entry["name"] = name
        entry["inbound_nodes"] = [[[i, 0, 0, {}] for i in inputs]] if inputs else []
    return entry


def picture(name="photo", inputs=(), shape=(None, HEIGHT, WIDTH, 3)):
    return layer("InputLayer", name, None if inputs is None else list(inputs), batch_input_shape=list(shape), sparse=False, ragged=False)


def convolution(name, filters, side, inputs, kind="Conv2D", strides=1, padding="same", activation="linear", bias=True, dilation=1, **more):
    config = dict(filters=filters, kernel_size=[side, side], strides=[strides, strides], padding=padding, data_format="channels_last",
                  dilation_rate=[dilation, dilation], groups=1, activation=activation, use_bias=bias, **NONE)
    if kind == "Conv2DTranspose":
        config["output_padding"] = None
    config.update(more)
    return layer(kind, name, inputs, **config)


def save(name, class_name, config, weights, drawn):
    """weights: by group, with paths in it."""
    file = io.BytesIO()
    with h5py.File(file, "w", libver="earliest") as f:
        f.attrs["keras_version"] = np.bytes_("2.11.0")
        f.attrs["backend"] = np.bytes_("tensorflow")
        f.attrs["model_config"] = json.dumps({"class_name": class_name, "config": config})
        root = f.create_group("model_weights")
        names = [l["config"]["name"] for l in config["layers"]]
        root.attrs["layer_names"] = [n.encode() for n in names]
        for n in names:
            group = root.create_group(n)
            arrays = weights.get(n, {})
            group.attrs["weight_names"] = np.array([k.encode() for k in arrays], dtype="S")
            for k, values in arrays.items():
                group.create_dataset(k, data=np.asarray(values, np.float32))
    entry(name + ".h5", file.getvalue())
    if drawn is not None:
        lines = [" ".join(map(str, PHOTO.shape + drawn.shape))] + ["%.9g" % v for v in np.concatenate([PHOTO.ravel(), drawn.ravel()])]
        entry(name + ".csv", "\n".join(lines).encode())


def entry(name, content):
    out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def around(n, side, stride):
    """Same padding as TensorFlow has it: what is odd goes to the end."""
    over = max((-(-n // stride) - 1) * stride + side - n, 0)
    return over // 2, over - over // 2


def convolved(x, kernel, bias=0, stride=1, padding="same", dilation=1):
    side = (kernel.shape[0] - 1) * dilation + 1
    if padding == "same":
        x = np.pad(x, [around(x.shape[0], side, stride), around(x.shape[1], side, stride), (0, 0)])
    rows, columns = (x.shape[0] - side) // stride + 1, (x.shape[1] - side) // stride + 1
    y = np.zeros((rows, columns, kernel.shape[3]))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            window = x[i * dilation:i * dilation + (rows - 1) * stride + 1:stride, j * dilation:j * dilation + (columns - 1) * stride + 1:stride]
            y += window @ kernel[i, j].astype(np.float64)
    return y + bias


def transposed(x, kernel, bias, stride, padding):
    """Every input spreads its kernel; same padding cuts what the convolution that it turns round pads."""
    side = kernel.shape[0]
    rows, columns = x.shape[0], x.shape[1]
    height, width = [(n * stride if padding == "same" else n * stride + max(side - stride, 0)) for n in (rows, columns)]
    full = np.zeros((max((rows - 1) * stride + side, height + side), max((columns - 1) * stride + side, width + side), kernel.shape[2]))
    for i in range(side):
        for j in range(side):
            full[i:i + (rows - 1) * stride + 1:stride, j:j + (columns - 1) * stride + 1:stride] += x @ kernel[i, j].T.astype(np.float64)
    top, left = [around(n, side, stride)[0] if padding == "same" else 0 for n in (height, width)]
    return full[top:top + height, left:left + width] + bias


def pooled(x, side, stride, padding, how):
    if padding == "same":
        x = np.pad(x, [around(x.shape[0], side, stride), around(x.shape[1], side, stride), (0, 0)], constant_values=np.nan)
    rows, columns = (x.shape[0] - side) // stride + 1, (x.shape[1] - side) // stride + 1
    windows = [x[i:i + (rows - 1) * stride + 1:stride, j:j + (columns - 1) * stride + 1:stride] for i in range(side) for j in range(side)]
    return how(windows, axis=0)


W1, B1, WO, BO = some(3, 3, 3, 4), some(4), some(1, 1, 4, 1), some(1)
FIRST = convolved(PHOTO, W1, B1)
ENDS = {"c1": {"c1/kernel:0": W1, "c1/bias:0": B1}, "out": {"out/kernel:0": WO, "out/bias:0": BO}}


def case(name, middle, weights, drawn):
    """Convolution, the layers of interest of which the first takes c1, a convolution to one channel."""
    layers = [picture(), convolution("c1", 4, 3, ["photo"]), *middle, convolution("out", 1, 1, [middle[-1]["config"]["name"]])]
    save(name, "Functional", {"name": "net", "layers": layers, "input_layers": [["photo", 0, 0]], "output_layers": [["out", 0, 0]]},
         {**ENDS, **weights}, None if drawn is None else convolved(drawn, WO, BO))


for side, stride, padding, dilation in [(3, 1, "same", 1), (3, 2, "same", 1), (4, 2, "same", 1), (5, 3, "same", 1), (2, 1, "same", 1), (3, 1, "valid", 1), (4, 2, "valid", 1),
                                        (3, 1, "same", 2), (3, 1, "valid", 2)]:
    k, b = some(side, side, 4, 4), some(4)
    case(f"conv-{side}-{stride}-{padding}-{dilation}", [convolution("x", 4, side, ["c1"], strides=stride, padding=padding, dilation=dilation)], {"x": {"x/kernel:0": k, "x/bias:0": b}},
         convolved(FIRST, k, b, stride, padding, dilation))
k = some(3, 3, 4, 4)
case("conv-without-bias", [convolution("x", 4, 3, ["c1"], bias=False)], {"x": {"x/kernel:0": k}}, convolved(FIRST, k))
for side, stride, padding in [(3, 1, "same"), (3, 2, "same"), (4, 2, "same"), (5, 2, "same"), (2, 2, "same"), (3, 3, "same"), (2, 2, "valid"), (3, 2, "valid"), (4, 2, "valid"), (2, 3, "same"), (4, 1, "same")]:
    k, b = some(side, side, 4, 4), some(4)
    case(f"transposed-{side}-{stride}-{padding}", [convolution("x", 4, side, ["c1"], "Conv2DTranspose", strides=stride, padding=padding)], {"x": {"x/kernel:0": k, "x/bias:0": b}},
         transposed(FIRST, k, b, stride, padding))

soft = lambda x: np.log1p(np.exp(x))
ACTIVATIONS = {"linear": lambda x: x, "relu": lambda x: np.maximum(x, 0), "sigmoid": lambda x: 1 / (1 + np.exp(-x)), "tanh": np.tanh, "softplus": soft, "softsign": lambda x: x / (1 + abs(x)),
               "elu": lambda x: np.where(x > 0, x, np.expm1(x)), "selu": lambda x: 1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(x)),
               "hard_sigmoid": lambda x: np.clip(.2 * x + .5, 0, 1), "swish": lambda x: x / (1 + np.exp(-x))}
for name, f in ACTIVATIONS.items():
    case("activation-" + name, [layer("Activation", "x", ["c1"], activation=name)], {}, f(3 * FIRST / 3))
case("leaky", [layer("LeakyReLU", "x", ["c1"], alpha=.3)], {}, np.where(FIRST > 0, FIRST, .3 * FIRST))
case("elu", [layer("ELU", "x", ["c1"], alpha=.5)], {}, np.where(FIRST > 0, FIRST, .5 * np.expm1(FIRST)))
for name, most, slope, threshold in [("plain", None, 0., 0.), ("most", .5, 0., 0.), ("slope", None, .1, 0.), ("threshold", None, 0., .2), ("all", .5, .1, .2)]:
    y = np.where(FIRST >= threshold, FIRST, slope * (FIRST - threshold))
    case("relu-" + name, [layer("ReLU", "x", ["c1"], max_value=most, negative_slope=slope, threshold=threshold)], {}, y if most is None else np.minimum(y, most))
g, b, m, v = 1 + some(4), some(4), some(4), some(4) ** 2 + .5
for center in (True, False):
    for scale in (True, False):
        w = {"x/moving_mean:0": m, "x/moving_variance:0": v}
        if scale: w["x/gamma:0"] = g
        if center: w["x/beta:0"] = b
        case(f"norm-{center}-{scale}".lower(), [layer("BatchNormalization", "x", ["c1"], axis=[3], momentum=.99, epsilon=.01, center=center, scale=scale, beta_initializer={}, gamma_initializer={},
             moving_mean_initializer={}, moving_variance_initializer={}, beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None)], {"x": w},
             (FIRST - m) / np.sqrt(v.astype(np.float64) + .01) * (g if scale else 1) + (b if center else 0))
for kind, how in (("Max", np.nanmax), ("Average", np.nanmean)):
    for side, stride, padding in [(2, 2, "valid"), (2, 2, "same"), (3, 2, "same"), (3, 2, "valid"), (2, 1, "same")]:
        case(f"{kind.lower()}-{side}-{stride}-{padding}", [layer(kind + "Pooling2D", "x", ["c1"], pool_size=[side, side], strides=[stride, stride], padding=padding, data_format="channels_last")], {},
             pooled(FIRST, side, stride, padding, how))
case("larger", [layer("UpSampling2D", "x", ["c1"], size=[2, 3], data_format="channels_last", interpolation="nearest")], {}, FIRST.repeat(2, 0).repeat(3, 1))
case("padded", [layer("ZeroPadding2D", "x", ["c1"], padding=[[1, 2], [3, 0]], data_format="channels_last")], {}, np.pad(FIRST, [(1, 2), (3, 0), (0, 0)]))
case("cropped", [layer("Cropping2D", "x", ["c1"], cropping=[[1, 2], [3, 0]], data_format="channels_last")], {}, FIRST[1:-2, 3:])
for kind in ("Dropout", "SpatialDropout2D", "GaussianDropout"):
    case("identity-" + kind.lower(), [layer(kind, "x", ["c1"], rate=.5, seed=None, noise_shape=None)], {}, FIRST)
case("identity-gaussiannoise", [layer("GaussianNoise", "x", ["c1"], stddev=.5)], {}, FIRST)
k, b = some(3, 3, 4, 4), some(4)
second = convolved(FIRST, k, b)
TWO = {"c2": {"c2/kernel:0": k, "c2/bias:0": b}}
for kind, y in (("Add", FIRST + second), ("Subtract", FIRST - second), ("Multiply", FIRST * second), ("Average", (FIRST + second) / 2), ("Maximum", np.maximum(FIRST, second))):
    case("both-" + kind.lower(), [convolution("c2", 4, 3, ["c1"]), layer(kind, "x", ["c1", "c2"])], TWO, y)
k8, b8 = some(1, 1, 8, 4), some(4)
for axis in (-1, 3):
    case(f"both-concatenate{axis}", [convolution("c2", 4, 3, ["c1"]), layer("Concatenate", "x", ["c1", "c2"], axis=axis), convolution("c3", 4, 1, ["x"])],
         {**TWO, "c3": {"c3/kernel:0": k8, "c3/bias:0": b8}}, convolved(np.concatenate([FIRST, second], 2), k8, b8))

# Networks inside networks, as the pix2pix of TensorFlow's tutorial has them, with both ways in which weights are called.
leaky = lambda x: np.where(x > 0, x, .3 * x)
def row(name, inside, prefix="", inputs=("c1",)):
    entry = layer("Sequential", name, None if inputs is None else list(inputs))
    entry["config"] = {"name": name, "layers": inside}
    return entry
inner = [picture("in", None, (None, None, None, 4)), convolution("conv", 4, 3, None), layer("LeakyReLU", "leaky", None, alpha=.3)]
y = leaky(second)
case("inside-row", [row("seq", inner)], {"seq": {"conv/kernel:0": k, "conv/bias:0": b}}, y)
case("inside-row-scoped", [row("seq", inner)], {"seq": {"seq/conv/kernel:0": k, "seq/conv/bias:0": b}}, y)
case("inside-row-in-row", [row("seq", [picture("in", None, (None, None, None, 4)), row("deep", inner, inputs=None), layer("Dropout", "drop", None, rate=.5)])],
     {"seq": {"conv/kernel:0": k, "conv/bias:0": b}}, y)
graph = layer("Functional", "part", ["c1"])
graph["config"] = {"name": "part", "layers": [picture("in", [], (None, None, None, 4)), convolution("conv", 4, 3, ["in"]), layer("Add", "sum", ["conv", "in"])],
                   "input_layers": [["in", 0, 0]], "output_layers": [["sum", 0, 0]]}
case("inside-graph", [graph], {"part": {"conv/kernel:0": k, "conv/bias:0": b}}, second + FIRST)
whole = [picture(inputs=None), convolution("c1", 4, 3, None), row("seq", inner[1:], inputs=None), convolution("out", 1, 1, None)]
save("row-in-a-row", "Sequential", {"name": "net", "layers": whole}, {**ENDS, "seq": {"conv/kernel:0": k, "conv/bias:0": b}}, convolved(y, WO, BO))
two = row("seq", inner)
two["inbound_nodes"] = [[["c1", 0, 0, {}]], [["seq", 0, 0, {}]]]

# What is refused, each by its layer's name.
case("refused-twice", [two], {"seq": {"conv/kernel:0": k, "conv/bias:0": b}}, None)
case("refused-bilinear", [layer("UpSampling2D", "x", ["c1"], size=[2, 2], data_format="channels_last", interpolation="bilinear")], {}, None)
case("refused-groups", [convolution("x", 4, 3, ["c1"], groups=2)], {"x": {"x/kernel:0": some(3, 3, 2, 4), "x/bias:0": some(4)}}, None)
case("refused-channels-first", [convolution("x", 4, 3, ["c1"], data_format="channels_first")], {"x": {"x/kernel:0": k, "x/bias:0": b}}, None)
case("refused-output-padding", [convolution("x", 4, 3, ["c1"], "Conv2DTranspose", strides=2, output_padding=[0, 0])], {"x": {"x/kernel:0": k, "x/bias:0": b}}, None)
case("refused-prelu", [layer("PReLU", "x", ["c1"], shared_axes=[1, 2])], {"x": {"x/alpha:0": some(1, 1, 4)}}, None)
case("refused-lambda", [layer("Lambda", "x", ["c1"], function=["4wEAAAA=", None, None], function_type="lambda")], {}, None)
case("refused-tensorflow", [layer("TensorFlowOpLayer", "x", ["c1"], node_def={"name": "Relu"}, constants={})], {}, None)
case("refused-axis", [layer("BatchNormalization", "x", ["c1"], axis=[1], epsilon=.01, center=True, scale=True)], {"x": {"x/gamma:0": g}}, None)
case("refused-unknown", [layer("Dropout", "x", ["c1"], rate=.5, something=3)], {}, None)
case("refused-without-weights", [convolution("x", 4, 3, ["c1"])], {}, None)
out.close()
