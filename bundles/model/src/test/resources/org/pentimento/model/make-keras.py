"""Makes the tiny Keras files of the tests (Debian's python3-h5py and python3-numpy; no Keras).

They are written in the layout in which Keras 2 saves a model to HDF5: the attributes model_config,
keras_version and backend, and a group model_weights with one group a layer. What the second network
draws is computed here again with plain loops and kept in keras-unet.csv: input and output, one number
a line, channels of a pixel side by side.
"""
import json

import h5py
import numpy as np


def layer(kind, name, inputs=None, **config):
    entry = {"class_name": kind, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}
    if inputs is not None:
        entry["name"] = name
        entry["inbound_nodes"] = [[[i, 0, 0, {}] for i in inputs]] if inputs else []
    return entry


def picture(name, shape, inputs=None):
    return layer("InputLayer", name, inputs, batch_input_shape=shape, sparse=False, ragged=False)


def conv(name, filters, side, inputs=None, activation="linear", strides=1, kind="Conv2D"):
    return layer(kind, name, inputs, filters=filters, kernel_size=[side, side], strides=[strides, strides],
                 padding="same", data_format="channels_last", dilation_rate=[1, 1], groups=1,
                 activation=activation, use_bias=True,
                 kernel_initializer={"class_name": "GlorotUniform", "config": {"seed": None}},
                 bias_initializer={"class_name": "Zeros", "config": {}}, kernel_regularizer=None,
                 bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None)


def save(file, class_name, config, weights):
    with h5py.File(file, "w", libver="earliest") as f:
        f.attrs["keras_version"] = np.bytes_("2.11.0")
        f.attrs["backend"] = np.bytes_("tensorflow")
        f.attrs["model_config"] = json.dumps({"class_name": class_name, "config": config})
        root = f.create_group("model_weights")
        root.attrs["keras_version"] = np.bytes_("2.11.0")
        root.attrs["backend"] = np.bytes_("tensorflow")
        names = [l["config"]["name"] for l in config["layers"]]
        root.attrs["layer_names"] = [n.encode() for n in names]
        for name in names:
            group = root.create_group(name)
            arrays = weights.get(name, {})
            group.attrs["weight_names"] = np.array([f"{name}/{w}:0".encode() for w in arrays], dtype="S")
            for w, values in arrays.items():
                group.create_dataset(f"{name}/{w}:0", data=values.astype(np.float32))


# A sequence that draws 1 - 4 * relu(mean of 9x9 - grey), for photos of any size. Keras's hard sigmoid is
# clip(0.2 x + 0.5, 0, 1); without a bound any range in and out would give the same sketch.
grey = np.array([0.299, 0.587, 0.114])
around = np.full((9, 9), 1 / 81)
around[4, 4] -= 1
save("keras-sketch.h5", "Sequential", {"name": "sketcher", "layers": [
    picture("photo", [None, None, None, 3]),
    conv("darker", 1, 9, activation="relu"),
    conv("sketch", 1, 1, activation="hard_sigmoid"),
]}, {
    "darker": {"kernel": around[:, :, None, None] * grey[None, None, :, None], "bias": np.zeros(1)},
    "sketch": {"kernel": np.full((1, 1, 1, 1), -20.0), "bias": np.full(1, 2.5)},
})

# Everything that a small U-Net has, with weights by chance.
random = np.random.default_rng(7)


def some(*shape):
    return (random.standard_normal(shape) * 0.4).astype(np.float32)


w = {
    "down": {"kernel": some(4, 4, 3, 4), "bias": some(4)},
    "norm": {"gamma": 1 + some(4), "beta": some(4), "moving_mean": some(4), "moving_variance": 1 + some(4) ** 2},
    "middle": {"kernel": some(3, 3, 7, 5), "bias": some(5)},
    "back": {"kernel": some(4, 4, 3, 4), "bias": some(3)},
    "sketch": {"kernel": some(3, 3, 11, 1) / 8, "bias": some(1)},
}
save("keras-unet.h5", "Functional", {"name": "unet", "layers": [
    picture("photo", [None, 8, 12, 3], []),
    conv("down", 4, 4, ["photo"], strides=2),
    layer("BatchNormalization", "norm", ["down"], axis=[3], momentum=0.99, epsilon=0.001, center=True, scale=True,
          beta_initializer={"class_name": "Zeros", "config": {}}, gamma_initializer={"class_name": "Ones", "config": {}},
          moving_mean_initializer={"class_name": "Zeros", "config": {}},
          moving_variance_initializer={"class_name": "Ones", "config": {}},
          beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None),
    layer("LeakyReLU", "leaky", ["norm"], alpha=0.2),
    layer("MaxPooling2D", "pool", ["photo"], pool_size=[2, 2], strides=[2, 2], padding="valid",
          data_format="channels_last"),
    layer("Concatenate", "both", ["leaky", "pool"], axis=-1),
    conv("middle", 5, 3, ["both"], activation="relu"),
    layer("UpSampling2D", "larger", ["middle"], size=[2, 2], data_format="channels_last", interpolation="nearest"),
    conv("back", 3, 4, ["leaky"], strides=2, kind="Conv2DTranspose"),
    layer("Dropout", "dropout", ["back"], rate=0.5, noise_shape=None, seed=None),
    layer("Activation", "bent", ["dropout"], activation="relu"),
    layer("Concatenate", "all", ["larger", "photo", "bent"], axis=-1),
    conv("sketch", 1, 3, ["all"], activation="tanh"),
], "input_layers": [["photo", 0, 0]], "output_layers": [["sketch", 0, 0]]}, w)


def convolved(x, kernel, bias, stride=1):
    """Same padding as TensorFlow has it: what is odd goes to the end."""
    h, width, _ = x.shape
    side = kernel.shape[0]
    rows, columns = -(-h // stride), -(-width // stride)
    over = [max((n - 1) * stride + side - m, 0) for n, m in ((rows, h), (columns, width))]
    padded = np.pad(x, [(o // 2, o - o // 2) for o in over] + [(0, 0)])
    out = np.zeros((rows, columns, kernel.shape[3]))
    for i in range(rows):
        for j in range(columns):
            window = padded[i * stride:i * stride + side, j * stride:j * stride + side]
            out[i, j] = np.einsum("abc,abcd->d", window, kernel) + bias
    return out


def transposed(x, kernel, bias, stride):
    """Every input spreads its kernel; the excess is cut off as the convolution it turns round pads."""
    h, width, _ = x.shape
    side = kernel.shape[0]
    out = np.zeros(((h - 1) * stride + side, (width - 1) * stride + side, kernel.shape[2]))
    for i in range(h):
        for j in range(width):
            out[i * stride:i * stride + side, j * stride:j * stride + side] += kernel @ x[i, j]
    cut = (side - stride) // 2
    return out[cut:cut + h * stride, cut:cut + width * stride] + bias


photo = random.random((8, 12, 3)).astype(np.float32).astype(np.float64)
v = {name: {k: a.astype(np.float64) for k, a in arrays.items()} for name, arrays in w.items()}
n = v["norm"]
down = convolved(photo, v["down"]["kernel"], v["down"]["bias"], 2)
norm = (down - n["moving_mean"]) / np.sqrt(n["moving_variance"] + 0.001) * n["gamma"] + n["beta"]
leaky = np.where(norm > 0, norm, 0.2 * norm)
pool = photo.reshape(4, 2, 6, 2, 3).max(axis=(1, 3))
middle = np.maximum(convolved(np.concatenate([leaky, pool], 2), v["middle"]["kernel"], v["middle"]["bias"]), 0)
larger = middle.repeat(2, axis=0).repeat(2, axis=1)
bent = np.maximum(transposed(leaky, v["back"]["kernel"], v["back"]["bias"], 2), 0)
sketch = np.tanh(convolved(np.concatenate([larger, photo, bent], 2), v["sketch"]["kernel"], v["sketch"]["bias"]))
np.savetxt("keras-unet.csv", np.concatenate([photo.ravel(), sketch.ravel()]), fmt="%.9g")
